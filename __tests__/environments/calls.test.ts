import { EnvironmentDefinition, checkEnvironment } from "../../environments/definition";
import { elementsOf } from "../../promises/stack-json/elements";
import production from "../fixtures/environments/production";
import { synthesizeEnvironment } from "../whole-environment";

/** Services that say whom they call: the way is open on both sides, and no other is. */

const { web: base } = production.services;
const inner = { ...base, routing: undefined, uses: undefined };

type Services = EnvironmentDefinition["services"];

/** A front that calls two services, one of which calls the third. */
const SERVICES: Services = {
  web: { ...base, uses: { ...base.uses, services: ["api", "search-index"] } },
  api: { ...inner, port: 8080, uses: { services: ["search-index"] } },
  "search-index": {
    ...inner,
    port: 9200,
    serviceConnect: { server: { dnsName: "search", port: 80, protocol: "tcp" } },
  },
};

const stating = (services: Services): EnvironmentDefinition => ({ ...production, services });

describe("from each `uses` there are rules on both sides, and none without one", () => {
  const stacks = synthesizeEnvironment(stating(SERVICES));
  const wanted = Object.entries(SERVICES).flatMap(([from, { uses }]) =>
    (uses?.services ?? []).map((to) => ({ from, to, port: SERVICES[to].port })),
  );

  test.each(["primary", "standby"])("%s", (name) => {
    const elements = elementsOf(stacks.find((stack) => stack.name === name) as (typeof stacks)[number]);
    const id = (service: string): string => service.replace(/-/g, "_");
    const group = (service: string): string => `aws_security_group.${id(service)}_tasks`;
    const rules = (type: string) =>
      elements
        .filter((one) => one.type === type)
        .map(({ body }) => ({
          of: String(body.security_group_id),
          peer: String(body.referenced_security_group_id),
          ports: [body.from_port, body.to_port],
        }));
    const services = Object.keys(SERVICES);
    const between = (type: string): string[] =>
      rules(type).flatMap(({ of, peer, ports }) =>
        services.flatMap((one) =>
          services
            .filter((other) => other !== one && of.includes(group(one)) && peer.includes(group(other)))
            .map((other) => `${one} ${other} ${ports.join("-")}`),
        ),
      );
    expect(between("aws_vpc_security_group_egress_rule").sort()).toEqual(
      wanted.map(({ from, to, port }) => `${from} ${to} ${port}-${port}`).sort(),
    );
    expect(between("aws_vpc_security_group_ingress_rule").sort()).toEqual(
      wanted.map(({ from, to, port }) => `${to} ${from} ${port}-${port}`).sort(),
    );
  });

  const json = (name: string) =>
    stacks.find((stack) => stack.name === name)?.json as {
      locals: Record<string, unknown>;
      resource: Record<string, Record<string, { depends_on?: string[] }>>;
    };

  test.each(["primary", "dr"])("%s: callers are told the addresses, and start after those that they call", (name) => {
    const told = JSON.stringify(json(name).locals);
    for (const part of ["API_HOST", "API_PORT", "SEARCH_INDEX_HOST", "SEARCH_INDEX_PORT"]) expect(told).toContain(part);
    const services = json(name).resource.aws_ecs_service;
    expect(services.web.depends_on).toEqual(
      expect.arrayContaining(["aws_ecs_service.api", "aws_ecs_service.search_index"]) as string[],
    );
    expect(services.search_index.depends_on ?? []).not.toContain("aws_ecs_service.web");
  });

  test("who is called is a server, by the name and port that it states", () => {
    const { services } = checkEnvironment("production", stating(SERVICES));
    expect(services.web.serviceConnect).toEqual({});
    expect(services.api.serviceConnect).toEqual({ server: {} });
    expect(services["search-index"].serviceConnect).toEqual(SERVICES["search-index"].serviceConnect);
  });
});

describe("refused", () => {
  const withApi = (api: Partial<Services[string]>, web: object = {}): Services => ({
    web: { ...SERVICES.web, uses: { services: ["api"] }, ...web },
    api: { ...inner, port: 8080, ...api },
  });

  test.each<[string, Services, string]>([
    [
      "a call of a service that there is not",
      { web: SERVICES.web, api: { ...inner, port: 8080 } },
      'services["web"].uses.services[1] must be one of services: there are web, api (got "search-index")',
    ],
    [
      "a call of itself",
      { web: { ...base, uses: { services: ["web"] } } },
      'services["web"].uses.services[0] must be another service',
    ],
    [
      "a call of a service without a port",
      withApi({ port: undefined }),
      'services["web"].uses.services[0] must be a service with a port; state services["api"].port',
    ],
    [
      "a circle, which cannot start",
      withApi({ uses: { services: ["web"] } }),
      'services["web"].uses.services must not lead back to the service: web calls api calls web',
    ],
    [
      "a server that nobody may reach",
      { ...withApi({}), old: { ...inner, port: 8081, serviceConnect: { server: {} } } },
      'services["old"].serviceConnect.server is reached by nobody: state uses: { services: ["old"] } of who calls it',
    ],
    [
      "a client that reaches nobody",
      { web: { ...base, serviceConnect: {} } },
      'services["web"].serviceConnect reaches nobody',
    ],
    [
      "two services of one address",
      {
        web: { ...base, uses: { services: ["api", "copy"] } },
        api: { ...inner, port: 8080 },
        copy: { ...inner, port: 8080, serviceConnect: { server: { dnsName: "api" } } },
      },
      'services["copy"].serviceConnect.server.dnsName must differ from that of services["api"]: both are called at api:8080',
    ],
    [
      "a variable of the stack's that is stated too",
      withApi({}, { environment: { API_HOST: "localhost" } }),
      'services["web"].environment["API_HOST"] is set by the stack because of what the service uses',
    ],
  ])("%s", (_what, services, message) => {
    expect(() => checkEnvironment("production", stating(services))).toThrow(message);
  });
});
