import { Problem } from "../../../kernel";
import { Block, overlap, parseBlock } from "../../../modules/network/cidr";
import { recoveryName, restoreTestName } from "../../../recovery/names";
import { hostnames } from "../names/hostnames";
import { stateBucket, stateRegions } from "../names/state-buckets";
import type { EnvironmentDefinition } from "../schema/environment";
import type { OtherEnvironment } from "./other-environment";

/**
 * What no two environments may have in common: names of resources, hostnames, states. Their buckets are compared where the
 * buckets' names are checked. What is wrong with another environment is said when that one is synthesized, and never here.
 */
export function checkOthers(
  name: string,
  definition: EnvironmentDefinition,
  others: readonly OtherEnvironment[],
): Problem[] {
  return others.flatMap((other) => [
    ...samePrefix(name, definition, other),
    ...sameHostnames(definition, other),
    ...sameStates(name, definition, other),
  ]);
}

/** Resources are found by their names, by the recovery and by people: two of one name would take each other's. */
function samePrefix(name: string, definition: EnvironmentDefinition, other: OtherEnvironment): Problem[] {
  const theirs = prefixes(other.name, other.definition);
  const both = prefixes(name, definition).find((prefix) => theirs.includes(prefix));
  if (both === undefined) return [];
  const message = `must differ from that of ${other.file}: resources and buckets of both would be called ${both}-…; change the application of one, or rename its file`;
  return [{ path: "application", message, value: definition.application }];
}

/** What names of an environment's resources begin with: those of its recovery region, and of a restore test, are longer. */
function prefixes(name: string, { application, recovery }: EnvironmentDefinition): string[] {
  const prefix = `${application}-${name}`;
  return recovery ? [prefix, recoveryName(prefix), restoreTestName(prefix)] : [prefix];
}

/** The later one would take the records over, and with them the clients. */
function sameHostnames(definition: EnvironmentDefinition, other: OtherEnvironment): Problem[] {
  if (!definition.names?.zone || definition.names.zone.id !== other.definition.names?.zone?.id) return [];
  const taken = hostnames(other.definition);
  return hostnames(definition).flatMap((hostname, i) =>
    taken.includes(hostname)
      ? [
          {
            path: `names.hostnames[${i}]`,
            message: `must not be a name of ${other.file}, whose records it would replace; take another, or take it out there first`,
            value: hostname,
          },
        ]
      : [],
  );
}

/** In one bucket the states are told apart by the environment's name. */
function sameStates(name: string, definition: EnvironmentDefinition, other: OtherEnvironment): Problem[] {
  if (name !== other.name || !definition.state || !other.definition.state) return [];
  const theirs = { ...other.definition, name: other.name };
  const taken = stateRegions(theirs).map((region) => stateBucket(theirs, region));
  const ours = { ...definition, name };
  return stateRegions(ours)
    .filter((region) => definition.state?.buckets?.[region] && taken.includes(stateBucket(ours, region)))
    .map((region) => ({
      path: `state.buckets["${region}"]`,
      message: `must not be the bucket of ${other.file}, an environment of the same name: their states would be one; take another bucket`,
      value: stateBucket(ours, region),
    }));
}

/**
 * Hostnames that another environment states of another zone, as sentences: a name leads to one of them at a time, which is
 * what somebody wants who moves from one account to another.
 */
export function hostnamesElsewhere(definition: EnvironmentDefinition, others: readonly OtherEnvironment[]): string[] {
  const ours = hostnames(definition);
  return others
    .filter(({ definition: other }) => other.names?.zone?.id !== definition.names?.zone?.id)
    .flatMap(({ file, definition: other }) =>
      hostnames(other)
        .filter((hostname) => ours.includes(hostname))
        .map(
          (hostname) =>
            `names.hostnames: ${hostname} is a name of ${file}, too, in another hosted zone: clients reach the one whose zone the domain is delegated to.`,
        ),
    );
}

/**
 * Networks of this environment that overlap another's, as sentences. That is no mistake of either: they can only never be
 * peered, which a migration from one to the other needs.
 */
export function overlapsWithOthers(
  { network, recovery }: EnvironmentDefinition,
  others: readonly OtherEnvironment[],
): string[] {
  const ours = [
    { path: "network.cidr", cidr: network?.cidr },
    { path: "recovery.network.cidr", cidr: recovery?.network?.cidr },
  ];
  return others.flatMap(({ file, definition }) => {
    const theirs = [
      { whose: "the network", cidr: definition.network?.cidr },
      { whose: "the recovery network", cidr: definition.recovery?.network?.cidr },
    ];
    return ours.flatMap(({ path, cidr }) =>
      theirs
        .filter(({ cidr: taken }) => blocksOverlap(cidr, taken))
        .map(
          ({ whose, cidr: taken }) =>
            `${path} ${cidr} overlaps ${whose} of ${file}, ${taken}: the two can never be peered. Choose a block of its own before it is deployed, unless that is meant.`,
        ),
    );
  });
}

/** Whether two values are IPv4 blocks that have an address in common. */
export function blocksOverlap(left: unknown, right: unknown): boolean {
  const [ours, theirs] = [parse(left), parse(right)];
  return ours !== null && theirs !== null && overlap(ours, theirs);
}

const parse = (cidr: unknown): Block | null => (typeof cidr === "string" ? parseBlock(cidr) : null);
