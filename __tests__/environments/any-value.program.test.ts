import { InvalidInput, Inputs } from "../../kernel";
import { Fields, Mapping, Sequence, Structure, Type } from "../../kernel/types";
import { checkEnvironment } from "../../environments/definition";
import { definitionInputs } from "../../environments/definition/schema/environment";
import { PartOf } from "../../environments/definition/schema/part-of";
import { StatedInputs } from "../../environments/definition/schema/stated-inputs";
import { publishedModules } from "../../modules";
import production from "../fixtures/environments/production";

/** Whatever a person can put where an input belongs: it is accepted, or refused with a message. */

type Key = string | number;

class Instance {
  readonly name = "web";
}

const cyclic = (): object => {
  const object: Record<string, unknown> = {};
  object.self = object;
  return object;
};

const KINDS: Record<string, () => unknown> = {
  null: () => null,
  undefined: () => undefined,
  "a number": () => 3,
  NaN: () => NaN,
  Infinity: () => Infinity,
  "a BigInt": () => 512n,
  "a text": () => "text",
  "a boolean": () => true,
  "a symbol": () => Symbol("web"),
  "a function": () => () => 1,
  "a promise": () => Promise.resolve({}),
  "a Date": () => new Date(0),
  "an instance": () => new Instance(),
  "an instance of a class without a name": () => Object.create(Object.create({}) as object),
  "a Map": () => new Map([["web", {}]]),
  "an object that holds itself": cyclic,
  "a getter that throws": () => Object.defineProperty({}, "name", { enumerable: true, get: fails }),
  "a Proxy that throws": () => new Proxy({}, { ownKeys: fails, getPrototypeOf: fails, get: fails }),
  "a list": () => [{}, null],
  "a list with a hole": () => Object.assign(new Array<unknown>(2), { 1: "b" }),
  "an endless list": () => new Array(4_294_967_295),
  "a list of what is no data": () => [512n, Symbol("a"), fails],
  "an empty object": () => ({}),
  "an object of nulls": () => ({ a: null, web: null }),
  "keys that every object has": () =>
    JSON.parse('{"constructor":{},"__proto__":{"a":1},"toString":{},"hasOwnProperty":{}}') as unknown,
  "a prototype of its own": () => ({ __proto__: { name: "web" } }),
};

function fails(): never {
  throw new RangeError("nobody reads this");
}

/** Where each declared input is, at any depth; an item of a list or map stands for all of them. */
function places(fields: Fields, path: readonly Key[] = []): Key[][] {
  return Object.entries(fields).flatMap(([name, type]) => [[...path, name], ...inside(type, [...path, name])]);
}

function inside(type: Type<unknown>, path: readonly Key[]): Key[][] {
  if (type instanceof Structure || type instanceof StatedInputs) return places(type.fields as Fields, path);
  if (type instanceof PartOf) return places(type.whole.fields, path);
  if (type instanceof Sequence) return [[...path, 0], ...inside(type.item as Type<unknown>, [...path, 0])];
  if (type instanceof Mapping) return [[...path, "web"], ...inside(type.item as Type<unknown>, [...path, "web"])];
  return [];
}

/** A copy with a value at that place, and what it takes to have one there. */
function put(owner: unknown, [key, ...rest]: readonly Key[], value: unknown): unknown {
  const isOwner = typeof owner === "object" && owner !== null;
  const copy: Record<Key, unknown> = (
    typeof key === "number" ? (Array.isArray(owner) ? [...(owner as unknown[])] : []) : isOwner ? { ...owner } : {}
  ) as never;
  copy[key] = rest.length === 0 ? value : put(copy[key], rest, value);
  return copy;
}

/** The error that is none of ours. */
function failure(run: () => unknown): string | undefined {
  try {
    run();
    return undefined;
  } catch (thrown) {
    return thrown instanceof InvalidInput ? undefined : String((thrown as Error).stack);
  }
}

const kinds = Object.entries(KINDS);

describe("no input ends in a stack trace", () => {
  // Each kind at each place takes minutes, so each place has one of them.
  test.each(kinds.map(([kind, make], i) => [kind, make, i] as const))("%s, in an environment", (_kind, make, i) => {
    const chosen = places(definitionInputs.fields).filter((_path, place) => place % kinds.length === i);
    const failures = chosen.flatMap((path) => {
      const definition = put(production, path, make()) as typeof production;
      const error = failure(() => checkEnvironment("production", definition));
      return error === undefined ? [] : [`${path.join(".")}: ${error}`];
    });
    expect(failures.slice(0, 3)).toEqual([]);
  });

  test.each(kinds)("%s, for an environment", (_kind, make) => {
    expect(failure(() => checkEnvironment("production", make() as typeof production))).toBeUndefined();
  });

  test.each(publishedModules.map(({ definition }) => [definition.name, definition] as const))(
    "anything, at any place in the inputs of %s",
    (_name, definition) => {
      const inputs = definition.inputs as Inputs<Fields>;
      const failures = places(inputs.fields).flatMap((path, place) =>
        kinds
          .slice(place % 5)
          .filter((_kind, i) => i % 5 === 0)
          .flatMap(([kind, make]) => {
            const error = failure(() => inputs.parse("test", put(definition.example, path, make()) as Fields));
            return error === undefined ? [] : [`${path.join(".")}, ${kind}: ${error}`];
          }),
      );
      expect(failures.slice(0, 3)).toEqual([]);
    },
  );

  test.each(["constructor", "__proto__", "toString", "hasOwnProperty", "web app", ""])(
    "%j is no input, and no service",
    (name) => {
      const definition = { ...production, services: { ...production.services, [name]: production.services.web } };
      expect(failure(() => checkEnvironment("production", definition))).toBeUndefined();
      const unknown = Object.defineProperty({ ...production }, name, { enumerable: true, value: 1 });
      expect(() => checkEnvironment("production", unknown)).toThrow("is not known here");
    },
  );

  test("a service is not called constructor, which constructs take for a child", () => {
    const definition = { ...production, services: { ...production.services, constructor: production.services.web } };
    expect(() => checkEnvironment("production", definition)).toThrow('services["constructor"] must have another name');
  });
});
