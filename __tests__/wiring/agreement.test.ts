import { checkEnvironment } from "../../environments/definition";
import { preparations } from "../../wiring/agreement";
import production from "../fixtures/environments/production";

const environment = checkEnvironment("production", production);
const { recovery } = environment;
if (!recovery) throw new Error("production has no recovery region");

test.each<[string, Partial<typeof recovery.network>, readonly string[]]>([
  ["each of the network's", { nat: undefined }, ["us-west-2a", "us-west-2b", "us-west-2c"]],
  ["the first for a single gateway", { nat: "single" }, ["us-west-2a"]],
  ["the one that a single gateway is in", { nat: "single", natZone: "us-west-2b" }, ["us-west-2b"]],
  ["none without gateways", { nat: "none" }, []],
])("dr asks the standby for zones: %s", (_, network, zones) => {
  const changed = { ...recovery, network: { ...recovery.network, ...network } };
  expect(preparations(environment, changed, false).zones).toEqual(zones);
  expect(preparations(environment, changed, true).zones).toEqual([]);
});
