import { RuleContext, StackJson } from "../../../promises/rules";
import { STACKS } from "../../../stacks";
import { Rule } from "../../../promises/rules/rule";

/** An environment that keeps its data, and recovers in us-west-2. */
export const CONTEXT: RuleContext = {
  environment: { region: "us-east-1", recovery: { region: "us-west-2" } },
  table: STACKS,
};

/** One with one region, whose data may go with it. */
export const ONE_REGION: Partial<RuleContext> = { environment: { region: "us-east-1" } };

export const aws = (region: string, alias?: string) => ({ region, ...(alias === undefined ? {} : { alias }) });

/** A backend in a bucket of a region, as an environment with `state` writes it. */
export const bucket = (region: string, key: string, change: object = {}) => ({
  s3: {
    bucket: `nimbus-production-state-123456789012-${region}`,
    region,
    key,
    encrypt: true,
    use_lockfile: true,
    ...change,
  },
});

/** A stack with a provider of its region and a state of its own; what is given comes on top. */
export function stack(name: string, region: string, json: Record<string, unknown> = {}): StackJson {
  return {
    name,
    json: {
      terraform: { backend: bucket(region, `production/${name}.tfstate`), required_providers: { aws: {} } },
      provider: { aws: [aws(region)] },
      ...json,
    },
  };
}

/** A dr stack that keeps all the rules; what is given is added to its resources. */
export const dr = (resource: object = {}, json: Record<string, unknown> = {}): StackJson =>
  stack("dr", "us-west-2", {
    data: { aws_ssm_parameter: { standby: { name: "/holdfast/nimbus-production/standby" } } },
    ephemeral: { aws_secretsmanager_secret_version: { password: { secret_id: "${local.secret}" } } },
    locals: {
      secret: "arn:aws:secretsmanager:us-west-2:123456789012:secret:nimbus-production/database-AbCdEf",
      database_tags: '${tomap({ From = "us-east-1" })}',
    },
    resource: {
      aws_db_instance: { database: DATABASE },
      aws_ecs_service: { web: { desired_count: 2, tags: { Replaces: "us-east-1" } } },
      aws_cloudwatch_metric_alarm: { web: { alarm_description: "Serves instead of us-east-1" } },
      terraform_data: { identity: {} },
      ...resource,
    },
    ...json,
  });

/** A database as the module makes it. */
export const DATABASE = {
  deletion_protection: true,
  skip_final_snapshot: false,
  replicate_source_db: null,
  lifecycle: { ignore_changes: ["snapshot_identifier", "restore_to_point_in_time", "username"] },
};

/** What a rule says, in short: `dr: aws_iam_role.x: ...`. */
export const findings = (rule: Rule, stacks: readonly StackJson[], context: Partial<RuleContext> = {}): string[] =>
  rule(stacks, { ...CONTEXT, ...context }).map(({ stack, address, what }) => `${stack}: ${address}: ${what}`);
