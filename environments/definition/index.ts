import { isDeepStrictEqual } from "node:util";
import { InvalidInput, Problem, describeProblems } from "../../kernel";
import { connected } from "./calls";
import { crossCheck } from "./checks";
import { hostnamesElsewhere, overlapsWithOthers } from "./checks/collisions";
import { unusedMessaging } from "./checks/messaging";
import { checksOfNothing } from "./checks/names";
import { promotesUnasked, scalesOnlyInIncident } from "./checks/recovery";
import { unknownPlaces } from "./checks/regions";
import { surprisingVariables } from "./checks/variables";
import { OtherEnvironment } from "./checks/other-environment";
import { environmentFile, environmentName } from "./names/file";
import { Environment, EnvironmentDefinition, definitionInputs } from "./schema/environment";

export type { Environment, EnvironmentDefinition } from "./schema/environment";

/** What a file below environments/ states, before anything of it is checked. */
export interface StatedEnvironment {
  /** Path of the file, as ENVIRONMENT gives it: below environments/, without `.ts`. */
  readonly name: string;
  readonly definition: EnvironmentDefinition;
}

/** Names the shape of an environment for the compiler; what it cannot see is checked by {@link checkEnvironment}. */
export const defineEnvironment = (definition: EnvironmentDefinition): EnvironmentDefinition => definition;

/**
 * Checks what a file states.
 *
 * @param path of the file, as ENVIRONMENT gives it: below environments/, without `.ts`
 * @param others of the project, with which it must not collide; what is wrong with one of them is of no matter here. An
 * environment with a recovery region carries its collisions, and is not refused for them: see {@link Environment.collisions}
 * @throws InvalidInput with every problem: its path, the value and what is allowed.
 */
export function checkEnvironment(
  path: string,
  definition: EnvironmentDefinition,
  others: readonly StatedEnvironment[] = [],
): Environment {
  const [name, file] = [environmentName(path), environmentFile(path)];
  const beside = others.map(withFile);
  const alone = crossCheck(name, definition, []);
  const isAlone = (problem: Problem): boolean => alone.some((other) => isDeepStrictEqual(other, problem));
  const collisions = crossCheck(name, definition, beside).filter((problem) => !isAlone(problem));
  const own = [...definitionInputs.problems(definition), ...alone];
  const problems = hasRecovery(definition) ? own : [...own, ...collisions];
  if (problems.length > 0) throw new InvalidInput(describeProblems(`${file}: invalid environment`, problems));
  // Null is not given: nobody after this has to tell the two apart.
  const given = connected(definitionInputs.fit(definition, "leaveOut"));
  return {
    ...given,
    name,
    file,
    collisions,
    warnings: [
      ...overlapsWithOthers(given, beside),
      ...hostnamesElsewhere(given, beside),
      ...unknownPlaces(given),
      ...checksOfNothing(definition),
      ...scalesOnlyInIncident(given),
      ...promotesUnasked(given),
      ...unusedMessaging(given),
      ...surprisingVariables(given),
    ],
  };
}

/** Whether it states a recovery region, as far as it can be read: that it cannot is one of its problems already. */
function hasRecovery(definition: unknown): boolean {
  try {
    return Boolean((definition as EnvironmentDefinition | null | undefined)?.recovery);
  } catch {
    return false;
  }
}

const withFile = ({ name: path, definition }: StatedEnvironment): OtherEnvironment => ({
  name: environmentName(path),
  file: environmentFile(path),
  definition,
});
