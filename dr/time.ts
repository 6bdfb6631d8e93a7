import { Expression, raw, tf } from "../kernel";

/**
 * Seconds since 1970 of a time in UTC, such as `2026-11-21T08:00:00Z`, as a Terraform expression: Terraform adds times and
 * compares them, but cannot subtract one from another.
 *
 * Years are counted from March, so that the leap day is the last of the year; 719469 days lie between the two eras.
 */
export function epochSeconds(time: Expression): Expression {
  const part = (format: string): string => `tonumber(formatdate("${format}", at))`;
  const shifted = `(${part("M")} + 9) % 12`;
  const year = `(${part("YYYY")} - floor((14 - ${part("M")}) / 12))`;
  return tf`one([for at in [${time}] :
    (365 * ${raw(year)} + floor(${raw(year)} / 4) - floor(${raw(year)} / 100) + floor(${raw(year)} / 400)
    + floor((153 * (${raw(shifted)}) + 2) / 5) + ${raw(part("D"))} - 719469) * 86400
    + ${raw(part("h"))} * 3600 + ${raw(part("m"))} * 60 + ${raw(part("s"))}])`;
}
