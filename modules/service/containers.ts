import { TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { Flag, choose, comment, given, heading, is, json, local, raw, tf } from "../../kernel";
import { Context } from "./context";

/** Where a container's settings come from: the inputs, or one of the sidecars. */
interface Source {
  readonly name: unknown;
  readonly image: unknown;
  readonly essential: unknown;
  readonly cpu: unknown;
  readonly memory: unknown;
  readonly memoryReservation: unknown;
  readonly command: unknown;
  readonly entryPoint: unknown;
  readonly workingDirectory: unknown;
  readonly user: unknown;
  readonly readonlyRoot: unknown;
  readonly environment: unknown;
  readonly secrets: unknown;
  readonly portMappings: unknown;
  readonly mountPoints: unknown;
  readonly healthCheck: unknown;
  readonly startAfter: unknown;
  readonly stopTimeout: unknown;
  readonly addCapabilities: unknown;
  readonly ulimits: unknown;
}

/**
 * The container definitions as JSON. Everything that the API fills in by itself is written out, and nothing is null, so
 * that the next plan finds what it wrote; maps are walked in key order, so that it changes only when a value does.
 */
export function containerDefinitions(scope: Construct, context: Context, logGroupName: string): string {
  heading(scope, "Task definition");
  const logging = logConfiguration(scope, context, logGroupName);
  const main = comment(
    local(scope, "main_container", withoutNulls(definition(context, mainSource(context), logging))),
    "What the API would fill in is written out, and what is not set is left out, so that a second plan finds no change.",
  );
  const sidecar = definition(context, sidecarSource(), logging);
  const sidecars = local(
    scope,
    "sidecar_containers",
    tf`[for name, sidecar in ${context.inputs.sidecars} : ${withoutNulls(sidecar)}]`,
  );
  return json(tf`concat([${main}], ${sidecars})`);
}

const withoutNulls = (object: object): unknown => tf`{ for key, value in ${object} : key => value if value != null }`;

function definition({ inputs }: Context, source: Source, logConfiguration: TerraformLocal): object {
  return {
    name: source.name,
    image: source.image,
    essential: source.essential,
    cpu: source.cpu,
    memory: source.memory,
    memoryReservation: source.memoryReservation,
    command: source.command,
    entryPoint: source.entryPoint,
    workingDirectory: source.workingDirectory,
    user: source.user,
    readonlyRootFilesystem: source.readonlyRoot,
    environment: tf`[for key, value in ${source.environment} : { name = key, value = value }]`,
    secrets: tf`[for key, secret in ${source.secrets} : { name = key, valueFrom = secret.json_key == null ? secret.arn : "\${secret.arn}:\${secret.json_key}::" }]`,
    portMappings: source.portMappings,
    mountPoints: source.mountPoints,
    volumesFrom: [],
    healthCheck: source.healthCheck,
    dependsOn: tf`[for container, state in ${source.startAfter} : { containerName = container, condition = state }]`,
    stopTimeout: source.stopTimeout,
    linuxParameters: {
      initProcessEnabled: inputs.initProcess,
      capabilities: { add: source.addCapabilities, drop: inputs.dropCapabilities },
    },
    ulimits: source.ulimits,
    systemControls: [],
    logConfiguration,
  };
}

function mainSource({ inputs }: Context): Source {
  const { writablePaths, efsVolumes, healthCheck, serviceConnect } = inputs;
  const protocol = choose(
    given(serviceConnect.server),
    choose(is(serviceConnect.server.protocol, "tcp"), null, serviceConnect.server.protocol),
    null,
  );
  return {
    name: inputs.name,
    image: inputs.image,
    essential: true,
    cpu: 0,
    memory: undefined,
    memoryReservation: undefined,
    command: inputs.command,
    entryPoint: inputs.entrypoint,
    workingDirectory: inputs.workingDirectory,
    user: inputs.user,
    readonlyRoot: inputs.readonlyRoot,
    environment: inputs.environment,
    secrets: inputs.secrets,
    portMappings: tf`[for port in [${inputs.port}] : ${portMapping(inputs.name, protocol)} if port != null]`,
    mountPoints: tf`concat(
      [for volume, path in ${writablePaths} : { sourceVolume = volume, containerPath = path, readOnly = false }],
      [for volume, mount in ${efsVolumes} : { sourceVolume = volume, containerPath = mount.path, readOnly = mount.read_only }],
    )`,
    healthCheck: choose(
      given(healthCheck),
      {
        command: healthCheck.command,
        interval: healthCheck.interval,
        timeout: healthCheck.timeout,
        retries: healthCheck.retries,
        startPeriod: healthCheck.startPeriod,
      },
      null,
    ),
    startAfter: inputs.startAfter,
    stopTimeout: inputs.stopTimeout,
    addCapabilities: inputs.addCapabilities,
    ulimits: tf`[for name, limit in ${inputs.ulimits} : { name = name, softLimit = limit.soft, hardLimit = limit.hard }]`,
  };
}

/** Read inside of `for name, sidecar in ...`. */
function sidecarSource(): Source {
  return {
    name: raw("name"),
    image: raw("sidecar.image"),
    essential: raw("sidecar.essential"),
    cpu: raw("sidecar.cpu"),
    memory: raw("sidecar.memory"),
    memoryReservation: raw("sidecar.memory_reservation"),
    command: raw("sidecar.command"),
    entryPoint: raw("sidecar.entrypoint"),
    workingDirectory: undefined,
    user: raw("sidecar.user"),
    readonlyRoot: raw("sidecar.readonly_root"),
    environment: raw("sidecar.environment"),
    secrets: raw("sidecar.secrets"),
    portMappings: tf`[for port in [sidecar.port] : ${portMapping(raw("name"), null)} if port != null]`,
    mountPoints: tf`[for volume, path in sidecar.mounts : { sourceVolume = volume, containerPath = path, readOnly = false }]`,
    healthCheck: choose(
      raw<Flag>("sidecar.health_check != null"),
      {
        command: raw("sidecar.health_check.command"),
        interval: raw("sidecar.health_check.interval"),
        timeout: raw("sidecar.health_check.timeout"),
        retries: raw("sidecar.health_check.retries"),
        startPeriod: raw("sidecar.health_check.start_period"),
      },
      null,
    ),
    startAfter: raw("sidecar.start_after"),
    stopTimeout: raw("sidecar.stop_timeout"),
    addCapabilities: [],
    ulimits: [],
  };
}

/** Read inside of `for port in ...`. */
function portMapping(name: unknown, appProtocol: unknown): unknown {
  const mapping = { name, containerPort: raw("port"), hostPort: raw("port"), protocol: "tcp" };
  return appProtocol === null ? mapping : withoutNulls({ ...mapping, appProtocol });
}

function logConfiguration(scope: Construct, { inputs, region }: Context, logGroupName: string): TerraformLocal {
  const buffer = choose(is(inputs.logMode, "non-blocking"), inputs.logBuffer, null);
  return local(scope, "log_configuration", {
    logDriver: "awslogs",
    options: withoutNulls({
      "awslogs-group": logGroupName,
      "awslogs-region": region,
      "awslogs-stream-prefix": inputs.name,
      mode: inputs.logMode,
      "max-buffer-size": buffer,
    }),
  });
}
