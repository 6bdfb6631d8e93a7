import { isDeepStrictEqual } from "node:util";
import { Problem } from "../../../kernel";
import { checkArns } from "./arns";
import { blocksOverlap, checkOthers } from "./collisions";
import { checkCalls } from "./calls";
import { checkData } from "./data";
import { checkDeployment } from "./deployment";
import { checkDerivedNames } from "./derived-names";
import { checkLeftBehind } from "./left-behind";
import { checkMessaging } from "./messaging";
import { checkNames } from "./names";
import { checkCopies } from "./copies";
import { checkRecovery } from "./recovery";
import { checkPartition } from "./regions";
import { checkReach } from "./reach";
import { samePorts, samePriorities, shadowed } from "./routing";
import { EnvironmentDefinition, definitionInputs } from "../schema/environment";
import { OtherEnvironment } from "./other-environment";
import { checkSignIn } from "./sign-in";
import { checkState } from "./state";

/**
 * What is wrong across modules or environments, whatever the definition is: parts of the wrong shape are reported by the
 * schema, in the same list. The rules see a copy without these parts, and one with a stand-in for each: what they say of
 * both does not hang on a part that is wrong.
 */
export function crossCheck(
  name: string,
  definition: EnvironmentDefinition,
  others: readonly OtherEnvironment[],
): Problem[] {
  const beside = others.map((other) => ({ ...other, definition: definitionInputs.fit(other.definition, "leaveOut") }));
  const without = rulesAcross(name, definitionInputs.fit(definition, "leaveOut"), beside);
  if (without.length === 0) return [];
  const standIns = rulesAcross(name, definitionInputs.fit(definition, "replace"), beside);
  return without.filter((problem) => standIns.some((other) => isDeepStrictEqual(other, problem)));
}

/** The rules that span modules or environments. What the definition states has the declared types; any of it may be missing. */
function rulesAcross(name: string, definition: EnvironmentDefinition, others: readonly OtherEnvironment[]): Problem[] {
  return [
    ...checkData(name, definition, others),
    ...checkCalls(definition),
    ...checkMessaging(definition),
    ...checkNames(definition),
    ...checkRecovery(definition),
    ...checkCopies(name, definition),
    ...checkLeftBehind(name, definition),
    ...checkState(name, definition),
    ...checkPartition(definition),
    ...checkArns(definition),
    ...checkDeployment(name, definition, others),
    ...zonesOutside(definition),
    ...certificatesElsewhere(definition),
    ...overlappingRegions(definition),
    ...checkOthers(name, definition, others),
    ...checkDerivedNames(name, definition),
    ...checkSignIn(definition),
    ...samePriorities(definition),
    ...shadowed(definition),
    ...samePorts(definition),
    ...checkReach(definition),
    ...ownTags(definition),
    ...takenNames(definition),
    ...balancersWithoutSubnets(definition),
  ];
}

function zonesOutside({ region, network, recovery }: EnvironmentDefinition): Problem[] {
  const outside = (path: string, zones: unknown, home: unknown): Problem[] =>
    strings(zones).flatMap((zone, i) =>
      zone.slice(0, -1) === home
        ? []
        : [{ path: `${path}[${i}]`, message: `must be a zone of ${String(home)}`, value: zone }],
    );
  return [
    ...outside("network.zones", network?.zones, region),
    // Zones of the primary region would be the wrong answer to a recovery region that is the primary's.
    ...(recovery?.region === region
      ? []
      : outside("recovery.network.zones", recovery?.network?.zones, recovery?.region)),
  ];
}

/** A listener takes certificates of its own region only; AWS says so long after the network has been built. */
function certificatesElsewhere({ region, loadBalancer }: EnvironmentDefinition): Problem[] {
  const certificates: [string, unknown][] = [
    ["loadBalancer.certificateArn", loadBalancer?.certificateArn],
    ...Object.entries(loadBalancer?.certificates ?? {}).map(([name, arn]): [string, unknown] => [
      `loadBalancer.certificates["${name}"]`,
      arn,
    ]),
  ];
  return certificates.flatMap(([path, arn]) => {
    const home = typeof arn === "string" && /^arn:[^:]+:acm:([^:]+):/.exec(arn)?.[1];
    if (!home || home === region) return [];
    return [
      { path, message: `must be a certificate of ${region}, the environment's region; request it there`, value: arn },
    ];
  });
}

/** Networks that overlap can never be peered, which the way back to the primary region may need. */
function overlappingRegions({ network, recovery }: EnvironmentDefinition): Problem[] {
  const cidr = recovery?.network?.cidr;
  if (!blocksOverlap(cidr, network?.cidr)) return [];
  const message = `must not overlap the network of the primary region, ${network?.cidr}; choose a block of its own`;
  return [{ path: "recovery.network.cidr", message, value: cidr }];
}

/** Services stand in the stack beside its own parts and its provider; Terraform spells names with underscores. */
const TAKEN = [
  "aws",
  "backend",
  "certificate",
  "firewall",
  "network",
  "load-balancer",
  "cluster",
  "database",
  "cache",
  "secrets",
  "registry",
  "backup",
  "lifelines",
  // Every object has one, and the library of constructs takes it for a child.
  "constructor",
];

/** The same in the stacks that there are with a recovery region. */
const TAKEN_IN_RECOVERY = [
  "adopt",
  "begun",
  "check",
  "copy",
  "dashboard",
  "existing",
  "failback",
  "handover",
  "image",
  "images",
  "incarnation",
  "keep",
  "kept",
  "latch",
  "manifest",
  "problems",
  "ready",
  "recovery",
  "release",
  "restored",
  "settled",
  "snapshot",
  "snapshots",
  "standby",
  "unfinished",
];

function takenNames({ services, recovery }: EnvironmentDefinition): Problem[] {
  const taken = [...TAKEN, ...(recovery ? TAKEN_IN_RECOVERY : [])];
  return Object.keys(services ?? {})
    .filter((name) => taken.includes(name) || name.startsWith("storage-") || name.startsWith("lifelines-"))
    .map((name) => ({
      path: `services["${name}"]`,
      message: `must have another name: a stack has a part of that name (they have ${taken.join(", ")}, storage-… and lifelines-…)`,
    }));
}

/** Tags that every resource has from the stack; they are what a recovery finds things by. */
const OWN_TAGS = ["Application", "Environment", "ManagedBy", "DisplayName"];

/** IAM takes keys that differ in case only for one, and refuses both. Source: IAM User Guide, "Tags for IAM resources". */
const ownTags = ({ tags }: EnvironmentDefinition): Problem[] =>
  Object.entries(tags ?? {}).flatMap(([key, value]) => {
    const own = OWN_TAGS.find((one) => one.toLowerCase() === key.toLowerCase());
    if (own === undefined) return [];
    return [{ path: `tags["${key}"]`, message: `must be left out: the stack sets ${own} itself`, value }];
  });

/** The load balancer's subnets follow from the network; AWS refuses it only when all of the network has been built. */
function balancersWithoutSubnets({ network, loadBalancer }: EnvironmentDefinition): Problem[] {
  if (!network || !loadBalancer || loadBalancer.internal === true) return [];
  const planned = network.publicTier === false ? [] : strings(network.zones);
  const zones = network.subnets ? Object.keys(network.subnets.public ?? {}) : planned;
  if (zones.length >= 2) return [];
  const message = `must be true: the network has public subnets in ${zones.length} zones, and a load balancer that faces the internet needs 2; or add public subnets`;
  return [{ path: "loadBalancer.internal", message, value: loadBalancer.internal ?? false }];
}

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
