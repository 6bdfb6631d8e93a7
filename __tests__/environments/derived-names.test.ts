import { checkEnvironment } from "../../environments/definition";
import production from "../fixtures/environments/production";
import staging from "../fixtures/environments/staging";

const { web } = staging.services;
/** Staging under another name, with a service of another. */
const named = (application: string, environment: string, service: string, change: object = {}) =>
  checkEnvironment(environment, {
    ...staging,
    application,
    region: "ap-southeast-2",
    network: { ...staging.network, zones: ["ap-southeast-2a", "ap-southeast-2b"] },
    services: { [service]: web },
    ...change,
  });

describe("a name that follows from others", () => {
  test("and makes a role too long says what to shorten, and by how much", () => {
    expect(() => named("nimbus", "preprod-abc", "a-service-of-23-letters")).toThrow(
      "services[\"a-service-of-23-letters\"] has a role nimbus-preprod-abc-a-service-of-23-letters-execution-ap-southeast-2, of 67 characters, in which nimbus-preprod-abc and a-service-of-23-letters may have 38 together: shorten the service's name, application (nimbus) or the environment's name (preprod-abc) by 3 characters",
    );
  });

  test("fits in a region of a shorter name", () => {
    const here = { region: "us-east-1", network: staging.network };
    expect(named("nimbus", "preprod-abc", "a-service-of-23-letters", here)).toMatchObject({ name: "preprod-abc" });
  });

  test("is longer in the recovery region", () => {
    const services = { "a-service-of-18-xx": production.services.web };
    expect(() => checkEnvironment("production", { ...production, services })).not.toThrow();
    expect(() =>
      checkEnvironment("production", { ...production, services: { "a-service-of-19-xyz": production.services.web } }),
    ).toThrow(
      'services["a-service-of-19-xyz"] has a role nimbus-production-dr-a-service-of-19-xyz-execution-us-west-2',
    );
  });

  test("is said once where application and environment alone are too long for many", () => {
    let message = "";
    try {
      checkEnvironment("a-very-long-environment", { ...production, application: "nimbus-tasks" });
    } catch (error) {
      message = String(error);
    }
    expect(message.match(/- application /g)).toHaveLength(1);
    expect(message).toContain(
      "application and the environment's name a-very-long-environment make nimbus-tasks-a-very-long-environment-dr, the name of the load balancer of the recovery region, of 39 characters, where 32 are allowed: shorten the two by 7 characters together (the environment is named like its file)",
    );
  });

  test("and stays too long with the two shortened is in the same list", () => {
    const { web: routed } = production.services;
    const services = { web: routed, "a-service-of-24-characte": routed };
    expect(() =>
      checkEnvironment("a-very-long-environment", { ...production, application: "nimbus-tasks", services }),
    ).toThrow(
      /- application and the environment's name[^]*- services\["a-service-of-24-characte"\] has a role [^]* by \d+ characters more/,
    );
  });

  test("and that AWS would not take says why", () => {
    expect(() => checkEnvironment("staging", { ...staging, application: "nimbus-" })).toThrow(
      "application and the environment's name staging make nimbus--staging, the name of the database, which must not have two hyphens in a row, which RDS refuses",
    );
  });

  test("of a cache's user says what to shorten", () => {
    const users = { "a-user-with-a-very-long-name": {} };
    expect(() => checkEnvironment("staging", { ...staging, cache: { ...staging.cache!, users } })).toThrow(
      'cache.users["a-user-with-a-very-long-name"] has the ID nimbus-staging-a-user-with-a-very-long-name, of 43 characters, where ElastiCache takes 40: shorten the user\'s name',
    );
  });
});
