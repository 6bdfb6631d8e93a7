import { Problem } from "../../../kernel";
import { partitionOf } from "../../../modules/parts/partitions";
import { REGION_NAMES } from "../schema/region";
import regions from "../../../modules/parts/tables/regions.json";
import type { EnvironmentDefinition } from "../schema/environment";

/** The regions that an environment states, by the paths of the inputs. */
const stated = ({ region, recovery, formerRecoveryRegion }: EnvironmentDefinition): [string, string | undefined][] => [
  ["region", region],
  ["recovery.region", recovery?.region],
  ["formerRecoveryRegion", formerRecoveryRegion],
];

/** What of AWS does not reach from one partition to another, or is not in each of them. */
export function checkPartition(definition: EnvironmentDefinition): Problem[] {
  const { region, recovery, names, services } = definition;
  if (typeof region !== "string") return [];
  const home = partitionOf(region).id;
  const say = (path: string, message: string, value?: unknown): Problem => ({ path, message, value });
  const elsewhere = stated(definition).filter(
    ([, other]) => typeof other === "string" && REGION_NAMES.test(other) && partitionOf(other).id !== home,
  );
  const checkers = names?.healthCheck?.regions;
  return [
    ...elsewhere.map(([path, other]) =>
      say(
        path,
        `must be a region of the partition ${home}, as ${region} is: accounts, keys and copies of data reach no other`,
        other,
      ),
    ),
    ...(recovery && home === "aws-eusc"
      ? [
          say(
            "recovery",
            `must be left out: the European Sovereign Cloud has one region (in the list of ${regions.date}), and nothing of it is copied to another partition`,
          ),
        ]
      : []),
    ...(checkers && home !== "aws"
      ? [
          say(
            "names.healthCheck.regions",
            `must be left out in ${region}: Route 53 of ${home} has checkers of its own, which cannot be chosen`,
            checkers,
          ),
        ]
      : []),
    // Source: botocore, `endpoints.json`, service cognito-idp.
    ...(home === "aws-cn"
      ? Object.entries(services ?? {})
          .filter(([, service]) => service?.authenticate)
          .map(([name]) =>
            say(`services["${name}"].authenticate`, "must be left out in China, where Cognito has no user pools"),
          )
      : []),
  ];
}

/**
 * Zones that a region does not have, as far as the list knows its region. AWS adds some, and gives each account others: that
 * is no refusal.
 */
function unknownZones({ network, recovery }: EnvironmentDefinition): string[] {
  const known: Readonly<Record<string, string>> = regions.zones;
  const places = [
    { path: "network.zones", zones: network?.zones },
    { path: "recovery.network.zones", zones: recovery?.network?.zones },
  ];
  return places.flatMap(({ path, zones = [] }) =>
    zones.flatMap((zone) => {
      const letters = known[zone.slice(0, -1)];
      if (letters === undefined || letters.includes(zone.slice(-1))) return [];
      return [
        `${path}: ${zone} is not in the list of zones of ${regions.date}, which has ${[...letters].map((letter) => zone.slice(0, -1) + letter).join(", ")}. Where your account has it, all is well; "aws ec2 describe-availability-zones" shows it.`,
      ];
    }),
  );
}

/** What AWS may have added since the list was made, as sentences. */
export function unknownPlaces(definition: EnvironmentDefinition): string[] {
  const known: readonly string[] = Object.values(regions.regions).flat();
  const unknown = stated(definition).filter(([, region]) => region !== undefined && !known.includes(region));
  return [
    ...unknown.map(
      ([path, region]) =>
        `${path}: ${region} is not in the list of regions of ${regions.date}. A region that is newer can be used where the AWS provider knows it; another does not exist.`,
    ),
    ...unknownZones(definition),
  ];
}
