import { elementsOf, providerOf } from "../../promises/stack-json/elements";
import { UNKNOWN, hasNoInstance, literalOf } from "../../promises/stack-json/literals";
import { codeOf, referencesOf } from "../../promises/stack-json/references";

describe("references", () => {
  test.each<[string, unknown, string[]]>([
    ["a whole expression", "${aws_vpc.a.id}", ["aws_vpc.a"]],
    ["a part of a text", "vpc ${aws_vpc.a.id} of aws_vpc.b", ["aws_vpc.a"]],
    [
      "a splat, an index and a for",
      "${[for one in aws_subnet.a[*].id : one.x]}${aws_eip.b[0].id}",
      ["aws_subnet.a", "one.x", "aws_eip.b"],
    ],
    [
      "a data source and an ephemeral one",
      "${data.aws_region.current.name}${ephemeral.aws_x.y.z}",
      ["data.aws_region.current", "ephemeral.aws_x.y"],
    ],
    ["a string in an expression", '${"${aws_kms_key.a.arn} of aws_vpc.b \\" aws_vpc.c"}', ["aws_kms_key.a"]],
    ["what follows a string", '${join("of aws_vpc.b", [aws_vpc.a.id])} aws_vpc.c', ["aws_vpc.a"]],
    ["an object in an expression", "${{ a = { b = aws_vpc.a.id } }} aws_vpc.b", ["aws_vpc.a"]],
    ["what is escaped", "$${aws_vpc.a.id} %%{aws_vpc.b.id}", []],
    ["depends_on", { depends_on: ["aws_vpc.a", "data.aws_region.b"] }, ["aws_vpc.a", "data.aws_region.b"]],
    ["replace_triggered_by", { lifecycle: { replace_triggered_by: ["terraform_data.a"] } }, ["terraform_data.a"]],
    ["a directive", "%{ if local.a.b }x%{ endif }", ["local.a"]],
    [
      "a provider, and what is ignored",
      { provider: "aws.recovery", lifecycle: { ignore_changes: ["a.b"] }, "//": { path: "${aws_vpc.a.id}" } },
      [],
    ],
  ])("are found in %s", (_what, value, references) => {
    expect([...referencesOf(value)]).toEqual(references);
  });

  test("are not looked for in the text of a message", () => {
    expect(codeOf("Set aws_vpc.a.id")).not.toContain("aws_vpc");
  });
});

describe("literals", () => {
  const locals = {
    no: "${false}",
    other: "${local.no}",
    none: "${tomap({})}",
    self: "${local.self}",
    some: "${{ a = 1 }}",
  };

  test.each<[unknown, unknown]>([
    [true, true],
    ["text", "text"],
    ["${false}", false],
    ["${null}", null],
    ["${tostring(30)}", 30],
    ['${"a"}', "a"],
    ["${local.other}", false],
    ["${toset([])}", []],
    ["${local.none}", {}],
  ])("%j is %j", (value, literal) => {
    expect(literalOf(value, locals)).toEqual(literal);
  });

  test.each(["${each.value.on}", "${!local.no}", "a ${local.no}", "${local.missing}", "${local.self}"])(
    "%s is known to Terraform only",
    (value) => {
      expect(literalOf(value, locals)).toBe(UNKNOWN);
    },
  );

  test.each<[object, boolean]>([
    [{}, false],
    [{ count: 0 }, true],
    [{ count: "${0}" }, true],
    [{ count: 1 }, false],
    [{ for_each: "${local.none}" }, true],
    [{ for_each: "${local.some}" }, false],
    [{ for_each: "${aws_subnet.a}" }, false],
  ])("%j has no instance: %j", (body, none) => {
    expect(hasNoInstance({ ...body }, locals)).toBe(none);
  });
});

describe("elements", () => {
  const stack = {
    name: "dr",
    json: {
      resource: { terraform_data: { a: {} }, aws_vpc: { b: { provider: "aws.recovery" } } },
      data: { aws_region: { c: {} } },
      ephemeral: { aws_x: { d: {} } },
    },
  };

  test("are in the order of their addresses, each with its provider", () => {
    expect(elementsOf(stack).map((element) => [element.address, providerOf(element)])).toEqual([
      ["aws_vpc.b", "aws.recovery"],
      ["data.aws_region.c", "aws"],
      ["ephemeral.aws_x.d", "aws"],
      ["terraform_data.a", null],
    ]);
  });
});
