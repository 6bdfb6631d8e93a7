import { InvalidInput, describeProblems } from "../../kernel";
import { crossCheck } from "./checks";
import { Environment, EnvironmentDefinition, definitionInputs } from "./schema/environment";

export type { Environment, EnvironmentDefinition } from "./schema/environment";

/** Names the shape of an environment for the compiler; what it cannot see is checked by {@link loadEnvironment}. */
export const defineEnvironment = (definition: EnvironmentDefinition): EnvironmentDefinition => definition;

/**
 * Loads and checks an environment.
 *
 * @param names of the environments that there are, each a file beside this folder
 * @throws InvalidInput for an unknown name, with those that there are, and for a file with anything wrong in it: every
 * problem at once, with its path, the value and what is allowed.
 */
export function loadEnvironment(name: string, names: readonly string[]): Environment {
  if (!names.includes(name)) {
    throw new InvalidInput(`ENVIRONMENT ${JSON.stringify(name)} is not known; there are ${names.join(", ")}`);
  }
  const others = names.filter((other) => other !== name).map((other) => ({ name: other, definition: read(other) }));
  return checkEnvironment(name, read(name), others);
}

/** The hosted zones that the environments name and that exist beforehand: names by their IDs. */
export function hostedZones(names: readonly string[]): Record<string, string> {
  const zones = names.flatMap((name) => read(name).names?.zone ?? []);
  return Object.fromEntries(zones.map(({ id, name }) => [id, name]));
}

/**
 * Checks what a file states.
 *
 * @throws InvalidInput with every problem.
 */
export function checkEnvironment(
  name: string,
  definition: EnvironmentDefinition,
  others: readonly { readonly name: string; readonly definition: EnvironmentDefinition }[] = [],
): Environment {
  const problems = [...definitionInputs.problems(definition), ...crossCheck(name, definition, others)];
  if (problems.length > 0) {
    throw new InvalidInput(describeProblems(`environments/${name}.ts: invalid environment`, problems));
  }
  // Null is not given: nobody after this has to tell the two apart.
  return { ...definitionInputs.fit(definition, "leaveOut"), name };
}

/** The bundler and jest both resolve the pattern to the files beside this folder. */
function read(name: string): EnvironmentDefinition {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return (require(`../${name}.ts`) as { default: EnvironmentDefinition }).default;
}
