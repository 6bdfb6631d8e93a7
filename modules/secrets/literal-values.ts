import { Token } from "cdktf";
import { Construct } from "constructs";
import { Expression, InvalidInput, describeProblems } from "../../kernel";
import type { SecretsProps } from "./inputs";

const isReference = (value: unknown): boolean => value instanceof Expression || Token.isUnresolved(value);

/**
 * Refuses a value that is written out: it would stand in the code and in what is synthesized from it.
 *
 * @throws InvalidInput which names the keys, and not the values.
 */
export function refuseWrittenOut(scope: Construct, id: string, props: SecretsProps): SecretsProps {
  const { values = {} } = props;
  if (isReference(values)) return props;
  const problems = Object.entries(values)
    .filter(([, value]) => !isReference(value))
    .map(([key]) => ({
      path: `values["${key}"]`,
      message:
        "must not be written out in code; pass a reference to an ephemeral variable, or make the secret external",
    }));
  if (problems.length === 0) return props;
  throw new InvalidInput(describeProblems(`${scope.node.path}/${id}: invalid inputs`, problems));
}
