import { AppautoscalingPolicy } from "@cdktf/provider-aws/lib/appautoscaling-policy";
import { AppautoscalingScheduledAction } from "@cdktf/provider-aws/lib/appautoscaling-scheduled-action";
import { AppautoscalingTarget } from "@cdktf/provider-aws/lib/appautoscaling-target";
import { Construct } from "constructs";
import {
  Group,
  Numeric,
  allOf,
  choose,
  comment,
  each,
  forEach,
  given,
  heading,
  one,
  raw,
  shorthand,
  tf,
  when,
} from "../../kernel";
import { named } from "../parts/tags";
import { Context } from "./context";

const ECS = { serviceNamespace: "ecs", scalableDimension: "ecs:service:DesiredCount" } as const;

/** A target that a policy tracks. */
type Tracking = Group & {
  readonly target: Numeric;
  readonly scaleInCooldown: Numeric;
  readonly scaleOutCooldown: Numeric;
};

/** The fewest tasks there may be: also what a new service starts with. */
export const minimumCount = ({ inputs }: Context): number =>
  choose(given(inputs.scaling), inputs.scaling.minimum, inputs.desiredCount);

/**
 * Application Auto Scaling owns the count, also of a service that does not scale: there the smallest and the largest
 * number are the same. So a count can be changed in Terraform although Terraform itself leaves the running count alone.
 */
export function createScaling(
  scope: Construct,
  context: Context,
  config: { readonly serviceName: string; readonly targetGroupSuffix: string; readonly ignoreRange: boolean },
): AppautoscalingTarget {
  heading(scope, "Scaling");
  const { inputs, fullName, runs } = context;
  const { cluster, scaling, desiredCount, tags } = inputs;
  const target = comment(
    new AppautoscalingTarget(scope, "this#scaling_target", {
      count: when(runs),
      ...ECS,
      resourceId: `service/${cluster.name}/${config.serviceName}`,
      minCapacity: minimumCount(context),
      maxCapacity: choose(given(scaling), scaling.maximum, desiredCount),
      tags: named(tags, fullName),
      lifecycle: config.ignoreRange ? { ignoreChanges: ["min_capacity", "max_capacity"] } : undefined,
    }),
    "AWS brings the running count into this range when it is registered or changed, so a fixed count is one that begins\n" +
      "where it ends. Source: Application Auto Scaling API Reference, RegisterScalableTarget.",
  );
  const resourceId = shorthand(scope, "scaling_resource_id", one(target, "resource_id"));
  const track = (id: string, tracking: Tracking, metric: string, resourceLabel?: string): void => {
    new AppautoscalingPolicy(scope, id, {
      count: when(allOf(runs, given(tracking))),
      ...ECS,
      name: `${fullName}-${id}`,
      policyType: "TargetTrackingScaling",
      resourceId,
      targetTrackingScalingPolicyConfiguration: {
        targetValue: tracking.target,
        scaleInCooldown: tracking.scaleInCooldown,
        scaleOutCooldown: tracking.scaleOutCooldown,
        predefinedMetricSpecification: { predefinedMetricType: metric, resourceLabel },
      },
    });
  };
  track("cpu", scaling.cpu, "ECSServiceAverageCPUUtilization");
  track("memory", scaling.memory, "ECSServiceAverageMemoryUtilization");
  const requestsLabel = `${context.loadBalancerSuffix}/${config.targetGroupSuffix}`;
  track("requests", scaling.requests, "ALBRequestCountPerTarget", requestsLabel);
  createBacklog(scope, context, { serviceName: config.serviceName, resourceId });
  new AppautoscalingScheduledAction(scope, "schedule", {
    forEach: forEach(choose(allOf(runs, given(scaling)), tf`${scaling.schedule}`, {})),
    ...ECS,
    name: `${fullName}-${each.key}`,
    resourceId,
    schedule: raw("each.value.schedule"),
    timezone: raw("each.value.timezone"),
    scalableTargetAction: { minCapacity: raw("each.value.minimum"), maxCapacity: raw("each.value.maximum") },
  });
  return target;
}

/**
 * Follows the messages per running task. One task counts where there is none, so that the first is started for what waits.
 *
 * Source: Amazon EC2 Auto Scaling User Guide, "Scaling policy based on Amazon SQS", and its example of metric math; Amazon
 * CloudWatch User Guide, "Amazon ECS Container Insights metrics", RunningTaskCount.
 */
function createBacklog(
  scope: Construct,
  { inputs, runs, fullName }: Context,
  { serviceName, resourceId }: { readonly serviceName: string; readonly resourceId: string },
): void {
  const { backlog, scaling, cluster } = inputs;
  new AppautoscalingPolicy(scope, "backlog", {
    count: when(allOf(runs, given(scaling), given(backlog))),
    ...ECS,
    name: `${fullName}-backlog`,
    policyType: "TargetTrackingScaling",
    resourceId,
    targetTrackingScalingPolicyConfiguration: {
      targetValue: backlog.target,
      scaleInCooldown: backlog.scaleInCooldown,
      scaleOutCooldown: backlog.scaleOutCooldown,
      customizedMetricSpecification: {
        metrics: [
          {
            id: "waiting",
            label: "Messages that wait",
            returnData: false,
            metricStat: {
              stat: "Sum",
              metric: {
                namespace: "AWS/SQS",
                metricName: "ApproximateNumberOfMessagesVisible",
                dimensions: [{ name: "QueueName", value: backlog.queueName }],
              },
            },
          },
          {
            id: "tasks",
            label: "Tasks that run",
            returnData: false,
            metricStat: {
              stat: "Average",
              metric: {
                namespace: "ECS/ContainerInsights",
                metricName: "RunningTaskCount",
                dimensions: [
                  { name: "ClusterName", value: cluster.name },
                  { name: "ServiceName", value: serviceName },
                ],
              },
            },
          },
          {
            id: "backlog",
            label: "Messages per task",
            expression: "waiting / IF(FILL(tasks, 0) > 0, FILL(tasks, 0), 1)",
            returnData: true,
          },
        ],
      },
    },
  });
}
