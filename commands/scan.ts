/**
 * `npm run scan`: checkov over the published modules and over the plan of every stack, tflint over the published modules.
 * A finding is settled by changing the resource, or by a reason that stands next to it in the construct.
 */
import { Command } from "commander";
import * as fs from "node:fs";
import * as path from "node:path";
import { startEmulator } from "../emulator";
import { Aws } from "../tools/aws";
import { hostedZones, loadEnvironment } from "../tools/environments";
import { runCommand } from "../tools/failure";
import { STACKS, stackNamed } from "../stacks";
import { onlyOne } from "../tools/only-one";
import { runSteps } from "../tools/progress";
import { dist, emptyDist, PACKAGE, readJson } from "../tools/project";
import { publishedRoots } from "../tools/published";
import { handOver } from "./scan/handover";
import { Acceptance, acceptances, CheckovResult, distinct, Finding, staleReasons, unaccepted } from "./scan/findings";
import { checkov, tflint } from "./scan/scanners";
import { SynthesizedStack, synthesize, withoutKeys } from "../tools/synthesis";
import { SignIn } from "../tools/sign-in";
import { plainTable } from "../tools/tables";
import { PlannedChange, Terraform } from "../tools/terraform";
import { chosenStacks } from "../wiring/stack-definition";

/** One run of all scanners, and what they found. */
class Scan {
  private readonly open: Finding[] = [];
  private readonly settled: { id: string; reason: string }[] = [];
  private readonly accepted: Acceptance[] = [];
  private readonly planFindings = new Map<string, readonly Finding[]>();
  private moduleFindings: readonly Finding[] = [];
  private stacks: readonly SynthesizedStack[] = [];
  private checks = 0;

  constructor(private readonly environment: string) {}

  /** Scans, reports, and says whether each finding has a reason. */
  async run(): Promise<boolean> {
    emptyDist("scan");
    await runSteps([
      { title: "checkov over the published modules", run: () => this.scanModules() },
      { title: "tflint over the published modules", run: () => this.lintModules() },
      { title: `Plans of '${this.environment}' on the emulator`, run: (tell) => this.makePlans(tell) },
      { title: "checkov over the plans", run: () => this.scanPlans() },
    ]);
    this.report();
    return this.open.length === 0;
  }

  private async scanModules(): Promise<string> {
    const published = path.join(PACKAGE, "terraform");
    // Where an example calls a module, checkov looks at it only as it is called: so once more without the examples.
    const asCalled = await checkov("terraform", "-d", published);
    const alone = await checkov("terraform", "-d", published, "--skip-path", "/examples/");
    this.moduleFindings = [...(await findingsWithoutReasons(published))];
    const skipped = [...asCalled.skipped, ...alone.skipped];
    const findings = distinct([
      ...asCalled.failed,
      ...alone.failed,
      ...skipped.filter(({ reason }) => !hasReason(reason)),
    ]);
    this.open.push(...unreadableAsFindings(asCalled), ...findings);
    this.settled.push(...distinct(skipped.filter(({ reason }) => hasReason(reason))));
    this.checks += asCalled.passed + alone.passed;
    return `${findings.length} findings`;
  }

  private async lintModules(): Promise<string> {
    const findings: Finding[] = [];
    for (const root of publishedRoots(path.join(PACKAGE, "terraform"))) findings.push(...(await tflint(root)));
    this.open.push(...findings);
    return `${findings.length} findings`;
  }

  private async makePlans(tell: (line: string) => void): Promise<string> {
    const all = await synthesize(this.environment, dist("scan", "cdktf.out"));
    // A rehearsal is a stack of an incident once more, under other names.
    this.stacks = chosenStacks(STACKS, all, ({ rehearsal }) => rehearsal !== true);
    const emulator = await startEmulator({ hostedZones: hostedZones([this.environment]) });
    const aws = new Aws(emulator.env);
    const { environment } = loadEnvironment(this.environment);
    const signIn = new SignIn(emulator.env, environment);
    try {
      await signIn.prepare();
      await handOver(aws, environment);
      for (const { name, directory } of this.stacks) {
        tell(`planning ${name}`);
        const terraform = new Terraform(directory, { env: emulator.env, log: dist("scan", `terraform.${name}.log`) });
        const planFile = dist("scan", `${name}.tfplan`);
        await terraform.init();
        const planned = await terraform.plan(planFile);
        fs.writeFileSync(dist("scan", `${name}.json`), JSON.stringify(await terraform.showPlan(planFile)));
        this.accepted.push(...acceptances(name, readJson(path.join(directory, "cdk.tf.json"))));
        await this.makeLookedUp(name, terraform, planned);
      }
    } finally {
      signIn.close();
      aws.close();
      await emulator.stop();
    }
    return this.stacks.map(({ name }) => name).join(", ");
  }

  /** Makes what the stacks after one look up as they are planned; making the rest would take minutes. */
  private async makeLookedUp(name: string, terraform: Terraform, planned: readonly PlannedChange[]): Promise<void> {
    const { lookedUp } = stackNamed(name);
    const needed = planned
      .map(({ address }) => withoutKeys(address))
      .filter((one) => lookedUp.some((it) => it.test(one)));
    // What stacks tell each other is there already: see hand over.
    const targets = [...new Set(needed)].filter((address) => !address.startsWith("aws_ssm_parameter."));
    if (targets.length > 0) await terraform.apply(undefined, undefined, targets);
  }

  private async scanPlans(): Promise<string> {
    let count = 0;
    for (const { name } of this.stacks) {
      const result = await checkov("terraform_plan", "-f", dist("scan", `${name}.json`));
      const findings = distinct(result.failed.map((finding) => ({ ...finding, where: `stack ${name}` })));
      const open = unaccepted(name, findings, this.accepted);
      this.planFindings.set(name, findings);
      this.open.push(...unreadableAsFindings(result), ...open);
      this.checks += result.passed;
      count += open.length;
    }
    this.settled.push(...this.accepted);
    return `${count} findings`;
  }

  private report(): void {
    if (this.settled.length > 0) {
      const table = plainTable(["accepted", "times", "reason"]);
      for (const [line, count] of tally(this.settled.map(({ id, reason }) => `${id}\n${reason}`))) {
        const [id = "", reason = ""] = line.split("\n");
        table.push([id, count, reason]);
      }
      console.log(`\n${table.toString()}`);
    }
    const stale = staleReasons(this.accepted, this.planFindings, this.moduleFindings);
    if (stale.length > 0) {
      const table = plainTable(["no longer needed", "resource", "stack", "reason"]);
      for (const { id, address, stack, reason } of stale) table.push([id, address, stack, reason]);
      console.log(`\n${table.toString()}`);
    }
    if (this.open.length > 0) {
      const table = plainTable(["finding", "resource", "where", "what"]);
      for (const { id, address, where, name } of this.open) table.push([id, address, where, name]);
      console.log(
        `\n${table.toString()}\n\nChange the resource, or accept the finding next to it: acceptFinding(resource, id, reason).`,
      );
    }
    console.log(
      `\n${this.checks} checks passed, ${this.settled.length} findings have a reason, ${stale.length} reasons are stale.`,
    );
    console.log(`${this.open.length} findings without a reason`);
  }
}

/** What checkov finds in the modules when it does not see the comments that accept a finding. */
async function findingsWithoutReasons(published: string): Promise<readonly Finding[]> {
  const copy = emptyDist("scan", "without-reasons");
  fs.cpSync(published, copy, { recursive: true });
  for (const { directory } of publishedRoots(copy)) {
    for (const name of fs.readdirSync(directory).filter((file) => file.endsWith(".tf"))) {
      const file = path.join(directory, name);
      fs.writeFileSync(file, fs.readFileSync(file, "utf8").replaceAll("checkov:skip=", "accepted: "));
    }
  }
  const alone = await checkov("terraform", "-d", copy, "--skip-path", "/examples/");
  return [...alone.failed, ...(await checkov("terraform", "-d", copy)).failed];
}

function hasReason(reason: string): boolean {
  return reason.trim() !== "" && reason !== "No comment provided";
}

/** A file that checkov cannot read is a finding: what is in it was not checked. */
function unreadableAsFindings({ unreadable }: CheckovResult): Finding[] {
  return unreadable.map((file) => ({
    id: "unreadable",
    name: "checkov cannot read this file",
    address: "",
    where: file,
  }));
}

function tally(lines: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return [...counts].sort(([left], [right]) => left.localeCompare(right));
}

async function main(): Promise<boolean> {
  new Command("npm run scan")
    .description("Runs checkov over the published modules and the plan of each stack, and tflint over the modules.")
    .parse();
  onlyOne("npm run scan", "scan");
  return new Scan(process.env.ENVIRONMENT || "production").run();
}

runCommand(main);
