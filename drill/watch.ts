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

/**
 * Runs the watch once, as EventBridge Scheduler does every five minutes in AWS: the definition that is deployed, with the
 * rights of its role, against the services of its region.
 */
export async function runWatch(aws: Aws, emulator: Emulator, region: string, prefix: string): Promise<void> {
  const { stateMachines } = await aws.ask<{ stateMachines: { name: string; stateMachineArn: string }[] }>({
    service: "stepfunctions",
    operation: "ListStateMachines",
    region,
  });
  const name = `${prefix}-recovery-watch`;
  const arn = stateMachines.find((one) => one.name === name)?.stateMachineArn;
  if (arn === undefined)
    throw new Failure(`There is no state machine ${name} in ${region}: nobody watches the copies.`);
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
    throw new Failure(`The watch failed: ${error.message}`);
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

async function call(aws: Aws, region: string, service: string, operation: string, parameters: object) {
  try {
    return await aws.ask<unknown>({ service, operation, region, parameters, spelling: "states" });
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    const family = `${service[0].toUpperCase()}${service.slice(1)}`;
    throw new StateError(
      `${family}.${error.code}${error.code.endsWith("Exception") ? "" : "Exception"}`,
      error.message,
    );
  }
}
