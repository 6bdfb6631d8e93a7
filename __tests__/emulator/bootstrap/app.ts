import { App } from "cdktf";
import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter";
import { STACKS } from "../../../stacks";
import { BootstrapStack } from "../../../stacks/bootstrap";
import { Environment, checkEnvironment } from "../../../environments/definition";
import { EnvironmentStack } from "../../../wiring/environment-stack";
import production from "../../fixtures/environments/production";
import { recovery } from "../../environments/recovery";

/**
 * Production with its states in S3 and roles that deploy, as an app of two stacks: `cdktf --app "node commands/run.mjs <this file>"`. */
const environment: Environment = checkEnvironment("production", {
  ...production,
  recovery: process.env.WITHOUT === "recovery" ? undefined : recovery,
  state: { buckets: process.env.WITHOUT === "bucket" ? { "us-east-1": "ours-east" } : {} },
  deployment: {
    github: { repository: "nimbus/tasks", environments: ["production"], pullRequests: true },
    operators: ["arn:aws:iam::123456789012:role/break-glass"],
  },
});

/** A stack of the recovery region with one resource, as quick as a stack can be. */
class SmallStack extends EnvironmentStack {
  constructor(app: App, id: string) {
    super(app, { name: id, home: environment.recovery ? "recovery" : "primary" }, environment);
    new SsmParameter(this, "parameter", { name: "/holdfast/test", type: "String", value: "here" });
  }
}

const app = new App();
new BootstrapStack(app, { name: "bootstrap", home: "primary" }, environment, STACKS);
new SmallStack(app, "small");
app.synth();
