import { closest, distance } from "fastest-levenshtein";

/** What of all that is known a misspelt text was probably meant to be; undefined when nothing comes close. */
export function nearest(wrong: string, known: readonly string[]): string | undefined {
  const near = known.length > 0 ? closest(wrong, known) : undefined;
  const mistakes = Math.max(1, Math.floor(wrong.length / 3));
  return near !== undefined && distance(wrong, near) <= mistakes ? near : undefined;
}
