import { Construct } from "constructs";
import { TerraformData, forEach, local, raw, t, tf } from "../../kernel";

/** The opt-in that lets a change replace a data store. */
export const replacementsInput = () => t.number().range(0, 1000).integer().default(0);

/** What {@link guardReplacement} needs to know. */
export interface ReplacementGuard {
  /** The data store, as the error calls it: `the database`. */
  readonly what: string;
  /** What a replacement loses: `all data since its last snapshot`. */
  readonly loss: string;
  /** The inputs that cannot change in place, by their names in the published module; all of them known while planning. */
  readonly identity: Readonly<Record<string, unknown>>;
  readonly replacements: unknown;
}

/** A precondition, as a resource's life cycle takes it. */
export interface Precondition {
  readonly condition: never;
  readonly errorMessage: string;
}

/**
 * Makes the plan refuse a change that would replace a data store. Terraform's own `prevent_destroy` cannot do it in a
 * module: it takes no variable, so that nobody could ever destroy what the module made.
 *
 * The inputs that cannot change in place are remembered as they were when the data store was made, and compared with
 * what they are now. Raising `replacements` remembers them anew, and so allows the change that comes with it.
 */
export function guardReplacement(scope: Construct, guard: ReplacementGuard): Precondition {
  const identity = tf`{ for name, value in ${guard.identity} : name => value == null ? "null" : tostring(value) }`;
  const remembered = new TerraformData(scope, "identity", {
    // One instance for each number: Terraform ignores a change of input even where it replaces the resource.
    forEach: forEach(tf`toset([tostring(${guard.replacements})])`),
    input: identity,
    lifecycle: { ignoreChanges: ["input"] },
  });
  const before = (name: unknown, otherwise: unknown): unknown =>
    tf`try(one(values(${remembered})).output[${name}], ${otherwise})`;
  const changes = local(
    scope,
    "identity_changes",
    tf`join(", ", [
      for name, value in ${identity} : "\${name} from \${${before(raw("name"), "")}} to \${value}"
      if value != ${before(raw("name"), raw("value"))}
    ])`,
  );
  return {
    condition: tf<never>`${changes} == ""`,
    errorMessage: `Changing ${tf`${changes}`} would replace ${guard.what} and lose ${guard.loss}. Take it back; or, if a new one is what you want, raise replacements in the same change.`,
  };
}
