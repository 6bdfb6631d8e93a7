/** A message of Terraform about a configuration or a run. */
export interface Diagnostic {
  readonly severity: "error" | "warning";
  readonly summary: string;
  readonly detail?: string;
  readonly address?: string;
  readonly range?: { readonly filename: string; readonly start: { readonly line: number } };
  readonly snippet?: { readonly context?: string | null; readonly code: string };
}

interface ResourceRef {
  readonly addr: string;
  readonly resource_type: string;
}

/** One line of Terraform's machine-readable output (`-json`); only what we read of it. */
export interface TerraformEvent {
  readonly type: string;
  readonly "@message": string;
  readonly diagnostic?: Diagnostic;
  readonly change?: { readonly resource: ResourceRef; readonly action: string };
  readonly changes?: {
    readonly add: number;
    readonly change: number;
    readonly remove: number;
    readonly operation: string;
  };
  readonly hook?: { readonly resource: ResourceRef; readonly action?: string; readonly elapsed_seconds?: number };
  readonly outputs?: Readonly<
    Record<string, { readonly sensitive: boolean; readonly value?: unknown; readonly action?: string }>
  >;
}

/** Reads a line of the output; undefined for a line that is none of the stream, such as a warning about the CLI's configuration. */
export function parseEvent(line: string): TerraformEvent | undefined {
  if (!line.startsWith("{")) return undefined;
  try {
    const event = JSON.parse(line) as TerraformEvent;
    return typeof event.type === "string" ? event : undefined;
  } catch {
    return undefined;
  }
}

/** Diagnostics as Terraform itself prints them to people: what, where, why, each as a whole. */
export function formatDiagnostics(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map(formatDiagnostic).join("\n\n");
}

function formatDiagnostic({ severity, summary, detail, address, range, snippet }: Diagnostic): string {
  const lines = [`${severity === "error" ? "Error" : "Warning"}: ${summary}`];
  if (address) lines.push(`  with ${address}`);
  if (range)
    lines.push(`  on ${range.filename} line ${range.start.line}${snippet?.context ? `, in ${snippet.context}` : ""}`);
  if (snippet) lines.push(...snippet.code.split("\n").map((code) => `    ${code}`));
  if (detail) lines.push("", ...detail.split("\n").map((text) => `  ${text}`));
  return lines.join("\n");
}
