import { Aws, AwsError } from "../tools/aws";
import { Failure } from "../tools/failure";
import { StateError, StateMachine, runStateMachine } from "./state-machine";

/**
 * Runs the watch once, as EventBridge Scheduler does every five minutes in AWS: the definition that is deployed, against
 * the services of its region.
 */
export async function runWatch(aws: Aws, region: string, prefix: string): Promise<void> {
  const { stateMachines } = await aws.ask<{ stateMachines: { name: string; stateMachineArn: string }[] }>({
    service: "stepfunctions",
    operation: "ListStateMachines",
    region,
  });
  const name = `${prefix}-recovery-watch`;
  const arn = stateMachines.find((one) => one.name === name)?.stateMachineArn;
  if (arn === undefined)
    throw new Failure(`There is no state machine ${name} in ${region}: nobody watches the copies.`);
  const { definition } = await aws.ask<{ definition: string }>({
    service: "stepfunctions",
    operation: "DescribeStateMachine",
    region,
    parameters: { stateMachineArn: arn },
  });
  try {
    await runStateMachine(JSON.parse(definition) as StateMachine, (service, operation, parameters) =>
      call(aws, region, service, operation, parameters),
    );
  } catch (error) {
    if (!(error instanceof StateError)) throw error;
    throw new Failure(`The watch failed: ${error.message}`);
  }
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
