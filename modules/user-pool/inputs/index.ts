import { PropsOf, inputs } from "../../../kernel";
import { userPoolFields } from "./fields";
import { rules } from "./rules";

/** Inputs of the user pool. */
export const userPoolInputs = inputs(userPoolFields, rules);

/** Props of the user pool. */
export type UserPoolProps = PropsOf<typeof userPoolInputs>;
