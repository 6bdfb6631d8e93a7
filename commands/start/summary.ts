import type { Built } from "../../tools/deployment";
import type { Role } from "../../tools/memory";
import { plainTable } from "../../tools/tables";
import type { Output } from "../../tools/terraform";
import { Rights } from "../../emulator/rights";

/** What a deployed stack came to. */
export interface StackResult {
  readonly name: string;
  readonly built: readonly (Built & { readonly module: string })[];
  readonly outputs: Readonly<Record<string, Output>>;
}

/** What one `npm start` came to; dist/start/result.json holds it for `npm run bench`. */
export interface StartResult extends Rights {
  /** Whether the environment's roles typed the commands, each its own; an administrator typed all of them otherwise. */
  readonly byRoles: boolean;
  readonly environment: string;
  readonly seconds: number;
  readonly phases: Readonly<Record<string, number>>;
  readonly stacks: readonly StackResult[];
  readonly peakMemoryMegabytes: Readonly<Record<Role, number>>;
}

const SLOWEST = 8;

/** Prints what the stacks give to those who use them; secrets stay hidden. */
export function printOutputs({ stacks }: StartResult): void {
  const table = plainTable(["stack", "output", "value"]);
  for (const { name, outputs } of stacks) {
    for (const [output, { value, sensitive }] of Object.entries(outputs)) {
      table.push([name, output, sensitive ? "(sensitive)" : typeof value === "string" ? value : JSON.stringify(value)]);
    }
  }
  console.log(`\nOutputs\n${table.toString()}`);
}

/** Prints what was built, where the time went, and what it took of this machine. */
export function printSummary(result: StartResult): void {
  const { environment, seconds, phases, stacks, peakMemoryMegabytes, roles, byRoles } = result;
  const built = stacks.flatMap((stack) =>
    stack.built.map((one) => ({ ...one, module: `${stack.name}/${one.module}` })),
  );
  console.log(
    `\nBuilt by module\n${countTable(
      "module",
      built.map(({ module }) => module),
    )}`,
  );
  console.log(
    `\nBuilt by type\n${countTable(
      "type",
      built.map(({ type }) => type),
    )}`,
  );

  const slowest = plainTable(["slowest", "seconds"], ["left", "right"]);
  const bySeconds = [...built].sort((left, right) => right.seconds - left.seconds).slice(0, SLOWEST);
  for (const one of bySeconds) slowest.push([one.address, one.seconds.toFixed(0)]);
  console.log(`\n${slowest.toString()}`);

  const times = plainTable(["phase", "seconds"], ["left", "right"]);
  for (const [phase, taken] of Object.entries(phases)) times.push([phase, taken.toFixed(1)]);
  console.log(`\n${times.toString()}`);

  const asked = plainTable(["who asked", "requests"], ["left", "right"]);
  for (const [role, count] of Object.entries(roles)) asked.push([role, count]);
  console.log(`\n${asked.toString()}`);
  if (!byRoles) console.log("The environment has no `deployment`, and so no roles: an administrator typed everything.");

  const { own, terraform } = peakMemoryMegabytes;
  console.log(`\nPeak memory: ${own} MB for our own programs, ${terraform} MB for Terraform and its provider.`);
  console.log(
    `Built ${built.length} resources of '${environment}' in ${seconds} s; a second plan was empty; nothing is left running.`,
  );
}

function countTable(kind: string, values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const table = plainTable([kind, "resources"], ["left", "right"]);
  const ordered = [...counts].sort(([left, a], [right, b]) => b - a || left.localeCompare(right));
  for (const [value, count] of ordered) table.push([value, count]);
  return table.toString();
}
