import { EcsService } from "@cdktf/provider-aws/lib/ecs-service";
import { EcsTaskDefinition } from "@cdktf/provider-aws/lib/ecs-task-definition";
import { Construct } from "constructs";
import { choose, comment, dynamic, given, heading, is, item, one, optionalBlock, tf, when } from "../../kernel";
import { named } from "../parts/tags";
import { Context } from "./context";
import { Permissions } from "./permissions";
import { Routes } from "./routing";
import { minimumCount } from "./scaling";

/** What the service is put together from. */
export interface ServiceParts {
  readonly task: EcsTaskDefinition;
  readonly securityGroupId: string;
  readonly routes: Routes;
  readonly permissions: Permissions;
  readonly logGroupName: string;
  /** Attributes that Terraform leaves alone once the service exists. */
  readonly ignoreChanges: readonly string[];
}

export function createService(scope: Construct, context: Context, parts: ServiceParts): EcsService {
  heading(scope, "Service");
  const { inputs, fullName } = context;
  const { name, routing, port, spot, deploymentAlarms, serviceRegistry } = inputs;
  const { task, securityGroupId, routes, permissions } = parts;
  const service = comment(
    new EcsService(scope, "this", {
      count: when(context.runs),
      name,
      cluster: inputs.cluster.arn,
      taskDefinition: one(task, "arn"),
      desiredCount: minimumCount(context),
      capacityProviderStrategy: dynamic(
        choose(
          given(spot),
          tf`[
            { provider = "FARGATE", base = ${spot.onDemandBase}, weight = 100 - ${spot.percent} },
            { provider = "FARGATE_SPOT", base = 0, weight = ${spot.percent} },
          ]`,
          tf`[{ provider = "FARGATE", base = 0, weight = 1 }]`,
        ),
        {
          capacityProvider: item("capacity_provider_strategy", "provider"),
          base: item("capacity_provider_strategy", "base"),
          weight: item("capacity_provider_strategy", "weight"),
        },
      ),
      networkConfiguration: {
        subnets: tf<string[]>`${inputs.subnetIds}`,
        securityGroups: tf<string[]>`concat([${securityGroupId}], ${inputs.securityGroupIds})`,
        assignPublicIp: inputs.assignPublicIp,
      },
      loadBalancer: dynamic(choose(given(routing), tf`[${routes.targetGroupArn}]`, []), {
        targetGroupArn: item("load_balancer"),
        containerName: name,
        containerPort: port,
      }),
      healthCheckGracePeriodSeconds: choose(given(routing), routing.gracePeriod, null),
      deploymentMinimumHealthyPercent: inputs.minimumHealthyPercent,
      deploymentMaximumPercent: inputs.maximumPercent,
      deploymentCircuitBreaker: { enable: true, rollback: inputs.rollback },
      availabilityZoneRebalancing: choose(inputs.availabilityZoneRebalancing, "ENABLED", "DISABLED"),
      enableExecuteCommand: given(inputs.exec),
      enableEcsManagedTags: inputs.ecsManagedTags,
      propagateTags: inputs.propagateTags,
      forceNewDeployment: inputs.forceNewDeployment,
      waitForSteadyState: inputs.waitForSteadyState,
      tags: named(inputs.tags, fullName),
      lifecycle: {
        ...(parts.ignoreChanges.length > 0 ? { ignoreChanges: [...parts.ignoreChanges] } : {}),
        ...(parts.ignoreChanges.includes("task_definition") ? {} : { postcondition: [deployed(task)] }),
      },
      // ECS refuses a target group that no listener uses, and tasks cannot start without their rights.
      dependsOn: [...routes.before, ...permissions.policies],
    }),
    "Application Auto Scaling owns the running count, so it is ignored. A capacity provider strategy instead of a launch " +
      "type, also without Spot: ECS cannot change one into the other, and the service would be replaced.",
  );
  optionalBlock(service, "alarms", given(deploymentAlarms), {
    enable: true,
    alarmNames: deploymentAlarms.names,
    rollback: deploymentAlarms.rollback,
  });
  optionalBlock(service, "service_registries", given(serviceRegistry), { registryArn: serviceRegistry.arn });
  connect(service, context, parts.logGroupName);
  return service;
}

/**
 * ECS counts a rollback as a steady state, so that Terraform would say that all is well. What the service runs when the
 * deployment is over is what it was given, or the apply fails.
 */
function deployed(task: EcsTaskDefinition): { condition: never; errorMessage: string } {
  const revision = (arn: string): string => tf<string>`reverse(split("/", ${arn}))[0]`;
  const running = revision(tf`self.task_definition`);
  const wanted = revision(one(task, "arn"));
  return {
    condition: tf<never>`${running} == ${wanted}`,
    errorMessage: `The deployment of ${wanted} failed, and ECS rolled it back: ${tf`self.name`} still runs ${running}. The events of the service say why (aws ecs describe-services). Mend it and apply again, or take the change back.`,
  };
}

/** Service Connect: a proxy beside each task through which services of a namespace call one another by name. */
function connect(service: EcsService, { inputs, region }: Context, logGroupName: string): void {
  const { name, port, serviceConnect } = inputs;
  const { server } = serviceConnect;
  optionalBlock(service, "service_connect_configuration", given(serviceConnect), {
    enabled: true,
    namespace: serviceConnect.namespaceArn,
    logConfiguration: {
      logDriver: "awslogs",
      options: tf`{ awslogs-group = ${logGroupName}, awslogs-region = ${region}, awslogs-stream-prefix = "service-connect" }`,
    },
    service: dynamic(choose(given(server), [1], []), {
      portName: name,
      discoveryName: tf`coalesce(${server.discoveryName}, ${name})`,
      clientAlias: { dnsName: tf`coalesce(${server.dnsName}, ${name})`, port: tf`coalesce(${server.port}, ${port})` },
      timeout: dynamic(choose(given(server.timeout), [1], []), {
        idleTimeoutSeconds: server.timeout.idle,
        // Amazon ECS API Reference, TimeoutConfiguration: only the idle timeout is for TCP, where the proxy sees no request.
        perRequestTimeoutSeconds: choose(is(server.protocol, "tcp"), null, server.timeout.request),
      }),
    }),
  });
}
