import { Environment } from "../environments/definition";
import { imageIn } from "../environments/definition/names/images";
import { EnvironmentService } from "../environments/definition/schema/parts";

type Topics = readonly string[] | undefined;

/** Alarms that tell topics of the recovery region instead of the primary's; none where there are no topics. */
export function alarmsIn<T extends { readonly topicArns: readonly string[] }>(
  alarms: T | undefined,
  topicArns: Topics,
): T | undefined {
  return alarms && topicArns && topicArns.length > 0 ? { ...alarms, topicArns } : undefined;
}

/** A service as the recovery region runs it: with its images and topics of that region. */
export function serviceIn(
  region: string,
  service: EnvironmentService,
  environment: Pick<Environment, "accountId" | "region" | "recovery">,
): EnvironmentService {
  const { sidecars = {}, alarms } = service;
  return {
    ...service,
    image: imageIn(region, service.image, environment),
    sidecars: Object.fromEntries(
      Object.entries(sidecars).map(([name, sidecar]) => [
        name,
        { ...sidecar, image: imageIn(region, sidecar.image, environment) },
      ]),
    ),
    alarms: alarmsIn(alarms, environment.recovery?.alarmTopicArns),
    // Alarms of the primary region that would stop a deployment here.
    deploymentAlarms: undefined,
  };
}
