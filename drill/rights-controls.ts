/**
 * Negative controls of the rights: what must make {@link judgeRights} fail. Each is one command that a role types, after a
 * policy lost what the command needs, or with something in the request that must not be there.
 */
import { DeniedRequest, Rights, rightsOf } from "../emulator/rights";
import { Typist } from "../tools/sign-in";
import { runbookCommands } from "./commands";
import { Drill } from "./drill";
import { Window } from "./record";
import { judgeRights } from "./rights";

/** A policy as it is written. */
interface Policy {
  readonly Statement: readonly { readonly Action?: string | readonly string[] }[];
}

interface Control {
  readonly name: string;
  readonly role: Typist;
  readonly command: (drill: Drill) => string;
  /** Spoils something beforehand, and gives back what mends it. */
  readonly spoil?: (drill: Drill) => Promise<() => Promise<void>>;
  /** Whether it failed for its own reason. */
  readonly isNoticed: (rights: Rights) => boolean;
}

/** What came of a control, as the drill's other controls tell it, and the requests that it made. */
export interface RightsControlResult {
  readonly name: string;
  readonly failedAsItMust: boolean;
  readonly seen: string;
  /** Numbers of the first request and of the last. */
  readonly requests: readonly [number, number];
}

/** The first command of the runbook, and what its role needs for it. */
const CHECK = {
  action: "ssm:GetParameter",
  command: (drill: Drill) => runbookCommands(drill.environment).check.commands[0],
};

const TRUST = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ecs-tasks.amazonaws.com" } }],
};

const denies =
  (role: Typist, action: string) =>
  (rights: Rights): boolean =>
    rights.denied > 0 &&
    rights.deniedRequests.every((one: DeniedRequest) => one.role.endsWith(`-${role}`) && one.action === action);

const CONTROLS: readonly Control[] = [
  {
    name: "a policy without one action",
    role: "recover",
    command: CHECK.command,
    spoil: (drill) => takeAway(drill, "recover", CHECK.action),
    isNoticed: denies("recover", CHECK.action),
  },
  {
    name: "a role without the boundary",
    role: "deploy",
    command: ({ environment, prefix }) =>
      `aws iam create-role --region ${environment.region} --role-name ${prefix}-control --assume-role-policy-document '${JSON.stringify(TRUST)}'`,
    isNoticed: denies("deploy", "iam:CreateRole"),
  },
  {
    name: "a request with a value that AWS does not know",
    role: "deploy",
    command: ({ environment, prefix }) =>
      `aws cloudwatch put-metric-alarm --region ${environment.region} --alarm-name ${prefix}-control --namespace AWS/ECS --metric-name CPUUtilization --statistic Average --period 60 --evaluation-periods 1 --threshold 90 --comparison-operator Above`,
    isNoticed: ({ refusedByModels, denied }) => refusedByModels > 0 && denied === 0,
  },
];

/** Tries all of them. The first is typed before its policy is spoilt as well: what fails for another reason shows nothing. */
export async function runRightsControls(drill: Drill): Promise<RightsControlResult[]> {
  if (drill.environment.deployment === undefined) return [];
  const results: RightsControlResult[] = [];
  for (const control of CONTROLS) {
    results.push(await drill.phase(`control: ${control.name}`, () => runControl(drill, control)));
  }
  return results;
}

async function runControl(
  drill: Drill,
  { name, role, command, spoil, isNoticed }: Control,
): Promise<RightsControlResult> {
  const line = command(drill);
  const before = spoil && (await drill.operator.type(line, role));
  const mend = await spoil?.(drill);
  const window = await Window.open(drill.emulator);
  const { status } = await drill.operator.type(line, role);
  await mend?.();
  const requests = await window.requests();
  // Without what was asked to spoil and to sign in. Who asks is not looked up for a request that the models refuse.
  const asked = requests.filter(({ principal, service }) => principal !== "administrator" && service !== "sts");
  const rights = rightsOf(asked, drill.decisions());
  const broken = judgeRights(rights, drill.prefix, []).filter(({ isKept }) => !isKept);
  const isGood = isNoticed(rights) && broken.length === 1 && status !== 0 && (before?.status ?? 0) === 0;
  const seen =
    broken.map((one) => `${one.what}: ${one.seen}`).join("; ") || `ended with ${status}, and nothing was refused`;
  drill.timeline.say(`  ${isGood ? "failed as expected" : "NOT NOTICED"}: ${seen}`);
  return { name, failedAsItMust: isGood, seen, requests: [requests[0]?.n ?? 0, requests.at(-1)?.n ?? 0] };
}

/** Takes one action, and all patterns that stand for it, out of the policies of a role. Gives back what puts them in again. */
async function takeAway(drill: Drill, role: Typist, action: string): Promise<() => Promise<void>> {
  const { aws, environment, prefix } = drill;
  const RoleName = `${prefix}-${role}`;
  const ask = <T>(operation: string, parameters: object): Promise<T> =>
    aws.ask<T>({ service: "iam", operation, region: environment.region, parameters: { RoleName, ...parameters } });
  const { PolicyNames } = await ask<{ PolicyNames: string[] }>("ListRolePolicies", {});
  const put = (PolicyName: string, policy: Policy) =>
    ask<void>("PutRolePolicy", { PolicyName, PolicyDocument: JSON.stringify(policy) });
  const original = new Map<string, Policy>();
  for (const PolicyName of PolicyNames) {
    const { PolicyDocument } = await ask<{ PolicyDocument: Policy }>("GetRolePolicy", { PolicyName });
    original.set(PolicyName, PolicyDocument);
    await put(PolicyName, without(PolicyDocument, action));
  }
  return async () => {
    for (const [name, policy] of original) await put(name, policy);
  };
}

const without = (policy: Policy, action: string): Policy => ({
  ...policy,
  Statement: policy.Statement.flatMap((statement) => {
    const actions = [statement.Action ?? []].flat().filter((pattern) => !matches(pattern, action));
    return actions.length > 0 ? [{ ...statement, Action: actions }] : [];
  }),
});

const matches = (pattern: string, action: string): boolean =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replaceAll("*", ".*")
      .replaceAll("?", ".")}$`,
    "i",
  ).test(action);
