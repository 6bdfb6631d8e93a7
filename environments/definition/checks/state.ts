import { Problem } from "../../../kernel";
import { StateOwner, ownStateBucket, ownStateRegions, stateRegions } from "../names/state-buckets";
import type { EnvironmentDefinition } from "../schema/environment";

/** The longest name of a bucket beside which there is one for its access logs. Source: S3 User Guide, naming rules (63). */
const LONGEST = 63 - "-logs".length;

/** The rules about where states are. */
export function checkState(name: string, definition: EnvironmentDefinition): Problem[] {
  const { state } = definition;
  if (typeof state !== "object" || state === null) return [];
  const owner: StateOwner = { ...definition, name };
  const regions = stateRegions(owner);
  const path = (region: string): string => `state.buckets["${region}"]`;
  const stated = Object.entries(state.buckets ?? {});
  return [
    ...nameOfStates(definition),
    ...stated
      .filter(([region]) => !regions.includes(region))
      .map(([region, value]) => ({
        path: path(region),
        message: `must be left out: no stack keeps its state there (the regions are ${regions.join(", ")})`,
        value,
      })),
    ...stated
      .filter(([, bucket], i) => stated.findIndex(([, other]) => other === bucket) < i)
      .map(([region, value]) => ({
        path: path(region),
        message: "must differ from the other regions' bucket: a bucket is in one region, and lost with it",
        value,
      })),
    ...ownStateRegions(owner)
      .map((region) => ({ region, bucket: ownStateBucket(owner, region) }))
      .filter(({ bucket }) => bucket.length > LONGEST)
      .map(({ region, bucket }) => ({
        path: path(region),
        message: `must be stated: the bucket's name would be ${bucket}, of ${bucket.length} characters, and S3 takes ${LONGEST} (63 with the ending -logs); name a bucket of yours, or shorten application or the environment's name`,
      })),
  ];
}

/** Buckets of the application are named like those of the states, with their key in the place of `state`. */
function nameOfStates({ storage }: EnvironmentDefinition): Problem[] {
  const bucket = storage?.state;
  if (!bucket || bucket.bucketName !== undefined) return [];
  const message =
    "must have another name: its bucket would be the one of Terraform's state; rename it, or state bucketName";
  return [{ path: 'storage["state"]', message }];
}
