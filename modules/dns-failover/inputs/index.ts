import { PropsOf, inputs } from "../../../kernel";
import { dnsFailoverFields } from "./fields";
import { dnsFailoverRules } from "./rules";

/** Inputs of the dns-failover module. */
export const dnsFailoverInputs = inputs(dnsFailoverFields, dnsFailoverRules);

/** Props of dns-failover. */
export type DnsFailoverProps = PropsOf<typeof dnsFailoverInputs>;
