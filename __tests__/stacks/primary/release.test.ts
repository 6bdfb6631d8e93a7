import { App } from "cdktf";
import { EnvironmentDefinition, checkEnvironment } from "../../../environments/definition";
import { PrimaryStack } from "../../../stacks/primary";
import { recovery } from "../../environments/recovery";
import production from "../../fixtures/environments/production";
import { SynthesizedStack, synthesizeApp } from "../../synthesis";

const { web } = production.services;
const IMAGE = "123456789012.dkr.ecr.us-east-1.amazonaws.com/nimbus-production/web";
const DIGEST = `sha256:${"0a".repeat(32)}`;

const primary = (change: Partial<EnvironmentDefinition>): SynthesizedStack =>
  synthesizeApp((app: App) => {
    const environment = checkEnvironment("production", { ...production, ...change });
    return new PrimaryStack(app, { name: "primary", home: "primary" }, environment);
  });

const running = (image: string, change: Partial<EnvironmentDefinition> = { recovery }): SynthesizedStack =>
  primary({ ...change, services: { web: { ...web, image } } });

const imageOf = (stack: SynthesizedStack): string | undefined =>
  /image = (.*)/.exec(String(stack.local("web_main_container")))?.[1];

test("an image of a tag runs by its digest, where that is known, with a recovery region", () => {
  expect(imageOf(running(`${IMAGE}:1.0.0`))).toBe(
    `try(format("%s@%s", "${IMAGE}", local.release_digests["web"]), "${IMAGE}:1.0.0")`,
  );
});

test.each<[string, string, Partial<EnvironmentDefinition>]>([
  ["of a digest", `${IMAGE}@${DIGEST}`, { recovery }],
  ["of another registry", "public.ecr.aws/nimbus/web:1.0.0", { recovery }],
  [
    "that the recovery region has another of",
    `${IMAGE}:1.0.0`,
    {
      recovery: { ...recovery, services: { web: { image: "public.ecr.aws/nimbus/web:1.0.0" } } },
    },
  ],
  ["of an environment without recovery", `${IMAGE}:1.0.0`, { recovery: undefined }],
])("an image %s runs as it is stated, and is not looked for", (_what, image, change) => {
  const stack = running(image, change);
  expect(imageOf(stack)).toBe(`"${image}"`);
  expect(Object.keys(stack.json.data as object).filter((type) => type.startsWith("aws_ecr"))).toEqual([]);
});

test("the same is recorded in both regions, and not without recovery", () => {
  const stack = running(`${IMAGE}@${DIGEST}`);
  const here = stack.resource("aws_ssm_parameter", "release");
  const there = stack.resource("aws_ssm_parameter", "lifelines_release");
  for (const one of [here, there]) expect(one.name).toBe("/holdfast/nimbus-production/release");
  expect([here.provider, there.provider]).toEqual([undefined, "aws.recovery"]);
  expect(there.insecure_value).toBe(here.insecure_value);
  expect(here.insecure_value).toContain(`digest = "${DIGEST}"`);
  expect(running(`${IMAGE}:1.0.0`, { recovery: undefined }).resources("aws_ssm_parameter")).toEqual({});
});
