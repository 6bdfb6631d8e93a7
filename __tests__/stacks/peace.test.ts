import { App } from "cdktf";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EnvironmentDefinition, StatedEnvironment, checkEnvironment } from "../../environments/definition";
import { Recovery } from "../../environments/definition/schema/recovery";
import { synthesizeStacks } from "../../stacks/synthesize";
import { SynthesizedStack } from "../synthesis";
import { recovery } from "../environments/recovery";
import production from "../fixtures/environments/production";
import staging from "../fixtures/environments/staging";

/** What is refused in peace and not in an incident: all stacks of production, and what each of them is warned of. */
interface Synthesized {
  readonly stack: (name: string) => SynthesizedStack;
  readonly annotations: (name: string, level: "info" | "warn") => string[];
}

function synthesize(definition: EnvironmentDefinition, others: readonly StatedEnvironment[] = []): Synthesized {
  const outdir = mkdtempSync(join(tmpdir(), "peace-"));
  const read = <T>(...file: string[]): T => JSON.parse(readFileSync(join(outdir, ...file), "utf8")) as T;
  try {
    synthesizeStacks(new App({ outdir }), checkEnvironment("production", definition, others));
    interface Manifest {
      readonly stacks: Record<string, { readonly annotations: { level: string; message: string }[] }>;
    }
    const { stacks } = read<Manifest>("manifest.json");
    const written = Object.fromEntries(
      Object.keys(stacks).map((name) => [
        name,
        new SynthesizedStack(read<Record<string, unknown>>("stacks", name, "cdk.tf.json")),
      ]),
    );
    return {
      stack: (name) => written[name],
      annotations: (name, level) =>
        stacks[name].annotations.filter((one) => one.level === `@cdktf/${level}`).map(({ message }) => message),
    };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

const recovering = (
  change: Partial<Recovery> = {},
  more: Partial<EnvironmentDefinition> = {},
): EnvironmentDefinition => ({
  ...production,
  ...more,
  recovery: { ...recovery, ...change },
});

/** What the plans of a stack are refused with. */
const refusal = ({ stack }: Synthesized, name: string): string =>
  JSON.stringify(stack(name).local("to_be_settled") ?? "");

const PEACE = ["bootstrap", "primary", "standby", "edge"];
const INCIDENT = ["dr", "restore-test"];

describe("objectives that cannot be met", () => {
  test.each<[string, Partial<Recovery>, Partial<EnvironmentDefinition>, RegExp]>([
    [
      "a loss below what the mechanism allows",
      { objectives: { rpo: 300, rto: 3600 } },
      {},
      /recovery\.objectives\.rpo .*replica/,
    ],
    [
      "weekly snapshots for half an hour",
      { database: { mechanism: "snapshot" }, snapshots: { every: "week" } },
      {},
      /point_in_time/,
    ],
    ["ten minutes", { objectives: { rpo: 1800, rto: 600 } }, {}, /recovery\.objectives\.rto/],
    [
      "a database that takes longer to restore",
      {},
      { database: { ...production.database!, allocatedStorage: 500 } },
      /recovery\.objectives\.rto must be at least \d+ s/,
    ],
  ])("%s: refuse the plans of peace, and warn dr", (_what, change, more, says) => {
    const kept = synthesize(recovering({ ...change, objectives: { rpo: 1_000_000, rto: 100_000 } }, more));
    const broken = synthesize(recovering(change, more));
    for (const name of PEACE) {
      expect(refusal(kept, name)).toBe('""');
      expect(refusal(broken, name)).toMatch(says);
      expect(broken.stack(name).json).toMatchObject({
        data: {
          aws_partition: {
            settled: { lifecycle: { precondition: [{ condition: '${local.to_be_settled == ""}' }] } },
          },
        },
      });
    }
    for (const name of INCIDENT) expect(refusal(broken, name)).toBe('""');
    const [warning] = broken.annotations("dr", "warn");
    expect(warning).toMatch(says);
    expect(warning).toContain("dr is not refused for it");
    expect(kept.annotations("dr", "warn")).toEqual([]);
  });

  test("are said beside dr when they can be met, too", () => {
    expect(synthesize(recovering()).annotations("dr", "info")).toEqual(
      expect.arrayContaining([
        expect.stringContaining("the objective is 30 min."),
        expect.stringContaining("the objective is 1 h."),
      ]),
    );
  });
});

test("a hostname of another environment refuses the plans of peace, and no incident", () => {
  const other = { name: "demo", definition: { ...staging, names: production.names } };
  const synthesized = synthesize(recovering(), [other]);
  for (const name of PEACE) expect(refusal(synthesized, name)).toContain("must not be a name of environments/demo.ts");
  for (const name of INCIDENT) expect(refusal(synthesized, name)).toBe('""');
  expect(synthesized.annotations("dr", "warn")[0]).toContain("must not be a name of environments/demo.ts");
});
