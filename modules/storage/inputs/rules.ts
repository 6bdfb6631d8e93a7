import { CrossRule } from "../../../kernel";
import type { storageFields } from "./fields";

/** What the module appends to the bucket's name for what belongs to it, within the limits of S3 (63) and IAM (64). */
export const LOG_BUCKET_ENDING = "-logs";
export const REPLICATION_ROLE_ENDING = "-replication";
const LONGEST_BUCKET_NAME = 63 - LOG_BUCKET_ENDING.length;
const LONGEST_ROLE_NAME = 64 - REPLICATION_ROLE_ENDING.length;

const ELSEWHERE = {
  destination: {
    bucketArn: "arn:aws:s3:::nimbus-recovery-uploads",
    region: "us-west-2",
    kmsKeyArn: "arn:aws:kms:us-west-2:123456789012:key/00000000-0000-0000-0000-000000000000",
  },
};

const sameRegion = ({ kmsKeyArn, region }: { readonly kmsKeyArn: string; readonly region: string }): boolean =>
  kmsKeyArn.split(":")[3] === region;

/** Rules across the inputs. */
export const rules: readonly CrossRule<typeof storageFields>[] = [
  {
    on: "name",
    test: ({ name, ownLogBucket }) => !ownLogBucket || name.length <= LONGEST_BUCKET_NAME,
    condition: `!var.own_log_bucket || length(var.name) <= ${LONGEST_BUCKET_NAME}`,
    message: (spell) =>
      `must be at most ${LONGEST_BUCKET_NAME} characters long with ${spell("ownLogBucket")}, whose name is <name>${LOG_BUCKET_ENDING}; shorten it, or set ${spell("ownLogBucket")} to false and give ${spell("logBucket")}`,
    bad: { name: "n".repeat(LONGEST_BUCKET_NAME + 1) },
  },
  {
    on: "replication",
    test: ({ name, replication }) => !replication || name.length <= LONGEST_ROLE_NAME,
    condition: `var.replication == null ? true : length(var.name) <= ${LONGEST_ROLE_NAME}`,
    message: `needs a name of at most ${LONGEST_ROLE_NAME} characters, since its role is named <name>${REPLICATION_ROLE_ENDING}`,
    bad: {
      name: "n".repeat(LONGEST_ROLE_NAME + 1),
      replication: ELSEWHERE,
    },
  },
  {
    on: "replication",
    test: ({ replication, versioning }) => !replication || Boolean(versioning),
    condition: "var.replication == null ? true : var.versioning",
    message: "needs versioning, which S3 copies by; set it to true, or leave the replication out",
    bad: {
      versioning: false,
      replication: ELSEWHERE,
    },
  },
  {
    on: "replication",
    test: ({ replication }) => !replication || sameRegion(replication.destination),
    condition:
      'var.replication == null ? true : try(split(":", var.replication.destination.kms_key_arn)[3], "") == var.replication.destination.region',
    message: (spell) =>
      `must have a destination.${spell("kmsKeyArn")} of destination.region: a key encrypts in its region only, and S3 would say so of no copy before the first one fails`,
    bad: {
      replication: { destination: { ...ELSEWHERE.destination, region: "eu-west-1" } },
    },
  },
  {
    on: "objectLock",
    test: ({ objectLock, versioning }) => !objectLock || Boolean(versioning),
    condition: "var.object_lock == null ? true : var.versioning",
    message: "needs versioning, since S3 locks versions; set it to true, or leave the lock out",
    bad: { versioning: false, objectLock: { mode: "GOVERNANCE", days: 30 } },
  },
  {
    on: "objectLock",
    test: ({ objectLock, forceDestroy }) => objectLock?.mode !== "COMPLIANCE" || !forceDestroy,
    condition: 'var.object_lock == null ? true : var.object_lock.mode != "COMPLIANCE" || !var.force_destroy',
    message: (spell) => `cannot be COMPLIANCE with ${spell("forceDestroy")}: nobody can delete what such a lock holds`,
    bad: { objectLock: { mode: "COMPLIANCE", days: 30 }, forceDestroy: true },
  },
  {
    on: "ownKmsKey",
    test: ({ ownKmsKey, kmsKey }) => Boolean(ownKmsKey) || Boolean(kmsKey),
    condition: "var.own_kms_key || var.kms_key != null",
    message: (spell) => `must be true unless ${spell("kmsKey")} is given: each object is encrypted with one of the two`,
    bad: { ownKmsKey: false },
  },
  {
    on: "logBucket",
    test: ({ logBucket, ownLogBucket, accessLogs }) => Boolean(logBucket) || Boolean(ownLogBucket) || !accessLogs,
    condition: "var.log_bucket != null || var.own_log_bucket || !var.access_logs",
    message: (spell) =>
      `must be given for the access logs when ${spell("ownLogBucket")} is false; give it, or set ${spell("accessLogs")} to false`,
    bad: { ownLogBucket: false },
  },
  {
    on: "logBucket",
    test: ({ logBucket, accessLogs }) => !logBucket || Boolean(accessLogs),
    condition: "var.log_bucket == null ? true : var.access_logs",
    message: (spell) => `is given, but ${spell("accessLogs")} is false; set it, or leave the bucket out`,
    bad: { logBucket: { name: "nimbus-logs" }, accessLogs: false },
  },
  {
    on: "logBucket",
    test: ({ logBucket, name }) => !logBucket || logBucket.name !== name,
    condition: "var.log_bucket == null ? true : var.log_bucket.name != var.name",
    message: "must be another bucket than this one: each log would be logged again, without end",
    bad: { name: "nimbus-uploads", logBucket: { name: "nimbus-uploads" } },
  },
];
