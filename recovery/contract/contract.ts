import { Expression, InvalidInput, json } from "../../kernel";
import { ObjectField, ReaderOf, ValueOf } from "./fields";
import { HandoverPart, handoverParameter } from "../parameters";

/** A parameter of the recovery region: which it is, who writes it, what is in it. */
export interface Contract<Body extends AnyBody = AnyBody> {
  readonly part: HandoverPart;
  /** Version of its shape. Who reads another one refuses it. */
  readonly schema: number;
  /** Versions that Terraform reads as well: it takes what they lack for unknown. None but its own unless stated. */
  readonly reads?: readonly number[];
  /** `Intelligent-Tiering` takes the advanced tier, 0.05 USD/month, for what is too long for the standard one. */
  readonly tier: "Standard" | "Intelligent-Tiering";
  /** Whether its writer keeps a spare of it, since nothing could write it again once the primary region is gone. */
  readonly hasSpare?: true;
  readonly body: Body;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type AnyBody = ObjectField<any>;

/** What its writer states, and what programs read. Strings may be expressions of Terraform. */
export type Written<C extends Contract> = ValueOf<C["body"]>;

/** How expressions of Terraform read it. */
export type Told<C extends Contract> = ReaderOf<C["body"]>;

const SCHEMA = "schema";

/** The contract's JSON as an expression of Terraform. */
export const written = <C extends Contract>({ schema, body }: C, value: Written<C>): string =>
  json({ [SCHEMA]: schema, ...body.encode(value) });

/** The same as text, for programs and tests that write in a stack's place. */
export const encode = <C extends Contract>({ schema, body }: C, value: Written<C>): string =>
  JSON.stringify({ [SCHEMA]: schema, ...body.encode(value) });

/**
 * What a program reads.
 *
 * @throws InvalidInput when it is of another version
 */
export function decode<C extends Contract>({ part, schema, body }: C, text: string): Written<C> {
  const found = JSON.parse(text) as Record<string, unknown>;
  if (found[SCHEMA] !== schema) {
    throw new InvalidInput(
      `${part} has the schema ${JSON.stringify(found[SCHEMA])}, and this version of Holdfast reads ${schema}: use the version that wrote it.`,
    );
  }
  return body.decode(found, part) as Written<C>;
}

/** Reads the decoded JSON, an expression of Terraform. A field that nobody writes does not compile. */
export const read = <C extends Contract>({ body }: C, source: Expression): Told<C> => body.read(source) as Told<C>;

/** Name of the contract's parameter in an environment. */
export const parameterOf = ({ part }: Contract, prefix: string): string => handoverParameter(prefix, part);

/** Name of the parameter that holds the same: what is read where the first is deleted, or spoilt. */
export const spareOf = (contract: Contract, prefix: string): string => `${parameterOf(contract, prefix)}${SPARE}`;

/** What the name of a spare ends with. */
export const SPARE = "-spare";
