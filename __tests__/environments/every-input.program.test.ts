import { EnvironmentDefinition } from "../../environments/definition";
import production from "../fixtures/environments/production";
import { synthesizeEnvironment } from "../whole-environment";
import { everyInput, statingMost } from "./every-input";

/** What can be stated can be deployed: each optional input, with a good value of its own, beside as many others as it takes. */

jest.setTimeout(300_000);

/** Inputs that only an environment without recovery can state; they are stated to one. */
const { recovery: _recovery, ...alone } = production;

describe.each([
  ["with a recovery region", production],
  ["with one region", alone],
])("an environment %s", (_what, base: EnvironmentDefinition) => {
  test("synthesizes with all that can be stated together", () => {
    const stated = statingMost(base, everyInput);
    // Most go together: a list that shrinks would test nothing.
    expect(stated.count).toBeGreaterThan(everyInput.length / 2);
    expect(synthesizeEnvironment(stated.environment).map(({ name }) => name)).toContain("primary");
  });
});
