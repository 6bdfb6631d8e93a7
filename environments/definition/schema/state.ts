import { Problem, t } from "../../../kernel";
import { bucketName } from "../../../modules/storage/inputs/types";
import type { EnvironmentDefinition } from "./environment";

/** Region of Route 53's own metrics, and of all that stands for the whole world: the edge stack's. */
export const GLOBAL_REGION = "us-east-1";

/** The longest name of a bucket beside which there is one for its access logs. Source: S3 User Guide, naming rules (63). */
const LONGEST = 63 - "-logs".length;

/** Where Terraform's state is. */
export const stateInput = () =>
  t
    .object({
      /**
       * Buckets of yours by region, with versions, each in its region. Without one:
       * <application>-<environment>-state-<account>-<region>, which the bootstrap stack makes.
       * @default {}
       */
      buckets: t
        .map(bucketName())
        .keys(/^[a-z]{2}(-[a-z]+)+-[0-9]$/, "must be names of regions", { good: "us-east-1", bad: "Virginia" })
        .default({}),
    })
    .optional();

/** What of an environment says where its states are. */
export type StateOwner = Pick<EnvironmentDefinition, "application" | "accountId" | "region" | "state" | "recovery"> & {
  readonly name: string;
  readonly names?: unknown;
};

/** The regions that stacks of the environment keep their states in: its own, the one of recovery, and the edge stack's. */
export const stateRegions = ({ region, recovery, names }: StateOwner): string[] => [
  ...new Set([region, ...(recovery ? [recovery.region] : []), ...(names ? [GLOBAL_REGION] : [])]),
];

/** Bucket of the states of a region's stacks; buckets share one name space with all other accounts. */
export const stateBucket = (environment: StateOwner, region: string): string =>
  environment.state?.buckets?.[region] ?? ownStateBucket(environment, region);

const ownStateBucket = ({ application, name, accountId }: StateOwner, region: string): string =>
  `${application}-${name}-state-${accountId}-${region}`;

/** The regions whose bucket the bootstrap stack makes: where the environment names none. */
export const ownStateRegions = (environment: StateOwner): string[] =>
  environment.state ? stateRegions(environment).filter((region) => !environment.state?.buckets?.[region]) : [];

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
