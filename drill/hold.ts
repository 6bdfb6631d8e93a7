import { Drill } from "./drill";
import { Peace } from "./peace";

/** Once it is decided that the recovery region serves, a minute in which none of its targets is healthy takes no name back. */
export async function haveBadMinute(drill: Drill, { names }: Peace): Promise<void> {
  const { environment, recovery } = drill;
  await drill.phase("dr serves: every target is unhealthy for a while", async () => {
    const groups = await targetGroups(drill, names.loadBalancer(recovery.region));
    for (const group of groups) await setHealth(drill, group, "unhealthy");
    await drill.promiseNames(names, "every target unhealthy", recovery.region, [environment.region]);
    for (const group of groups) await setHealth(drill, group, "healthy");
  });
}

/** Nor does it when nobody publishes the decision any more; nobody does until the region comes back, see `comeBack`. */
export async function silenceLatch(drill: Drill, { names }: Peace): Promise<void> {
  const { latch, promises, environment, recovery } = drill;
  await drill.phase("dr serves: nobody publishes the decision any more", async () => {
    await latch.stop();
    await drill.promiseNames(names, "the latch has stopped", recovery.region, [environment.region]);
    const state = await latch.alarmState();
    promises.judge("the latch's alarm keeps its state without data", state === "ALARM", state);
  });
}

async function targetGroups({ aws, recovery }: Drill, loadBalancer: string): Promise<string[]> {
  const { TargetGroups: groups } = await aws.ask<{ TargetGroups: { TargetGroupArn: string }[] }>({
    service: "elbv2",
    operation: "DescribeTargetGroups",
    region: recovery.region,
    parameters: { LoadBalancerArn: loadBalancer },
  });
  return groups.map(({ TargetGroupArn }) => TargetGroupArn);
}

const setHealth = ({ emulator, recovery }: Drill, group: string, state: string): Promise<unknown> =>
  emulator.control("PUT", "target-health", { region: recovery.region, target_group: group, state });
