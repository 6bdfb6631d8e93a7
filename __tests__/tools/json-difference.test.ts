import { differences } from "../../tools/json-difference";

describe("the differences of two JSON values", () => {
  test("are none where they are the same, whatever the order of keys", () => {
    expect(differences({ a: 1, b: [{ c: null }] }, { b: [{ c: null }], a: 1 })).toEqual([]);
  });

  test.each<[string, unknown, unknown, object]>([
    ["another value", { a: { b: 1 } }, { a: { b: 2 } }, { path: "a.b", before: 1, after: 2 }],
    ["a key more", { a: {} }, { a: { b: 2 } }, { path: "a.b", before: undefined, after: 2 }],
    ["a key less", { a: { b: 2 } }, { a: {} }, { path: "a.b", before: 2, after: undefined }],
    ["an item more", { a: [1] }, { a: [1, 2] }, { path: "a[1]", before: undefined, after: 2 }],
    ["a list for an object", { a: [1] }, { a: { 0: 1 } }, { path: "a", before: [1], after: { 0: 1 } }],
    ["null for nothing", { a: null }, {}, { path: "a", before: null, after: undefined }],
    ["text for a number", { a: 1 }, { a: "1" }, { path: "a", before: 1, after: "1" }],
  ])("name the place of %s", (_what, before, after, difference) => {
    expect(differences(before, after)).toEqual([difference]);
  });

  test("leave out what counts for nothing", () => {
    expect(differences({ a: { "//": 1 } }, { a: { "//": 2 } }, ["//"])).toEqual([]);
  });
});
