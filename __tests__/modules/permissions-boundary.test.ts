import { readFileSync } from "node:fs";
import { publishedModules } from "../../modules";

/** Accounts that ask for a permissions boundary refuse each role without one: every module that makes a role takes it. */

/** The roles of a published module, each as HCL. */
const rolesOf = (module: string): string[] =>
  readFileSync(`terraform/${module}/main.tf`, "utf8").match(/^resource "aws_iam_role" [^]*?^}$/gm) ?? [];

const making = publishedModules.map(({ definition }) => definition.name).filter((name) => rolesOf(name).length > 0);

test("some modules make roles", () => {
  expect(making.sort()).toEqual([
    "backup",
    "backup-vault",
    "database",
    "latch",
    "network",
    "recovery-watch",
    "service",
    "static-site",
    "storage",
  ]);
});

test.each(making)("each role of %s is bounded by the policy that is stated", (module) => {
  for (const role of rolesOf(module)) {
    const stated = /^ {2}permissions_boundary += (.*(?:\n {2,4}[^a-z].*)*)/m.exec(role)?.[1] ?? "nothing";
    expect(stated).toContain("var.permissions_boundary.arn");
  }
});
