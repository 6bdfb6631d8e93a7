import fs from "node:fs";
import { URL } from "node:url";

const versions = JSON.parse(fs.readFileSync(new URL("versions.json", import.meta.url), "utf8"));

/** The version of the AWS provider that everything here is tested with; the one that @cdktf/provider-aws was made from. */
export const AWS_PROVIDER = versions.awsProvider;

/** State locking in S3 without a DynamoDB table is part of Terraform from here on. */
export const MINIMUM_TERRAFORM = versions.minimumTerraform;

/** The emulator uses syntax and typing of this Python. */
export const MINIMUM_PYTHON = versions.minimumPython;

/** The linter of the published modules, built from its source with Go. */
export const TFLINT = versions.tflint;

/** Compares versions number by number; a pre-release (`1.12.0-beta1`) counts as its release. */
export function compareVersions(left, right) {
  const [a, b] = [left, right].map((version) => version.split(/[-+]/)[0].split(".").map(Number));
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}

/** Whether a version satisfies a range as package.json's `engines` has it: `^a.b.c` and `>=a.b.c`, joined by `||`. */
export function satisfies(version, range) {
  return range.split("||").some((alternative) => {
    const [, operator, minimum] = /^\s*(\^|>=)\s*(\d+(?:\.\d+)*)\s*$/.exec(alternative) ?? [];
    if (minimum === undefined) throw new Error(`cannot read the version range '${range}'`);
    const sameMajor = version.split(".")[0] === minimum.split(".")[0];
    return compareVersions(version, minimum) >= 0 && (operator === ">=" || sameMajor);
  });
}
