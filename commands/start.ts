/**
 * `npm start`: the whole platform of an environment, built by the real Terraform and the real AWS provider on an emulator
 * of its own. Shows what is being built, proves that a second plan is empty, prints the outputs, leaves nothing running.
 */
import { Command } from "commander";
import * as path from "node:path";
import type { Environment } from "../environments/definition";
import { hostedZones, loadEnvironment } from "../tools/environments";
import { Emulator, startEmulator } from "../emulator";
import { Rights, describeDenied, readDecisions, rightsOf } from "../emulator/rights";
import { Built, Deployment } from "../tools/deployment";
import { STACKS, stackNamed } from "../stacks";
import { Failure, runCommand } from "../tools/failure";
import { Gate } from "../tools/gate";
import { MemoryWatch } from "../tools/memory";
import { onlyOne } from "../tools/only-one";
import { describeChanges, PlanDocument } from "../tools/plan-difference";
import { killAll } from "../tools/process";
import { SignIn, Typist } from "../tools/sign-in";
import { runSteps, Step, whileWorking } from "../tools/progress";
import { dist, emptyDist, secondsSince, writeJson } from "../tools/project";
import { StackResult, printOutputs, printSummary, StartResult } from "./start/summary";
import { modulesOf, SynthesizedStack, synthesize, withoutKeys } from "../tools/synthesis";
import { Terraform } from "../tools/terraform";
import { chosenStacks } from "../wiring/stack-definition";

/** One run of `npm start`, from an empty folder to its result. */
class Start {
  private readonly start = performance.now();
  private readonly memory = new MemoryWatch();
  private readonly phases: Record<string, number> = {};
  private readonly results: StackResult[] = [];
  private readonly stated: Environment;
  private stacks: readonly SynthesizedStack[] = [];
  private emulator: Emulator | undefined;
  private signIn: SignIn | undefined;
  private emulatorsEnd: string | undefined;

  constructor(
    private readonly environment: string,
    private readonly directory: string,
    private readonly authorization: boolean,
  ) {
    this.stated = loadEnvironment(environment).environment;
  }

  /** Synthesizes, starts, deploys; the emulator is stopped in any case. */
  async run(): Promise<StartResult> {
    let rights: Rights;
    try {
      await runSteps([this.synthesis(), this.emulatorStart()]);
      for (const warning of this.stacks.flatMap((stack) => stack.warnings)) console.log(`warning: ${warning}`);
      const gates = new Map(this.stacks.map(({ name }) => [name, new Gate(stackNamed(name).lookedUp)]));
      const steps = this.stacks.map((stack) => this.deployment(stack, gates));
      await runSteps(steps, { sideBySide: true, onFailure: killAll });
      rights = rightsOf((await this.emulator?.requests()) ?? [], readDecisions(this.decisions));
      this.results.sort((left, right) => this.placeOf(left) - this.placeOf(right));
    } catch (error) {
      throw this.emulatorsEnd === undefined
        ? error
        : new Failure(`The emulator stopped unexpectedly:\n${this.emulatorsEnd}`);
    } finally {
      this.signIn?.close();
      await this.emulator?.stop();
    }
    return {
      environment: this.environment,
      seconds: secondsSince(this.start),
      phases: this.phases,
      stacks: this.results,
      byRoles: this.stated.deployment !== undefined,
      ...rights,
      peakMemoryMegabytes: this.memory.stop(),
    };
  }

  /** A file of all that IAM decided. */
  private get decisions(): string {
    return path.join(this.directory, "decisions.jsonl");
  }

  private placeOf({ name }: StackResult): number {
    return this.stacks.findIndex((stack) => stack.name === name);
  }

  private timed(name: string, title: string, work: () => Promise<string>): Step {
    return { title, run: () => this.phase(name, work) };
  }

  private synthesis(): Step {
    return this.timed("Synthesize", `Synthesize the environment '${this.environment}'`, async () => {
      const outdir = path.join(this.directory, "cdktf.out");
      const all = await synthesize(this.environment, outdir, (pid) => this.memory.add("own", pid));
      this.stacks = chosenStacks(STACKS, all, ({ deployed }) => deployed !== "incident");
      if (this.stacks.length === 0) throw new Failure(`The environment '${this.environment}' has no stack to deploy.`);
      return this.stacks.map(({ name }) => name).join(", ");
    });
  }

  private emulatorStart(): Step {
    return this.timed("Start the emulator", "Start the emulator", async () => {
      this.emulator = await startEmulator({
        hostedZones: hostedZones([this.environment]),
        log: path.join(this.directory, "requests.jsonl"),
        decisions: this.decisions,
        authorization: this.authorization,
        onUnexpectedEnd: (lastLines) => {
          this.emulatorsEnd = lastLines;
          killAll();
        },
      });
      this.memory.add("own", this.emulator.pid);
      this.signIn = new SignIn(this.emulator.env, this.stated);
      await this.signIn.prepare();
      return `moto ${this.emulator.moto} on port ${this.emulator.port}`;
    });
  }

  /** One stack, from its working folder to its second plan. It begins when what it looks up in others is there. */
  private deployment(stack: SynthesizedStack, gates: ReadonlyMap<string, Gate>): Step {
    const { name } = stack;
    return {
      title: `Deploy ${name}`,
      run: async (tell) => {
        const { after } = stackNamed(name);
        tell("waiting for other stacks");
        await Promise.all(after.flatMap((other) => gates.get(other)?.opened ?? []));
        const { role } = stackNamed(name);
        const deployment = new Deployment(stack);
        const gate = gates.get(name) as Gate;
        await gate.around(async () => {
          const terraform = await this.terraform(stack, role);
          await this.phase(`Initialize ${name}`, () => terraform.init());
          await this.phase(`Deploy ${name}`, () =>
            whileWorking(
              tell,
              () => deployment.progress(),
              () =>
                terraform.apply((event) => {
                  deployment.follow(event);
                  gate.follow(event);
                }),
            ),
          );
        });
        tell("checking that a second plan is empty");
        // What an administrator deployed, nobody else may look at as a whole.
        const reader = await this.terraform(stack, role === "administrator" ? role : "plan");
        await this.phase(`Second plan of ${name}`, () => requireEmptyPlan(reader, name));
        this.results.push({ name, built: withModules(stack, deployment.built), outputs: await reader.outputs() });
        return `${deployment.built.length} resources, a second plan is empty`;
      },
    };
  }

  /** Terraform in the folder of a stack, as a role types it. */
  private async terraform({ name, directory }: SynthesizedStack, role: Typist): Promise<Terraform> {
    return new Terraform(directory, {
      env: await this.signIn?.as(role, name),
      lock: this.signIn?.typist(role) !== "plan",
      log: path.join(this.directory, `terraform.${name}.log`),
      onStart: (pid) => this.memory.add("terraform", pid),
    });
  }

  /** Does a part of the work, and remembers how long it took. */
  private async phase<T>(name: string, work: () => Promise<T>): Promise<T> {
    const start = performance.now();
    try {
      return await work();
    } finally {
      this.phases[name] = secondsSince(start);
    }
  }
}

async function requireEmptyPlan(terraform: Terraform, name: string): Promise<void> {
  const planFile = dist("start", `${name}.tfplan`);
  const changes = await terraform.plan(planFile);
  if (changes.length === 0) return;
  const lines = describeChanges(await terraform.showPlan<PlanDocument>(planFile)).map((line) => `  ${line}`);
  throw new Failure(`A second plan of ${name}, right after it was deployed, is not empty:\n${lines.join("\n")}`);
}

function withModules(stack: SynthesizedStack, built: readonly Built[]): StackResult["built"] {
  const modules = modulesOf(stack);
  return built.map((one) => ({ ...one, module: modules.get(withoutKeys(one.address)) ?? "other" }));
}

async function main(): Promise<boolean> {
  const { authorization } = new Command("npm start --")
    .description("Deploys ENVIRONMENT (default: production) onto a new emulator: all stacks but those for an incident.")
    .option("--no-authorization", "let every role do everything: IAM's policies are kept, and not enforced")
    .parse()
    .opts<{ authorization: boolean }>();
  const environment = process.env.ENVIRONMENT || "production";
  onlyOne("npm start", "start");
  const result = await new Start(environment, emptyDist("start"), authorization).run();
  writeJson(dist("start", "result.json"), result);
  printOutputs(result);
  printSummary(result);
  // Terraform lets some of them pass, and plans what it then cannot know.
  for (const denied of result.deniedRequests) console.log(`Denied: ${describeDenied(denied)}`);
  return result.denied === 0;
}

runCommand(main);
