import { Emulator } from "../emulator";
import { METRIC } from "../modules/latch/machine";
import { LATCH_PERIOD_SECONDS } from "../modules/latch/inputs";
import { latchName } from "../recovery/names";
import { servingRegionParameter } from "../recovery/parameters";
import { Aws } from "../tools/aws";
import { LatchSeen } from "./names";
import { runMachine } from "./watch";

/** The latch that is deployed, played as EventBridge Scheduler, CloudWatch and Route 53 play it. */
export class DrilledLatch {
  private isStopped = false;
  private lastState: string | undefined;
  private readonly name: string;

  constructor(
    private readonly aws: Aws,
    private readonly emulator: Emulator,
    private readonly region: string,
    private readonly prefix: string,
  ) {
    this.name = latchName(prefix);
  }

  /** What Route 53 sees of it now: it reads the metric itself, and not the alarm. */
  async look(): Promise<LatchSeen> {
    const { aws, emulator, region, name } = this;
    if (!this.isStopped) await runMachine(aws, emulator, { region, name });
    if (!(await this.hasData())) return { state: "INSUFFICIENT_DATA", lastState: this.lastState };
    const { alarms } = (await emulator.control("POST", "alarms", { region })) as { alarms: Record<string, string> };
    this.lastState = alarms[name];
    return { state: alarms[name], lastState: this.lastState };
  }

  /** State of the alarm itself, which is to keep it while there is no data. */
  async alarmState(): Promise<string> {
    const { region, name } = this;
    const { alarms } = (await this.emulator.control("POST", "alarms", { region })) as {
      alarms: Record<string, string>;
    };
    return alarms[name];
  }

  /** Nobody starts the state machine any more: waits until what it published last is out of the alarm's period. */
  async stop(): Promise<void> {
    this.isStopped = true;
    while (await this.hasData()) await new Promise((resolve) => setTimeout(resolve, 2000));
  }

  /** The schedule starts it again. */
  start(): void {
    this.isStopped = false;
  }

  /** The decision, as it stands in its parameter. */
  async decision(): Promise<string> {
    const { Parameter } = await this.aws.ask<{ Parameter: { Value: string } }>({
      service: "ssm",
      operation: "GetParameter",
      region: this.region,
      parameters: { Name: servingRegionParameter(this.prefix) },
    });
    return Parameter.Value;
  }

  /** Whether CloudWatch has a figure of the last period. */
  private async hasData(): Promise<boolean> {
    const now = Date.now();
    const { Datapoints: points } = await this.aws.ask<{ Datapoints: unknown[] }>({
      service: "cloudwatch",
      operation: "GetMetricStatistics",
      region: this.region,
      parameters: {
        Namespace: "Holdfast/Recovery",
        MetricName: METRIC,
        Dimensions: [{ Name: "Latch", Value: this.name }],
        StartTime: new Date(now - LATCH_PERIOD_SECONDS * 1000).toISOString(),
        // The last moment counts, too: it is up to this time, and not including it.
        EndTime: new Date(now + 1000).toISOString(),
        Period: LATCH_PERIOD_SECONDS,
        Statistics: ["SampleCount"],
      },
    });
    return points.length > 0;
  }
}
