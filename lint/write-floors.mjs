/** Writes the table of floors into ARCHITECTURE.md: part of `npm run format`. */
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { floorsTable } from "./floors.mjs";

const file = path.join(path.dirname(path.dirname(fileURLToPath(import.meta.url))), "ARCHITECTURE.md");
const text = fs.readFileSync(file, "utf8");
const marked = /(<!-- floors: written from lint\/floors\.mjs -->\n)[^]*?(\n<!-- end of floors -->)/;
if (!marked.test(text)) throw new Error("ARCHITECTURE.md has lost the marks between which the table of floors stands.");
fs.writeFileSync(
  file,
  text.replace(marked, (_, start, end) => `${start}\n${floorsTable()}\n${end}`),
);
