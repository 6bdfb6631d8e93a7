import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT, emptyDist } from "../../tools/project";
import { Terraform, pinProvider } from "../../tools/terraform";
import { Emulator, startEmulator } from "../../emulator";
import { destructive } from "./plain-root";

/** The published user pool in a plain root, with a service that a load balancer has users sign in to. */

const EMAIL = {
  source_arn: "arn:aws:ses:us-east-1:123456789012:identity/nimbus.example",
  from: "Nimbus <no-reply@nimbus.example>",
};

const ATTRIBUTES = { tenant: { mutable: false, max_length: 64 }, seats: { type: "Number", max_value: 100 } };

const SECURED = {
  mfa: "ON",
  user_pool_tier: "PLUS",
  threat_protection: { account_takeover: {} },
  email: EMAIL,
  invitation: { subject: "Welcome", message: "Your name is {username}, your password {####}." },
  device_tracking: {},
  passkeys: { relying_party_id: "nimbus.example" },
  custom_domain: null,
  custom_attributes: { ...ATTRIBUTES, plan: {} },
  refresh_token_hours: 8,
};

describe("a plain root of the user pool", () => {
  let emulator: Emulator;
  let terraform: Terraform;
  let root: string;

  const given = (options: object, front: object = {}): void =>
    writeFileSync(join(root, "terraform.tfvars.json"), JSON.stringify({ options, ...front }));

  const applied = async (): Promise<void> => {
    await terraform.apply();
    expect(await terraform.plan()).toEqual([]);
  };

  beforeAll(async () => {
    const workspace = emptyDist("emulator-tests", "user-pool");
    root = join(workspace, "roots", "user-pool");
    cpSync(join(PROJECT, "__tests__", "emulator", "roots", "user-pool"), root, { recursive: true });
    for (const module of ["user-pool", "load-balancer", "service"]) {
      cpSync(join(PROJECT, "terraform", module), join(workspace, "terraform", module), {
        recursive: true,
        filter: (path) => !/\.terraform(\/|$|\.)|tfstate/.test(path),
      });
    }
    pinProvider(root);
    emulator = await startEmulator();
    terraform = new Terraform(root, { env: emulator.env, log: join(workspace, "terraform.log") });
    await terraform.init();
  });

  afterAll(() => emulator?.stop());

  test("is applied, with a rule that has users sign in, and the second plan is empty", async () => {
    given({});
    await applied();
    const { issuer, url, client_ids, client_secrets } = await terraform.outputs();
    expect(issuer.value).toMatch(/^https:\/\/cognito-idp\.us-east-1\.amazonaws\.com\/us-east-1_/);
    expect(url.value).toBe("https://auth.nimbus.example");
    expect(Object.keys(client_ids.value as object)).toEqual(["app", "job", "web"]);
    expect(Object.keys(client_secrets.value as object)).toEqual(["job", "web"]);
  });

  test("changes its options in place, and back", async () => {
    for (const [options, front] of [
      [SECURED, { sign_in: false }],
      [{ custom_attributes: SECURED.custom_attributes, mfa: "OFF" }, {}],
    ]) {
      given(options, front);
      const lost = destructive(await terraform.plan()).map(({ address }) => address.replace(/\[.*?\]/g, ""));
      expect(lost.filter((address) => /user_pool\.|client|service|target_group|listener/.test(address))).toEqual([]);
      await applied();
      const group = (await terraform.run(["state", "show", "module.web[0].aws_lb_target_group.this[0]"])).stdout;
      expect(/stickiness \{[^}]*enabled += (\w+)/.exec(group)?.[1]).toBe(String(!("sign_in" in front)));
    }
  });

  test.each([
    ["an attribute that it has", { custom_attributes: { ...ATTRIBUTES, plan: { mutable: false } } }, /plan: String/],
    ["an attribute less", { custom_attributes: ATTRIBUTES }, /neither remove nor change an attribute/],
    ["who is one user", { custom_attributes: SECURED.custom_attributes, case_sensitive: true }, /case_sensitive from/],
  ])("the plan refuses to change %s", async (_what, options, message) => {
    given(options);
    await expect(terraform.plan()).rejects.toThrow(message);
  });

  test("refuses to be deleted while it is protected", async () => {
    given({ custom_attributes: SECURED.custom_attributes }, { front: false });
    await terraform.apply();
    await expect(terraform.destroy()).rejects.toThrow(/deletion protection/i);
  });

  test("is replaced on purpose, once it is not protected, and destroyed", async () => {
    const open = { custom_attributes: SECURED.custom_attributes, deletion_protection: false };
    given(open, { front: false });
    await applied();
    given({ deletion_protection: false, replacements: 1, case_sensitive: true }, { front: false });
    await applied();
    await terraform.destroy();
    expect(await terraform.outputs()).toEqual({});
  });
});
