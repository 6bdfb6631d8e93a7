/** Which environments a project has, and what their files state. Their checks are in environments/definition. */
import { Environment, EnvironmentDefinition, StatedEnvironment, checkEnvironment } from "../../environments/definition";
import { environmentFile } from "../../environments/definition/names/file";
import { InvalidInput } from "../../kernel";
import { PROJECT } from "../project";
import { Exports, Unreadable, loadFiles } from "./bundle";
import { checkPath, environmentFiles, pathOf, unknownEnvironment } from "./files";

/** An environment that was asked for. */
export interface LoadedEnvironment {
  readonly environment: Environment;
  /** Which files it was not compared with, and why: a sentence each. */
  readonly remarks: readonly string[];
}

/**
 * Loads and checks an environment. The other files below environments/ are read to compare it with them: what is no
 * environment there is left alone, and what cannot be read is a remark.
 *
 * @param typed path of its file, as ENVIRONMENT gives it: `production`, or `shop/production` in a folder
 * @throws InvalidInput for an unknown path, with those that there are; for a file that cannot be read; and for one with
 * anything wrong in it: every problem at once, with its path, the value and what is allowed.
 */
export function loadEnvironment(typed: string, project = PROJECT): LoadedEnvironment {
  const asked = pathOf(typed);
  const files = environmentFiles(project);
  checkPath(`ENVIRONMENT ${JSON.stringify(typed)}`, asked);
  if (!files.includes(asked)) throw unknownEnvironment(typed, environmentNames(project));
  // First the one that is asked for: what it imports must fail in it, and not in another that imports the same.
  const others = files.filter((file) => file !== asked);
  const exports = loadFiles(project, [asked, ...others]);
  return {
    environment: checkEnvironment(asked, required(asked, exports), statedIn(others, exports)),
    remarks: others.flatMap((other) => {
      const read = exports.get(other);
      if (!(read instanceof Unreadable)) return [];
      return [`${environmentFile(other)} was not compared with this environment: ${read.reason}.`];
    }),
  };
}

/** The environments of a project, as ENVIRONMENT takes them. A file that cannot be read may well be one. */
export function environmentNames(project = PROJECT): string[] {
  const files = environmentFiles(project);
  const exports = loadFiles(project, files);
  return files.filter((file) => exports.get(file) instanceof Unreadable || definitionIn(file, exports) !== undefined);
}

/** What the environments of a project state, of those that can be read. */
export function statedEnvironments(project = PROJECT): StatedEnvironment[] {
  const files = environmentFiles(project);
  return statedIn(files, loadFiles(project, files));
}

/**
 * The hosted zones that environments name and that exist beforehand: names by their IDs.
 *
 * @param names of the environments; without them all that there are and can be read
 */
export function hostedZones(names?: readonly string[], project = PROJECT): Record<string, string> {
  const asked = statedEnvironments(project).filter(({ name }) => !names || names.map(pathOf).includes(name));
  const zones = asked.flatMap(({ definition }) => definition.names?.zone ?? []);
  // Another's file may state anything.
  const readable = zones.filter(({ id, name }) => typeof id === "string" && typeof name === "string");
  return Object.fromEntries(readable.map(({ id, name }) => [id, name]));
}

function required(file: string, exports: Exports): EnvironmentDefinition {
  const read = exports.get(file);
  if (read instanceof Unreadable) throw new InvalidInput(`${environmentFile(file)} cannot be read: ${read.reason}`);
  const definition = definitionIn(file, exports);
  if (definition) return definition;
  throw new InvalidInput(
    `${environmentFile(file)} is no environment: it has no default export that is an object; write export default defineEnvironment({ … })`,
  );
}

const statedIn = (files: readonly string[], exports: Exports): StatedEnvironment[] =>
  files.flatMap((name) => {
    const definition = definitionIn(name, exports);
    return definition && isWhole(definition) ? [{ name, definition }] : [];
  });

/** Whether a definition says whose it is, and where: a part that environments share does not. */
const isWhole = ({ application, accountId, region }: EnvironmentDefinition): boolean =>
  [application, accountId, region].every((one: unknown) => typeof one === "string");

/** What a file exports by default, when that is an object; constants and helpers stand among the environments, too. */
function definitionIn(file: string, exports: Exports): EnvironmentDefinition | undefined {
  const read = exports.get(file);
  if (read === undefined || read instanceof Unreadable) return undefined;
  const { default: definition } = read;
  const isObject = typeof definition === "object" && definition !== null && !Array.isArray(definition);
  return isObject ? (definition as EnvironmentDefinition) : undefined;
}
