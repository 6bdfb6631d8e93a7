import { TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { Bound, comment, local, tf } from "../../kernel";
import type { loadBalancerInputs } from "./inputs";

type Inputs = Bound<(typeof loadBalancerInputs)["fields"]>;

/** A local that maps a name to each client: a block, a prefix list or a security group. */
export function listClients(scope: Construct, inputs: Inputs): TerraformLocal {
  const { internal, ipAddressType, allowedCidrs, allowedPrefixLists, allowedSecurityGroups } = inputs;
  const everyone = comment(
    local(
      scope,
      "everyone",
      tf`tomap({ for family, cidr in { ipv4 = "0.0.0.0/0", ipv6 = "::/0" } : "everyone-\${family}" => cidr if !contains(
          { ipv4 = ["dualstack-without-public-ipv4"], ipv6 = ["ipv4"] }[family], ${ipAddressType}
        ) })`,
    ),
    "Everyone, over the kinds of addresses that the load balancer has.",
  );
  const unnamed = tf`${internal} || length(${allowedPrefixLists}) + length(${allowedSecurityGroups}) > 0 ? {} : ${everyone}`;
  // What is compared with null, or goes through coalesce, is sensitive as a whole when one block of it is, and for_each
  // takes no such map.
  const cidrs = local(scope, "client_cidrs", tf`can(length(${allowedCidrs})) ? ${allowedCidrs} : tomap(${unnamed})`);
  return local(
    scope,
    "clients",
    tf`merge(
        { for name, cidr in ${cidrs} : "cidr-\${name}" => { cidr = cidr, prefix_list = null, security_group = null } },
        { for name, id in ${allowedPrefixLists} : "prefix-list-\${name}" => { cidr = "", prefix_list = id, security_group = null } },
        { for name, id in ${allowedSecurityGroups} : "security-group-\${name}" => { cidr = "", prefix_list = null, security_group = id } },
      )`,
  );
}
