import { section, t } from "../../../kernel";
import { HERE, arn, called, keyArn, roleArn, topicArn } from "../../parts/arns";
import { kmsKeyInput, permissionsBoundaryInput, retentionInput } from "../../parts/inputs";
import { byArn, statements, whole } from "./types";

const role = (name: string) => byArn(roleArn(name)).optional();

/** Deployments, rights, logs and alarms. */
export const operationInputs = {
  ...section("Deployment", {
    /**
     * Tasks that must stay healthy while a deployment replaces them, in percent of those that should run.
     * @default 100
     */
    minimumHealthyPercent: whole(0, 100, "percent").default(100),
    /**
     * Tasks that there may be during a deployment, old and new, in percent of those that should run.
     * @default 200
     */
    maximumPercent: whole(100, 200, "percent").default(200),
    /**
     * Whether a deployment whose tasks do not come up is taken back. It is given up in any case.
     * @default true
     */
    rollback: t.bool().default(true),
    /** CloudWatch alarms that fail a deployment while it runs. Null watches none. */
    deploymentAlarms: t
      .object({
        /** Names of the CloudWatch alarms, 1 to 10. */
        names: t.list(t.string()).length(1, 10),
        /**
         * Whether the deployment is also taken back.
         * @default true
         */
        rollback: t.bool().default(true),
      })
      .optional(),
    /**
     * Whether tasks are moved when the zones have become uneven. Needs a `maximumPercent` above 100.
     * @default true
     */
    availabilityZoneRebalancing: t.bool().default(true),
    /**
     * Whether Terraform waits until the deployment is done, and fails when it fails.
     * @default true
     */
    waitForSteadyState: t.bool().default(true),
    /**
     * Whether each update of the service starts new tasks. Without it, a change of spot replaces the service.
     * @default true
     */
    forceNewDeployment: t.bool().default(true),
    /**
     * Whether old revisions of the task definition stay registered, so that there is something to roll back to.
     * @default true
     */
    keepTaskDefinitions: t.bool().default(true),
    /**
     * Whose tags tasks get.
     * @default "SERVICE"
     */
    propagateTags: t.oneOf("SERVICE", "TASK_DEFINITION", "NONE").default("SERVICE"),
    /**
     * Whether ECS tags tasks with the names of their cluster and service.
     * @default true
     */
    ecsManagedTags: t.bool().default(true),
    /**
     * Turns ECS Exec on. {} is enough for a cluster that neither logs nor encrypts sessions; of any other, name the log
     * group and the key: a session does not begin otherwise. Null turns it off, and the task role has no right to it.
     */
    exec: t
      .object({
        /** Log group of the cluster's sessions. Null: the cluster does not log to one. */
        logGroup: byArn(
          arn("logs", called("log-group:"), "arn:aws:logs:us-east-1:123456789012:log-group:/ecs/nimbus/exec", HERE),
        ).optional(),
        /** KMS key that encrypts the cluster's sessions. Null: no key of your own does. */
        kmsKey: byArn(keyArn()).optional(),
      })
      .optional(),
  }),
  ...section("Permissions", {
    /** Role of the application. Null makes a role of the module's own. */
    taskRole: role("web-task"),
    /**
     * What the application may do: policy statements of the module's own task role.
     * @default []
     */
    taskStatements: statements().default([]),
    /** Role that pulls images, reads secrets and writes logs. Null makes a role of the module's own. */
    executionRole: role("web-execution"),
    /**
     * More statements of the module's own execution role, such as for a pull-through cache.
     * @default []
     */
    executionStatements: statements().default([]),
    /** Permissions boundary of the module's own roles. Null sets none. */
    permissionsBoundary: permissionsBoundaryInput(),
  }),
  ...section("Logs", {
    /**
     * Days that logs are kept. A year by default, so that an audit finds what an incident left.
     * @default 365
     */
    logRetentionDays: retentionInput(),
    /**
     * KMS key that encrypts the log group; its policy must let CloudWatch Logs use it. Null makes a key of the module's
     * own (1 USD/month).
     */
    logKmsKey: kmsKeyInput(),
    /**
     * Whether a container goes on (and loses lines when the buffer is full) or waits when logs cannot be sent.
     * @default "non-blocking"
     */
    logMode: t.oneOf("non-blocking", "blocking").default("non-blocking"),
    /**
     * Buffer for lines that cannot be sent yet; only non-blocking logs have one.
     * @default "10m"
     */
    logBuffer: t
      .string()
      .pattern(/^[0-9]+[kmg]$/, "must be a size, such as 10m", { good: "10m", bad: "10 MiB" })
      .default("10m"),
  }),
  ...section("Alarms", {
    /** Alarms on CPU, memory and, with `routing`, on errors and unhealthy tasks. Null makes none. */
    alarms: t
      .object({
        /** SNS topics that the alarms tell, 1 to 5. */
        topicArns: t.list(topicArn()).length(1, 5),
        /**
         * Average CPU utilization over 5 minutes that raises an alarm, in percent.
         * @default 90
         */
        cpu: whole(1, 100, "percent").default(90),
        /**
         * Average memory utilization over 5 minutes that raises an alarm, in percent.
         * @default 90
         */
        memory: whole(1, 100, "percent").default(90),
        /**
         * Answers of 5xx in a minute that raise an alarm.
         * @default 10
         */
        serverErrors: whole(1, 1_000_000, "answers").default(10),
        /**
         * Unhealthy tasks that raise an alarm.
         * @default 1
         */
        unhealthyTasks: whole(1, 1000, "tasks").default(1),
      })
      .optional(),
  }),
};
