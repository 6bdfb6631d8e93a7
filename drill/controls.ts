/**
 * Negative controls: what must make the drill fail, each for its own reason. A drill that cannot fail proves nothing.
 *
 * Each is tried on the stack of a restore test, whose names are its own, and on what was synthesized: the rules of the
 * stacks would refuse all of it at synthesis, and here it is the record that must notice.
 */
import * as fs from "node:fs";
import * as path from "node:path";
import { readJson, writeJson } from "../tools/project";
import { RecordedRequest } from "../emulator";
import { STACKS } from "../stacks";
import { checkStacks, readStacks } from "../promises/rules";
import { Drill } from "./drill";
import { killTree } from "./kill";
import { Guard, Window, describeRequest, isWrite } from "./record";

/** A stack as Terraform reads it; only what controls change. */
interface Stack {
  terraform: { backend?: unknown };
  provider: { aws: Record<string, unknown>[] };
  resource: Record<string, Record<string, { depends_on?: string[] }>>;
  data: Record<string, Record<string, object>>;
}

/** What a control saw. */
interface Seen {
  /** The first request to the lost region. */
  readonly request: RecordedRequest | undefined;
  readonly output: string;
  /** Whether the rules of the stacks refuse it as well. */
  readonly isRefusedAtSynthesis: boolean;
  readonly status: number | null;
  /** Requests that made or changed something. */
  readonly writes: number;
}

interface Control {
  readonly name: string;
  /** Changes what was synthesized. */
  readonly change: (stack: Stack, drill: Drill) => void;
  /** Variables that the operator gives. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Whether it failed for its own reason. */
  readonly isNoticed: (seen: Seen, drill: Drill) => boolean;
}

/** What a control came to. */
export interface ControlResult {
  readonly name: string;
  readonly failedAsItMust: boolean;
  readonly seen: string;
}

const ONLY_THERE = "drill-only-in-the-lost-region";

/** A resource that is made before all others, so that the request for it is the first. */
function addFirst(stack: Stack, type: string, body: object): void {
  for (const named of Object.values(stack.resource)) {
    for (const one of Object.values(named)) one.depends_on = [...(one.depends_on ?? []), `${type}.control`];
  }
  stack.resource[type] = { ...stack.resource[type], control: body };
}

const asked =
  (service: string, operation: RegExp) =>
  ({ request, isRefusedAtSynthesis }: Seen): boolean =>
    request?.service === service && operation.test(request.operation) && isRefusedAtSynthesis;

const CONTROLS: readonly Control[] = [
  {
    name: "an IAM role in dr",
    change: (stack, { prefix }) =>
      addFirst(stack, "aws_iam_role", { name: `${prefix}-control`, assume_role_policy: JSON.stringify(ANYBODY) }),
    isNoticed: asked("iam", /^CreateRole$/),
  },
  {
    name: "a provider of the lost region",
    change: (stack, { environment }) => {
      stack.provider.aws.push({ ...stack.provider.aws[0], alias: "lost", region: environment.region });
      stack.data.aws_availability_zones = { control: { provider: "aws.lost" } };
    },
    isNoticed: asked("sts", /^GetCallerIdentity$/),
  },
  {
    name: "a bucket made in the incident",
    change: (stack, { prefix }) => addFirst(stack, "aws_s3_bucket", { bucket: `${prefix}-control` }),
    isNoticed: asked("s3", /^CreateBucket$/),
  },
  {
    name: "a record changed in the incident",
    change: (stack, { environment }) =>
      addFirst(stack, "aws_route53_record", {
        zone_id: environment.names?.zone.id,
        name: "control",
        type: "A",
        ttl: 60,
        records: ["192.0.2.1"],
      }),
    isNoticed: asked("route53", /^(?:ChangeResourceRecordSets|GetHostedZone)$/),
  },
  {
    name: "state kept in the lost region",
    change: (stack, { environment, prefix }) => {
      const bucket = `${prefix}-state-${environment.accountId}-${environment.region}`;
      stack.terraform.backend = {
        s3: { bucket, key: "dr.tfstate", region: environment.region, use_lockfile: true, ...ASK_ONLY_FOR_STATE },
      };
    },
    isNoticed: asked("s3", /^(?:ListObjects|ListObjectsV2|GetObject|HeadObject|HeadBucket)$/),
  },
  {
    name: "a snapshot only in the lost region",
    change: () => undefined,
    variables: { snapshot: ONLY_THERE },
    isNoticed: ({ request, output, status, writes }, { recovery }) =>
      request === undefined &&
      status !== 0 &&
      writes === 0 &&
      output.includes(`The snapshot ${ONLY_THERE} is not in ${recovery.region}`),
  },
];

/** Without these the first request of the backend is for who asks. */
const ASK_ONLY_FOR_STATE = { skip_credentials_validation: true, skip_requesting_account_id: true };

const ANYBODY = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ecs-tasks.amazonaws.com" } }],
};

/** Tries all controls with the region lost, and gives it back. */
export async function runControls(drill: Drill): Promise<ControlResult[]> {
  const { aws, emulator, environment, prefix } = drill;
  const { region } = environment;
  await aws.ask({
    service: "rds",
    operation: "CreateDBSnapshot",
    region,
    parameters: { DBInstanceIdentifier: prefix, DBSnapshotIdentifier: ONLY_THERE },
  });
  await emulator.outage({ region, mode: "error" });
  const results: ControlResult[] = [];
  for (const control of CONTROLS) {
    results.push(await drill.phase(`control: ${control.name}`, () => runControl(drill, control)));
  }
  await emulator.restore();
  return results;
}

async function runControl(drill: Drill, control: Control): Promise<ControlResult> {
  const { name } = control;
  const output = sabotage(drill, control);
  const problems = checkStacks(readStacks(output), { environment: drill.environment, table: STACKS });
  const window = await Window.open(drill.emulator);
  let pid: number | undefined;
  const guard = new Guard(drill.emulator, drill.environment.region, () => pid && killTree(pid));
  await guard.start();
  const given = Object.entries(control.variables ?? {}).map(([variable, value]) => `${variable}=${value}`);
  const command = `npx cdktf deploy restore-test --auto-approve --skip-synth --output ${output}`;
  const options = { onStart: (started: number) => (pid = started), timeoutSeconds: 300 };
  let result = await drill.operator.type(
    [command, ...given.map((one) => `--var ${one}`)].join(" "),
    "recover",
    options,
  );
  // cdktf 0.21 may end before it has printed why a plan failed: see the runbook.
  if (!guard.broken && result.status !== 0) {
    const plan = `terraform -chdir=${path.join(output, "stacks", "restore-test")} plan -input=false`;
    result = await drill.operator.type([plan, ...given.map((one) => `-var ${one}`)].join(" "), "recover", options);
  }
  await guard.stop();
  const seen: Seen = {
    request: guard.broken,
    output: flat(`${result.stdout}\n${result.stderr}`),
    isRefusedAtSynthesis: problems.length > 0,
    status: result.status,
    writes: (await window.requests()).filter(isWrite).length,
  };
  const failedAsItMust = control.isNoticed(seen, drill);
  const reason = seen.request ? describeRequest(seen.request) : sentence(seen);
  drill.timeline.say(`  ${failedAsItMust ? "failed as expected" : "NOT NOTICED"}: ${reason}`);
  return { name, failedAsItMust, seen: reason };
}

/** What was synthesized, in a folder of its own, and changed. */
function sabotage(drill: Drill, { name, change }: Control): string {
  const folder = path.join(drill.directory, "controls", name.replace(/ /g, "-"), "cdktf.out");
  const from = drill.checkout.path("cdktf.out");
  // With the lock that synthesis has written, without which cdktf asks the registry for one.
  fs.cpSync(from, folder, { recursive: true, filter: (file) => path.basename(file) !== ".terraform" });
  const file = path.join(folder, "stacks", "restore-test", "cdk.tf.json");
  const stack = readJson<Stack>(file);
  // A run that is killed would leave its lock to the next.
  stack.terraform.backend = { local: { path: path.join(path.dirname(folder), "terraform.tfstate") } };
  change(stack, drill);
  writeJson(file, stack);
  return folder;
}

/** Terraform breaks lines of errors and frames them. */
// eslint-disable-next-line no-control-regex -- colours
const flat = (text: string): string => text.replace(/\u001b\[[0-9;]*m/g, "").replace(/[│╷╵\s]+/g, " ");

const sentence = ({ output, status }: Seen): string =>
  /The snapshot \S+ is not in [^.]*\./.exec(output)?.[0] ?? `no request; ended with ${status}: ${output.slice(-300)}`;
