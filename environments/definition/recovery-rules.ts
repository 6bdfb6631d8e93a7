import { Problem } from "../../kernel";
import type { EnvironmentDefinition, EnvironmentService } from "./schema";

/** The rules about the recovery region. They look at parts of the right shape only. */
export function checkRecovery(definition: EnvironmentDefinition): Problem[] {
  const { recovery } = definition;
  if (typeof recovery !== "object" || recovery === null) return [];
  return [
    ...sameRegion(definition),
    ...withoutNames(definition),
    ...certificateElsewhere(definition),
    ...passwordThatStays(definition),
    ...Object.entries(definition.services ?? {}).flatMap(([name, service]) =>
      boundToRegion(`services["${name}"]`, service, definition),
    ),
  ];
}

function sameRegion({ region, recovery }: EnvironmentDefinition): Problem[] {
  if (recovery?.region === undefined || recovery.region !== region) return [];
  const message = "must be another region than region: both would be lost at once";
  return [{ path: "recovery.region", message, value: region }];
}

function withoutNames({ names }: EnvironmentDefinition): Problem[] {
  if (names) return [];
  return [{ path: "recovery", message: "needs names: recovery moves the environment's names to the other region" }];
}

function certificateElsewhere({ recovery }: EnvironmentDefinition): Problem[] {
  const arn = recovery?.certificateArn;
  if (typeof arn !== "string" || arn.split(":")[3] === recovery?.region) return [];
  const message = `must be a certificate of ${recovery?.region}; leave it out, and the standby requests one`;
  return [{ path: "recovery.certificateArn", message, value: arn }];
}

/** RDS keeps a password that it manages in the database's region, and makes another one when it restores. */
function passwordThatStays({ database }: EnvironmentDefinition): Problem[] {
  if (!database?.credentials?.managed) return [];
  const message =
    "must not be managed with recovery: RDS copies no secret of its own to another region; use generated, which is copied";
  return [{ path: "database.credentials", message }];
}

/** What the module of a service takes by ARN, and the recovery region would reach for across regions. */
const BY_ARN: readonly (keyof EnvironmentService)[] = [
  "secrets",
  "secretKmsKeys",
  "taskStatements",
  "executionStatements",
  "sidecars",
];

/** A service that names things of the primary region could not start without it. */
function boundToRegion(path: string, service: EnvironmentService, { region }: EnvironmentDefinition): Problem[] {
  return BY_ARN.flatMap((key) => {
    const found = new RegExp(`arn:[a-z-]+:[a-z0-9-]+:${region}:[^"]*`).exec(JSON.stringify(service?.[key] ?? null));
    if (!found) return [];
    const message = `must name nothing of ${region} with recovery, since the recovery region would need it; state it through uses, which follows the region`;
    return [{ path: `${path}.${key}`, message, value: found[0] }];
  });
}
