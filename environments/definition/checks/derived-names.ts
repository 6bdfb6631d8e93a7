import { Problem } from "../../../kernel";
import { recoveryName, restoreTestName } from "../../../recovery/names";
import { DerivedName, derivedNames } from "../names/derived";
import { EnvironmentDefinition, definitionInputs } from "../schema/environment";

/**
 * Names that nobody wrote: they follow from the application's, the environment's and, some, from the key of a service or a user.
 * Each that AWS would refuse is reported before any stack is made, with what to shorten and by how much.
 */
export function checkDerivedNames(environment: string, definition: EnvironmentDefinition): Problem[] {
  // Nothing is derived from what is wrong by itself, which is reported already.
  const wrong: Problem[] = [];
  definitionInputs.fields.application.check(definition.application, "application", wrong);
  if (wrong.length > 0 || typeof definition.region !== "string") return [];
  const { problems, shorter } = wrongPrefix(environment, definition);
  // Of names that are longer by the same part, only what stays too long once that part is right.
  return [...problems, ...longRoles(environment, definition, shorter), ...longUsers(environment, definition, shorter)];
}

/** The name that asks for most, of all that are made of application and environment alone, and by how much the two have to be shorter. */
function wrongPrefix(
  environment: string,
  definition: EnvironmentDefinition,
): { readonly problems: Problem[]; readonly shorter: number } {
  const wrong = derivedNames(definition, environment)
    .map((name) => ({ ...name, message: refusal(name), excess: name.value.length - longest(name) }))
    .filter(({ message }) => message !== undefined)
    .sort((left, right) => right.excess - left.excess);
  if (wrong.length === 0) return { problems: [], shorter: 0 };
  const [{ value, owner, excess, message }] = wrong;
  const made = `and the environment's name ${environment} make ${value}, the name of ${owner}`;
  const fault =
    excess > 0
      ? `of ${value.length} characters, where ${value.length - excess} are allowed: shorten the two by ${characters(excess)} together (the environment is named like its file)`
      : `which ${message}`;
  return {
    problems: [{ path: "application", message: `${made}, ${fault}`, value: definition.application }],
    shorter: Math.max(0, excess),
  };
}

/** What the module says of a name; undefined when it takes it. */
function refusal({ value, type }: Pick<DerivedName, "value" | "type">): string | undefined {
  const problems: Problem[] = [];
  type.check(value, "name", problems);
  return problems[0]?.message;
}

/** The longest name that the module takes, as far as a name that is too long is concerned. */
function longest({ value, type }: DerivedName): number {
  let length = value.length;
  while (length > 1 && refusal({ value: "a".repeat(length), type }) !== undefined) length--;
  return length;
}

/** IAM's longest name of a role. Source: IAM User Guide, "IAM and AWS STS quotas". */
const LONGEST_ROLE = 64;

/** Each service has two roles, of which this ending is the longer one. */
const EXECUTION = "-execution-";

/** The service module allows for the longest name of a region where it knows the name of the cluster. */
const LONGEST_IN_RECOVERY = 38;

function longRoles(
  environment: string,
  { application, region, services, recovery }: EnvironmentDefinition,
  shorter: number,
): Problem[] {
  const prefix = `${application}-${environment}`;
  const clusters = [
    { cluster: prefix, where: region, most: LONGEST_ROLE - EXECUTION.length - "-".length - region.length },
    ...(recovery
      ? [recoveryName(prefix), restoreTestName(prefix)].map((cluster) => ({
          cluster,
          where: recovery.region,
          most: LONGEST_IN_RECOVERY,
        }))
      : []),
  ];
  return Object.keys(services ?? {}).flatMap((service) => {
    const [tightest] = clusters
      .map((one) => ({ ...one, excess: one.cluster.length + service.length - one.most }))
      .sort((left, right) => right.excess - left.excess);
    const { cluster, where, most } = tightest;
    const excess = tightest.excess - shorter;
    if (excess <= 0) return [];
    const role = `${cluster}-${service}${EXECUTION}${where}`;
    const message = `has a role ${role}, of ${role.length} characters, in which ${cluster} and ${service} may have ${most} together: shorten the service's name, application (${application}) or the environment's name (${environment}) by ${more(excess, shorter)}`;
    return [{ path: `services["${service}"]`, message }];
  });
}

/** ElastiCache's longest ID of a user. Source: ElastiCache API reference, CreateUser. */
const LONGEST_USER = 40;

function longUsers(
  environment: string,
  { application, cache, recovery }: EnvironmentDefinition,
  shorter: number,
): Problem[] {
  const prefix = `${application}-${environment}`;
  const owner = recovery ? recoveryName(prefix) : prefix;
  return Object.keys(cache?.users ?? {}).flatMap((user) => {
    const id = `${owner}-${user}`;
    const excess = id.length - LONGEST_USER - shorter;
    if (excess <= 0) return [];
    const message = `has the ID ${id}, of ${id.length} characters, where ElastiCache takes ${LONGEST_USER}: shorten the user's name, application (${application}) or the environment's name (${environment}) by ${more(excess, shorter)}`;
    return [{ path: `cache.users["${user}"]`, message }];
  });
}

/** By how much more than what is said of application and environment already. */
const more = (excess: number, shorter: number): string =>
  shorter === 0 ? characters(excess) : `${characters(excess)} more`;

const characters = (count: number): string => (count === 1 ? "1 character" : `${count} characters`);
