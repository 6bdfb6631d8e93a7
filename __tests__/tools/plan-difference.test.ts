import { describeChanges } from "../../tools/plan-difference";

const change = (rest: object) => ({
  address: "aws_lb.this",
  change: {
    actions: ["update"],
    before: {},
    after: {},
    after_unknown: {},
    before_sensitive: {},
    after_sensitive: {},
    ...rest,
  },
});

describe("describeChanges", () => {
  test("names the attributes that differ, before and after", () => {
    const lines = describeChanges({
      resource_changes: [change({ before: { name: "a", tags: { x: "1" } }, after: { name: "b", tags: { x: "1" } } })],
    });
    expect(lines).toEqual(["update aws_lb.this", '  name: "a" -> "b"']);
  });

  test("leaves out what stays, and what is only read", () => {
    const resource_changes = [change({ actions: ["no-op"] }), change({ actions: ["read"] })];
    expect(describeChanges({ resource_changes })).toEqual([]);
  });

  test("says that a value is known only after apply", () => {
    const lines = describeChanges({
      resource_changes: [
        change({ actions: ["delete", "create"], before: { id: "1" }, after: {}, after_unknown: { id: true } }),
      ],
    });
    expect(lines).toEqual(["delete and create aws_lb.this", '  id: "1" -> (known after apply)']);
  });

  test("hides secrets, also those deep inside", () => {
    const secret = {
      before: { auth: { token: "a" } },
      after: { auth: { token: "b" } },
      after_sensitive: { auth: { token: true } },
    };
    expect(describeChanges({ resource_changes: [change(secret)] })).toEqual([
      "update aws_lb.this",
      "  auth: (sensitive)",
    ]);
  });

  test("lists outputs", () => {
    const output_changes = { url: { actions: ["update"] }, same: { actions: ["no-op"] } };
    expect(describeChanges({ output_changes })).toEqual(["update output.url"]);
  });
});
