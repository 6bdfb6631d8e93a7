import {
  ElasticacheParameterGroup,
  ElasticacheParameterGroupConfig,
} from "@cdktf/provider-aws/lib/elasticache-parameter-group";
import { Construct } from "constructs";
import { choose, comment, dynamic, forEach, given, heading, item, local, not, shorthand, tf, when } from "../../kernel";
import { rememberFamily } from "../parts/families";
import { named } from "../parts/tags";
import { Context } from "./context";
import { parameterFamily } from "./engine";

/**
 * The parameter group of the nodes, of the family that the version asks for; a serverless cache has none.
 *
 * @returns the name of the group; null without one
 */
export function createParameterGroup(scope: Construct, { inputs, engineVersion }: Context): string {
  heading(scope, "Parameter group");
  const { name, engine, serverless, shards, maxmemoryPolicy, notifyKeyspaceEvents, tags } = inputs;
  const family = tf<string>`${local(scope, "family", parameterFamily(engine, engineVersion))}`;
  const parameters = comment(
    local(
      scope,
      "node_parameters",
      tf`merge(
        { for name, value in {
          cluster-enabled = ${choose(given(shards), "yes", "no")}
          maxmemory-policy = coalesce(${maxmemoryPolicy}, "allkeys-lru")
          notify-keyspace-events = try(coalesce(${notifyKeyspaceEvents}), "")
        } : name => value if !contains(["no", "volatile-lru", ""], value) },
        ${inputs.parameters},
      )`,
    ),
    "What the engine does by itself is left out: AWS does not count it as set, and each plan would set it again.",
  );
  const ofNodes = not(given(serverless));
  const { isFirst, upgraded } = rememberFamily(scope, family, ofNodes);
  const config = (): ElasticacheParameterGroupConfig => ({
    name: tf<string>`join("-", concat([${name}, ${family}], ${choose(given(shards), ["cluster"], [])}))`,
    description: `Parameters of ${name}`,
    family,
    parameter: dynamic(parameters, { name: tf`parameter.key`, value: item("parameter") }),
    tags: named(tags, name),
    lifecycle: { createBeforeDestroy: true },
  });
  const first = comment(
    new ElasticacheParameterGroup(scope, "this#parameters", { count: when(isFirst), ...config() }),
    "The name has the family in it: a new major version finds its own group while the old one is still in use.",
  );
  const later = new ElasticacheParameterGroup(scope, "upgraded#parameters", {
    forEach: forEach(upgraded),
    ...config(),
  });
  return shorthand(scope, "parameter_group_name", tf<string>`one(concat(${first}[*].name, values(${later})[*].name))`);
}
