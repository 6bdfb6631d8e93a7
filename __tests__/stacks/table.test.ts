import { STACKS, stackNamed } from "../../stacks";
import { chosenStacks, regionOf } from "../../wiring/stack-definition";

const named = (...names: string[]) => names.map((name) => ({ name }));

describe("the table of stacks", () => {
  test("chooses what is deployed in peace, in its order", () => {
    const synthesized = named("dr", "edge", "standby", "primary", "bootstrap", "restore-test");
    const chosen = chosenStacks(STACKS, synthesized, ({ deployed }) => deployed !== "incident");
    expect(chosen.map(({ name }) => name)).toEqual(["bootstrap", "primary", "standby", "edge"]);
  });

  test("names each stack once, and those that come after others after them", () => {
    const names = STACKS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, after } of STACKS) {
      for (const other of after) expect(names.indexOf(other)).toBeLessThan(names.indexOf(name));
      for (const other of after) expect(names.indexOf(other)).toBeGreaterThanOrEqual(0);
    }
  });

  test("has an incident's stacks in the recovery region, deployed by the role for it", () => {
    for (const { deployed, home, role, otherRegions } of STACKS.filter((one) => one.deployed === "incident")) {
      expect({ deployed, home, role, otherRegions }).toEqual({
        deployed: "incident",
        home: "recovery",
        role: "recover",
      });
    }
  });

  test("says which stacks there are where one is asked for that is not", () => {
    const names = STACKS.map(({ name }) => name).join(", ");
    expect(() => stackNamed("drr")).toThrow(`there is no stack drr; there are ${names}`);
  });
});

describe("the region that a home means", () => {
  const environment = { region: "eu-west-1", recovery: { region: "eu-central-1" } };

  test.each([
    ["primary", "eu-west-1"],
    ["recovery", "eu-central-1"],
    ["global", "us-east-1"],
  ] as const)("%s: %s", (home, region) => expect(regionOf(home, environment)).toBe(region));

  test("is none where nothing recovers", () => expect(regionOf("recovery", { region: "eu-west-1" })).toBeUndefined());
});
