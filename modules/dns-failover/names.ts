import { Props } from "../../kernel";
import { isInZone, isInZoneHcl } from "../parts/dns-names";
import type { dnsFailoverFields } from "./inputs/fields";

type DnsFailover = Required<Props<typeof dnsFailoverFields>>;

/** The zone's name; empty when no zone is given, which is another rule's business. */
export const zoneName = ({ zone, newZone }: DnsFailover): string => (zone ?? newZone)?.name ?? "";

/** The same as {@link zoneName}, as HCL. */
export const ZONE_NAME = 'try(var.zone.name, var.new_zone.name, "")';

/** The whole name of a record: `@` is the zone, a name with a dot is whole, any other is relative to the zone. */
export function wholeName(name: string, zone: string): string {
  if (name === "@") return zone;
  return name.includes(".") ? name : `${name}.${zone}`;
}

/** The same as {@link wholeName}, as HCL. */
export const wholeNameHcl = (name: string, zone: string): string =>
  `${name} == "@" ? ${zone} : strcontains(${name}, ".") ? ${name} : "\${${name}}.\${${zone}}"`;

/** Whether all names, as they were written, are of the zone. */
export const areInZone = (names: readonly string[], zone: string): boolean =>
  zone === "" || names.every((name) => isInZone(wholeName(name, zone), zone));

/** The same as {@link areInZone}, as HCL; `names` is a list. */
export const areInZoneHcl = (names: string): string =>
  `${ZONE_NAME} == "" ? true : alltrue([for name in ${wholeNames(names)} : ${isInZoneHcl("name", ZONE_NAME)}])`;

/** Whole names of a list of names, as HCL; a name that is null is reported by itself. */
export const wholeNames = (names: string): string =>
  `[for name in ${names} : ${wholeNameHcl("name", ZONE_NAME)} if name != null]`;
