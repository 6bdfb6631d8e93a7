import { TerraformResource } from "cdktf";
import { Expression, Stack, tf } from "../../kernel";

/** What may be there, under a name that no other can have meanwhile. */
export interface Found {
  readonly resource: TerraformResource;
  /** It may name `each`, as the resource's own arguments do. */
  readonly isThere: Expression;
}

/** The resources of a type in a stack that are not switched off. */
export function resourcesOf<T extends TerraformResource>(stack: Stack, type: new (...args: never[]) => T): T[] {
  return stack.node.findAll().filter((one): one is T => one instanceof type && one.count !== 0);
}

/**
 * The identifiers of the instances of a resource by their keys, for those that satisfy a condition. Identifier and condition
 * may name `each`, as the resource's own arguments do: the loop's variable has its name and shape.
 */
export function instancesOf({ forEach }: TerraformResource, id: unknown, condition: unknown): Expression {
  const keys = forEach ? tf`${forEach._getForEachExpression()}` : tf`{ one = null }`;
  return tf`{ for each in [for key, value in ${keys} : { key = key, value = value }] : each.key => ${id} if ${condition} }`;
}
