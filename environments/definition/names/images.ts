import { exactly } from "./exactly";
import type { EnvironmentDefinition } from "../schema/environment";

type Home = Pick<EnvironmentDefinition, "accountId" | "region">;

/** An image as ECR's API names it. */
export interface OwnImage {
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}

/**
 * An image as another region has it: ECR copies images of the account's own registry, so that only the region differs.
 * Images of other registries, and of other regions, stay what they are.
 */
export function imageIn(region: string, image: string, { accountId, region: home }: Home): string {
  const host = new RegExp(`^(${exactly(accountId)}[.]dkr[.-]ecr(?:-fips)?[.])${exactly(home)}([.])`);
  return image.replace(host, `$1${region}$2`);
}

/** Repository and tag, or digest, of an image in the account's own registry of that region; undefined for any other. */
export function ownImage(region: string, image: string, { accountId }: Home): OwnImage | undefined {
  const match = new RegExp(
    `^${exactly(accountId)}[.]dkr[.-]ecr(?:-fips)?[.]${exactly(region)}[.][^/]+/([^:@]+)(?::([^@]+))?(?:@(.+))?$`,
  ).exec(image);
  if (!match) return undefined;
  const [, repository, tag, digest] = match;
  return digest === undefined ? { repository, tag } : { repository, digest };
}

/** The images of all containers as a region has them: by the service's name, and those beside it by `<service>-<sidecar>`. */
export function imagesIn(region: string, environment: EnvironmentDefinition): Record<string, string> {
  const images = Object.entries(environment.services).flatMap(([name, { image, sidecars = {} }]) => [
    [name, image] as const,
    ...Object.entries(sidecars).map(([sidecar, beside]) => [`${name}-${sidecar}`, beside.image] as const),
  ]);
  return Object.fromEntries(images.map(([name, image]) => [name, imageIn(region, image, environment)]));
}
