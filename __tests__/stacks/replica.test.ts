import { App } from "cdktf";
import { DrStack } from "../../dr";
import { EnvironmentDefinition, checkEnvironment } from "../../environments/definition";
import { createStack } from "../../stacks";
import { StandbyStack } from "../../stacks/standby";
import { Recovery } from "../../environments/definition/schema/recovery";
import production from "../fixtures/environments/production";
import { recovery } from "../environments/recovery";
import { SynthesizedStack, synthesizeApp } from "../synthesis";

/** Production with a read replica in the recovery region. */
const environmentWith = (change: Partial<Recovery> = {}, stated: Partial<EnvironmentDefinition> = {}) =>
  checkEnvironment("production", {
    ...production,
    ...stated,
    recovery: { ...recovery, database: { mechanism: "replica" }, ...change },
  });

const standby = synthesizeApp((app: App) => new StandbyStack(app, { name: "standby", home: "recovery" }, environmentWith()));
const dr = (change: Partial<Recovery> = {}, isTest = false): SynthesizedStack =>
  synthesizeApp(
    (app: App) =>
      new DrStack(
        app,
        { name: isTest ? "restore-test" : "dr", home: "recovery", rehearsal: isTest },
        environmentWith(change),
      ),
  );

describe("the standby", () => {
  const replica = standby.resource("aws_db_instance", "replica");
  test("x", () => {
    console.log(JSON.stringify(replica, null, 1));
    console.log(JSON.stringify(standby.resource("terraform_data", "replica_generation"), null, 1));
    console.log(JSON.stringify(standby.json.locals, null, 1));
    const d = dr();
    console.log(JSON.stringify(d.resource("aws_db_instance", "database"), null, 1));
    console.log(JSON.stringify(d.json.locals, null, 1));
    console.log(JSON.stringify(d.json.import, null, 1));
    void createStack;
  });
});
