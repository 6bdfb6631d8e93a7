import { Mapping, Sequence } from "./collection";
import { Scalar } from "./scalar";
import { Fields, Structure } from "./structure";
import { Type } from "./type";

export { Mapping, Sequence } from "./collection";
export { hclLiteral, snakeCase } from "./literal";
export type { Message, NamesIn, Spell } from "./message";
export { inHcl, inTypeScript, sentence } from "./message";
export { passes } from "./partly-known";
export type { Plain } from "./plain";
export { Described, isPlain, plainCopy, withoutItems } from "./plain";
export { Scalar } from "./scalar";
export { showValue } from "./show";
export type { Fields, Props } from "./structure";
export { Structure, checkFields, completeFields, encodeFields, fitFields } from "./structure";
export type { Check, LookedUp, Misfit, Optional, Problem, Rule } from "./type";
export { Type } from "./type";

/** The types of inputs. */
export const t = {
  string: () => new Scalar<string>("string", "string"),
  number: () => new Scalar<number>("number", "number"),
  bool: () => new Scalar<boolean>("boolean", "bool"),
  oneOf: <const V extends readonly string[]>(...allowed: V) => new Scalar<string>("string", "string").oneOf(allowed),
  list: <T>(item: Type<T>) => new Sequence<T>("list", item),
  set: <T>(item: Type<T>) => new Sequence<T>("set", item),
  map: <T>(item: Type<T>) => new Mapping<T>(item),
  object: <const F extends Fields>(fields: F) => new Structure(fields),
};
