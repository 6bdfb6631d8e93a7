/** What modules and stacks are written with. The writer of published modules is not part of it: see `publish/`. */
export { allOf, anyOf, choose, given, Group, is, knownFlag, not, when } from "./condition";
export { Check } from "./check";
export { EphemeralResource } from "./ephemeral";
export type { Collection, Flag, IsExpression, Numeric, Text } from "./expression";
export { Expression, isSwitchedOff, json, raw, tf } from "./expression";
export type { CrossRule, PropsOf } from "./inputs";
export { describeProblems, inputs, Inputs, InvalidInput, section } from "./inputs";
export type { Bound, ModuleClass, ModuleDefinition, OutputDefinition } from "./module";
export { ModuleConstruct } from "./module";
export { useProvider } from "./provider";
export {
  acceptFinding,
  all,
  at,
  comment,
  dynamic,
  each,
  forEach,
  heading,
  isEmptyObject,
  isPublished,
  item,
  local,
  shorthand,
  one,
  optionalBlock,
  repeatedBlock,
  repeatedBlocks,
} from "./resource";
export { Stack } from "./stack";
export { TerraformData } from "./terraform-data";
export type { Fields, Message, Problem, Props, Spell } from "./types";
export { t } from "./types";
