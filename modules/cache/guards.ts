import { Construct } from "constructs";
import { TerraformData, choose, forEach, given, heading, local, tf } from "../../kernel";
import { Precondition, guardReplacement } from "../parts/replacement";
import { Context } from "./context";
import { versionRank } from "./engine";

const LOSS = "the data in it";

/** Refuses the plans that would make a new cache in place of the one that there is. */
export function guardCache(scope: Construct, context: Context): Precondition[] {
  heading(scope, "Guards against replacement");
  const { inputs, engineVersion, port } = context;
  const { engine, kmsKey, networkType, serverless, shards } = inputs;
  const identity = guardReplacement(scope, {
    what: "the cache",
    loss: LOSS,
    identity: {
      name: inputs.name,
      vpc_id: inputs.vpcId,
      kms_key: choose(given(kmsKey), kmsKey.arn, "own"),
      port,
      network_type: tf`coalesce(${networkType}, "ipv4")`,
      shape: choose(given(serverless), "serverless", "nodes"),
      shards: choose(given(shards), "given", "not given"),
      data_tiering: context.isTiered,
      // Nodes go up in place; a serverless cache does not, in provider 5.100.
      engine: choose(given(serverless), tf`"\${${engine}} \${${engineVersion}}"`, "of nodes"),
    },
    replacements: inputs.replacements,
  });
  return [identity, guardVersion(scope, context)];
}

/** ElastiCache goes up only. The version that the cache was made with is remembered as the rest of its identity is. */
function guardVersion(scope: Construct, { inputs, engineVersion }: Context): Precondition {
  const remembered = new TerraformData(scope, "first_version", {
    forEach: forEach(tf`toset([tostring(${inputs.replacements})])`),
    input: tf<Record<string, string>>`${engineVersion}`,
    lifecycle: { ignoreChanges: ["input"] },
  });
  const first = tf<string>`${local(scope, "first_version#local", tf`try(one(values(${remembered})).output, ${engineVersion})`)}`;
  return {
    condition: tf<never>`${versionRank(engineVersion)} >= ${versionRank(first)}`,
    errorMessage: `The cache was made with version ${first}: going down to ${engineVersion} would replace it and lose ${LOSS}. Take it back; or, if a new one is what you want, raise replacements in the same change.`,
  };
}
