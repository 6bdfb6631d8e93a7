import { EnvironmentDefinition, StatedEnvironment, checkEnvironment } from "../../environments/definition";
import { describeProblems } from "../../kernel";
import production from "../fixtures/environments/production";
import staging from "../fixtures/environments/staging";
import { recovery } from "./recovery";
import { STACKS } from "../../stacks";
import { PrimaryStack } from "../../stacks/primary";
import { synthesizeApp } from "../synthesis";

/** Staging beside others, each of which is named by the path of its file. */
const beside = (...others: readonly StatedEnvironment[]) => checkEnvironment("staging", staging, others);

/** What production collides in with another, which does not refuse it: an incident may need it. */
const collisions = (definition: EnvironmentDefinition, other: StatedEnvironment): string =>
  describeProblems("", checkEnvironment("production", definition, [other]).collisions);

const TAKEN_NAME =
  'names.hostnames[0] must not be a name of environments/demo/preview.ts, whose records it would replace; take another, or take it out there first (got "tasks.example.com")';

/** What a person may have written into another file. */
const anything = (definition: unknown) => definition as EnvironmentDefinition;

describe("another environment of the project", () => {
  test("may have the same name in another folder, for another application", () => {
    const { names, ...rest } = staging;
    const loadBalancer = { certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/6b0f1c1e" };
    const other = { ...rest, application: "shop", loadBalancer, network: { ...rest.network, cidr: "10.9.0.0/16" } };
    expect(names).toBeDefined();
    expect(beside({ name: "shop/staging", definition: other })).toMatchObject({ name: "staging", warnings: [] });
  });

  test.each([
    ["staging", "old/staging", "nimbus"],
    ["eu-staging", "staging", "nimbus-eu"],
  ])("must not make the same names of resources: %s beside %s of the application %s", (name, other, application) => {
    const beside = { name: other, definition: { ...staging, names: undefined, application } };
    expect(() => checkEnvironment(name, staging, [beside])).toThrow(
      `application must differ from that of environments/${other}.ts: resources and buckets of both would be called nimbus-${name}-…; change the application of one, or rename its file (got "nimbus")`,
    );
  });

  test.each(["production-dr", "production-rt"])("must not be called as its recovery region is: %s", (name) => {
    const other = { name, definition: { ...staging, names: undefined, application: production.application } };
    expect(collisions({ ...production, recovery }, other)).toContain(
      `application must differ from that of environments/${name}.ts: resources and buckets of both would be called nimbus-${name}-…`,
    );
  });

  test("must not have one of its hostnames, however it spells it", () => {
    const names = { ...production.names!, hostnames: ["www", "tasks.example.com"] };
    const preview = { name: "demo/preview", definition: { ...staging, names } };
    const refused = "environments/production.ts: invalid environment\n  - " + TAKEN_NAME;
    expect(() => checkEnvironment("production", { ...production, recovery: undefined }, [preview])).toThrow(refused);
    expect(collisions({ ...production, recovery }, preview)).toContain(TAKEN_NAME);
  });

  test("of the same name has files of its own for its states", () => {
    const { state, deployment, ...rest } = production;
    const backend = (path: string) =>
      synthesizeApp((app) => {
        const [definition] = STACKS.filter((one) => one.name === "primary");
        return new PrimaryStack(app, definition, checkEnvironment(path, rest));
      }).json.terraform;
    expect([state, deployment]).not.toContain(undefined);
    expect(backend("production")).toMatchObject({
      backend: { local: { path: "../../../terraform.production.primary.tfstate" } },
    });
    expect(backend("shop/eu/production")).toMatchObject({
      backend: { local: { path: "../../../terraform.shop.eu.production.primary.tfstate" } },
    });
  });

  test("must not keep the states of an environment of the same name in the same bucket", () => {
    const state = { buckets: { "us-east-1": "our-states" } };
    const shop = { ...staging, application: "shop", names: undefined, state };
    expect(() =>
      checkEnvironment("staging", { ...staging, state }, [{ name: "shop/staging", definition: shop }]),
    ).toThrow(
      'state.buckets["us-east-1"] must not be the bucket of environments/shop/staging.ts, an environment of the same name',
    );
  });

  test.each([
    ["network", { network: { ...production.network, cidr: "10.1.128.0/17" } }, "the network"],
    [
      "network of recovery",
      { recovery: { ...production.recovery!, network: { ...production.recovery!.network, cidr: "10.1.128.0/17" } } },
      "the recovery network",
    ],
  ])("whose %s overlaps is a warning, and no error", (_name, change, whose) => {
    const { warnings } = beside({ name: "production", definition: { ...production, ...change } });
    expect(warnings).toEqual([
      `network.cidr 10.1.0.0/16 overlaps ${whose} of environments/production.ts, 10.1.128.0/17: the two can never be peered. Choose a block of its own before it is deployed, unless that is meant.`,
    ]);
  });

  test.each([
    ["is empty", {}],
    ["has parts that are null", { network: null, names: null, storage: null, recovery: null, state: null }],
    ["has parts of other shapes", { network: 1, names: { hostnames: 3, zone: staging.names!.zone }, storage: [null] }],
    ["has a name that is none", { names: { hostnames: [null], zone: staging.names!.zone } }],
  ])("stops nobody when it %s", (_name, definition) => {
    expect(beside({ name: "broken", definition: anything(definition) }).warnings).toEqual([]);
  });
});
