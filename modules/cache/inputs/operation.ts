import { section, t } from "../../../kernel";
import { topicArn } from "../../parts/arns";
import { retentionInput } from "../../parts/inputs";
import { whole } from "./types";

/** What a person sees of the cache as it runs. */
export const operationInputs = {
  ...section("Logs", {
    /**
     * Which logs of the nodes go to CloudWatch, as JSON: slow commands, and what the engine does. Null is both, []
     * none. Turning one off deletes its log group. A serverless cache has none.
     */
    logs: t.set(t.oneOf("slow-log", "engine-log")).optional(),
    /**
     * Days that logs are kept. A year by default, so that an audit finds what an incident left.
     * @default 365
     */
    logRetentionDays: retentionInput(),
  }),
  ...section("Alarms", {
    /**
     * Alarms that go to these SNS topics, for each node (0.10 USD/month each) or for the serverless cache. Null makes
     * none.
     */
    alarms: t
      .object({
        /** SNS topics. */
        topicArns: t.list(topicArn()).length(1, 5),
        /**
         * Percent of the one core that the engine works on. Nodes only.
         * @default 90
         */
        engineCpu: whole(1, 100, "percent").default(90),
        /**
         * Percent of the memory that data may take. Nodes only.
         * @default 90
         */
        memory: whole(1, 100, "percent").default(90),
        /**
         * Keys that are evicted within five minutes: the cache is too small.
         * @default 1000
         */
        evictions: whole(1, 1_000_000_000, "keys").default(1000),
        /**
         * Connections at once; a node takes 65,000.
         * @default 50000
         */
        connections: whole(1, 65_000, "connections").default(50_000),
        /**
         * Seconds that a replica is behind. Nodes only.
         * @default 10
         */
        replicationLag: whole(1, 86_400, "seconds").default(10),
        /**
         * Commands that are throttled within five minutes. Serverless only.
         * @default 1
         */
        throttledCommands: whole(1, 1_000_000_000, "commands").default(1),
      })
      .optional(),
  }),
};
