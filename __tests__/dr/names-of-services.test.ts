import { App, TerraformStack } from "cdktf";
import { DrStack } from "../../dr";
import { StandbyStack } from "../../stacks/standby";
import { checkEnvironment } from "../../environments/definition";
import production from "../fixtures/environments/production";
import { PrimaryStack } from "../../stacks/primary";
import { recovery } from "../environments/recovery";
import { synthesizeApp } from "../synthesis";

/** What a service may be called, but for those that the stacks call something else. */
const NAME = /^[a-z][a-z0-9-]{1,22}[a-z0-9]$/;

const environment = checkEnvironment("production", { ...production, recovery });

const partsOf = (create: (app: App) => TerraformStack): string[] => {
  const ids: string[] = [];
  synthesizeApp((app: App) => {
    const stack = create(app);
    ids.push(...stack.node.children.map(({ node }) => node.id));
    return stack;
  });
  return ids.filter((id) => NAME.test(id) && !(id in environment.services));
};

const parts = [
  ...partsOf((app) => new PrimaryStack(app, { name: "primary", home: "primary" }, environment)),
  ...partsOf((app) => new StandbyStack(app, { name: "standby", home: "recovery" }, environment)),
  ...partsOf((app) => new DrStack(app, { name: "dr", home: "recovery" }, environment)),
];

test.each([...new Set(parts)].sort())("no service is called %s, as a part of a stack is", (part) => {
  const services = { ...production.services, [part]: production.services.web };
  expect(() => checkEnvironment("production", { ...production, recovery, services })).toThrow(
    `services["${part}"] must have another name`,
  );
});
