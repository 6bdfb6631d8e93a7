import { Construct } from "constructs";
import { TerraformData, each, forEach, local, tf } from "../../kernel";
import { Precondition } from "../parts/replacement";

/** What repositories are known by. */
export interface Identity {
  /** A map from the repositories' keys to their names. */
  readonly names: unknown;
  /** What their key is called: the caller's ARN, or that it is the module's own. */
  readonly kmsKey: unknown;
  readonly replacements: unknown;
}

/**
 * Makes the plan refuse a change that would replace a repository, for each by itself: one that is made later is
 * remembered from then on. See `guardReplacement` for modules with one data store.
 */
export function guardRepositories(scope: Construct, { names, kmsKey, replacements }: Identity): Precondition {
  const identities = local(
    scope,
    "identities",
    tf`{ for key, name in ${names} : key => format("%s, encrypted with %s", name, ${kmsKey}) }`,
  );
  const remembered = new TerraformData(scope, "identity", {
    // One instance for each number: Terraform ignores a change of input even where it replaces the resource.
    forEach: forEach(tf`{ for key, identity in ${identities} : "\${key}#\${${replacements}}" => identity }`),
    input: tf`each.value`,
    lifecycle: { ignoreChanges: ["input"] },
  });
  const now = tf`${identities}[each.key]`;
  const before = tf`try(${remembered}["\${each.key}#\${${replacements}}"].output, ${now})`;
  return {
    condition: tf<never>`${before} == ${now}`,
    errorMessage: `The repository ${each.key} would be replaced and lose its images: it is ${before}, and would be ${now}. Take the change back; or, if a new one is what you want, raise replacements in the same change.`,
  };
}
