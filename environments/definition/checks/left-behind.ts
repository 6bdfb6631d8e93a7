import { Problem } from "../../../kernel";
import { bucketName } from "../names/buckets";
import { exactly } from "../names/exactly";
import { recovered } from "../recovered";
import type { EnvironmentDefinition } from "../schema/environment";
import type { EnvironmentService } from "../schema/parts";

/** What of a service is another in the recovery region by itself, or is not taken over, or has a rule of its own (ARNs). */
const LEFT: readonly string[] = ["image", "alarms", "deploymentAlarms", "secrets", "uses", "authenticate"];

/** A thing of the primary region, as texts name it. */
interface Named {
  readonly pattern: RegExp;
  /** Completes "it names ...". */
  readonly what: string;
  /** How to state it instead. */
  readonly instead: string;
}

/**
 * Variables and arguments of services that name a thing of the primary region: an address with its region in it, or a bucket
 * of the environment. The recovery region would work with what is lost, and write to it once it is back.
 */
export function checkLeftBehind(name: string, definition: EnvironmentDefinition): Problem[] {
  const { recovery, region, storage } = definition;
  if (!recovery || typeof region !== "string") return [];
  const things: Named[] = [
    ...Object.keys(storage ?? {}).map((bucket) => ({
      pattern: nameOf(bucketName(definition, name, bucket)),
      what: `the bucket ${bucketName(definition, name, bucket)}`,
      instead: `state uses.storage.${bucket}, which sets a variable to the bucket of the region that the service runs in`,
    })),
    {
      pattern: new RegExp(`(?<![A-Za-z0-9])${exactly(region)}(?![0-9])`),
      what: region,
      instead: "state it through uses, which follows the region",
    },
  ];
  const services = Object.entries(recovered(definition).services ?? {});
  return services.flatMap(([service, stated]) =>
    Object.entries(stated ?? {}).flatMap(([input, value]) => {
      if (LEFT.includes(input)) return [];
      const isOther = Object.hasOwn(recovery.services?.[service] ?? {}, input);
      const path = `${isOther ? "recovery." : ""}services["${service}"].${input}`;
      return textsIn(value, path).flatMap(({ path: where, text }) => {
        const thing = things.find(({ pattern }) => pattern.test(text));
        if (!thing) return [];
        // The value stays out of the message: it may be an address with a password in it.
        const message = `must not name ${thing.what} with recovery, since dr would work with the lost region; ${thing.instead}, or state ${input as keyof EnvironmentService} of the recovery region in recovery.services["${service}"]`;
        return [{ path: where, message }];
      });
    }),
  );
}

/** A bucket's name as a whole, or as a host of S3; not as a part of another name. */
const nameOf = (bucket: string): RegExp => new RegExp(`(?<![a-z0-9.-])${exactly(bucket)}(?![a-z0-9-]|[.](?!s3[.-]))`);

/** The texts in an input. Images of sidecars are others in the recovery region; what is an ARN has a rule of its own. */
function textsIn(value: unknown, path: string): { readonly path: string; readonly text: string }[] {
  if (typeof value === "string") return value.startsWith("arn:") ? [] : [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((item, i) => textsIn(item, `${path}[${i}]`));
  if (typeof value !== "object" || value === null) return [];
  const isSidecar = /\.sidecars\["[^"]*"\]$/.test(path);
  const isMap = /\.(environment|sidecars)$/.test(path);
  return Object.entries(value)
    .filter(([key]) => !(isSidecar && ["image", "secrets"].includes(key)))
    .flatMap(([key, item]) => textsIn(item, isMap ? `${path}["${key}"]` : `${path}.${key}`));
}
