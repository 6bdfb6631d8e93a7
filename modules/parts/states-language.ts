/**
 * Words of the Amazon States Language that our state machines share.
 *
 * Source: AWS Step Functions Developer Guide, "Transforming data with JSONata" and "AWS SDK service integrations".
 */

/** An API of AWS, by the SDK integration: `ssm:getParameter`. */
export const api = (partition: string, action: string): string => `arn:${partition}:states:::aws-sdk:${action}`;

/** A request that was throttled is asked again; every other error ends as an answer too. */
export const RETRY = [
  { ErrorEquals: ["States.TaskFailed"], IntervalSeconds: 2, MaxAttempts: 2, BackoffRate: 2, JitterStrategy: "FULL" },
];

/** Whatever the error, with this output. */
export const caught = (next: string, output: unknown) => [{ ErrorEquals: ["States.ALL"], Output: output, Next: next }];

/** One line, in the marks that Step Functions evaluates between. */
export const jsonata = (source: string): string => `{% ${source.replace(/\s+/g, " ").trim()} %}`;
