import { Emulator } from "../emulator";
import { Aws, AwsError } from "../tools/aws";
import { Failure } from "../tools/failure";
import { StateError, StateMachine, runStateMachine } from "./state-machine";

/** The keys of a session. */
interface Keys {
  readonly AccessKeyId: string;
  readonly SecretAccessKey: string;
  readonly SessionToken: string;
}

/** A state machine of the recovery region that a schedule starts. */
interface Machine {
  readonly region: string;
  readonly name: string;
}

/**
 * Runs the watch or the latch once, as EventBridge Scheduler does every few minutes in AWS: the definition that is deployed,
 * with the rights of its role, against the services of its region.
 * @throws Failure when there is none, or it fails
 */
export async function runMachine(aws: Aws, emulator: Emulator, { region, name }: Machine): Promise<void> {
  const { stateMachines } = await aws.ask<{ stateMachines: { name: string; stateMachineArn: string }[] }>({
    service: "stepfunctions",
    operation: "ListStateMachines",
    region,
  });
  const arn = stateMachines.find((one) => one.name === name)?.stateMachineArn;
  if (arn === undefined) throw new Failure(`There is no state machine ${name} in ${region}.`);
  const { definition, roleArn } = await aws.ask<{ definition: string; roleArn: string }>({
    service: "stepfunctions",
    operation: "DescribeStateMachine",
    region,
    parameters: { stateMachineArn: arn },
  });
  const machine = await asStepFunctions(emulator, roleArn, arn);
  try {
    await runStateMachine(JSON.parse(definition) as StateMachine, (service, operation, parameters) =>
      call(machine, region, service, operation, parameters),
    );
  } catch (error) {
    if (!(error instanceof StateError)) throw error;
    throw new Failure(`The state machine ${name} failed: ${error.message}`);
  } finally {
    machine.close();
  }
}

/** A client with the role of a state machine, which Step Functions assumes. */
async function asStepFunctions(emulator: Emulator, role: string, source: string): Promise<Aws> {
  const wanted = { role, service: "states.amazonaws.com", source };
  const keys = (await emulator.control("POST", "service-session", wanted)) as Keys;
  return new Aws({
    ...emulator.env,
    AWS_ACCESS_KEY_ID: keys.AccessKeyId,
    AWS_SECRET_ACCESS_KEY: keys.SecretAccessKey,
    AWS_SESSION_TOKEN: keys.SessionToken,
  });
}

/** Services that botocore calls otherwise than Step Functions. */
const BOTOCORE: Readonly<Record<string, string>> = { elasticloadbalancingv2: "elbv2" };

async function call(aws: Aws, region: string, service: string, operation: string, parameters: object) {
  const question = { service: BOTOCORE[service] ?? service, operation, region, parameters };
  try {
    return await aws.ask<unknown>({ ...question, spelling: "states" });
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    const family = `${service[0].toUpperCase()}${service.slice(1)}`;
    throw new StateError(
      `${family}.${error.code}${error.code.endsWith("Exception") ? "" : "Exception"}`,
      error.message,
    );
  }
}
