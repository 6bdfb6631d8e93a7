import { PropsOf, inputs } from "../../../kernel";
import { cacheFields } from "./fields";
import { rules } from "./rules";

/** Inputs of the cache module. */
export const cacheInputs = inputs(cacheFields, rules);

/** Props of the cache. */
export type CacheProps = PropsOf<typeof cacheInputs>;
