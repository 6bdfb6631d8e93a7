import { Environment } from "../environments/definition";
import { EnvironmentService } from "../environments/definition/schema";

type Topics = readonly string[] | undefined;

/**
 * An image as the recovery region has it: ECR copies images of the account's own registry, so that only the region differs.
 * Images of other registries stay what they are.
 */
export function imageIn(region: string, image: string, environment: Pick<Environment, "accountId" | "region">): string {
  const home = new RegExp(`^(${environment.accountId}[.]dkr[.-]ecr(?:-fips)?[.])${environment.region}([.])`);
  return image.replace(home, `$1${region}$2`);
}

/** Repository and tag, or digest, of an image in the account's own registry; undefined for any other. */
export function ownImage(
  image: string,
  { accountId }: Pick<Environment, "accountId">,
): { repository: string; tag?: string; digest?: string } | undefined {
  const match = new RegExp(
    `^${accountId}[.]dkr[.-]ecr(?:-fips)?[.][a-z0-9-]+[.][^/]+/([^:@]+)(?::([^@]+))?(?:@(.+))?$`,
  ).exec(image);
  if (!match) return undefined;
  const [, repository, tag, digest] = match;
  return digest === undefined ? { repository, tag } : { repository, digest };
}

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
