import { DbInstance } from "@cdktf/provider-aws/lib/db-instance";
import { DbProxy } from "@cdktf/provider-aws/lib/db-proxy";
import { DbProxyDefaultTargetGroup } from "@cdktf/provider-aws/lib/db-proxy-default-target-group";
import { DbProxyTarget } from "@cdktf/provider-aws/lib/db-proxy-target";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import { allOf, anyOf, choose, given, heading, not, one, tf, when } from "../../kernel";
import { policy, trustedBy } from "../parts/policies";
import { named } from "../parts/tags";
import { Context } from "./context";
import { Parts } from "./instance";
import { replacedWith } from "./origin";

/** RDS Proxy: a pool of connections that takes TLS only and holds clients through a failover. */
export function createProxy(
  scope: Construct,
  context: Context,
  parts: Parts,
  database: DbInstance,
  secretArn: string,
): DbProxy {
  heading(scope, "Proxy");
  const { inputs } = context;
  const { name, proxy, subnetIds, tags } = inputs;
  const count = when(given(proxy));
  const role = createRole(scope, context, secretArn);
  const instance = new DbProxy(scope, "proxy", {
    count,
    name,
    engineFamily: "POSTGRESQL",
    requireTls: true,
    roleArn: choose(given(proxy.role), proxy.role.arn, one(role.role, "arn")),
    vpcSubnetIds: tf`${subnetIds}`,
    vpcSecurityGroupIds: [one(parts.groups.proxy, "id")],
    idleClientTimeout: proxy.idleClientTimeout,
    debugLogging: proxy.debugLogging,
    auth: [{ authScheme: "SECRETS", iamAuth: proxy.iamAuth, secretArn }],
    tags: named(tags, `${name}-proxy`),
    dependsOn: [role.policy, parts.monitoring.logGroups[1]],
  });
  const targets = new DbProxyDefaultTargetGroup(scope, "proxy#target_group", {
    count,
    dbProxyName: one(instance, "name"),
    connectionPoolConfig: {
      maxConnectionsPercent: proxy.maxConnectionsPercent,
      maxIdleConnectionsPercent: proxy.maxIdleConnectionsPercent,
      connectionBorrowTimeout: proxy.connectionBorrowTimeout,
      sessionPinningFilters: tf`${proxy.sessionPinningFilters}`,
      initQuery: proxy.initQuery,
    },
  });
  new DbProxyTarget(scope, "proxy#target", {
    count,
    dbProxyName: one(instance, "name"),
    targetGroupName: one(targets, "name"),
    dbInstanceIdentifier: database.identifier,
    lifecycle: { replaceTriggeredBy: replacedWith(parts.origin) },
  });
  return instance;
}

/** Reads the one secret, and decrypts with its key by way of Secrets Manager only. */
function createRole(
  scope: Construct,
  context: Context,
  secretArn: string,
): { readonly role: IamRole; readonly policy: IamRolePolicy } {
  const { inputs, accountId, region, dnsSuffix, kmsKeyArn } = context;
  const { name, proxy, credentials, permissionsBoundary, tags } = inputs;
  const { existing } = credentials;
  const own = allOf(given(proxy), not(given(proxy.role)));
  const count = when(own);
  const roleName = `${name}-proxy-${region}`;
  const role = new IamRole(scope, "proxy#role", {
    count,
    name: roleName,
    description: `Reads the password of database ${name} for its proxy`,
    assumeRolePolicy: trustedBy("rds.amazonaws.com", { StringEquals: { "aws:SourceAccount": accountId } }),
    permissionsBoundary: choose(given(permissionsBoundary), permissionsBoundary.arn, null),
    tags: named(tags, roleName),
  });
  // A secret without a key of its own is encrypted with AWS's, which needs no right.
  const withKey = anyOf(not(given(existing)), given(existing.kmsKey));
  const keyArn = choose(given(existing), choose(given(existing.kmsKey), existing.kmsKey.arn, null), kmsKeyArn);
  const rolePolicy = new IamRolePolicy(scope, "proxy#policy", {
    count,
    name: "secret",
    role: one(role, "id"),
    policy: policy(
      tf`concat(${[{ Sid: "Secret", Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: secretArn }]}, [for statement in ${[
        {
          Sid: "Key",
          Effect: "Allow",
          Action: "kms:Decrypt",
          Resource: keyArn,
          Condition: { StringEquals: { "kms:ViaService": `secretsmanager.${region}.${dnsSuffix}` } },
        },
      ]} : statement if ${withKey}])`,
    ),
  });
  return { role, policy: rolePolicy };
}
