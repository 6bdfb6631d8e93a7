import { DbParameterGroup, DbParameterGroupConfig } from "@cdktf/provider-aws/lib/db-parameter-group";
import { Construct } from "constructs";
import { allOf, choose, comment, forEach, heading, local, shorthand, tf, when } from "../../kernel";
import { rememberFamily } from "../parts/families";
import { named } from "../parts/tags";
import { Context } from "./context";
import { STATIC } from "./parameter-names";

/** RDS counts memory in blocks of 8 kB, or in kB. */
const BLOCKS_PER_MIB = 128;
const KIB_PER_MIB = 1024;

/**
 * Parameters of PostgreSQL. The group is named after its family, which follows from the version: after a major upgrade
 * there is another group, made before the old one goes.
 *
 * @returns the name of the group
 */
export function createParameterGroup(scope: Construct, { inputs }: Context): string {
  heading(scope, "Parameter group");
  const { name, tags, engineVersion, tuning, parameters, sharedPreloadLibraries, logicalReplication } = inputs;
  const family = local(scope, "family", tf`"postgres\${split(".", ${engineVersion})[0]}"`);
  const setting = (parameter: string, value: unknown, applyMethod: string): Record<string, unknown> => ({
    name: parameter,
    value,
    apply_method: applyMethod,
  });
  const times = (value: number, factor: number): string => tf`try(tostring(${value} * ${factor}), null)`;
  const optional = comment(
    local(
      scope,
      "settings",
      tf`[for parameter in concat(
        [
          ${setting("shared_buffers", times(tuning.sharedBuffers, BLOCKS_PER_MIB), "pending-reboot")},
          ${setting("effective_cache_size", times(tuning.effectiveCacheSize, BLOCKS_PER_MIB), "immediate")},
          ${setting("max_connections", times(tuning.maxConnections, 1), "pending-reboot")},
          ${setting("work_mem", times(tuning.workMem, KIB_PER_MIB), "immediate")},
          ${setting("maintenance_work_mem", times(tuning.maintenanceWorkMem, KIB_PER_MIB), "immediate")},
          ${setting("rds.logical_replication", choose(logicalReplication, "1", null), "pending-reboot")},
          ${setting("shared_preload_libraries", tf`length(${sharedPreloadLibraries}) > 0 ? join(",", ${sharedPreloadLibraries}) : null`, "pending-reboot")},
        ],
        [for name, parameter in ${parameters} : {
          name = name
          value = parameter.value
          apply_method = coalesce(parameter.apply_method, contains(${STATIC}, name) ? "pending-reboot" : "immediate")
        }],
      ) : parameter if parameter.value != null]`,
    ),
    "RDS counts shared_buffers and effective_cache_size in blocks of 8 kB, the others in kB.",
  );
  const config: DbParameterGroupConfig = {
    name: tf`"\${${name}}-\${${family}}"`,
    family: tf<string>`${family}`,
    description: `Parameters of database ${name}`,
    parameter: [
      { name: "rds.force_ssl", value: "1", applyMethod: "immediate" },
      { name: "log_statement", value: inputs.logStatement, applyMethod: "immediate" },
      {
        name: "log_min_duration_statement",
        value: tf<string>`tostring(${inputs.logMinDurationStatement})`,
        applyMethod: "immediate",
      },
    ],
    lifecycle: { createBeforeDestroy: true },
    tags: named(tags, name),
  };
  const { isFirst, upgraded } = rememberFamily(scope, tf`${family}`, allOf());
  const first = new DbParameterGroup(scope, "this#parameter_group", { count: when(isFirst), ...config });
  const later = new DbParameterGroup(scope, "upgraded#parameter_group", { forEach: forEach(upgraded), ...config });
  for (const group of [first, later]) {
    group.addOverride("dynamic.parameter", {
      for_each: tf`${optional}`,
      content: {
        name: tf`parameter.value.name`,
        value: tf`parameter.value.value`,
        apply_method: tf`parameter.value.apply_method`,
      },
    });
  }
  return shorthand(scope, "parameter_group_name", tf<string>`one(concat(${first}[*].name, values(${later})[*].name))`);
}
