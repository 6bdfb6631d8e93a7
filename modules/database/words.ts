import { hclLiteral } from "../../kernel/types";
import type { Rule } from "../../kernel/types";
import table from "./tables/words.json";

/** Words of PostgreSQL's own language. Source: `tables/words.json`. */
export const WORDS: readonly string[] = table.words;

/** Databases that every instance has, and the one of RDS itself. */
const DATABASES = ["rdsadmin", "template0", "template1"];

/** Roles that RDS keeps for itself. */
const ROLES = ["admin", "rdsadmin", "rdsrepladmin", "rdstopmgr", "rds_superuser", "rds_iam", "rds_password"];

const isNone = (ref: string, of: readonly string[]): string => `!contains(${hclLiteral(of)}, lower(${ref}))`;

/** RDS refuses what PostgreSQL reads as its own. Source: RDS API Reference, CreateDBInstance: DBName, MasterUsername. */
export const noWord: Rule<string, never> = {
  test: (name) => !WORDS.includes(name.toLowerCase()),
  condition: (ref) => isNone(ref, WORDS),
  message: "must not be a word of PostgreSQL's own language, such as user, order or default: RDS refuses it",
  bad: "user",
};

/** A name of a database that is free. */
export const freeDatabase: Rule<string, never> = {
  test: (name) => !DATABASES.includes(name.toLowerCase()),
  condition: (ref) => isNone(ref, DATABASES),
  message: `must not be one of ${DATABASES.join(", ")}: every instance of RDS has these`,
  bad: "template1",
};

/** A name of a role that is free. */
export const freeRole: Rule<string, never> = {
  test: (name) => !ROLES.includes(name.toLowerCase()) && !name.toLowerCase().startsWith("pg_"),
  condition: (ref) => `${isNone(ref, ROLES)} && !startswith(lower(${ref}), "pg_")`,
  message: `must not begin with pg_ or be one of ${ROLES.join(", ")}: PostgreSQL on RDS keeps these for itself`,
  bad: "admin",
};
