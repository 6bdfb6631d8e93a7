import { Route53HealthCheck } from "@cdktf/provider-aws/lib/route53-health-check";
import { Construct } from "constructs";
import { comment, given, heading, one, tf, when } from "../../kernel";
import { named } from "../parts/tags";
import { Context } from "./context";

/** The health checks of a failover pair: of each there is one, or none. */
export interface Checks {
  /** Asks the primary's load balancer. */
  readonly endpoint: Route53HealthCheck;
  /** Reads the alarm of the latch: healthy while the latch is open. */
  readonly latch: Route53HealthCheck;
  /** The endpoint is healthy and the latch is open: what the primary's records hang on. */
  readonly primary: Route53HealthCheck;
  /** The latch is closed: what the secondary's records hang on where there is a latch. */
  readonly secondary: Route53HealthCheck;
}

/**
 * The primary's check is not inverted, nor is any that it is made of. A new check counts as healthy until there is enough
 * data, but a new inverted one as unhealthy: deploying it would send everyone to the secondary. The secondary's is inverted:
 * with both unhealthy, Route 53 answers the primary, where names lead in peace.
 *
 * A check that has to be replaced is made first; then the calculated check is told in one step of the new child and of
 * how many must be healthy; only then the old child goes. The records name the calculated check alone, which is never
 * replaced, so that they stay as they are. `createBeforeDestroy` also has a check that is given up outlive its use: without
 * it, Terraform deletes first, and changes what named it afterwards.
 */
export function createChecks(scope: Construct, context: Context): Checks {
  heading(scope, "Health checks");
  const endpoint = createEndpointCheck(scope, context);
  const latch = createLatchCheck(scope, context);
  const { failover, name, tags } = context.inputs;
  const children = tf<string[]>`concat(${endpoint}[*].id, ${latch}[*].id)`;
  const primary = comment(
    new Route53HealthCheck(scope, "primary", {
      count: when(given(failover)),
      type: "CALCULATED",
      childHealthchecks: children,
      childHealthThreshold: tf<number>`length(${children})`,
      tags: named(tags, `${name}-primary`),
      lifecycle: { createBeforeDestroy: true },
    }),
    "Healthy when all of them are. Never inverted: a new inverted check is unhealthy, and would move the names at once.",
  );
  return { endpoint, latch, primary, secondary: createSecondaryCheck(scope, context, latch) };
}

function createEndpointCheck(scope: Construct, { inputs, partition }: Context): Route53HealthCheck {
  const { failover, name, tags } = inputs;
  const { healthCheck, primary } = failover;
  return new Route53HealthCheck(scope, "endpoint", {
    count: when(given(failover)),
    type: tf<string>`${healthCheck.searchString} == null ? "HTTPS" : "HTTPS_STR_MATCH"`,
    fqdn: tf<string>`coalesce(${healthCheck.fqdn}, ${primary.dnsName})`,
    port: healthCheck.port,
    resourcePath: healthCheck.path,
    requestInterval: healthCheck.interval,
    failureThreshold: healthCheck.failureThreshold,
    // The regions that can be named are those of one partition; the others have checkers of their own.
    regions: tf<string[]>`${partition} == "aws" ? ${healthCheck.regions} : null`,
    searchString: healthCheck.searchString,
    measureLatency: healthCheck.measureLatency,
    enableSni: true,
    tags: named(tags, `${name}-endpoint`),
    lifecycle: { createBeforeDestroy: true },
  });
}

function createLatchCheck(scope: Construct, { inputs }: Context): Route53HealthCheck {
  const { name, tags } = inputs;
  const { latch } = inputs.failover;
  return comment(
    new Route53HealthCheck(scope, "latch", {
      count: when(given(latch)),
      type: "CLOUDWATCH_METRIC",
      cloudwatchAlarmName: latch.alarmName,
      cloudwatchAlarmRegion: latch.region,
      insufficientDataHealthStatus: "LastKnownStatus",
      triggers: { settings: latch.settings },
      tags: named(tags, `${name}-latch`),
      lifecycle: { createBeforeDestroy: true },
    }),
    "Without data the latch stays as it is: whoever publishes the decision may fail, and no name moves. A new one is open.",
  );
}

/** The latch's own check, inverted, and not its alarm once more: two checks of one alarm could have seen different things. */
function createSecondaryCheck(scope: Construct, { inputs }: Context, latch: Route53HealthCheck): Route53HealthCheck {
  const { failover, name, tags } = inputs;
  return comment(
    new Route53HealthCheck(scope, "secondary#check", {
      count: when(given(failover.latch)),
      type: "CALCULATED",
      childHealthchecks: tf<string[]>`${latch}[*].id`,
      childHealthThreshold: 1,
      invertHealthcheck: true,
      tags: named(tags, `${name}-secondary`),
      lifecycle: { createBeforeDestroy: true },
    }),
    "Healthy exactly while the latch is closed: the secondary answers by that decision alone.",
  );
}

/** The ID of a check; null without one. */
export const idOf = (check: Route53HealthCheck): string => one(check, "id");
