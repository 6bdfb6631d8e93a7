import { RULES, checkStacks } from "../../../promises/rules";
import { inTable } from "../../../promises/rules/in-table";
import { STACKS } from "../../../stacks";
import { StackDefinition } from "../../../wiring/stack-definition";
import { CONTEXT, aws, bucket, dr, findings, stack } from "./fixtures";

/** A line for a stack that the project does not have: one of the recovery region, deployed in an incident. */
const added: StackDefinition = { ...(STACKS.find(({ name }) => name === "dr") as StackDefinition), name: "media" };

test("a stack that is not in the table is refused", () => {
  expect(findings(inTable, [stack("extra", "us-east-1")])).toEqual([
    "extra: terraform: it is not in the table of stacks, so no rule knows what it may do",
  ]);
});

describe("a stack that is added to the table is judged without another line", () => {
  const judge = (json: Record<string, unknown>, definition: Partial<StackDefinition> = {}): string[] =>
    checkStacks([{ ...dr({}, json), name: "media" }], {
      ...CONTEXT,
      table: [...STACKS, { ...added, ...definition }],
    }).map(({ address }) => address);

  test("and keeps the rules as dr does", () => expect(judge({})).toEqual([]));

  test.each<[keyof typeof RULES, Record<string, unknown>, string]>([
    ["regionalOnly", { resource: { aws_iam_role: { x: {} } } }, "aws_iam_role.x"],
    ["oneRegion", { provider: { aws: [aws("us-east-1")] } }, "provider.aws"],
    ["stateHome", { terraform: { backend: bucket("us-east-1", "production/media.tfstate") } }, "terraform.backend"],
    ["noSharedState", { data: { terraform_remote_state: { x: {} } } }, "data.terraform_remote_state.x"],
    ["guardedData", { resource: { aws_db_instance: { x: { skip_final_snapshot: true } } } }, "aws_db_instance.x"],
  ])("by %s", (_rule, json, address) => expect(judge(json)).toContain(address));

  test("by what its line says: one that is deployed in peace may make roles, a rehearsal may lose its data", () => {
    expect(judge({ resource: { aws_iam_role: { x: {} } } }, { deployed: "peace" })).toEqual([]);
    expect(judge({ resource: { aws_db_instance: { x: { skip_final_snapshot: true } } } }, { rehearsal: true })).toEqual(
      [],
    );
  });

  test("and a stack of both regions may use both, where its line says so", () => {
    const json = { provider: { aws: [aws("us-west-2"), aws("us-east-1", "primary")] } };
    expect(judge(json, { deployed: "once" })).toEqual(["provider.aws.primary"]);
    const both = { regions: ["primary"], types: "all", reason: "audit" } as const;
    expect(judge(json, { deployed: "once", otherRegions: both })).toEqual([]);
  });
});
