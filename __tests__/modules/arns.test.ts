import { Inputs } from "../../kernel";
import { Check, Fields, Mapping, Sequence, Structure, Type } from "../../kernel/types";
import { publishedModules } from "../../modules";
import { ANYWHERE, HERE, SAME_ACCOUNT, SAME_REGION, livesAt, unless } from "../../modules/parts/arns";
import { evaluate } from "../terraform-console";

/** ARNs of elsewhere are refused by the published modules, and those of an environment by its file (does-not-work.test.ts). */

const modules = publishedModules.map(
  ({ definition }) => [definition.name, definition.inputs as Inputs<Fields>] as const,
);

/** The inputs that hold an ARN, by the path that their checks have, with how often that is. */
function arnsIn(type: Type<unknown>, path: string): string[] {
  if (type instanceof Structure) {
    return Object.entries(type.fields as Fields).flatMap(([name, field]) =>
      arnsIn(field, `${path}.${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`),
    );
  }
  if (type instanceof Sequence || type instanceof Mapping) return arnsIn(type.item as Type<unknown>, `${path}[*]`);
  const sample = type.sample();
  return typeof sample === "string" && sample.startsWith("arn:") ? [path] : [];
}

/** What may be of any place, and why. */
const UNCHECKED = new Set([
  // Rights of the application's own: IAM takes any ARN, and refuses one of another partition itself.
  "service: taskStatements[*].resources[*]",
  "service: executionStatements[*].resources[*]",
  "registry: repositories[*].policyStatements[*].resources[*]",
]);

test.each(modules)("%s says of every ARN where it has to be", (name, inputs) => {
  const checked = (input: string): string[] =>
    inputs.variableChecks(input).flatMap((check: Check) => (check.isLookedUp ? [`${input}${check.part}`] : []));
  const missing = Object.entries(inputs.fields).flatMap(([input, type]) => {
    const found = checked(input);
    return arnsIn(type, input).filter((path) => !found.includes(path) && !UNCHECKED.has(`${name}: ${path}`));
  });
  expect(missing).toEqual([]);
});

test("what is elsewhere is refused, whichever part of the ARN tells", () => {
  const topic = (place: string): string => `arn:${place}:alarms`;
  const wild = unless("[*]", livesAt(HERE, topic("aws:sns:us-east-1:123456789012"), "[^:]*[*][^:]*"));
  const rows: [rule: { condition(ref: string): string }, arn: string, taken: boolean][] = [
    [livesAt(SAME_REGION, topic("aws:sns:us-east-1:1")), topic("aws:sns:us-east-1:123456789012"), true],
    [livesAt(SAME_REGION, topic("aws:sns:us-east-1:1")), topic("aws:sns:us-east-1:999999999999"), true],
    [livesAt(SAME_REGION, topic("aws:sns:us-east-1:1")), topic("aws:sns:us-east-2:123456789012"), false],
    [livesAt(SAME_REGION, topic("aws:sns:us-east-1:1")), topic("aws:sns:us-east-11:123456789012"), false],
    [livesAt(SAME_REGION, topic("aws:sns:us-east-1:1")), topic("aws-cn:sns:us-east-1:123456789012"), false],
    [livesAt(HERE, topic("aws:ecs:us-east-1:1")), topic("aws:ecs:us-east-1:999999999999"), false],
    [livesAt(HERE, topic("aws:acm:us-east-1:1")), "arn:aws:iam::123456789012:server-certificate/legacy", true],
    [livesAt(SAME_ACCOUNT, "arn:aws:iam::1:role/a"), "arn:aws:iam::aws:policy/PowerUserAccess", true],
    [livesAt(SAME_ACCOUNT, "arn:aws:iam::1:role/a"), "arn:aws:iam::999999999999:role/web", false],
    [livesAt(ANYWHERE, "arn:aws:s3:::a"), "arn:aws:s3:::nimbus-logs", true],
    [livesAt(ANYWHERE, "arn:aws:kms:eu-west-1:1:key/a"), "arn:aws:kms:eu-west-1:999999999999:key/a", true],
    [livesAt(ANYWHERE, "arn:aws:s3:::a"), "arn:aws-us-gov:s3:::nimbus-logs", false],
    [wild, "*", true],
    [wild, "arn:aws:rds:*:*:db:nimbus-*", true],
    [wild, "arn:aws:rds:us-*:123456789012:db:nimbus-*", true],
    [wild, "arn:aws:rds:eu-west-1:123456789012:db:nimbus-*", false],
  ];
  const looked = (condition: string): string =>
    condition
      .replaceAll("data.aws_partition.current.partition", '"aws"')
      .replaceAll("data.aws_region.current.id", '"us-east-1"')
      .replaceAll("data.aws_caller_identity.current.account_id", '"123456789012"');
  const verdicts = evaluate(rows.map(([rule, arn]) => looked(rule.condition(JSON.stringify(arn)))));
  expect(rows.map(([, arn], i) => [arn, verdicts[i]])).toEqual(rows.map(([, arn, taken]) => [arn, taken]));
});
