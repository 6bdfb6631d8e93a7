import { section, t } from "../../../kernel";
import { arn, kmsKeyInput, retentionInput } from "../../parts/inputs";
import { byArn, statements, whole } from "./types";

const role = (name: string) => byArn(arn("iam", "role/.+", `arn:aws:iam::123456789012:role/${name}`)).optional();

/** Deployments, rights, logs and alarms. */
export const operationInputs = {
  ...section("Deployment", {
    minimumHealthyPercent: whole(0, 100, "percent")
      .default(100)
      .describe("Tasks that must stay healthy while a deployment replaces them, in percent of those that should run."),
    maximumPercent: whole(100, 200, "percent")
      .default(200)
      .describe("Tasks that there may be during a deployment, old and new, in percent of those that should run."),
    rollback: t
      .bool()
      .default(true)
      .describe("Whether a deployment whose tasks do not come up is taken back. It is given up in any case."),
    deploymentAlarms: t
      .object({ names: t.list(t.string()).length(1, 10), rollback: t.bool().default(true) })
      .optional()
      .describe("CloudWatch alarms, by name, that fail a deployment while it runs."),
    availabilityZoneRebalancing: t
      .bool()
      .default(true)
      .describe("Whether tasks are moved when the zones have become uneven. Needs a maximum_percent above 100."),
    waitForSteadyState: t
      .bool()
      .default(true)
      .describe("Whether Terraform waits until the deployment is done, and fails when it fails."),
    forceNewDeployment: t
      .bool()
      .default(true)
      .describe(
        "Whether each update of the service starts new tasks. Without it, a change of spot replaces the service.",
      ),
    keepTaskDefinitions: t
      .bool()
      .default(true)
      .describe(
        "Whether old revisions of the task definition stay registered, so that there is something to roll back to.",
      ),
    propagateTags: t.oneOf("SERVICE", "TASK_DEFINITION", "NONE").default("SERVICE").describe("Whose tags tasks get."),
    ecsManagedTags: t
      .bool()
      .default(true)
      .describe("Whether ECS tags tasks with the names of their cluster and service."),
    exec: t
      .object({
        logGroup: byArn(
          arn("logs", "log-group:.+", "arn:aws:logs:us-east-1:123456789012:log-group:/ecs/nimbus/exec"),
        ).optional(),
        kmsKey: byArn(
          arn("kms", "key/.+", "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000"),
        ).optional(),
      })
      .optional()
      .describe(
        "Turns ECS Exec on: {} is enough, or name the log group and the key of the cluster's sessions. Null turns it off, and the task role has no right to it.",
      ),
  }),
  ...section("Permissions", {
    taskRole: role("web-task").describe("Role of the application, instead of one of the module's own."),
    taskStatements: statements()
      .default([])
      .describe("What the application may do: policy statements of the module's own task role."),
    executionRole: role("web-execution").describe(
      "Role that pulls images, reads secrets and writes logs, instead of one of the module's own.",
    ),
    executionStatements: statements()
      .default([])
      .describe("More statements of the module's own execution role, such as for a pull-through cache."),
    permissionsBoundary: byArn(arn("iam", "policy/.+", "arn:aws:iam::123456789012:policy/boundary"))
      .optional()
      .describe("Permissions boundary of the module's own roles."),
  }),
  ...section("Logs", {
    logRetentionDays: retentionInput("logs"),
    logKmsKey: kmsKeyInput("the log group"),
    logMode: t
      .oneOf("non-blocking", "blocking")
      .default("non-blocking")
      .describe(
        "Whether a container goes on (and loses lines when the buffer is full) or waits when logs cannot be sent.",
      ),
    logBuffer: t
      .string()
      .pattern(/^[0-9]+[kmg]$/, "must be a size, such as 10m", { good: "10m", bad: "10 MiB" })
      .default("10m")
      .describe("Buffer for lines that cannot be sent yet; only non-blocking logs have one."),
  }),
  ...section("Alarms", {
    alarms: t
      .object({
        topicArns: t.list(arn("sns", ".+", "arn:aws:sns:us-east-1:123456789012:alarms")).length(1, 5),
        cpu: whole(1, 100, "percent").default(90),
        memory: whole(1, 100, "percent").default(90),
        serverErrors: whole(1, 1_000_000, "answers").default(10),
        unhealthyTasks: whole(1, 1000, "tasks").default(1),
      })
      .optional()
      .describe(
        "Alarms that go to these SNS topics: cpu and memory in percent over 5 minutes, and with routing server_errors (answers of 5xx in a minute) and unhealthy_tasks. Null makes none.",
      ),
  }),
};
