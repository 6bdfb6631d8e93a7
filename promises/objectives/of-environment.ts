import { Environment } from "../../environments/definition";
import { Recovery } from "../../environments/definition/schema/recovery";
import { SNAPSHOT_START_WINDOW_MINUTES } from "../../recovery/mechanisms";
import { recovered } from "../../environments/definition/recovered";
import { definitionInputs } from "../../environments/definition/schema/environment";
import { serviceInputs } from "../../modules/service/inputs";
import { statedStorage } from "../../wiring/restored-data";
import { RecoverySettings } from ".";

type Health = RecoverySettings["healthChecks"][number];

/** What of an environment decides how much is lost with its region, and how long recovery takes. */
export function recoverySettings(environment: Environment, stated: Recovery): RecoverySettings {
  const { database, cache, services } = recovered(environment);
  const recovery = definitionInputs.fields.recovery.complete(stated) as Required<Recovery>;
  const { mechanism, multiAz } = recovery.database as Required<NonNullable<Recovery["database"]>>;
  const { every = "day" } = recovery.snapshots;
  return {
    database: database && {
      mechanism,
      storageGib: statedStorage(environment),
      multiAz,
      // The services wait for the first backup: a second `cdktf deploy dr` is to change nothing.
      deferProtection: false,
      snapshots: { every, startWindowMinutes: SNAPSHOT_START_WINDOW_MINUTES },
    },
    cache: cache && !recovery.warm.includes("cache") ? { contents: "empty" } : undefined,
    healthChecks: Object.values(services).flatMap(({ routing }) => {
      if (!routing) return [];
      const { health } = serviceInputs.fields.routing.complete(routing) as { readonly health: Health };
      return [{ interval: health.interval, healthyThreshold: health.healthyThreshold }];
    }),
    hasNames: true,
  };
}
