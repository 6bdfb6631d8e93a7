/** A literal as an HCL string: quotes, newlines and both template markers (`${`, `%{`) are escaped. */
export function quote(text: string): string {
  const escaped = text
    .replace(/\\/g, "\\\\")
    .replace(/"/g, '\\"')
    .replace(/\n/g, "\\n")
    .replace(/\r/g, "\\r")
    .replace(/\t/g, "\\t")
    .replace(/\$\{/g, "$$${")
    .replace(/%\{/g, "%%{");
  return `"${escaped}"`;
}

/** Whether a key can stand unquoted on the left of `=`. */
export const isIdentifier = (key: string): boolean => /^[A-Za-z_][\w-]*$/.test(key);
