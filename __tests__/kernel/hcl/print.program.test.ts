import { hclExpression } from "../../../kernel/hcl/value";
import { evaluate } from "../../terraform-console";
import { LOCALS, PRECEDENCE_CASES } from "./cases";

test("what is printed means to Terraform what was written", () => {
  const written = PRECEDENCE_CASES.map(({ source }) => source);
  const printed = written.map((source) => hclExpression(source));
  // Room for nothing: each is broken wherever it can be.
  const broken = written.map((source) => hclExpression(source, { indent: 118, before: 0, after: 0 }));
  const meant = evaluate(written, LOCALS);
  expect(evaluate(printed, LOCALS)).toEqual(meant);
  expect(evaluate(broken, LOCALS)).toEqual(meant);
});
