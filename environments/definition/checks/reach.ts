import { Problem } from "../../../kernel";
import { ownImage } from "../names/images";
import { recovered } from "../recovered";
import type { EnvironmentDefinition } from "../schema/environment";
import type { EnvironmentService } from "../schema/parts";

type Network = Partial<NonNullable<EnvironmentDefinition["network"]>>;

/** A network with what stands in it. */
interface Place {
  /** Path of the network's inputs. */
  readonly path: string;
  /** What the paths of the rest begin with. */
  readonly prefix: string;
  readonly network: Network | undefined;
  readonly region: string;
  readonly stated: EnvironmentDefinition;
}

/** What services and data need of their network, and get from nowhere else: tasks without it never start. */
export function checkReach(definition: EnvironmentDefinition): Problem[] {
  const { recovery } = definition;
  const home = inPlace({
    path: "network",
    prefix: "",
    network: definition.network,
    region: definition.region,
    stated: definition,
  });
  if (!recovery) return home;
  const there = inPlace({
    path: "recovery.network",
    prefix: "recovery.",
    network: recovery.network,
    region: recovery.region,
    stated: recovered(definition),
  });
  // What a service states once is said once, of the primary region.
  return [...home, ...there.filter(({ path }) => !home.some((one) => `recovery.${one.path}` === path))];
}

const inPlace = (place: Place): Problem[] => [
  ...withoutDatabaseSubnets(place),
  ...addressesForNothing(place),
  ...withoutWayOut(place),
];

/** Source: RDS User Guide, "Working with a DB instance in a VPC"; ElastiCache User Guide, "Subnets and subnet groups". */
function withoutDatabaseSubnets({ path, network, stated }: Place): Problem[] {
  const { database, cache } = stated;
  if (!network || (!database && !cache)) return [];
  const whose = [...(database ? ["the database"] : []), ...(cache ? ["the cache"] : [])].join(" and ");
  if (network.subnets) {
    const zones = Object.keys(network.subnets.database ?? {});
    if (zones.length >= 2) return [];
    const message = `must have database subnets of 2 zones, for ${whose}; there are ${zones.length}`;
    return [{ path: `${path}.subnets.database`, message }];
  }
  if (network.databaseTier !== false) return [];
  return [{ path: `${path}.databaseTier`, message: `must be true: its subnets are for ${whose}`, value: false }];
}

/** Tasks stand in the private subnets, whose way out is a NAT gateway: that has an address of its own. */
const addressesForNothing = ({ prefix, stated }: Place): Problem[] =>
  services(stated).flatMap(([name, service]) =>
    service.assignPublicIp
      ? [
          {
            path: `${prefix}services["${name}"].assignPublicIp`,
            message: "must be false: tasks stand in private subnets, where an address of the internet leads nowhere",
            value: true,
          },
        ]
      : [],
  );

/**
 * What a task asks of AWS before and while it runs, by the endpoints of an environment without a way out.
 *
 * Source: Amazon ECS Developer Guide, "Amazon ECS interface VPC endpoints (AWS PrivateLink)": images come from ecr.api,
 * ecr.dkr and S3's gateway, logs go to logs, secrets come from secretsmanager or ssm, ECS Exec needs ssmmessages.
 */
function withoutWayOut({ path, prefix, network, region, stated }: Place): Problem[] {
  if (network?.nat !== "none" || typeof region !== "string") return [];
  const stands = new Set<string>(network.interfaceEndpoints ?? []);
  const needed = new Map<string, string>();
  const need = (endpoint: string, why: string): unknown => needed.has(endpoint) || needed.set(endpoint, why);
  const elsewhere: Problem[] = [];
  for (const [name, service] of services(stated)) {
    const at = `${prefix}services["${name}"]`;
    const images: [string, string | undefined][] = [
      [`${at}.image`, service.image],
      ...Object.entries(service.sidecars ?? {}).map(([sidecar, one]): [string, string | undefined] => [
        `${at}.sidecars["${sidecar}"].image`,
        one?.image,
      ]),
    ];
    for (const [where, image] of images) {
      // The recovery region has its own copy of an own image.
      const isOwn = typeof image === "string" && [region, stated.region].some((one) => ownImage(one, image, stated));
      if (typeof image === "string" && !isOwn) {
        const message = `must be an image of this account's registry in ${region}, as ${path}.nat is none: any other is out of reach; copy it there, or state nat`;
        elsewhere.push({ path: where, message, value: image });
      }
    }
    for (const endpoint of ["ecr.api", "ecr.dkr"]) need(endpoint, `service ${name} gets its image there`);
    need("logs", `service ${name} logs there`);
    const secrets = [service, ...Object.values(service.sidecars ?? {})].flatMap((one) =>
      Object.values(one?.secrets ?? {}).map((secret) => secret.arn),
    );
    const { uses } = service;
    const usesSecrets =
      Object.keys(uses?.secrets ?? {}).length > 0 || (uses?.database && uses.database.iamUser === undefined);
    if (usesSecrets || secrets.some((arn) => String(arn).includes(":secretsmanager:")))
      need("secretsmanager", `service ${name} reads secrets there`);
    if (secrets.some((arn) => String(arn).includes(":ssm:"))) need("ssm", `service ${name} reads parameters there`);
    if (Object.keys(uses?.queues ?? {}).length > 0) need("sqs", `service ${name} uses queues there`);
    if ((uses?.topics ?? []).length > 0) need("sns", `service ${name} publishes there`);
    if (service.exec) need("ssmmessages", `exec of service ${name} goes through it`);
  }
  const missing = [...needed].filter(([endpoint]) => !stands.has(endpoint));
  return [
    ...elsewhere,
    ...(missing.length > 0
      ? [
          {
            path: `${path}.interfaceEndpoints`,
            message: `must have ${missing.map(([endpoint, why]) => `${endpoint} (${why})`).join(", ")}, as ${path}.nat is none; or state nat`,
            value: [...stands],
          },
        ]
      : []),
    ...(needed.size > 0 && network.gatewayEndpoints && !network.gatewayEndpoints.includes("s3")
      ? [
          {
            path: `${path}.gatewayEndpoints`,
            message: `must have s3, where ECR keeps the layers of images, as ${path}.nat is none; or state nat`,
            value: network.gatewayEndpoints,
          },
        ]
      : []),
  ];
}

const services = ({ services: stated }: EnvironmentDefinition): [string, EnvironmentService][] =>
  Object.entries(stated ?? {}).filter(([, service]) => typeof service === "object" && service !== null);
