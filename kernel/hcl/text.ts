/** A piece of a string: escaped text, which may be cut, or the source of a `${...}`, which may not. */
export type Piece = string | { readonly source: string };

/** The parts that a string is cut into, and what joins them to the same string again. */
export interface SplitText {
  readonly separator: " " | "";
  readonly lines: readonly string[];
}

/** Behind what a sentence ends or halts. */
const HALT = /[.;:,!?]$/;

/**
 * Cuts a string into lines of at most `width` characters, as far as it can be cut: behind sentences where that leaves lines
 * of a fair length, else between words; a string without blanks where a pattern has a group or another choice, and an ARN a section.
 */
export function splitText(pieces: readonly Piece[], width: number): SplitText {
  const isSpaced = pieces.some((piece) => typeof piece === "string" && piece.includes(" "));
  const isPattern = pieces.some((piece) => typeof piece === "string" && piece.includes("("));
  const units = unitsOf(pieces, isSpaced ? / / : isPattern ? /(?<![\\(])(?=\()|(?<=\|)/ : /(?<=[:/])/);
  const separator = isSpaced ? " " : "";
  const alone = pieces.flatMap((piece) => (typeof piece === "string" ? [] : [piece.source]));
  return { separator, lines: withCompany(fill(units, separator, width), alone, separator) };
}

/** Terraform deprecates a string that is nothing but one expression: it stays with what stands before it. */
function withCompany(lines: readonly string[], expressions: readonly string[], separator: string): string[] {
  return lines.reduce<string[]>((kept, line) => {
    const last = kept.at(-1);
    return last !== undefined && expressions.includes(line)
      ? [...kept.slice(0, -1), last + separator + line]
      : [...kept, line];
  }, []);
}

/** The lines of a text, broken between words. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1) ?? ""} ${word}`;
    if (lines.length === 0 || longer.length > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

/** What stays together: words, or sections. */
function unitsOf(pieces: readonly Piece[], cut: RegExp): string[] {
  const units = [""];
  for (const piece of pieces) {
    if (typeof piece !== "string") {
      units[units.length - 1] += piece.source;
      continue;
    }
    const [first, ...others] = piece.split(cut);
    units[units.length - 1] += first;
    units.push(...others);
  }
  return units;
}

function fill(units: readonly string[], separator: string, width: number): string[] {
  const lines: string[] = [];
  let rest = [...units];
  while (rest.join(separator).length > width && rest.length > 1) {
    let count = 1;
    while (count < rest.length && rest.slice(0, count + 1).join(separator).length <= width) count++;
    const halts = rest.map((_, i) => i + 1).filter((end) => end <= count && HALT.test(rest[end - 1]));
    const fair = halts.filter((end) => rest.slice(0, end).join(separator).length >= width / 3);
    const sentence = fair.filter((end) => /[.;!?]$/.test(rest[end - 1])).at(-1);
    const end = (separator === " " && (sentence ?? fair.at(-1))) || count;
    lines.push(rest.slice(0, end).join(separator));
    rest = rest.slice(end);
  }
  return [...lines, rest.join(separator)];
}
