import * as path from "node:path";
import { Failure } from "../tools/failure";
import { killAll } from "../tools/process";
import { emptyDist } from "../tools/project";
import { Terraform } from "../tools/terraform";
import { Emulator, RecordedRequest, startEmulator } from "../emulator";
import { Environment } from "../environments/definition";
import { Recovery } from "../environments/definition/schema/recovery";
import { recoverySettings } from "../promises/objectives/of-environment";
import { hostedZones, loadEnvironment } from "../tools/environments";
import { MECHANISMS, MechanismName, mechanismOf } from "../recovery/mechanisms";
import { databaseReplica, recoveryName } from "../recovery/names";
import { Aws } from "../tools/aws";
import { SignIn, Typist } from "../tools/sign-in";
import { Decision, readDecisions } from "../emulator/rights";
import { stackNamed } from "../stacks";
import { Checkout } from "./checkout";
import { DrilledLatch } from "./latch";
import { Answered, Names, isServing } from "./names";
import { Operator } from "./operator";
import { Promises } from "./promises";
import { Timeline } from "./timeline";
import { Users } from "./users";

/** How the region is lost: requests get an error, or no answer at all. */
export type OutageMode = "drop" | "error";

/** The file of all that IAM decided, in the drill's folder. */
const DECISIONS = "decisions.jsonl";

interface Parts {
  readonly directory: string;
  readonly timeline: Timeline;
  readonly checkout: Checkout;
  readonly environment: Environment;
  readonly recovery: Recovery;
  readonly emulator: Emulator;
  readonly aws: Aws;
  readonly operator: Operator;
  readonly signIn: SignIn;
}

/** Seconds of data loss that are stated with a mechanism that loses less. */
const LEAST_STATED_LOSS = 300;

/** Writes another mechanism into the environment's file, with a data loss that it can keep. */
function stateMechanism(checkout: Checkout, environment: Environment, mechanism: MechanismName): void {
  const { file, recovery } = environment;
  const stated = recovery?.database?.mechanism ?? MECHANISMS[0].name;
  if (!recovery || stated === mechanism) return;
  if (recovery.database)
    throw new Failure(
      `${file} states recovery.database already: --mechanism ${mechanism} would write another one beside it.`,
    );
  checkout.edit(file, "\n  recovery: {\n", `\n  recovery: {\n    database: { mechanism: "${mechanism}" },\n`);
  const settings = recoverySettings(environment, recovery).database ?? { storageGib: 0 };
  const rpo = Math.max(LEAST_STATED_LOSS, mechanismOf(mechanism).loss(settings).worst);
  checkout.edit(file, `rpo: ${recovery.objectives.rpo}`, `rpo: ${rpo}`);
}

/** One drill: what all of its phases share. */
export class Drill {
  readonly promises: Promises;
  readonly phases: { readonly name: string; readonly seconds: number }[] = [];
  readonly dns: Answered[] = [];
  /** What the first deployment of dr planned, as `plannedIn` tells it. */
  planned: readonly string[] = [];
  /** Requests to the lost region while it was lost: none is allowed. */
  forbiddenRequests = 0;
  readonly timeline: Timeline;
  readonly checkout: Checkout;
  readonly environment: Environment;
  readonly recovery: Recovery;
  readonly emulator: Emulator;
  readonly aws: Aws;
  readonly operator: Operator;
  readonly signIn: SignIn;
  readonly directory: string;
  readonly latch: DrilledLatch;
  /** Requests of the fences, by the numbers of the first and the last: they ask the lost region on purpose. */
  private readonly fences: (readonly [from: number, to: number])[] = [];
  /** Who writes to the application; undefined until they begin, and where no service uses a database. */
  users: Users | undefined;

  private constructor(parts: Parts) {
    this.timeline = parts.timeline;
    this.checkout = parts.checkout;
    this.environment = parts.environment;
    this.recovery = parts.recovery;
    this.emulator = parts.emulator;
    this.aws = parts.aws;
    this.operator = parts.operator;
    this.signIn = parts.signIn;
    this.directory = parts.directory;
    this.latch = new DrilledLatch(parts.aws, parts.emulator, parts.recovery.region, this.prefix);
    this.promises = new Promises(({ what, isKept, seen }) =>
      this.timeline.say(`  ${isKept ? "kept:  " : "BROKEN:"} ${what} (${seen})`),
    );
  }

  /**
   * Makes a checkout, and starts an emulator with nothing in it.
   *
   * @param mechanism that the database is recovered by, instead of what the environment states
   * @param folder folder below dist/ that has all of it: emptied before
   * @throws Failure for an environment without recovery
   */
  static async start(name: string, mechanism?: MechanismName, folder = "drill"): Promise<Drill> {
    const directory = emptyDist(folder);
    const checkout = Checkout.make(path.join(directory, "checkout"));
    if (mechanism !== undefined)
      stateMechanism(checkout, loadEnvironment(name, checkout.directory).environment, mechanism);
    const { environment } = loadEnvironment(name, checkout.directory);
    const { recovery } = environment;
    if (!recovery) throw new Failure(`The environment '${name}' has no recovery, so there is nothing to drill.`);
    const timeline = new Timeline(path.join(directory, "timeline.txt"));
    const emulator = await startEmulator({
      hostedZones: hostedZones([name]),
      log: path.join(directory, "requests.jsonl"),
      decisions: path.join(directory, DECISIONS),
      onUnexpectedEnd: (lastLines) => {
        timeline.say(`The emulator stopped unexpectedly:\n${lastLines}`);
        killAll();
      },
    });
    const log = path.join(directory, "typed.log");
    const signIn = new SignIn(emulator.env, environment);
    await signIn.prepare();
    if (!environment.deployment) timeline.say("No `deployment`, and so no roles: an administrator types everything.");
    const operator = new Operator({ checkout, timeline, environment: name, signIn, log });
    const aws = new Aws({ ...emulator.env });
    return new Drill({ directory, timeline, checkout, environment, recovery, emulator, aws, operator, signIn });
  }

  /** Does what may ask the lost region. */
  async fence(work: () => Promise<void>): Promise<void> {
    const numbers = async (): Promise<number> =>
      ((await this.emulator.control("GET", "outage")) as { count: number }).count;
    const from = await numbers();
    await work();
    this.fences.push([from, await numbers()]);
  }

  /** Whether a request was one of a fence: to stop services of the primary region, and nothing else. */
  isFence({ n, operation }: RecordedRequest): boolean {
    return (
      ["RegisterScalableTarget", "UpdateService"].includes(operation) &&
      this.fences.some(([from, to]) => n >= from && n <= to)
    );
  }

  /** Everything that AWS was asked. */
  requests(): Promise<RecordedRequest[]> {
    return this.emulator.requests();
  }

  /** All that IAM decided. */
  decisions(): Decision[] {
    return readDecisions(path.join(this.directory, DECISIONS));
  }

  /** Ends what it started. */
  async stop(): Promise<void> {
    await this.users?.stop();
    this.signIn.close();
    this.aws.close();
    await this.emulator.stop();
  }

  /** What names begin with: `nimbus-production`. */
  get prefix(): string {
    return `${this.environment.application}-${this.environment.name}`;
  }

  /** What the database of the recovery region is called. */
  get databaseName(): string {
    return this.standsBy ? databaseReplica(this.prefix) : this.recoveryName;
  }

  /** Whether the database stands by in the recovery region, to be promoted. */
  get standsBy(): boolean {
    return (
      this.environment.database !== undefined && mechanismOf(this.recovery.database?.mechanism).stand !== undefined
    );
  }

  /** What the recovery region's resources are called. */
  get recoveryName(): string {
    return recoveryName(this.prefix);
  }

  /** Where a stack was synthesized, for the real Terraform, as the role that deploys it or another. */
  async terraform(stack: string, role: Typist = stackNamed(stack).role): Promise<Terraform> {
    return new Terraform(this.checkout.path("cdktf.out", "stacks", stack), {
      env: await this.signIn.as(role, stack),
      lock: this.signIn.typist(role) !== "plan",
      log: path.join(this.directory, `terraform.${stack}.log`),
    });
  }

  /** Does a part of the drill, and remembers how long it took. */
  async phase<T>(name: string, work: () => Promise<T>): Promise<T> {
    const start = this.timeline.seconds;
    this.timeline.say(`== ${name}`);
    try {
      return await work();
    } finally {
      this.phases.push({ name, seconds: Math.round((this.timeline.seconds - start) * 10) / 10 });
    }
  }

  /**
   * Looks at what the names answer at one moment: when the latch has published the decision, as it does each minute, unless
   * it is stopped.
   * @param lost regions that nobody reaches, and that are not asked therefore
   */
  async look(names: Names, at: string, lost: readonly string[] = []): Promise<Answered[]> {
    const { aws, environment, recovery } = this;
    const latch = await this.latch.look();
    const serving: Record<string, boolean> = {};
    for (const region of [environment.region, recovery.region]) {
      serving[region] = !lost.includes(region) && (await isServing(aws, region, names.loadBalancer(region)));
    }
    const regions = { primaryRegion: environment.region, recoveryRegion: recovery.region };
    const answers = names.answers(at, { lost, serving, latch, ...regions });
    this.dns.push(...answers);
    // One decision moves all names.
    if (answers.length > 0) this.users?.seen(answers[0].answer);
    for (const { name, answer } of answers) this.timeline.say(`  ${name} answers ${answer} (latch: ${latch.state})`);
    return answers;
  }

  /** Promises what the names answer at one moment. */
  async promiseNames(names: Names, at: string, region: string, lost: readonly string[] = []): Promise<void> {
    for (const { name, answer } of await this.look(names, at, lost)) {
      this.promises.judge(`${name} answers ${region} (${at})`, answer === region, answer);
    }
  }
}
