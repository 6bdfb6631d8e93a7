import { EcsTaskDefinition } from "@cdktf/provider-aws/lib/ecs-task-definition";
import { Construct } from "constructs";
import { Flag, dynamic, item, optionalBlock, raw, tf, when } from "../../kernel";
import { named } from "../parts/tags";
import { Context } from "./context";
import { Permissions } from "./permissions";

/** What a task is made of. */
export function createTaskDefinition(
  scope: Construct,
  { inputs, fullName, runs }: Context,
  permissions: Permissions,
  containerDefinitions: string,
): EcsTaskDefinition {
  const { ephemeralStorage, writablePaths, efsVolumes, tags } = inputs;
  const definition = new EcsTaskDefinition(scope, "this#task_definition", {
    count: when(runs),
    family: fullName,
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: tf<string>`tostring(${inputs.cpu})`,
    memory: tf<string>`tostring(${inputs.memory})`,
    runtimePlatform: { cpuArchitecture: inputs.architecture, operatingSystemFamily: "LINUX" },
    taskRoleArn: permissions.taskRoleArn,
    executionRoleArn: permissions.executionRoleArn,
    containerDefinitions,
    skipDestroy: inputs.keepTaskDefinitions,
    volume: dynamic(tf`merge({ for name, path in ${writablePaths} : name => null }, ${efsVolumes})`, {
      name: raw("volume.key"),
      efsVolumeConfiguration: dynamic(tf`volume.value[*]`, {
        fileSystemId: item("efs_volume_configuration", "file_system_id"),
        rootDirectory: item("efs_volume_configuration", "root_directory"),
        transitEncryption: "ENABLED",
        authorizationConfig: { accessPointId: item("efs_volume_configuration", "access_point_id"), iam: "ENABLED" },
      }),
    }),
    tags: named(tags, fullName),
  });
  // Fargate gives 20 GiB by itself, and refuses to be asked for them.
  optionalBlock(definition, "ephemeral_storage", tf<Flag>`${ephemeralStorage} > 20`, { sizeInGib: ephemeralStorage });
  return definition;
}
