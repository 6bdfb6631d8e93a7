import { wholeName } from "../../../modules/dns-failover/names";
import type { EnvironmentDefinition } from "../schema/environment";

/** The environment's names as clients type them. */
export const hostnames = ({ names }: EnvironmentDefinition): string[] =>
  (names?.hostnames ?? []).map((name) => wholeName(name, names?.zone.name ?? ""));
