import { noSharedState } from "../../../promises/rules/no-shared-state";
import { dr, findings, stack } from "./fixtures";

describe("no stack reads another one's state", () => {
  test("as stacks that look things up do not", () => {
    expect(
      findings(noSharedState, [dr(), stack("primary", "us-east-1", { output: { vpc_id: { value: "x" } } })]),
    ).toEqual([]);
  });

  test.each<[string, ReturnType<typeof dr>, string]>([
    [
      "a remote state",
      dr({}, { data: { terraform_remote_state: { primary: { backend: "s3" } } } }),
      "data.terraform_remote_state.primary: it reads the state",
    ],
    [
      "outputs of HCP Terraform",
      dr({}, { data: { tfe_outputs: { primary: {} } } }),
      "data.tfe_outputs.primary: it reads the state",
    ],
    [
      "the file itself",
      dr({}, { data: { aws_s3_object: { state: { key: "production/primary.tfstate" } } } }),
      "data.aws_s3_object.state: it reads the state",
    ],
    [
      "an output that cdktf made for another stack",
      dr({}, { output: { "cross-stack-output-aws_vpcnetworkid": {} } }),
      "output.cross-stack-output-aws_vpcnetworkid: another stack reads it",
    ],
    [
      "a stack that has to be deployed first",
      { ...dr(), dependencies: ["primary"] },
      "terraform: cdktf deploys primary first",
    ],
  ])("so that %s is refused", (_what, given, finding) => {
    expect(findings(noSharedState, [given])).toEqual([expect.stringContaining(`dr: ${finding}`)]);
  });
});
