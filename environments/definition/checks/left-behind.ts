import { Problem } from "../../../kernel";
import { GLOBAL_ENDPOINT } from "../../../modules/parts/partitions";
import { bucketName } from "../names/buckets";
import { exactly } from "../names/exactly";
import { recovered } from "../recovered";
import { namesRegion, wordOf } from "./lost-region";
import type { EnvironmentDefinition } from "../schema/environment";
import type { EnvironmentService } from "../schema/parts";

/** What of a service is another in the recovery region by itself, or is not taken over, or has a rule of its own (ARNs). */
const LEFT: readonly string[] = ["image", "alarms", "deploymentAlarms", "secrets", "uses", "authenticate"];

/** A thing of the primary region, as texts name it. */
interface Named {
  readonly isIn: (text: string, input: string) => boolean;
  readonly name: string;
  /** Its key in `storage`, where it is a bucket. */
  readonly bucket?: string;
}

/**
 * Variables and arguments of services that name a thing of the primary region: an address with its region in it, or a bucket
 * of the environment. The recovery region would work with what is lost, and write to it once it is back.
 */
export function checkLeftBehind(name: string, definition: EnvironmentDefinition): Problem[] {
  const { recovery, region, storage } = definition;
  if (!recovery || typeof region !== "string") return [];
  const things: Named[] = [
    ...Object.keys(storage ?? {}).map((key) => {
      const bucket = bucketName(definition, name, key);
      return { isIn: (text: string) => nameOf(bucket).test(text), name: bucket, bucket: key };
    }),
    {
      // Of what is no variable, the synthesized stack is asked as well, which knows texts alone.
      isIn: (text, input) => (isOfVariables(input) ? namesRegion(text, region) : wordOf(region).test(text)),
      name: region,
    },
  ];
  const services = Object.entries(recovered(definition).services ?? {});
  return services.flatMap(([service, stated]) =>
    Object.entries(stated ?? {}).flatMap(([input, value]) => {
      if (LEFT.includes(input)) return [];
      const isOther = Object.hasOwn(recovery.services?.[service] ?? {}, input);
      const path = `${isOther ? "recovery." : ""}services["${service}"].${input}`;
      const there = `state ${input as keyof EnvironmentService} of the recovery region in recovery.services["${service}"]`;
      return textsIn(value, path).flatMap(({ path: where, text, key }) => {
        const thing = things.find(({ isIn }) => isIn(text, input));
        if (!thing) return [];
        const template = input === "environment" ? templateOf(text, key, thing, stated) : undefined;
        const byHand = isOther ? "state what stands in the recovery region" : there;
        const remedies = template === undefined ? [byHand] : isOther ? [template] : [template, byHand];
        const what = whatOf(thing, text);
        // The value stays out of the message: it may be an address with a password in it.
        const message = `must not name ${what} with recovery, since dr would work with the lost region; ${remedies.join(", or ")}`;
        return [{ path: where, message }];
      });
    }),
  );
}

const isOfVariables = (input: string): boolean => ["environment", "variables"].includes(input);

/** Completes "must not name ...". */
function whatOf({ name, bucket }: Named, text: string): string {
  if (bucket !== undefined) return `the bucket ${name}`;
  return new RegExp(GLOBAL_ENDPOINT).test(text) ? `${name}, where endpoints without a region are,` : name;
}

/** What to state instead of a variable, so that it follows the region; undefined for IDs of Cognito, which say no other region's. */
function templateOf(
  text: string,
  variable: string,
  { name, bucket }: Named,
  { uses }: EnvironmentService,
): string | undefined {
  if (bucket === undefined && new RegExp(`${exactly(name)}(?:_[0-9A-Za-z]|:[0-9a-f]{8}-)`).test(text)) return undefined;
  const field = bucket === undefined ? fieldFor(text) : `{storage.${bucket}.name}`;
  const key = /^[A-Za-z_]\w*$/.test(variable) ? variable : JSON.stringify(variable);
  const isUsed = bucket === undefined || Object.hasOwn(uses?.storage ?? {}, bucket);
  const template =
    text === name ? `variables: { ${key}: "${field}" }` : `${key} in variables, with ${field} in its place`;
  return `state ${template}${isUsed ? "" : `, and uses: { storage: { "${bucket}": "read" } }`}`;
}

/** The field that stands for what a text names of its region. */
function fieldFor(text: string): string {
  const kinds: [RegExp, string][] = [
    [/[.]rds[.]/, "{database.host}"],
    [/[.]cache[.]/, "{cache.host}"],
    [/[.]elb[.]/, "{services.<service>.host}"],
    [/\/\/sqs[.]/, "{queues.<queue>.url}"],
    [/:sns:/, "{topics.<topic>.arn}"],
  ];
  return kinds.find(([pattern]) => pattern.test(text))?.[1] ?? "{region}";
}

/** A bucket's name as a whole, or as a host of S3; not as a part of another name. */
const nameOf = (bucket: string): RegExp => new RegExp(`(?<![a-z0-9.-])${exactly(bucket)}(?![a-z0-9-]|[.](?!s3[.-]))`);

/** A text of an input, and the key that it has there. */
interface Text {
  readonly path: string;
  readonly text: string;
  readonly key: string;
}

/**
 * The texts in an input. Images of sidecars are others in the recovery region; what is an ARN has a rule of its own, but for
 * variables.
 */
function textsIn(value: unknown, path: string, key = ""): Text[] {
  const isVariable = /services\["[^"]*"\]\.environment\["/.test(path);
  if (typeof value === "string") return value.startsWith("arn:") && !isVariable ? [] : [{ path, text: value, key }];
  if (Array.isArray(value)) return value.flatMap((item, i) => textsIn(item, `${path}[${i}]`, key));
  if (typeof value !== "object" || value === null) return [];
  const isSidecar = /\.sidecars\["[^"]*"\]$/.test(path);
  const isMap = /\.(environment|variables|sidecars)$/.test(path);
  return Object.entries(value)
    .filter(([name]) => !(isSidecar && ["image", "secrets"].includes(name)))
    .flatMap(([name, item]) => textsIn(item, isMap ? `${path}["${name}"]` : `${path}.${name}`, name));
}
