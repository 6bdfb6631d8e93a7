interface Row {
  text: string;
  readonly indent: number;
  /** Where the `=` of an attribute on one line stands; -1 when there is none to align. */
  readonly equals: number;
  /** A line of a heredoc, which parts no neighbours. */
  readonly isHeredoc?: boolean;
}

/** What ends a heredoc. */
const HEREDOC = "EOT";

/**
 * Lays lines of HCL out as `terraform fmt` does: two spaces for each open bracket, `=` aligned on neighbouring lines,
 * no blank line at the start of a block and never two in a row.
 */
export function layout(lines: readonly string[]): string {
  const rows = indent(lines.flatMap((line) => line.split("\n")));
  align(rows);
  const text = rows.map((row) => (row.text ? "  ".repeat(row.indent) + row.text : "")).join("\n");
  return `${text.replace(/\n+$/, "")}\n`;
}

function indent(lines: readonly string[]): Row[] {
  // Brackets that a line opened and that are open still: one step of indent for the line, however many it opened.
  const open: number[] = [];
  const rows: Row[] = [];
  let isHeredoc = false;
  for (const line of lines) {
    const text = line.trim();
    if (isHeredoc) {
      isHeredoc = text !== HEREDOC;
      rows.push({ text, indent: open.length + (isHeredoc ? 1 : 0), equals: -1, isHeredoc: true });
      continue;
    }
    isHeredoc = text.endsWith(`<<-${HEREDOC}`);
    const { balance, equals } = measure(text);
    let closing = -balance;
    while (closing > 0 && open.length > 0) {
      const opened = open.pop() ?? 0;
      if (opened > closing) open.push(opened - closing);
      closing -= opened;
    }
    const last = rows.at(-1)?.text ?? "";
    if (text === "" && (last === "" || /[{[(]$/.test(last))) continue;
    rows.push({ text, indent: open.length, equals: balance === 0 ? equals : -1 });
    if (balance > 0) open.push(balance);
  }
  return rows;
}

function align(all: readonly Row[]): void {
  const rows = all.filter((row) => !row.isHeredoc);
  for (let start = 0; start < rows.length;) {
    let end = start;
    while (end < rows.length && rows[end].equals > 0 && rows[end].indent === rows[start].indent) end++;
    const group = rows.slice(start, end);
    const column = Math.max(0, ...group.map((row) => row.equals));
    for (const row of group) row.text = row.text.slice(0, row.equals).padEnd(column) + row.text.slice(row.equals);
    start = Math.max(end, start + 1);
  }
}

/** How many more brackets a line opens than it closes, and where its first `=` stands, strings left out. */
function measure(line: string): { balance: number; equals: number } {
  let balance = 0;
  let equals = -1;
  const scanner = new Scanner();
  for (let i = 0; i < line.length && !line.startsWith("#"); i++) {
    const step = scanner.step(line, i);
    i += step.skip;
    if (step.inString || step.closedTemplate) continue;
    if ("{[(".includes(line[i])) balance++;
    if ("}])".includes(line[i])) balance--;
    if (line[i] === "=" && equals < 0 && balance === 0 && isAssignment(line, i)) equals = i;
  }
  return { balance, equals };
}

const isAssignment = (line: string, i: number): boolean =>
  !"=>".includes(line[i + 1] ?? " ") && !"=!<>".includes(line[i - 1] ?? " ");

/** Walks HCL source one character at a time and knows whether it is inside of a string. */
class Scanner {
  /** How many strings are open, one inside of a template of the other. */
  private strings = 0;
  /** For each open `${` of a string, how many plain braces are open inside of it. */
  private readonly templates: number[] = [];

  /** Takes the character at `i`; `skip` says how many more belong to it. */
  step(source: string, i: number): { inString: boolean; closedTemplate: boolean; skip: number } {
    const character = source[i];
    if (this.isInString()) {
      if (character === "\\") return { inString: true, closedTemplate: false, skip: 1 };
      if (character === '"') this.strings--;
      else if ((character === "$" || character === "%") && source[i + 1] === "{") {
        if (source[i - 1] !== character) this.templates.push(0);
        return { inString: true, closedTemplate: false, skip: 1 };
      }
      return { inString: true, closedTemplate: false, skip: 0 };
    }
    if (character === '"') {
      this.strings++;
      return { inString: true, closedTemplate: false, skip: 0 };
    }
    if (this.templates.length > 0 && character === "{") this.templates[this.templates.length - 1]++;
    if (this.templates.length > 0 && character === "}") return this.closeBrace();
    return { inString: false, closedTemplate: false, skip: 0 };
  }

  private isInString(): boolean {
    return this.strings > this.templates.length;
  }

  private closeBrace(): { inString: boolean; closedTemplate: boolean; skip: number } {
    const open = this.templates[this.templates.length - 1];
    if (open === 0) this.templates.pop();
    else this.templates[this.templates.length - 1] = open - 1;
    return { inString: false, closedTemplate: open === 0, skip: 0 };
  }
}
