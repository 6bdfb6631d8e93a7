import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "../../tools/project";
import { runbookCommands } from "../../drill/commands";
import { renderRunbook } from "../../commands/runbook/render";
import { EnvironmentDefinition, checkEnvironment } from "../../environments/definition";
import stated from "../fixtures/environments/production";

const RUNBOOK = readFileSync(join(PROJECT, "dr", "RUNBOOK.md"), "utf8");

const UNSTORED = {
  web: { ...stated.services.web, uses: { ...stated.services.web.uses, storage: undefined } },
};

/** What is typed of a box: all but its remarks. */
const typed = (box: string): string[] =>
  box
    .trim()
    .split("\n")
    .filter((line) => !line.startsWith("#"));

/** What stands in the boxes of the runbook, line by line. */
const boxes = (text: string): string[] =>
  [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, box]) => typed(box));

describe("the runbook", () => {
  const production = checkEnvironment("production", stated);

  test("has the commands that the drill types, in their order, and no others", () => {
    expect(boxes(RUNBOOK)).toEqual(Object.values(runbookCommands(production)).flatMap(({ commands }) => commands));
  });

  test("names the snapshot and the number that the drill writes into the environment's file", () => {
    expect(RUNBOOK).toContain('origin: { snapshot: { id: "nimbus-production-failback-1" } }');
    expect(RUNBOOK).toContain("replacements: 1");
    expect(RUNBOOK).toContain('active: "recovery"');
  });

  test("gives a recovery up by commands that the drill types in other steps", () => {
    const steps = runbookCommands(production);
    const [decision] = steps.verify.commands.filter((command) => command.includes("serving-region"));
    expect(steps["who serves"].commands).toEqual([decision]);
    expect(steps.abandon.commands).toEqual([...steps.stop.commands, decision]);
    expect(steps["take away"]).toEqual(steps["scale down"]);
  });

  test("decides by one command each for either region", () => {
    const { confirm, release } = runbookCommands(production);
    const name = "--region us-west-2 --name /holdfast/nimbus-production/serving-region";
    expect(confirm.commands).toEqual([`aws ssm put-parameter ${name} --value us-west-2 --overwrite`]);
    expect(release.commands).toEqual([`aws ssm put-parameter ${name} --value us-east-1 --overwrite`]);
  });

  test("is what `npm run runbook` writes for production: copy dist/runbook/production.md over it after a change", () => {
    expect(renderRunbook(RUNBOOK, production)).toBe(RUNBOOK);
  });

  test("asks nothing of the primary region before the failback", () => {
    const [before] = RUNBOOK.split("## 8. Fail back");
    expect(boxes(before).filter((command) => command.includes(production.region))).toEqual([]);
  });
});

describe("the runbook of another environment", () => {
  const shop: EnvironmentDefinition = {
    ...stated,
    application: "shop",
    displayName: undefined,
    accountId: "210987654321",
    services: {
      front: { ...stated.services.web, image: "public.ecr.aws/shop/front:2" },
      worker: { ...stated.services.web, image: "public.ecr.aws/shop/worker:2", routing: undefined, scaling: undefined },
    },
    names: { ...stated.names!, zone: { id: "Z9876543210ABCDEFGHIJ", name: "shop.example" }, hostnames: ["www"] },
  };
  const environment = checkEnvironment("eu/live", shop);
  const text = renderRunbook(RUNBOOK, environment);

  test("has its commands, in the same order", () => {
    expect(boxes(text)).toEqual(Object.values(runbookCommands(environment)).flatMap(({ commands }) => commands));
  });

  test("has its names, and none of the example's", () => {
    expect(text).not.toMatch(/nimbus-production|123456789012|tasks\.example\.com|environments\/production\.ts|Nimbus/);
    expect(text).toContain("The names are those of shop in live (`ENVIRONMENT=eu/live`)");
    expect(text).toContain("`dig +short www.shop.example`");
    expect(text).toContain("In `environments/eu/live.ts`, add `active:");
  });

  test("names the role of each step", () => {
    const named = [...text.matchAll(/^# ([a-z ]+), as (\S+)$/gm)].map(([, step, role]) => [step, role]);
    const commands = Object.entries(runbookCommands(environment));
    expect(named).toEqual(commands.map(([step, { role }]) => [step, `shop-live-${role}`]));
  });

  test("says who types without roles, and where there is nothing to type", () => {
    const { deployment: _roles, ...without } = shop;
    const bare = renderRunbook(
      RUNBOOK,
      checkEnvironment("live", { ...without, storage: undefined, services: UNSTORED }),
    );
    expect(bare).toContain("# restore, as an administrator\n");
    expect(bare).toContain("# objects, as an administrator\n# nothing to type: the environment has none of it\n");
  });

  test("confirms a replica by a fence that stops nothing, its promotion, and the names; and takes the data back by another", () => {
    const recovery = {
      ...stated.recovery!,
      objectives: { rpo: 300, rto: 3600 },
      database: { mechanism: "replica" },
    } as const;
    const standing = checkEnvironment("eu/live", { ...shop, recovery });
    const steps = runbookCommands(standing);
    expect(boxes(renderRunbook(RUNBOOK, standing))).toEqual(Object.values(steps).flatMap(({ commands }) => commands));
    const [fence, promote, decide] = steps.confirm.commands;
    expect(fence).toMatch(
      /^\(export AWS_MAX_ATTEMPTS=1; aws .*--region us-east-1 .*--desired-count 0 .*\) \|\| echo 'NOT FENCED: /,
    );
    // Connecting and waiting, of every command: a minute at most.
    const limits = [...fence.matchAll(/--cli-(?:connect|read)-timeout ([0-9]+)/g)].map(([, seconds]) =>
      Number(seconds),
    );
    expect(limits).toHaveLength(2 * (fence.match(/\baws /g) ?? []).length);
    expect(limits.reduce((sum, seconds) => sum + seconds, 0)).toBeLessThanOrEqual(60);
    expect(promote).toBe("npx cdktf deploy dr --auto-approve --var promote=shop-live-replica");
    expect(decide).toContain("--value us-west-2");
    expect([steps.snapshot, steps.copy].flatMap(({ commands }) => commands)).toEqual([]);
    expect(steps.replicate.commands).toHaveLength(2);
    expect(steps["scale down"].commands[0]).toContain("--db-instance-identifier shop-live-replica");
    expect(steps["stand by"].commands).toEqual(["npx cdktf deploy standby --auto-approve"]);
  });

  test("is refused without recovery, and where a box names a step that there is not", () => {
    const { recovery: _region, ...without } = shop;
    expect(() => renderRunbook(RUNBOOK, checkEnvironment("live", without))).toThrow(
      "environments/live.ts has no recovery, and so nothing to write a runbook about.",
    );
    expect(() => renderRunbook("```sh\n# lunch, as nimbus-production-recover\n```", environment)).toThrow(
      "dr/RUNBOOK.md has a box of the step 'lunch'; there are check, restore",
    );
  });
});
