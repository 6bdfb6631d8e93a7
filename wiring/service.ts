import { calledBy, callsAmong } from "../environments/definition/calls";
import { EnvironmentService } from "../environments/definition/schema/parts";
import { Stack } from "../kernel";
import { Service, ServiceProps } from "../modules/service";
import { ServiceData } from "./service-data";

/** What of a stack its services stand in. */
export interface Platform {
  readonly cluster: ServiceProps["cluster"];
  readonly vpcId: string;
  readonly subnetIds: string[];
  /** Key of the log groups that the stack makes. */
  readonly logKmsKey?: ServiceProps["logKmsKey"];
  /** Without it no service is reached from outside: routing, and signing in with it, is left out. */
  readonly loadBalancer?: {
    readonly listenerArn: string;
    readonly securityGroupId: string;
    /** Lets the load balancer reach a service, where the stack made both. */
    readonly allowTo?: (name: string, securityGroupId: string, port: number) => void;
  };
  /** Without it no service calls another by its name. */
  readonly namespaceArn?: string;
  /** What the cluster encrypts sessions of ECS Exec with, and where it keeps them: tasks do both. */
  readonly exec?: NonNullable<ServiceProps["exec"]>;
}

/** How much of a service a stack makes, and what differs from what the environment states. */
export interface ServiceStage {
  /** All but its tasks: roles, log group, security group, target group and listener rule. */
  readonly prepareOnly?: boolean;
  /** What was prepared, where it is the tasks alone that are made. */
  readonly prepared?: ServiceProps["prepared"];
  /** Inputs that differ. */
  readonly changes?: Pick<ServiceProps, "scaling" | "desiredCount" | "assignPublicIp" | "tags"> & {
    readonly name?: string;
  };
}

/**
 * Opens the ways that Service Connect takes, on both sides: the proxy of who is called listens on the container's own port.
 *
 * Source: Amazon ECS API Reference, ServiceConnectService, `ingressPortOverride`: its default in network mode awsvpc.
 */
export function connectServices(services: ReadonlyMap<string, Service>, stated: Services): void {
  for (const { from, to } of callsAmong(stated)) {
    const [client, server] = [services.get(from), services.get(to)];
    const { port } = stated[to];
    if (!client || !server || !port) continue;
    server.allowFrom(from, client.securityGroupId, port);
    client.allowTo(to, server.securityGroupId, port);
  }
}

/**
 * Starts whoever is called before who calls it: tasks know the names that there were when they were deployed. Who calls by
 * Service Connect alone may call in a circle, and is started as he comes.
 *
 * Source: Amazon ECS Developer Guide, "Amazon ECS Service Connect components".
 */
export function startInOrder(services: ReadonlyMap<string, Service>, stated: Services): void {
  for (const [from, service] of Object.entries(stated)) {
    for (const to of calledBy(service)) {
      const [client, server] = [services.get(from), services.get(to)];
      if (client && server) client.startAfter(server);
    }
  }
}

type Services = Readonly<Record<string, EnvironmentService>>;

/**
 * A service of an environment, wired once for every stack that has it: with its place in the stack's network and cluster,
 * with what it is told and let do because of what it uses, and with the ways to its data and from the load balancer.
 *
 * @param stated the service as the stack's region has it
 */
export function wireService(
  stack: Stack,
  name: string,
  stated: EnvironmentService,
  platform: Platform,
  data: ServiceData,
  { prepareOnly = false, prepared, changes }: ServiceStage = {},
): Service {
  const { routing, serviceConnect, backlog, unmanaged, uses = {}, variables, ...inputs } = stated;
  const { loadBalancer, namespaceArn, exec, ...place } = platform;
  const grants = data.grantsFor(uses, variables);
  const { scaling } = { scaling: inputs.scaling, ...changes };
  const isRouted = routing !== undefined && loadBalancer !== undefined;
  const service = new Service(
    stack,
    name,
    {
      name,
      ...place,
      ...inputs,
      ...changes,
      routing: isRouted
        ? {
            listenerArn: loadBalancer.listenerArn,
            loadBalancerSecurityGroupId: loadBalancer.securityGroupId,
            ...routing,
          }
        : undefined,
      backlog: backlog && scaling ? { queueName: data.queueFor(uses), ...backlog } : undefined,
      authenticate: isRouted ? inputs.authenticate : undefined,
      exec: inputs.exec && { ...exec, ...inputs.exec },
      serviceConnect: serviceConnect && namespaceArn !== undefined ? { namespaceArn, ...serviceConnect } : undefined,
      secrets: { ...inputs.secrets, ...grants.secrets },
      // Where data will be is not known before there are tasks.
      ...(prepareOnly ? { prepareOnly } : { environment: { ...inputs.environment, ...grants.environment } }),
      ...(prepared
        ? // Roles are among what was prepared, with their rights.
          { prepared, taskRole: undefined, executionRole: undefined }
        : {
            secretKmsKeys: [...(inputs.secretKmsKeys ?? []), ...grants.secretKmsKeys],
            taskStatements: [...(inputs.taskStatements ?? []), ...grants.taskStatements],
          }),
    },
    { unmanaged: prepareOnly ? undefined : unmanaged, rulePriority: isRouted ? routing.priority : undefined },
  );
  data.connect(name, service, uses);
  if (isRouted && inputs.port) loadBalancer.allowTo?.(name, service.securityGroupId, inputs.port);
  return service;
}
