import { PropsOf, inputs } from "../../../kernel";
import { databaseFields } from "./fields";
import { rules } from "./rules";

/** Inputs of the database module. */
export const databaseInputs = inputs(databaseFields, rules);

/** Props of the database. */
export type DatabaseProps = PropsOf<typeof databaseInputs>;
