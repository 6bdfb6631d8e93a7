import { Recovery } from "../../environments/definition/schema/recovery";

/** A recovery region for tests: what an environment must state, and no more. */
export const recovery: Recovery = {
  region: "us-west-2",
  objectives: { rpo: 1800, rto: 3600 },
  network: { cidr: "10.40.0.0/16", zones: ["us-west-2a", "us-west-2b"] },
};
