/**
 * The floors of the house, the lowest first: what each folder holds, and what it may import. dependency-cruiser enforces it in
 * `npm test` (see .dependency-cruiser.mjs), types included, and the table in ARCHITECTURE.md is written from it
 * (`npm run format`).
 *
 * @type {readonly { folder: string, holds: string, imports: readonly string[] }[]}
 */
export const FLOORS = [
  {
    folder: "kernel",
    holds:
      "Author-once machinery: inputs, expressions, stacks without hashes, the writer of published modules (`hcl/`, `publish/`). It knows Terraform and nothing of AWS",
    imports: [],
  },
  {
    folder: "modules",
    holds:
      "One construct a folder: `index.ts` (a table of contents), `inputs/` (fields and rules), pure functions beside them, `tests/` and `examples/` in HCL. `parts/` are pieces of more than one module. A module never imports another: stacks connect them",
    imports: ["kernel"],
  },
  {
    folder: "recovery",
    holds:
      "What peace and incident share: `contract/` (what stacks tell each other, declared once), `mechanisms/` (how data gets to the other region and is found there), names, readiness",
    imports: ["kernel", "modules"],
  },
  {
    folder: "environments",
    holds:
      "One typed file an environment; `definition/` has `schema/` (what may be stated), `checks/` (rules across parts) and `names/` (what is derived)",
    imports: ["kernel", "modules", "recovery"],
  },
  {
    folder: "wiring",
    holds:
      "What more than one stack is made of: the base of a stack, the line of a stack in the table, a service and its data wired once",
    imports: ["kernel", "modules", "recovery", "environments"],
  },
  {
    folder: "promises",
    holds:
      "What judges synthesized JSON: `rules/` (what the stacks may hold), `objectives/` (what is lost, how long it takes), `stack-json/` (reads it)",
    imports: ["kernel", "modules", "recovery", "environments", "wiring"],
  },
  {
    folder: "dr",
    holds: "The incident: the dr stack and its restore test, how a killed run is taken over, and `RUNBOOK.md`",
    imports: ["kernel", "modules", "recovery", "environments", "wiring", "promises"],
  },
  {
    folder: "stacks",
    holds: "`index.ts` is the table of stacks; `bootstrap/`, `primary/`, `standby/` and `edge/` are the other stacks",
    imports: ["kernel", "modules", "recovery", "environments", "wiring", "promises", "dr"],
  },
  {
    folder: "tools",
    holds: "Libraries of the programs: processes, Terraform, synthesis, progress, the folders of project and package",
    imports: ["kernel", "environments"],
  },
  {
    folder: "emulator",
    holds: "The embedded AWS: moto, and a tested overlay of what moto lacks or gets wrong",
    imports: ["tools"],
  },
  {
    folder: "drill",
    holds: "`npm run drill`: loses a region on the emulator, types the runbook, and judges what came of it",
    imports: ["kernel", "modules", "recovery", "environments", "wiring", "promises", "stacks", "tools", "emulator"],
  },
  {
    folder: "commands",
    holds: "What `npm run ...` starts; `setup.mjs` makes a fresh clone ready",
    imports: [
      "kernel",
      "modules",
      "recovery",
      "environments",
      "wiring",
      "promises",
      "stacks",
      "tools",
      "emulator",
      "drill",
    ],
  },
  {
    folder: "main.ts",
    holds: "Makes the stacks of the table that the environment has; the only reader of the process environment",
    imports: ["kernel", "environments", "wiring", "promises", "stacks", "tools"],
  },
];

/** The table of ARCHITECTURE.md. */
export const floorsTable = () =>
  [
    "| folder | what it holds | may import |",
    "| --- | --- | --- |",
    ...FLOORS.map(({ folder, holds, imports }) => {
      const name = folder.includes(".") ? folder : `${folder}/`;
      return `| \`${name}\` | ${holds} | ${imports.map((one) => `\`${one}\``).join(", ") || "-"} |`;
    }),
  ].join("\n");
