import { NetworkAcl } from "@cdktf/provider-aws/lib/network-acl";
import { NetworkAclRule } from "@cdktf/provider-aws/lib/network-acl-rule";
import { TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { all, comment, forEach, heading, local, one, raw, tf } from "../../kernel";
import { named } from "../parts/tags";
import { Context, TierParts } from "./context";
import { Tier, ZONE_LETTERS, ruleNumberHcl } from "./plan";

/** Ports that clients answer from and databases listen on; the well-known ports below stay closed. */
const UNPRIVILEGED_PORTS = { fromPort: 1024, toPort: 65535 } as const;

/** Security groups are the first wall; this second one holds when somebody opens the first by mistake. */
export function createDatabaseAcl(
  scope: Construct,
  { inputs, vpc }: Context,
  { subnets, count }: TierParts,
  blocks: Readonly<Record<Tier, TerraformLocal>>,
): void {
  heading(scope, "Network ACL of the database subnets");
  const { name, tags, databaseAllowedCidrs } = inputs;
  const acl = new NetworkAcl(scope, "database#acl", {
    count,
    vpcId: vpc.id,
    subnetIds: all(subnets, "id"),
    tags: named(tags, `${name}-database`),
  });
  const slot = (zone: string) => `index(split("", "${ZONE_LETTERS}"), substr(${zone}, -1, 1))`;
  const allowed = comment(
    local(
      scope,
      "database_allowed",
      tf`{ for key, rule in merge(
        { for zone, block in ${blocks.private} : "private-\${zone}" => { number = 100 + ${raw(slot("zone"))}, block = block } },
        { for zone, block in ${blocks.database} : "database-\${zone}" => { number = 200 + ${raw(slot("zone"))}, block = block } },
        { for key, block in ${databaseAllowedCidrs} : "allowed-\${key}" => { number = ${raw(ruleNumberHcl("key"))}, block = block } },
      ) : key => rule if length(${blocks.database}) > 0 }`,
    ),
    "Who may talk to the database tier: the private tier, the tier itself (replication), and what the caller names.",
  );
  for (const direction of ["ingress", "egress"] as const) {
    new NetworkAclRule(scope, `database_${direction}`, {
      forEach: forEach(allowed),
      networkAclId: one(acl, "id"),
      egress: direction === "egress",
      protocol: "tcp",
      ruleAction: "allow",
      ruleNumber: tf`each.value.number`,
      cidrBlock: tf`each.value.block`,
      ...UNPRIVILEGED_PORTS,
    });
  }
}
