import { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { TerraformData, comment, isEmptyObject, shorthand, tf } from "../../kernel";

/** What makes the instances of a resource wait for one another. */
export interface Turns {
  /** For the resource: what goes is gone before what comes is made. */
  readonly dependsOn?: ITerraformDependable[];
  /** For its life cycle: an instance whose content changes is made anew, and so waits as well. */
  readonly replaceTriggeredBy?: string[];
}

/** Of which instances {@link takeTurns} speaks. */
export interface Claims {
  /** What the resource has in its `for_each`. */
  readonly over: unknown;
  /** What AWS takes once, as text: an expression of `one`, an element of `over`, and of its key, `name`. */
  readonly content: unknown;
  /** What the elements are, as the error calls them: `clients`. */
  readonly what: string;
}

/**
 * Lets the instances of a resource change names and places in one apply, where AWS takes each thing once whatever Terraform
 * calls it: a rule of a security group, an identifier, an address. Terraform makes and destroys the instances of a resource at
 * once, so that a rename is refused as a duplicate, or the old one takes with it what the new one was given.
 *
 * All of them depend on one `terraform_data`, which is replaced when any of them changes. What depends on it is destroyed before
 * it is, and made after it is made anew; what does not change stays. Two that say the same are refused by it, in the plan as far
 * as that knows what they say.
 *
 * Source: Terraform, `docs/destroying.md`, on the order of what is destroyed and what it depends on.
 *
 * @param id of the `terraform_data`
 */
export function takeTurns(scope: Construct, id: string, { over, content, what }: Claims): Turns {
  if (isEmptyObject(over)) return {};
  const contents = shorthand(scope, `${id}_by_name`, tf`{ for name, one in ${over} : name => ${content} }`);
  const twins = tf`[for names in values({ for name, content in ${contents} : content => name... }) : join(" and ", names) if length(names) > 1]`;
  const turns = comment(
    new TerraformData(scope, id, {
      triggersReplace: tf`tomap(${contents})`,
      lifecycle: {
        precondition: [
          {
            condition: tf<never>`length(distinct(values(${contents}))) == length(${contents})`,
            errorMessage: `Two ${what} are one for AWS, which takes each once: ${tf`join(", ", nonsensitive(${twins}))`}. Leave one of them out.`,
          },
        ],
      },
    }),
    "Replaced when any of them changes: what goes is gone before what comes is made, since AWS takes each once.",
  );
  const address = `${turns.terraformResourceType}.${turns.friendlyUniqueId}`;
  return { dependsOn: [turns], replaceTriggeredBy: [`${address}.triggers_replace[each.key]`] };
}
