import { json, tf } from "../../kernel";

/** More images than a repository will ever hold (10,000 unless AWS raises the quota). */
const NEVER_REACHED = 999999;

const rule = (priority: unknown, description: string, selection: object): object => ({
  rulePriority: priority,
  description,
  selection,
  action: { type: "expire" },
});

const tagged = (pattern: unknown, limit: object): object => ({
  tagStatus: "tagged",
  tagPatternList: [pattern],
  ...limit,
});
const newest = (count: unknown): object => ({ countType: "imageCountMoreThan", countNumber: count });
const younger = (days: unknown): object => ({ countType: "sinceImagePushed", countUnit: "days", countNumber: days });

/**
 * The lifecycle policy of `each.value`. A rule cannot expire an image that a rule before it matches: so the first ones,
 * which match the images that run and never have too many, protect those from all the others. Each pattern has a rule
 * of its own, since a rule with two would match only images that have tags like both.
 *
 * Source: Amazon ECR User Guide, "Automate the cleanup of images by using lifecycle policies in Amazon ECR".
 */
export const lifecyclePolicy = (runningTags: unknown): string =>
  json({
    rules: tf`concat(
      [for i, pattern in ${runningTags} : ${rule(
        tf`1 + i`,
        "Images that run never expire",
        tagged(tf`pattern`, newest(NEVER_REACHED)),
      )}],
      [for i, pattern in each.value.release_tags : ${rule(
        tf`101 + i`,
        "The last releases are kept",
        tagged(tf`pattern`, newest(tf`each.value.keep_releases`)),
      )}],
      [for days in [each.value.expire_other_days] : ${rule(
        201,
        "Other tagged images expire",
        tagged("*", younger(tf`days`)),
      )} if days != null],
      [${rule(301, "Images without a tag expire", {
        tagStatus: "untagged",
        ...younger(tf`each.value.expire_untagged_days`),
      })}],
    )`,
  });
