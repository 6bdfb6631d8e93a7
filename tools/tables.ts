import Table from "cli-table3";

/** A table that reads well in a terminal and in the log of a CI run: columns, no boxes, no colours. */
export function plainTable(head: string[], colAligns: ("left" | "right")[] = []): Table.Table {
  const line = {
    top: "",
    "top-mid": "",
    "top-left": "",
    "top-right": "",
    bottom: "",
    "bottom-mid": "",
    "bottom-left": "",
  };
  const rest = {
    "bottom-right": "",
    left: "",
    "left-mid": "",
    mid: "",
    "mid-mid": "",
    right: "",
    "right-mid": "",
    middle: "  ",
  };
  const style = { head: [], border: [], "padding-left": 0, "padding-right": 0 };
  return new Table({ head, colAligns, chars: { ...line, ...rest }, style });
}
