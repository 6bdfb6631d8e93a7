import { Aws } from "../tools/aws";

/** A service of ECS, as it runs. */
export interface RunningService {
  readonly name: string;
  readonly running: number;
  readonly desired: number;
  readonly targets: number;
  readonly healthyTargets: number;
}

interface DescribedService {
  readonly serviceName: string;
  readonly runningCount: number;
  readonly desiredCount: number;
  readonly loadBalancers?: readonly { readonly targetGroupArn?: string }[];
}

/** The services of a cluster; none where there is no such cluster. */
export async function servicesOf(aws: Aws, region: string, cluster: string): Promise<RunningService[]> {
  const ask = <T>(operation: string, parameters: object) =>
    aws.ask<T>({ service: "ecs", operation, region, parameters });
  const { serviceArns: services } = await ask<{ serviceArns: string[] }>("ListServices", { cluster });
  if (services.length === 0) return [];
  const described = await ask<{ services: DescribedService[] }>("DescribeServices", { cluster, services });
  return Promise.all(
    described.services.map(async ({ serviceName, runningCount, desiredCount, loadBalancers = [] }) => {
      const groups = loadBalancers.flatMap(({ targetGroupArn }) => targetGroupArn ?? []);
      const states = (await Promise.all(groups.map((group) => statesOf(aws, region, group)))).flat();
      return {
        name: serviceName,
        running: runningCount,
        desired: desiredCount,
        targets: states.length,
        healthyTargets: states.filter((state) => state === "healthy").length,
      };
    }),
  );
}

/** All tasks that run in a cluster. */
export async function tasksIn(aws: Aws, region: string, cluster: string): Promise<number> {
  const services = await servicesOf(aws, region, cluster);
  return services.reduce((sum, { running }) => sum + running, 0);
}

async function statesOf(aws: Aws, region: string, targetGroupArn: string): Promise<string[]> {
  const { TargetHealthDescriptions: targets } = await aws.ask<{
    TargetHealthDescriptions: { TargetHealth: { State: string } }[];
  }>({ service: "elbv2", operation: "DescribeTargetHealth", region, parameters: { TargetGroupArn: targetGroupArn } });
  return targets.map(({ TargetHealth: { State } }) => State);
}
