import { existsSync } from "node:fs";
import { relative } from "node:path";
import ts from "typescript";
import { Fields, Mapping, Sequence, Structure, Type } from "../kernel/types";

/** What the JSDoc above an input says. */
export interface InputDoc {
  /** Its text, on one line. */
  readonly description: string;
  /** The literal after `@default`. */
  readonly standard: string | undefined;
  /** Where it is: `modules/network/inputs.ts:84`. */
  readonly place: string;
}

/** The JSDoc of inputs by their paths: `nat`, `scaling.cpu.target`, `rateLimits[*].limit`. */
export type InputDocs = ReadonlyMap<string, InputDoc>;

/** An exported declaration of inputs, such as `networkInputs` of `modules/network/inputs.ts`. */
export interface Declaration {
  readonly file: string;
  readonly name: string;
}

/** Where a module declares its inputs. */
export function declarationOf(module: string): Declaration {
  const file = [`modules/${module}/inputs.ts`, `modules/${module}/inputs/index.ts`].find((path) => existsSync(path));
  const name = `${module.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())}Inputs`;
  return { file: file ?? `modules/${module}/inputs.ts`, name };
}

/**
 * Reads the JSDoc of declared inputs, which is the one description of them: editors show it where an input is given, and
 * the published modules and their READMEs repeat it.
 *
 * @throws Error when a file has no such declaration.
 */
export function readInputDocs(declarations: readonly Declaration[]): InputDocs[] {
  const program = ts.createProgram(
    declarations.map(({ file }) => file),
    { ...options(), noEmit: true },
  );
  const checker = program.getTypeChecker();
  return declarations.map(({ file, name }) => {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    const declared = module && checker.getExportsOfModule(module).find((symbol) => symbol.name === name);
    if (!declared) throw new Error(`${file} exports no ${name}.`);
    const docs = new Map<string, InputDoc>();
    addFields(checker, checker.getTypeOfSymbol(declared), docs);
    return docs;
  });
}

/** The compiler's options of this project. */
function options(): ts.CompilerOptions {
  const { config } = ts.readConfigFile("tsconfig.json", (path) => ts.sys.readFile(path)) as { config: unknown };
  return ts.parseJsonConfigFileContent(config, { ...ts.sys, readDirectory: () => [] }, ".").options;
}

/** Fields of a declaration, and what is inside of the values that they ask for: the way that an editor goes, too. */
function addFields(checker: ts.TypeChecker, inputs: ts.Type, docs: Map<string, InputDoc>): void {
  const fields = typeOf(checker, inputs, "fields");
  for (const field of fields?.getProperties() ?? []) {
    docs.set(field.name, docOf(checker, field));
    const value = typeOf(checker, checker.getTypeOfSymbol(field), "_type");
    if (value) addNested(checker, value, field.name, docs);
  }
}

function addNested(checker: ts.TypeChecker, optional: ts.Type, path: string, docs: Map<string, InputDoc>): void {
  const type = checker.getNonNullableType(optional);
  if (!(type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))) return;
  const item = checker.isArrayLikeType(type) ? type.getNumberIndexType() : type.getStringIndexType();
  if (item) return addNested(checker, item, `${path}[*]`, docs);
  for (const property of type.getProperties()) {
    const at = `${path}.${property.name}`;
    docs.set(at, docOf(checker, property));
    addNested(checker, checker.getTypeOfSymbol(property), at, docs);
  }
}

function typeOf(checker: ts.TypeChecker, type: ts.Type, name: string): ts.Type | undefined {
  const member = type.getProperty(name);
  return member && checker.getTypeOfSymbol(member);
}

function docOf(checker: ts.TypeChecker, field: ts.Symbol): InputDoc {
  const standard = field.getJsDocTags(checker).find((tag) => tag.name === "default");
  const [declaration] = field.getDeclarations() ?? [];
  return {
    description: oneLine(ts.displayPartsToString(field.getDocumentationComment(checker))),
    standard: standard && oneLine(ts.displayPartsToString(standard.text)),
    place: declaration ? placeOf(declaration) : "",
  };
}

function placeOf(node: ts.Node): string {
  const source = node.getSourceFile();
  const { line } = source.getLineAndCharacterOfPosition(node.getStart());
  return `${relative(process.cwd(), source.fileName)}:${line + 1}`;
}

const oneLine = (text: string): string => text.trim().replace(/\s*\n\s*/g, " ");

/**
 * What is wrong with the JSDoc of declared inputs, each problem with its place: an input that nobody described, or a
 * `@default` that is not the one that the input takes.
 */
export function inputDocProblems(fields: Fields, docs: InputDocs): string[] {
  const undescribed = [...docs]
    .filter(([, { description }]) => description === "")
    .map(
      ([path, { place }]) => `${place}: ${path} has no description; say in JSDoc above it what it is, with the unit`,
    );
  return [...undescribed, ...defaultProblems(fields, "", docs)];
}

function defaultProblems(fields: Fields, parent: string, docs: InputDocs): string[] {
  return Object.entries(fields).flatMap(([name, type]) => {
    const path = `${parent}${name}`;
    const doc = docs.get(path);
    if (!doc) return [`${path} is not found by the compiler; declare it where its type can be inferred`];
    const expected = type.isOptional && !type.isNullable ? literal(type.defaultValue) : undefined;
    const wrong = doc.standard === expected ? [] : [`${doc.place}: ${path} ${mend(expected, doc.standard)}`];
    return [...wrong, ...defaultsInside(type, path, docs)];
  });
}

function defaultsInside(type: Type<unknown>, path: string, docs: InputDocs): string[] {
  if (type instanceof Sequence || type instanceof Mapping) return defaultsInside(type.item, `${path}[*]`, docs);
  return type instanceof Structure ? defaultProblems(type.fields as Fields, `${path}.`, docs) : [];
}

function mend(expected: string | undefined, given: string | undefined): string {
  if (expected === undefined) return `has no default; take "@default ${given}" out of its JSDoc`;
  const now = given === undefined ? "says none" : `says "@default ${given}"`;
  return `needs "@default ${expected}" in its JSDoc, which ${now}`;
}

/** A default as a person would write it in TypeScript. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(
    ([key, item]) => `${isName(key) ? key : JSON.stringify(key)}: ${literal(item)}`,
  );
  return entries.length > 0 ? `{ ${entries.join(", ")} }` : "{}";
}

const isName = (key: string): boolean => /^[A-Za-z_$][\w$]*$/.test(key);
