import { Environment } from "../../../environments/definition";
import { imagesIn } from "../../../environments/definition/names/images";
import { recovered } from "../../../environments/definition/recovered";
import { ECR_IMAGE } from "../../../modules/service/image";
import { Account } from "./account";

/** An ID of EC2, such as of a security group, an address or a prefix list. */
const EC2_ID = /^[a-z]+-[0-9a-f]{8,17}$/;

/** An ID of a file system of EFS, which looks the same. */
const FILE_SYSTEM = /^fs-/;

/** All texts in what was stated, however deep. */
const stringsIn = (value: unknown): string[] => {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
};

/** What the environment names that it does not make: by ARN, by an ID, by an image, and copies of it in the recovery region. */
export function statedResources(account: Account): string[] {
  const { partition, environment } = account;
  const { deployment: _, ...stated } = environment;
  const named = stringsIn(stated).flatMap((text) => {
    if (/^arn:[^*]+$/.test(text)) return [text];
    if (!EC2_ID.test(text)) return [];
    return FILE_SYSTEM.test(text)
      ? [`arn:${partition}:elasticfilesystem:*:*:file-system/${text}`]
      : [`arn:${partition}:ec2:*:*:*/${text}`];
  });
  return [...new Set([...named, ...account.existingSecrets, ...repositories(account)])].sort();
}

/** Repositories of ECR that images come from, but for the environment's own. */
function repositories({ environment, recovery, prefix, partition }: Account): string[] {
  const of = (region: string, where: Environment): string[] => Object.values(imagesIn(region, where));
  const images = [
    ...of(environment.region, environment),
    ...(recovery === undefined ? [] : of(recovery, recovered(environment))),
  ];
  return images.flatMap((image) => {
    const [, owner, region, repository] = new RegExp(ECR_IMAGE).exec(image) ?? [];
    const isOwn = owner === environment.accountId && repository?.startsWith(`${prefix}/`);
    return repository === undefined || isOwn
      ? []
      : [`arn:${partition}:ecr:${region}:${owner}:repository/${repository}`];
  });
}
