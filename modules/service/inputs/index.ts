import { PropsOf, inputs } from "../../../kernel";
import { serviceFields } from "./fields";
import { rules } from "./rules";

/** Inputs of the service module. */
export const serviceInputs = inputs(serviceFields, rules);

/** Props of the service. */
export type ServiceProps = PropsOf<typeof serviceInputs>;
