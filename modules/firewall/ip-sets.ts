import { Wafv2IpSet } from "@cdktf/provider-aws/lib/wafv2-ip-set";
import { Construct } from "constructs";
import { Collection, tf } from "../../kernel";
import { named } from "../parts/tags";
import { Context } from "./context";

/** The two IP sets of one list: an IP set holds addresses of one family. */
export interface AddressList {
  readonly ipv4: Wafv2IpSet;
  readonly ipv6: Wafv2IpSet;
}

/**
 * The IP sets of a list. They are there even when the list is empty, which matches nothing and costs nothing: AWS WAF
 * refuses to delete an IP set that a web ACL still names, so that emptying a list could otherwise fail.
 */
export function createAddressList(
  scope: Construct,
  context: Context,
  list: { id: string; what: string; addresses: Collection },
): AddressList {
  const { name, tags } = context.inputs;
  const create = (family: "ipv4" | "ipv6", addresses: string[]): Wafv2IpSet => {
    const setName = `${name}-${list.id}-${family}`;
    return new Wafv2IpSet(scope, `${list.id}_${family}`, {
      name: setName,
      description: `${name}: ${list.what}`,
      scope: context.scope,
      ipAddressVersion: family.toUpperCase(),
      addresses,
      tags: named(tags, setName),
      lifecycle: { createBeforeDestroy: true },
    });
  };
  return {
    ipv4: create("ipv4", tf<string[]>`[for cidr in ${list.addresses} : cidr if !strcontains(cidr, ":")]`),
    ipv6: create("ipv6", tf<string[]>`[for cidr in ${list.addresses} : cidr if strcontains(cidr, ":")]`),
  };
}
