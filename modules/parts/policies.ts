import { Collection, json } from "../../kernel";

/** One statement of an IAM policy, with the keys that IAM knows. Values may be expressions. */
export interface Statement {
  readonly Sid?: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: unknown;
  readonly Action?: unknown;
  readonly NotAction?: unknown;
  readonly Resource?: unknown;
  readonly NotResource?: unknown;
  readonly Condition?: unknown;
}

/** A policy document; `statements` is a list, or an expression that makes one. */
export const policy = (statements: readonly Statement[] | Collection): string =>
  json({ Version: "2012-10-17", Statement: statements });

/** The trust policy of a role that one AWS service assumes, with the conditions that keep other accounts' use out. */
export const trustedBy = (service: string, condition?: unknown): string =>
  policy([
    {
      Effect: "Allow",
      Action: "sts:AssumeRole",
      Principal: { Service: service },
      ...(condition === undefined ? {} : { Condition: condition }),
    },
  ]);
