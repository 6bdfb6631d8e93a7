import { isIPv4, isIPv6 } from "node:net";

/**
 * Whether the text is a block of addresses of either family. An IPv4 block must begin with its network address
 * (`10.0.0.0/8`, not `10.1.2.3/8`), which AWS asks for.
 */
export function isBlock(text: string): boolean {
  const [, address, digits] = /^([0-9a-fA-F.:]+)\/(0|[1-9][0-9]{0,2})$/.exec(text) ?? [];
  if (address === undefined) return false;
  const prefix = Number(digits);
  if (isIPv6(address)) return prefix <= 128;
  return isIPv4(address) && prefix <= 32 && hostBits(address, prefix) === 0;
}

function hostBits(address: string, prefix: number): number {
  const number = address.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
  return number % 2 ** (32 - prefix);
}

/** The same as {@link isBlock}, as HCL. */
export const isBlockHcl = (ref: string): string =>
  `can(regex("^[0-9a-fA-F.:]+/[0-9]+$", ${ref})) && ` +
  `try(strcontains(${ref}, ":") ? cidrsubnet(${ref}, 0, 0) != "" : cidrsubnet(${ref}, 0, 0) == ${ref}, false)`;
