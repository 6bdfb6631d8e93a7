import { StateError, StateMachine, runStateMachine } from "../../../drill/state-machine";
import { LatchMachineConfig, METRIC, latchMachine } from "../../../modules/latch/machine";

/** What the state machine of the latch decides and publishes, with JSONata as Step Functions runs it. */

const GROUPS = ["web", "api"].map(
  (name) => `arn:aws:elasticloadbalancing:us-west-2:123456789012:targetgroup/${name}/4e5f6071`,
);
/** Instead of target groups: a person decides. */
const CONFIRMED = "confirmed";
const PARAMETER = "/holdfast/nimbus-production/serving-region";

const config: LatchMachineConfig = {
  partition: "aws",
  primaryRegion: "us-east-1",
  recoveryRegion: "us-west-2",
  parameterName: PARAMETER,
  namespace: "Holdfast/Recovery",
  metric: METRIC,
  name: "nimbus-production-latch",
};

/** What AWS holds, and refuses: an action by its name. */
interface World {
  readonly decision: string;
  /** Health of the targets, group by group. */
  readonly targets: readonly (readonly string[])[];
  readonly refuses?: string;
}

interface Outcome {
  /** The published figure; undefined when nothing was published. */
  readonly published: unknown;
  readonly decision: string;
  readonly asked: readonly string[];
  /** Undefined for an execution that succeeded. */
  readonly failure: StateError | undefined;
}

async function run(world: World, targetGroups: readonly string[] | typeof CONFIRMED = GROUPS): Promise<Outcome> {
  let { decision } = world;
  let published: unknown;
  const asked: string[] = [];
  const call = (service: string, operation: string, parameters: object): Promise<unknown> => {
    asked.push(operation);
    if (operation === world.refuses) throw new StateError(`${service}.RefusedException`, "refused");
    if (operation === "getParameter") {
      expect(parameters).toEqual({ Name: PARAMETER });
      return Promise.resolve({ Parameter: { Value: decision } });
    }
    if (operation === "describeTargetHealth") {
      const { TargetGroupArn } = parameters as { TargetGroupArn: string };
      const states = world.targets[GROUPS.indexOf(TargetGroupArn)];
      return Promise.resolve({ TargetHealthDescriptions: states.map((State) => ({ TargetHealth: { State } })) });
    }
    if (operation === "putParameter") {
      expect(parameters).toEqual({ Name: PARAMETER, Value: "us-west-2", Type: "String", Overwrite: true });
      decision = "us-west-2";
      return Promise.resolve({ Version: 2 });
    }
    expect([service, operation]).toEqual(["cloudwatch", "putMetricData"]);
    expect(parameters).toMatchObject({
      Namespace: "Holdfast/Recovery",
      MetricData: [{ MetricName: METRIC, Dimensions: [{ Name: "Latch", Value: "nimbus-production-latch" }] }],
    });
    published = (parameters as { MetricData: { Value: unknown }[] }).MetricData[0].Value;
    return Promise.resolve({});
  };
  let failure: StateError | undefined;
  try {
    await runStateMachine(
      latchMachine(config, targetGroups === CONFIRMED ? undefined : targetGroups) as StateMachine,
      call,
    );
  } catch (error) {
    if (!(error instanceof StateError)) throw error;
    failure = error;
  }
  return { published, decision, asked, failure };
}

const HEALTHY = [["healthy"], ["unhealthy", "healthy"]];

describe("a latch that decides", () => {
  test.each<[string, readonly (readonly string[])[]]>([
    ["has no target", [[], []]],
    ["has none that is healthy yet", [["initial"], ["healthy"]]],
    ["has a healthy one beside a service that has none", [["healthy"], []]],
    ["drains", [["draining"], ["draining"]]],
    ["has only unhealthy ones", [["unhealthy"], ["healthy"]]],
  ])("leaves names with the primary while a service %s", async (_name, targets) => {
    const { published, decision, failure } = await run({ decision: "us-east-1", targets });
    expect({ published, decision, failure }).toEqual({ published: 0, decision: "us-east-1", failure: undefined });
  });

  test("decides when each service has a healthy target, and publishes it at once", async () => {
    const { published, decision, failure } = await run({ decision: "us-east-1", targets: HEALTHY });
    expect({ published, decision, failure }).toEqual({ published: 1, decision: "us-west-2", failure: undefined });
  });

  test("decides for a single service, too", async () => {
    const { decision } = await run({ decision: "us-east-1", targets: [["healthy"]] }, GROUPS.slice(0, 1));
    expect(decision).toBe("us-west-2");
    const { decision: still } = await run({ decision: "us-east-1", targets: [["initial"]] }, GROUPS.slice(0, 1));
    expect(still).toBe("us-east-1");
  });

  test.each<[string, readonly (readonly string[])[]]>([
    ["healthy", HEALTHY],
    ["unhealthy", [["unhealthy"], ["unhealthy"]]],
    ["gone", [[], []]],
  ])(
    "holds a decision for the recovery region, and does not even look at targets that are %s",
    async (_name, targets) => {
      const { published, decision, asked } = await run({ decision: "us-west-2", targets });
      expect({ published, decision }).toEqual({ published: 1, decision: "us-west-2" });
      expect(asked).toEqual(["getParameter", "putMetricData"]);
    },
  );

  test.each<[string, string]>([
    ["AWS does not tell the health of targets", "describeTargetHealth"],
    ["the decision cannot be written", "putParameter"],
  ])("publishes what is decided, and fails, where %s", async (_name, refuses) => {
    const { published, decision, failure } = await run({ decision: "us-east-1", targets: HEALTHY, refuses });
    expect({ published, decision, error: failure?.error }).toEqual({
      published: 0,
      decision: "us-east-1",
      error: "Latch.Incomplete",
    });
  });
});

describe("any latch publishes nothing, and fails, so that names stay where they are", () => {
  test.each<[string, readonly string[] | typeof CONFIRMED]>([
    ["of the module", GROUPS],
    ["of a person", CONFIRMED],
  ])("where the decision %s cannot be read", async (_name, groups) => {
    const { published, failure } = await run(
      { decision: "us-west-2", targets: HEALTHY, refuses: "getParameter" },
      groups,
    );
    expect({ published, error: failure?.error }).toEqual({ published: undefined, error: "ssm.RefusedException" });
  });

  test.each(["us-west2", "", "US-WEST-2", "eu-west-1"])("where the decision is %j", async (decision) => {
    const { published, failure, decision: after } = await run({ decision, targets: HEALTHY });
    expect({ published, error: failure?.error, after }).toEqual({
      published: undefined,
      error: "Latch.NeitherRegion",
      after: decision,
    });
    expect(failure?.reason).toContain(`The decision is ${decision}, and must be us-east-1 or us-west-2.`);
  });

  test("where the metric is refused", async () => {
    const { failure } = await run({ decision: "us-west-2", targets: HEALTHY, refuses: "putMetricData" });
    expect(failure?.error).toBe("cloudwatch.RefusedException");
  });
});

describe("a latch that a person decides", () => {
  test.each([
    ["us-east-1", 0],
    ["us-west-2", 1],
  ])("publishes the decision for %s, and neither looks nor decides", async (decision, figure) => {
    const { published, asked } = await run({ decision, targets: HEALTHY }, CONFIRMED);
    expect({ published, asked }).toEqual({ published: figure, asked: ["getParameter", "putMetricData"] });
    expect(Object.keys((latchMachine(config) as StateMachine).States)).not.toContain("Decide");
  });
});
