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
      "One construct per folder: `index.ts` (a table of contents), `inputs/` (fields and rules), pure functions beside them, `tests/` and `examples/` in HCL. `parts/` is shared by several modules. A module never imports another: stacks connect them",
    imports: ["kernel"],
  },
  {
    folder: "recovery",
    holds:
      "What normal operation and an incident share: `contract/` (what stacks pass on to each other), `mechanisms/` (how data gets to the other region and is found there), names, readiness",
    imports: ["kernel", "modules"],
  },
  {
    folder: "environments",
    holds:
      "One typed file per environment; `definition/` has `schema/` (the inputs), `checks/` (rules across parts) and `names/` (derived names)",
    imports: ["kernel", "modules", "recovery"],
  },
  {
    folder: "wiring",
    holds: "What stacks share: their base class, the type of the table of stacks, the wiring of a service and its data",
    imports: ["kernel", "modules", "recovery", "environments"],
  },
  {
    folder: "promises",
    holds:
      "Checks of the synthesized JSON: `rules/` (what a stack may contain), `objectives/` (data loss and recovery time), `stack-json/` (reads it)",
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
    holds: "Libraries for the commands: processes, Terraform, synthesis, progress, the folders of project and package",
    imports: ["kernel", "modules", "environments"],
  },
  {
    folder: "emulator",
    holds: "The AWS emulator: moto, and a tested overlay of what moto lacks or gets wrong",
    imports: ["tools"],
  },
  {
    folder: "drill",
    holds: "`npm run drill`: loses a region on the emulator, types the commands of the runbook, and checks the result",
    imports: ["kernel", "modules", "recovery", "environments", "wiring", "promises", "stacks", "tools", "emulator"],
  },
  {
    folder: "commands",
    holds: "What `npm run ...` starts; `setup.mjs` installs what a fresh clone needs",
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
    holds: "Makes the environment's stacks; the only file that reads environment variables for them",
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
