import { tf } from "../../kernel";

/** The caller's tags and a name, as the AWS console shows it. */
export const named = (tags: unknown, name: string): Record<string, string> =>
  tf<Record<string, string>>`merge(${tags}, { Name = ${name} })`;
