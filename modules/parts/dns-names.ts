import { t } from "../../kernel";

const LABEL = "[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?";

/** A whole name, such as `www.example.com`: lower case, at most 253 characters, without the dot of the root. */
export const domainName = () =>
  t
    .string()
    .pattern(
      new RegExp(`^(${LABEL}\\.)+${LABEL}$`),
      "must be a whole domain name in lower case, without a dot at its end",
      { good: "example.com", bad: "Example.com." },
    )
    .length(1, 253);

/** A part of a host name: no underscores, which only records have. */
const HOST_LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

/**
 * A name that a certificate can have, perhaps with a wildcard: `*.example.com`. Source: botocore, acm:
 * RequestCertificateRequest.DomainName.
 */
export const domainNameOrWildcard = () =>
  t
    .string()
    .pattern(
      new RegExp(`^(\\*\\.)?(${HOST_LABEL}\\.)+[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$`),
      "must be a whole domain name in lower case, or *. and one, without underscores and without a dot at its end",
      { good: "example.com", bad: "*example.com" },
    )
    .length(1, 253);

/** Name of a record of a zone: whole, or relative with one label; `@` is the zone itself. */
export const RECORD_NAME = new RegExp(`^(@|\\*|(\\*\\.)?${LABEL}(\\.${LABEL})*)$`);

/** ID of a hosted zone. */
export const zoneId = () =>
  t.string().pattern(/^[A-Z0-9]{1,32}$/, "must be the ID of a hosted zone", {
    good: "Z0123456789ABCDEFGHIJ",
    bad: "example.com",
  });

/** Whether a whole name belongs to a zone. */
export const isInZone = (name: string, zone: string): boolean => name === zone || name.endsWith(`.${zone}`);

/** The same as {@link isInZone}, as HCL. */
export const isInZoneHcl = (name: string, zone: string): string =>
  `${name} == ${zone} || endswith(${name}, ".\${${zone}}")`;
