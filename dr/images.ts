import { DataAwsEcrImage } from "@cdktf/provider-aws/lib/data-aws-ecr-image";
import { Environment } from "../environments/definition";
import { Expression, Stack, each, forEach, tf } from "../kernel";

/**
 * Looks for the images of all containers while Terraform plans: those that were not copied would else be found by tasks that
 * cannot start. The provider refuses such an image without its name, and lets nobody say it for it, so that its address
 * does: it is the key of the one that is missing.
 *
 * @param images that are started, by the names of containers
 */
export function findImages(stack: Stack, environment: Environment, region: string, images: Expression): void {
  const own = `^${environment.accountId}[.]dkr[.-]ecr(-fips)?[.]${region}[.]`;
  const started = tf`distinct([for image in values(${images}) : image if can(regex(${own}, image))])`;
  new DataAwsEcrImage(stack, "image", {
    forEach: forEach(tf`{
      for image in ${started} : ${tf`format("%s must be in %s: push it there, and deploy again", image, ${region})`} => {
        repository = regex("^[^/]+/([^:@]+)", image)[0]
        tag = try(regex("/[^:@]+:([^:@/]+)$", image)[0], strcontains(image, "@") ? null : "latest")
        digest = try(regex("@(.+)$", image)[0], null)
      }
    }`),
    repositoryName: tf<string>`${each.value}.repository`,
    imageTag: tf<string>`${each.value}.tag`,
    imageDigest: tf<string>`${each.value}.digest`,
  });
}
