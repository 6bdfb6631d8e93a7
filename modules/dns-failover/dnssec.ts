import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Route53HostedZoneDnssec } from "@cdktf/provider-aws/lib/route53-hosted-zone-dnssec";
import { Route53KeySigningKey } from "@cdktf/provider-aws/lib/route53-key-signing-key";
import { Construct } from "constructs";
import { acceptFinding, allOf, choose, given, heading, not, one, shorthand, tf, when } from "../../kernel";
import { policy } from "../parts/policies";
import { named } from "../parts/tags";
import { Context, inRoute53Region } from "./context";
import { UNREAD_POLICY, Zone } from "./zone";

/** Signs the zone; returns the DS record for the parent zone, null without. */
export function createDnssec(scope: Construct, context: Context, zone: Zone): string {
  heading(scope, "DNSSEC");
  const { dnssec, name } = context.inputs;
  const count = when(given(dnssec));
  const ownKey = shorthand(scope, "creates_signing_key", allOf(given(dnssec), not(given(dnssec.kmsKey))));
  const key = createSigningKey(scope, context, when(ownKey), zone);
  const keySigningKey = new Route53KeySigningKey(scope, "this#key_signing_key", {
    count,
    hostedZoneId: zone.id,
    keyManagementServiceArn: choose(ownKey, one(key, "arn"), dnssec.kmsKey.arn),
    name: tf<string>`replace(${name}, "-", "_")`,
    lifecycle: { precondition: [inRoute53Region(context, "dnssec")] },
  });
  new Route53HostedZoneDnssec(scope, "this#dnssec", {
    count,
    hostedZoneId: one(keySigningKey, "hosted_zone_id"),
  });
  return one(keySigningKey, "ds_record");
}

/**
 * The key that Route 53 signs the zone's keys with.
 *
 * Source: Route 53 Developer Guide, "Working with customer managed keys for DNSSEC".
 */
function createSigningKey(scope: Construct, context: Context, count: number, zone: Zone): KmsKey {
  const { inputs, accountId, partition } = context;
  const forThisZone = {
    StringEquals: { "aws:SourceAccount": accountId },
    ArnEquals: { "aws:SourceArn": zone.arn },
  };
  const route53 = { Service: "dnssec-route53.amazonaws.com" };
  const key = new KmsKey(scope, "dnssec#key", {
    count,
    description: `Signs the DNS zone ${zone.name}`,
    customerMasterKeySpec: "ECC_NIST_P256",
    keyUsage: "SIGN_VERIFY",
    deletionWindowInDays: 30,
    policy: policy([
      {
        Sid: "Administration",
        Effect: "Allow",
        Principal: { AWS: `arn:${partition}:iam::${accountId}:root` },
        Action: "kms:*",
        Resource: "*",
      },
      {
        Sid: "Sign",
        Effect: "Allow",
        Principal: route53,
        Action: ["kms:DescribeKey", "kms:GetPublicKey", "kms:Sign"],
        Resource: "*",
        Condition: forThisZone,
      },
      {
        Sid: "Grant",
        Effect: "Allow",
        Principal: route53,
        Action: "kms:CreateGrant",
        Resource: "*",
        Condition: { ...forThisZone, Bool: { "kms:GrantIsForAWSResource": "true" } },
      },
    ]),
    tags: named(inputs.tags, `${inputs.name}-dnssec`),
  });
  acceptFinding(
    key,
    "CKV_AWS_7",
    "KMS does not rotate keys that sign; DNSSEC keys are rolled by hand, with the parent zone",
  );
  acceptFinding(key, "CKV2_AWS_64", UNREAD_POLICY);
  new KmsAlias(scope, "dnssec#alias", {
    count,
    name: `alias/${inputs.name}-dnssec`,
    targetKeyId: one(key, "id"),
  });
  return key;
}
