import { Collection, choose, dynamic, given, item, tf } from "../../kernel";
import { Context } from "./context";
import { AddressList } from "./ip-sets";

/** A block that is there when the expression, inside of Terraform, says so. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export const onlyIf = (condition: unknown, content: object): any => dynamic(tf`${condition} ? [1] : []`, content);

/**
 * How a path is made plain before it is compared: as the application will read it. Without this, `/%6Detrics`,
 * `/a/../metrics` and `/METRICS` would pass.
 */
const PATH_TRANSFORMATIONS = ["URL_DECODE", "NORMALIZE_PATH", "LOWERCASE"] as const;

const pathTransformations = PATH_TRANSFORMATIONS.map((type, priority) => ({ priority, type }));
export const noTransformation = [{ priority: 0, type: "NONE" }] as const;

/** A match of the path with a regular expression in lower case. */
export const pathMatch = (pattern: unknown): object => ({
  regexMatchStatement: {
    regexString: pattern,
    fieldToMatch: { uriPath: {} },
    textTransformation: pathTransformations,
  },
});

/** A match of the method with a regular expression. */
export const methodMatch = (pattern: unknown): object => ({
  regexMatchStatement: {
    regexString: pattern,
    fieldToMatch: { method: {} },
    textTransformation: noTransformation,
  },
});

/** A path as a part of a regular expression. */
const escaped = (path: unknown): string => tf`replace(lower(${path}), ".", "\\\\.")`;

/** The pattern of paths with all that lies below each. A `;` begins parameters, which some servers cut off. */
export const pathsAndBelow = (paths: Collection): string =>
  tf`join("|", flatten([for path in ${paths} : ["^\${${escaped(tf`path`)}}$", "^\${${escaped(tf`path`)}}[/;]"]]))`;

/** The pattern of paths of which some end with `*`. */
export const pathPatterns = (paths: unknown): string =>
  tf`join("|", [for path in ${paths} : endswith(path, "*") ? "^\${${escaped(tf`trimsuffix(path, "*")`)}}" : "^\${${escaped(tf`path`)}}$"])`;

/** The pattern of methods. */
export const methodPattern = (methods: unknown): string => tf`join("|", [for method in ${methods} : "^\${method}$"])`;

/** Whether the client's address is in one of the list's two IP sets: two statements, for an `or`. */
export function addressMatches(context: Context, list: AddressList): object[] {
  const { forwardedIp } = context.inputs;
  return [list.ipv4, list.ipv6].map((set) => ({
    ipSetReferenceStatement: {
      arn: set.arn,
      ipSetForwardedIpConfig: dynamic(choose(given(forwardedIp), [1], []), {
        headerName: forwardedIp.header,
        fallbackBehavior: forwardedIp.fallback,
        position: forwardedIp.position,
      }),
    },
  }));
}

/** Where geo and rate limits read the client's address, when it is not that of the connection. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export function forwardedIpConfig({ inputs: { forwardedIp } }: Context, alsoIf?: unknown): any {
  const over = choose<unknown>(given(forwardedIp), [1], []);
  return dynamic(
    alsoIf === undefined || (Array.isArray(over) && over.length === 0) ? over : tf`${alsoIf} ? ${over} : []`,
    {
      headerName: forwardedIp.header,
      fallbackBehavior: forwardedIp.fallback,
    },
  );
}

/** What a rule is called in CloudWatch's metrics, and whether requests are sampled. */
export const visibility = ({ inputs }: Context, rule: string): object => ({
  cloudwatchMetricsEnabled: true,
  metricName: `${inputs.name}-${rule}`,
  sampledRequestsEnabled: inputs.sampledRequests,
});

/** An answer of one's own to a refused request, with a body where one is named: see {@link bodyKey}. */
export const refusal = (status: unknown, customResponseBodyKey?: unknown): object => ({
  customResponse: { responseCode: status, ...(customResponseBodyKey === undefined ? {} : { customResponseBodyKey }) },
});

/** A key of the bodies; null where it is empty. */
export const bodyKey = (body: unknown): unknown => tf`${body} == "" ? null : ${body}`;

/** What a rule does: refuses, or counts where that is asked for. */
export const blocksUnless = (counts: unknown, answer: object): object => ({
  block: onlyIf(tf`!(${counts})`, answer),
  count: onlyIf(counts, {}),
});

/** A property of the current rule. */
export const ofRule = (path: string): string => item("rule", path) as string;
