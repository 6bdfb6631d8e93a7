import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { DataAwsEcrImage } from "@cdktf/provider-aws/lib/data-aws-ecr-image";
import { DataAwsEcrRepositories } from "@cdktf/provider-aws/lib/data-aws-ecr-repositories";
import { DataAwsEcrRepository } from "@cdktf/provider-aws/lib/data-aws-ecr-repository";
import { Environment } from "../../environments/definition";
import { imageIn, imagesIn, ownImage } from "../../environments/definition/names/images";
import { recovered } from "../../environments/definition/recovered";
import { Recovery } from "../../environments/definition/schema/recovery";
import { EnvironmentService } from "../../environments/definition/schema/parts";
import { Expression, Stack, TerraformData, each, forEach, local, raw, tf } from "../../kernel";
import { RELEASE, Release as Told, ToldRelease } from "../../recovery/contract";
import { Handover } from "../../recovery/handover";
import { definitionHashes, withImages } from "../../wiring/release";

/** Key of the app's context under which main.ts says what commit this is. */
export const COMMIT = "holdfast:commit";

/** An image that is stated by a tag, of the account's own registry. */
interface Tagged {
  /** As the recovery region has it. */
  readonly image: string;
  readonly repository: string;
  readonly tag: string;
}

/**
 * What runs here: each image by the digest that its tag had when it was deployed first. It stays that one, whatever is pushed
 * under the tag later, until the environment states another image.
 */
export class Release {
  private readonly tagged: Readonly<Record<string, Tagged>>;
  /** Digests, by containers: of those that are known. */
  private readonly digests: Expression;

  constructor(
    private readonly stack: Stack,
    private readonly environment: Environment,
    private readonly recovery: Recovery,
    prefix: string,
  ) {
    this.tagged = taggedImages(environment, recovery);
    const recorded = new Handover(stack, prefix, environment.region).read(RELEASE);
    this.digests = Object.keys(this.tagged).length === 0 ? tf`{}` : this.findDigests(recorded);
  }

  /** A service with the images that run. */
  pin(name: string, service: EnvironmentService): EnvironmentService {
    return withImages(name, service, (container, stated) => {
      if (!(container in this.tagged)) return stated;
      const repository = stated.replace(/:[^:/]+$/, "");
      return tf<string>`try(format("%s@%s", ${repository}, ${this.digests}[${container}]), ${stated})`;
    });
  }

  /** What the record of both regions says. */
  get told(): Told {
    const { environment, recovery } = this;
    const images = imagesIn(recovery.region, recovered(environment));
    const definition = definitionHashes(environment);
    const known = Object.fromEntries(
      Object.entries(images).map(([name, image]) => [
        name,
        { image, digest: name in this.tagged ? tf<string>`try(${this.digests}[${name}], null)` : digestIn(image) },
      ]),
    );
    const { arn } = new DataAwsCallerIdentity(this.stack, "release#deployer");
    const made = new TerraformData(this.stack, "release#made", {
      input: {
        commit: (this.stack.node.tryGetContext(COMMIT) as string | undefined) ?? null,
        by: arn,
        at: tf`plantimestamp()`,
      },
      triggersReplace: tf`jsonencode({ images = ${known}, definition = ${definition} })`,
      // Whoever plans the same again, from whatever commit and when, has made nothing of it.
      lifecycle: { ignoreChanges: ["input"] },
    });
    return {
      images: known,
      definition,
      commit: tf<string>`${made}.output.commit`,
      by: tf<string>`${made}.output.by`,
      at: tf<string>`${made}.output.at`,
    };
  }

  /**
   * Those that the record has stay. Others are looked up where ECR is sure to have them, since the provider fails where it has
   * not: a first deployment makes the repositories, and images are pushed after it.
   */
  private findDigests(recorded: ToldRelease): Expression {
    const { stack } = this;
    const stated = tf`${local(stack, "release_stated", this.tagged)}`;
    const told = recorded.images(raw<string>("name"));
    const known = tf`${local(
      stack,
      "release_recorded",
      tf`{ for name, one in ${stated} : name => ${told.digest} if try(${told.image} == one.image && ${told.digest} != null, false) }`,
    )}`;
    const existing = new DataAwsEcrRepositories(stack, "release#existing");
    const repositories = new DataAwsEcrRepository(stack, "release#repository", {
      forEach: forEach(
        tf`toset([for name, one in ${stated} : one.repository if !contains(keys(${known}), name) && try(contains(${existing}.names, one.repository), false)])`,
      ),
      name: tf<string>`${each.key}`,
    });
    const found = new DataAwsEcrImage(stack, "release#image", {
      forEach: forEach(
        tf`{ for name, one in ${stated} : name => one if !contains(keys(${known}), name) && try(contains(${repositories}[one.repository].most_recent_image_tags, one.tag), false) }`,
      ),
      repositoryName: tf<string>`${each.value}.repository`,
      imageTag: tf<string>`${each.value}.tag`,
    });
    return tf`${local(
      stack,
      "release_digests",
      tf`merge(${known}, { for name, one in ${found} : name => one.image_digest })`,
    )}`;
  }
}

/** Images that both regions run, and that are stated by a tag: others name their content themselves, or are others'. */
function taggedImages(environment: Environment, { region }: Recovery): Record<string, Tagged> {
  const there = imagesIn(region, recovered(environment));
  const here = Object.entries(imagesIn(environment.region, environment));
  return Object.fromEntries(
    here.flatMap(([name, stated]): [string, Tagged][] => {
      const own = ownImage(environment.region, stated, environment);
      const image = imageIn(region, stated, environment);
      if (own?.tag === undefined || there[name] !== image) return [];
      return [[name, { image, repository: own.repository, tag: own.tag }]];
    }),
  );
}

const digestIn = (image: string): string | null => /@(sha256:[0-9a-f]{64})$/.exec(image)?.[1] ?? null;
