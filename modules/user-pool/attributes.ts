import { CognitoUserPool } from "@cdktf/provider-aws/lib/cognito-user-pool";
import { DataAwsCognitoUserPool } from "@cdktf/provider-aws/lib/data-aws-cognito-user-pool";
import { Construct } from "constructs";
import { TerraformLocal } from "cdktf";
import { TerraformData, comment, dynamic, heading, item, local, raw, tf } from "../../kernel";
import { Context } from "./context";

/** The attributes of the pool, each with all that Cognito fixes for good. */
export function listAttributes(scope: Construct, { inputs }: Context): TerraformLocal {
  heading(scope, "Attributes");
  const { requiredAttributes, customAttributes } = inputs;
  // Amazon Cognito Developer Guide, "Working with user attributes": a date of birth is YYYY-MM-DD.
  return local(
    scope,
    "attributes",
    tf`concat(
      [for name in sort(${requiredAttributes}) : {
        name = name, type = "String", required = true, mutable = true
        minimum = name == "birthdate" ? "10" : "0", maximum = name == "birthdate" ? "10" : "2048"
      }],
      [for name, attribute in ${customAttributes} : {
        name = name, type = attribute.type, required = false, mutable = attribute.mutable
        minimum = tostring(attribute.type == "Number" ? attribute.min_value : attribute.min_length)
        maximum = tostring(attribute.type == "Number" ? attribute.max_value : attribute.max_length)
      }],
    )`,
  );
}

/**
 * The schema of the pool. What Cognito fills in by itself is written out, limits above all: left out, the second plan would
 * want to remove it, which cannot be done.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export function schema(attributes: TerraformLocal): any {
  const only = (type: string): unknown => tf`schema.value.type == ${type} ? [schema.value] : []`;
  return dynamic(attributes, {
    name: item("schema", "name"),
    attributeDataType: item("schema", "type"),
    developerOnlyAttribute: false,
    mutable: item("schema", "mutable"),
    required: item("schema", "required"),
    stringAttributeConstraints: dynamic(only("String"), {
      minLength: item("string_attribute_constraints", "minimum"),
      maxLength: item("string_attribute_constraints", "maximum"),
    }),
    numberAttributeConstraints: dynamic(only("Number"), {
      minValue: item("number_attribute_constraints", "minimum"),
      maxValue: item("number_attribute_constraints", "maximum"),
    }),
  });
}

/** What makes a new pool: a changed attribute does not, as the provider would try to change it, and fail in the apply. */
export const createGeneration = (scope: Construct, { inputs }: Context): TerraformData =>
  new TerraformData(scope, "generation", { triggersReplace: inputs.replacements });

/** For `replace_triggered_by` of the pool. */
export const replacedWith = (generation: TerraformData): string[] => [
  `${generation.terraformResourceType}.${generation.friendlyUniqueId}`,
];

/** An attribute in words, `tenant: String, mutable, 0 to 64`: what Cognito fixes, so that a change of it shows. */
const describe = (name: unknown, type: unknown, limits: unknown): unknown =>
  tf`join(", ", compact(["\${${name}}: \${${type}}", attribute.mutable ? "mutable" : "immutable", ${limits}]))`;

/** Refuses, while Terraform plans, to take away or to change an attribute that the pool has. */
export function guardAttributes(scope: Construct, attributes: TerraformLocal, pool: CognitoUserPool): void {
  heading(scope, "Attributes of the pool as it is");
  const own = describe(
    raw("attribute.name"),
    raw("attribute.type"),
    raw(`contains(["String", "Number"], attribute.type) ? "\${attribute.minimum} to \${attribute.maximum}" : ""`),
  );
  const wanted = local(
    scope,
    "wanted_attributes",
    tf`[for attribute in ${attributes} : ${own} if !attribute.required]`,
  );
  const there = describe(
    raw('trimprefix(attribute.name, "custom:")'),
    raw("attribute.attribute_data_type"),
    raw(`try(
      "\${attribute.string_attribute_constraints[0].min_length} to \${attribute.string_attribute_constraints[0].max_length}",
      "\${attribute.number_attribute_constraints[0].min_value} to \${attribute.number_attribute_constraints[0].max_value}",
      "",
    )`),
  );
  // Terraform reads what depends on a changed resource only after the change. The pool's ID does not change with the pool.
  const id = new TerraformData(scope, "applied#id", { input: pool.id });
  const applied = comment(
    new DataAwsCognitoUserPool(scope, "applied", { userPoolId: tf<string>`${id}.output` }),
    "The pool as it is, before this change. One that is replaced is read after that.",
  );
  const lost = local(
    scope,
    "lost_attributes",
    tf`setsubtract([
      for attribute in ${applied}.schema_attributes : ${there} if startswith(attribute.name, "custom:")
    ], ${wanted})`,
  );
  new TerraformData(scope, "attributes#guard", {
    input: tf`${wanted}`,
    lifecycle: {
      precondition: [
        {
          condition: tf<never>`length(${lost}) == 0`,
          errorMessage: `Cognito can neither remove nor change an attribute that the pool has: ${tf`join("; ", ${lost})`}. Put it back into custom_attributes as it was (unused, it does no harm); or, if a new, empty pool is what you want, raise replacements in the same change.`,
        },
      ],
    },
  });
}
