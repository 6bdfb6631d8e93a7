/** One page to print: no script, no font and no picture from elsewhere, since nothing may be asked when it is needed. */
const STYLE = `
  body { font: 11pt/1.45 system-ui, sans-serif; max-width: 54rem; margin: 2rem auto; padding: 0 1rem; color: #111; }
  h1, h2, h3 { line-height: 1.2; break-after: avoid; }
  h2 { margin-top: 2rem; border-top: 1px solid #999; padding-top: 1rem; }
  pre { background: #f3f3f3; padding: .7rem; white-space: pre-wrap; overflow-wrap: anywhere; break-inside: avoid; }
  code { font: 9.5pt/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
  table { border-collapse: collapse; width: 100%; }
  th, td { border: 1px solid #999; padding: .3rem .5rem; text-align: left; vertical-align: top; }
  tr { break-inside: avoid; }
  @media print { body { margin: 0; max-width: none; } a { color: inherit; } }
`;

/** A runbook as one page of HTML. */
export async function runbookPage(markdown: string): Promise<string> {
  const { marked } = await import("marked");
  const [, title = "Runbook"] = /^# (.+)$/m.exec(markdown) ?? [];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
${await marked.parse(markdown)}</body>
</html>
`;
}
