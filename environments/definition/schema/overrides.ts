import { Problem, t } from "../../../kernel";
import { Misfit, Type, isPlain, withoutItems } from "../../../kernel/types";

/** Attributes of a resource, by the names that Terraform gives them: `idle_timeout`. Values are data as JSON has them. */
export type Attributes = Readonly<Record<string, unknown>>;

/** Attributes that the provider declares: which there are is known when the stacks are made, see wiring/overrides.ts. */
class AttributesType extends Type<Attributes> {
  hclType(): string {
    return "any";
  }

  sample(): unknown {
    return {};
  }

  override shown(value: unknown): unknown {
    return super.shown(withoutItems(value));
  }

  protected checkShape(value: unknown, path: string, problems: Problem[]): void {
    if (!isPlain(value)) problems.push({ path, message: "must be an object of attributes", value: this.shown(value) });
    else if (Object.keys(value).length === 0)
      problems.push({ path, message: "must name an attribute; or leave it out" });
    else checkData(value, path, problems);
  }

  protected override fitShape(value: unknown, misfit: Misfit): unknown {
    return isPlain(value) || misfit === "leaveOut" ? value : {};
  }
}

/** Values that JSON has not would be lost, or be something else, in what is synthesized. */
function checkData(value: unknown, path: string, problems: Problem[]): void {
  if (Array.isArray(value)) value.forEach((item, i) => checkData(item, `${path}[${i}]`, problems));
  else if (isPlain(value)) for (const [key, item] of Object.entries(value)) checkData(item, `${path}.${key}`, problems);
  else if (value !== null && !["string", "boolean"].includes(typeof value) && !Number.isFinite(value)) {
    problems.push({ path, message: "must be text, a number, true, false, null, a list or an object", value });
  }
}

/** `aws_lb.load_balancer`, or `primary/aws_lb.load_balancer` for one stack alone. */
export const OVERRIDE_ADDRESS = /^(?:[a-z][a-z0-9-]*\/)?[a-z][a-z0-9_]*\.[A-Za-z_][A-Za-z0-9_-]*$/;

/** What the inputs do not have, by the addresses of resources. */
export const overridesInput = () =>
  t
    .map(new AttributesType())
    .keys(
      OVERRIDE_ADDRESS,
      "must be the address of a resource without an index (an override counts for all instances), with or without the name of a stack before it",
      {
        good: "aws_lb.load_balancer",
        bad: "load_balancer",
      },
    )
    .default({});

/** Overrides that take a protection away, each by its address and attribute. */
export const unsafeOverridesInput = () =>
  t
    .set(
      t
        .string()
        .pattern(
          /^(?:[a-z][a-z0-9-]*\/)?[^./]+\.[^./]+\.[a-z][a-z0-9_]*$/,
          "must be the address of a resource and an attribute",
          {
            good: "aws_db_instance.database.backup_retention_period",
            bad: "backup_retention_period",
          },
        ),
    )
    .default([]);
