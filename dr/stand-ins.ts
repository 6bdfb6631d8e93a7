import { Environment } from "../environments/definition";
import { Recovery } from "../environments/definition/recovery";

/**
 * What stands for a part of the handover that is missing: of the right shape, so that Terraform says the one thing that is
 * wrong and not everything that follows from it. Nothing is ever made from it: a condition has failed by then.
 */

const KEY = "arn:aws:kms:us-west-2:000000000000:key/00000000-0000-0000-0000-000000000000";
const SECRET = "arn:aws:secretsmanager:us-west-2:000000000000:secret:missing-000000";
const ELB = "arn:aws:elasticloadbalancing:us-west-2:000000000000";
const ROLE = "arn:aws:iam::000000000000:role/missing";

/** Of the primary stack. */
export const lifelinesStandIn = ({ storage, secrets }: Environment): object => ({
  schema: 0,
  kms_key_arn: KEY,
  secrets_kms_key_arn: KEY,
  database: { automated_backup_arn: null, secret_arn: SECRET, identifier: "missing" },
  buckets: eachOf(storage, { name: "missing", arn: "arn:aws:s3:::missing", kms_key_arn: KEY }),
  secrets: eachOf(secrets?.secrets, SECRET),
  images: {},
});

/** Of the standby stack. */
export const standbyStandIn = ({ services, recovery }: Environment): object => ({
  schema: 0,
  vpc_id: "vpc-00000000",
  zones: recovery?.network.zones ?? [],
  private_subnet_ids: subnets(recovery),
  database_subnet_ids: subnets(recovery),
  public_subnet_ids: subnets(recovery),
  private_route_table_ids: {},
  listener_arn: `${ELB}:listener/app/missing/0000000000000000/0000000000000000`,
  load_balancer_security_group_id: "sg-00000000",
  load_balancer_arn_suffix: "app/missing/0000000000000000",
  cluster_arn: "arn:aws:ecs:us-west-2:000000000000:cluster/missing",
  namespace_arn: "arn:aws:servicediscovery:us-west-2:000000000000:namespace/ns-0000000000000000",
  monitoring_role_arn: ROLE,
  cache: null,
  services: eachOf(services, {
    execution_role_arn: `${ROLE}-execution`,
    task_role_arn: `${ROLE}-task`,
    log_group_name: "missing",
    security_group_id: "sg-00000000",
    target_group_arn: `${ELB}:targetgroup/missing/0000000000000000`,
  }),
});

const subnets = (recovery?: Recovery): string[] => (recovery?.network.zones ?? []).map((_, i) => `subnet-0000000${i}`);

const eachOf = (named: object | undefined, value: unknown): object =>
  Object.fromEntries(Object.keys(named ?? {}).map((name) => [name, value]));
