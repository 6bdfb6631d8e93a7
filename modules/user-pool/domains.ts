import { CognitoUserPool } from "@cdktf/provider-aws/lib/cognito-user-pool";
import { CognitoUserPoolDomain } from "@cdktf/provider-aws/lib/cognito-user-pool-domain";
import { Construct } from "constructs";
import { given, heading, one, tf, when } from "../../kernel";
import { Context } from "./context";

/** Where users sign in. */
export interface Domains {
  /** As a rule of a load balancer names it: the prefix, or the whole custom name; null without any. */
  readonly domain: string;
  /** Base URL of the sign-in pages, without a slash at the end; null without a domain. */
  readonly url: string;
  /** CloudFront distribution that the custom name has to lead to, and its zone; null without one. */
  readonly target: string;
  readonly targetZoneId: string;
}

export function createDomains(scope: Construct, { inputs, region }: Context, pool: CognitoUserPool): Domains {
  heading(scope, "Domains");
  const { prefixDomain, customDomain, managedLoginVersion } = inputs;
  const prefix = new CognitoUserPoolDomain(scope, "prefix", {
    count: when(given(prefixDomain)),
    userPoolId: pool.id,
    domain: prefixDomain.prefix,
    managedLoginVersion,
  });
  const custom = new CognitoUserPoolDomain(scope, "custom", {
    count: when(given(customDomain)),
    userPoolId: pool.id,
    domain: customDomain.name,
    certificateArn: customDomain.certificateArn,
    managedLoginVersion,
  });
  const customName = one(custom, "domain");
  const prefixName = one(prefix, "domain");
  return {
    domain: tf`try(coalesce(${customName}, ${prefixName}), null)`,
    url: tf`${customName} != null ? "https://\${${customName}}" : ${prefixName} != null ? "https://\${${prefixName}}.auth.\${${region}}.amazoncognito.com" : null`,
    target: one(custom, "cloudfront_distribution"),
    targetZoneId: one(custom, "cloudfront_distribution_zone_id"),
  };
}
