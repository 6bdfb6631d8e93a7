import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import { Construct } from "constructs";
import { dynamic, heading, item, raw, repeatedBlock, tf } from "../../kernel";
import { Context } from "./context";
import { HOUSEKEEPING, OLD_VERSIONS } from "./inputs/lifecycle";

/**
 * What happens to objects as they grow old: one rule that cleans up the whole bucket, and the caller's. All in one
 * resource, since S3 has one configuration for all of them.
 */
export function createLifecycle(scope: Construct, context: Context, versioning: S3BucketVersioningA): void {
  heading(scope, "Life cycle");
  const { abortUploadsDays } = context.inputs;
  const lifecycle = new S3BucketLifecycleConfiguration(scope, "this#lifecycle", {
    bucket: context.bucket,
    rule: [
      {
        id: HOUSEKEEPING,
        status: "Enabled",
        filter: [{ prefix: "" }],
        abortIncompleteMultipartUpload: [{ daysAfterInitiation: abortUploadsDays }],
        // The marker of a deletion that hides no version any more.
        expiration: [{ expiredObjectDeleteMarker: true }],
      },
    ],
    // S3 takes rules about old versions for a bucket without versions as well, but not while its versioning changes.
    dependsOn: [versioning],
  });
  const newest = unlessZero(item("rule", "newest_noncurrent_versions"));
  repeatedBlock(lifecycle, "rule", ruleMap(context), {
    id: raw("rule.key"),
    status: tf`rule.value.enabled ? "Enabled" : "Disabled"`,
    filter: filterOf("rule.value"),
    transition: dynamic(item("rule", "transitions"), {
      storageClass: raw("transition.key"),
      days: raw("transition.value"),
    }),
    expiration: dynamic(tf`rule.value.expiration_days[*]`, { days: item("expiration") }),
    noncurrentVersionTransition: dynamic(item("rule", "noncurrent_transitions"), {
      storageClass: raw("noncurrent_version_transition.key"),
      noncurrentDays: raw("noncurrent_version_transition.value"),
      newerNoncurrentVersions: newest,
    }),
    noncurrentVersionExpiration: dynamic(tf`rule.value.noncurrent_days[*]`, {
      noncurrentDays: item("noncurrent_version_expiration"),
      newerNoncurrentVersions: newest,
    }),
  });
}

/** The caller's rules, and one for old versions that is made as one of them. */
function ruleMap({ inputs }: Context): unknown {
  const oldVersions = {
    [OLD_VERSIONS]: {
      enabled: true,
      prefix: "",
      tags: {},
      transitions: {},
      expiration_days: null,
      noncurrent_transitions: {},
      noncurrent_days: inputs.noncurrentVersionDays,
      newest_noncurrent_versions: inputs.newestNoncurrentVersions,
    },
  };
  return tf`merge({ for id, rule in ${oldVersions} : id => rule if ${inputs.expireNoncurrentVersions} }, ${inputs.lifecycleRules})`;
}

/** S3 wants a prefix or a tag by itself, and several conditions inside of `and`. */
function filterOf(rule: string): object {
  const several = raw(`length(${rule}.tags) + (${rule}.prefix == "" ? 0 : 1) > 1`);
  return {
    prefix: raw(`length(${rule}.tags) == 0 ? ${rule}.prefix : null`),
    tag: dynamic(tf`${several} ? {} : ${raw(rule)}.tags`, { key: raw("tag.key"), value: raw("tag.value") }),
    and: dynamic(tf`${several} ? [1] : []`, {
      prefix: raw(`${rule}.prefix == "" ? null : ${rule}.prefix`),
      tags: raw(`${rule}.tags`),
    }),
  };
}

/** S3 keeps the newest versions from 1 up; without the argument it keeps none. */
const unlessZero = (count: number): number => tf<number>`${count} > 0 ? ${count} : null`;
