import { Scanner } from "./template";

interface Row {
  text: string;
  readonly indent: number;
  /** Where the `=` of an attribute on one line stands; -1 when there is none to align. */
  readonly equals: number;
}

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
  for (const line of lines) {
    const text = line.trim();
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

function align(rows: readonly Row[]): void {
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
