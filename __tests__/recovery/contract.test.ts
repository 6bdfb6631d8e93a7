import { raw } from "../../kernel";
import {
  Copies,
  LIFELINES,
  Lifelines,
  STANDBY,
  Standby,
  decode,
  encode,
  parameterOf,
  read,
} from "../../recovery/contract";
import { render } from "./values";

const KEY = "arn:aws:kms:us-west-2:123456789012:key/00000000-0000-0000-0000-000000000000";

const lifelines: Lifelines = {
  primaryRegion: "us-east-1",
  kmsKeyArn: KEY,
  database: null,
  vaultName: null,
  buckets: { uploads: { name: "files", arn: "arn:aws:s3:::files", kmsKeyArn: KEY } },
  secrets: {},
  secretsKmsKeyArn: KEY,
  images: {},
};

/** Nothing of this runs: the compiler is what is tested. */
export function whatDoesNotCompile(told: ReturnType<typeof read<typeof STANDBY>>, copies: Copies): unknown[] {
  // @ts-expect-error A field is missing.
  const half: Lifelines = { primaryRegion: "us-east-1", kmsKeyArn: KEY };
  // @ts-expect-error A field that is not declared is written.
  const more: Lifelines = { ...lifelines, primaryAccount: "123456789012" } satisfies Lifelines;
  // @ts-expect-error A field is of another type.
  const other: Standby["zones"] = "us-west-2a";
  return [
    half,
    more,
    other,
    // @ts-expect-error Nobody writes it.
    told.clusterId,
    // @ts-expect-error Nobody writes it of a service.
    told.services("web").taskRoleName,
    // @ts-expect-error A map is read by keys.
    told.services.web,
    // @ts-expect-error What may be null is asked for first.
    copies.database.status,
    // @ts-expect-error It is a part of another contract.
    copies.vpcId,
  ];
}

describe("a contract", () => {
  test("is written with names in snake_case, and its schema before them", () => {
    expect(encode(LIFELINES, lifelines)).toBe(
      JSON.stringify({
        schema: 1,
        primary_region: "us-east-1",
        kms_key_arn: KEY,
        database: null,
        vault_name: null,
        buckets: { uploads: { name: "files", arn: "arn:aws:s3:::files", kms_key_arn: KEY } },
        secrets: {},
        secrets_kms_key_arn: KEY,
        images: {},
      }),
    );
  });

  test("is read by programs as it was written", () => {
    expect(decode(LIFELINES, encode(LIFELINES, lifelines))).toEqual(lifelines);
  });

  test("is read by expressions of Terraform as properties, and by keys where it is a map", () => {
    const told = read(STANDBY, raw("local.standby"));
    expect(render(told.vpcId)).toBe("local.standby.vpc_id");
    expect(render(told.cache.securityGroupId)).toBe("local.standby.cache.security_group_id");
    expect(render(told.services("web").taskRoleArn)).toBe('local.standby.services["web"].task_role_arn');
    expect(render(told.services(raw("each.key")).taskRoleArn)).toBe("local.standby.services[each.key].task_role_arn");
  });

  test("stands in a parameter of the environment", () => {
    expect(parameterOf(STANDBY, "nimbus-production")).toBe("/holdfast/nimbus-production/standby");
  });
});

describe("a program refuses", () => {
  test.each<[string, object, string]>([
    ["another schema", { schema: 2 }, "lifelines has the schema 2, and this version of Holdfast reads 1"],
    ["no schema", {}, "lifelines has the schema undefined"],
    ["a schema as text", { schema: "1" }, 'lifelines has the schema "1"'],
    ["a field that is missing", { schema: 1 }, "lifelines.primary_region must be text"],
    [
      "a field of another type, by its path",
      { ...(JSON.parse(encode(LIFELINES, lifelines)) as object), buckets: { uploads: { name: 1 } } },
      "lifelines.buckets.uploads.name must be text",
    ],
  ])("%s", (_what, found, message) => {
    expect(() => decode(LIFELINES, JSON.stringify(found))).toThrow(message);
  });
});
