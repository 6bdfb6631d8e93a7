import { PropsOf, inputs } from "../../../kernel";
import { storageFields } from "./fields";
import { rules } from "./rules";

/** Inputs of the storage module. */
export const storageInputs = inputs(storageFields, rules);

/** Props of the storage module. */
export type StorageProps = PropsOf<typeof storageInputs>;
