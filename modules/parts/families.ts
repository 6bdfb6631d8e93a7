import { Construct } from "constructs";
import { Flag, TerraformData, allOf, choose, comment, local, tf } from "../../kernel";

/** Which of the two parameter groups of a data store there is. */
export interface Families {
  /** Whether the data store is still of the family that it was made with. */
  readonly isFirst: Flag;
  /** `for_each` of the group that an upgrade needs: the family by its name, or nothing. */
  readonly upgraded: unknown;
}

/**
 * A parameter group is of one family, which follows from the major version, so that an upgrade needs another group before
 * the old one can go. The first family has a group with the address that it always had; any later one has an instance of
 * its own, by its name. An upgrade that AWS refuses leaves both, and both are still known by their addresses: one can go
 * back, or try again. Were it one resource that is replaced, its old group would be left as a deposed object, and going
 * back would make a group whose name is taken.
 *
 * @param wanted whether there are groups at all
 */
export function rememberFamily(scope: Construct, family: unknown, wanted: Flag): Families {
  const remembered = comment(
    new TerraformData(scope, "first_family", { input: family, lifecycle: { ignoreChanges: ["input"] } }),
    "The first family has the group without a key. A later one has a group by its name, so that a refused upgrade can be taken back.",
  );
  const isFirst = local(scope, "is_first_family", tf`${family} == ${remembered}.input`);
  return {
    isFirst: allOf(wanted, tf<Flag>`${isFirst}`),
    upgraded: choose(wanted, tf`{ for family in [${family}] : family => family if !${isFirst} }`, {}),
  };
}
