import { Environment } from "../../environments/definition";

/** Host of a private registry of ECR: account and region. */
const REGISTRY = /^([0-9]{12})\.dkr\.ecr\.([a-z0-9-]+)\.(amazonaws\.com(?:\.cn)?)\//;

/** The same image in the other region's registry, as replication copies it. An image from elsewhere stays what it is. */
export const imageIn = (image: string, from: string, to: string): string =>
  image.replace(REGISTRY, (host, account: string, region: string, suffix: string) =>
    region === from ? `${account}.dkr.ecr.${to}.${suffix}/` : host,
  );

/** What the services run in the recovery region, by their names. */
export function recoveryImages({ services, region, recovery }: Environment): Record<string, string> {
  if (!recovery) return {};
  return Object.fromEntries(
    Object.entries(services).map(([name, { image }]) => [name, imageIn(image, region, recovery.region)]),
  );
}

/** Those of them that are in this account's registry of the recovery region, and can be looked for. */
export function watchedImages(environment: Environment): Record<string, string> {
  const ours = `${environment.accountId}.dkr.ecr.${environment.recovery?.region}.`;
  return Object.fromEntries(Object.entries(recoveryImages(environment)).filter(([, image]) => image.startsWith(ours)));
}
