import { DataAwsEcrImage } from "@cdktf/provider-aws/lib/data-aws-ecr-image";
import { Environment } from "../environments/definition";
import { imagesIn, ownImage } from "../environments/definition/names/images";
import { Stack, each, forEach, tf } from "../kernel";
import { Readiness } from "../recovery/readiness";

/**
 * Looks for the images of all containers while Terraform plans: those that were not copied would else be found by tasks that
 * cannot start. The provider refuses such an image without its name, and lets nobody say it for it, so that its address
 * does: it is the key of the one that is missing.
 */
export function findImages(stack: Stack, environment: Environment, region: string, ready: Readiness): void {
  const images = Object.values(imagesIn(region, environment)).flatMap((whole) => {
    const own = ownImage(region, whole, environment);
    if (!own) return [];
    const { repository, tag = own.digest === undefined ? "latest" : null, digest = null } = own;
    return [[`${whole} must be in ${region}: push it there, and deploy again`, { repository, tag, digest }] as const];
  });
  if (images.length === 0) return;
  new DataAwsEcrImage(stack, "image", {
    forEach: forEach(ready.pass("images", tf`${Object.fromEntries(images)}`)),
    repositoryName: tf<string>`${each.value}.repository`,
    imageTag: tf<string>`${each.value}.tag`,
    imageDigest: tf<string>`${each.value}.digest`,
  });
}
