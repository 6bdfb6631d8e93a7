import { section, t } from "../../../kernel";
import { arn, retentionInput } from "../../parts/inputs";
import { whole } from "./types";

/** What a person sees of the cache as it runs. */
export const operationInputs = {
  ...section("Logs", {
    logs: t
      .set(t.oneOf("slow-log", "engine-log"))
      .optional()
      .describe(
        "Which logs of the nodes go to CloudWatch, as JSON: slow commands, and what the engine does. Null is both, [] none. Turning one off deletes its log group. A serverless cache has none.",
      ),
    logRetentionDays: retentionInput("logs"),
  }),
  ...section("Alarms", {
    alarms: t
      .object({
        topicArns: t
          .list(arn("sns", ".+", "arn:aws:sns:us-east-1:123456789012:alarms"))
          .length(1, 5)
          .describe("SNS topics."),
        engineCpu: whole(1, 100, "percent")
          .default(90)
          .describe("Percent of the one core that the engine works on. Nodes only."),
        memory: whole(1, 100, "percent").default(90).describe("Percent of the memory that data may take. Nodes only."),
        evictions: whole(1, 1_000_000_000, "keys")
          .default(1000)
          .describe("Keys that are evicted within five minutes: the cache is too small."),
        connections: whole(1, 65_000, "connections")
          .default(50_000)
          .describe("Connections at once; a node takes 65,000."),
        replicationLag: whole(1, 86_400, "seconds")
          .default(10)
          .describe("Seconds that a replica is behind. Nodes only."),
        throttledCommands: whole(1, 1_000_000_000, "commands")
          .default(1)
          .describe("Commands that are throttled within five minutes. Serverless only."),
      })
      .optional()
      .describe(
        "Alarms that go to these SNS topics, for each node (0.10 USD/month each) or for the serverless cache. Null makes none.",
      ),
  }),
};
