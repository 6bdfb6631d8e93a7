import { epochSeconds } from "../../dr/time";
import { raw } from "../../kernel";
import { TerraformOutput } from "cdktf";
import { synthesize } from "../synthesis";
import { evaluate } from "../terraform-console";

/** The expression as Terraform gets to see it. */
const expression = (time: string): string => {
  const stack = synthesize(
    (one) => new TerraformOutput(one, "seconds", { value: epochSeconds(raw(JSON.stringify(time))) }),
  );
  return String(stack.output("seconds")?.value).replace(/^\$\{(.*)\}$/s, "$1");
};

test("Terraform counts the seconds of a time as everybody does", () => {
  const times = [
    "1970-01-01T00:00:00Z",
    "2000-02-29T23:59:59Z",
    "2000-03-01T00:00:00Z",
    "2023-12-31T12:00:00Z",
    "2024-02-29T00:00:01Z",
    "2026-11-21T08:09:10Z",
    "2100-03-01T00:00:00Z",
  ];
  expect(evaluate(times.map(expression))).toEqual(times.map((time) => Date.parse(time) / 1000));
});
