import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT, emptyDist } from "../../tools/project";
import { PlannedChange, Terraform, pinProvider } from "../../tools/terraform";
import { Emulator, startEmulator } from "../../emulator";

/** The published firewall and static site in a plain root: a site behind a web ACL, with its API and its copy. */

const ROOT = `
terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

provider "aws" {
  region = "us-east-1"
}

provider "aws" {
  alias  = "copy"
  region = "us-west-2"
}

variable "name" {
  default = "nimbus"
}

# Every option the one way, or the other.
variable "turned" {
  default = false
}

module "firewall" {
  source = "MODULES/firewall"

  name       = "nimbus"
  scope      = "cloudfront"
  count_only = var.turned

  capacity_limit = 2000

  common       = { rule_actions = var.turned ? {} : { SizeRestrictions_BODY = "count" } }
  anonymous_ip = { enabled = true, count_only = var.turned }
  linux        = { enabled = !var.turned }

  rate_limits = { for name, limit in {
    each-client = { priority = 0, limit = 2000 }
    login       = { priority = 1, limit = 20, window = 60, paths = ["/login"], methods = ["POST"], response_body = "slow-down" }
    session     = { priority = 2, limit = 600, by = "cookie", key = "session", paths = ["/api/*"], action = "captcha" }
  } : name => limit if name == "each-client" || !var.turned }
  custom_response_bodies = { slow-down = { content_type = "TEXT_PLAIN", content = "slow down" } }

  internal_paths      = var.turned ? [] : ["/metrics", "/actuator"]
  internal_path_cidrs = var.turned ? [] : ["203.0.113.0/24", "2001:db8::/32"]
  allow_list          = var.turned ? [] : ["203.0.113.7/32"]
  block_list          = var.turned ? ["198.51.100.0/24"] : ["198.51.100.0/24", "2001:db8:bad::/48"]
  forwarded_ip        = var.turned ? {} : null
  geo                 = { mode = var.turned ? "allow" : "block", countries = ["KP", "DE"] }
  size_limits = {
    body              = var.turned ? null : 16384
    query_string      = var.turned ? null : 2048
    body_except_paths = ["/api/uploads/*"]
  }

  log_filter          = var.turned ? "blocked" : "all"
  redact_query_string = var.turned
}

resource "aws_iam_openid_connect_provider" "pipeline" {
  client_id_list = ["sts.amazonaws.com"]
  url            = "https://token.actions.githubusercontent.com"
}

resource "aws_s3_bucket" "copy" {
  provider      = aws.copy
  bucket        = "nimbus-copy"
  force_destroy = true
}

resource "aws_s3_bucket_versioning" "copy" {
  provider = aws.copy
  bucket   = aws_s3_bucket.copy.id

  versioning_configuration {
    status = "Enabled"
  }
}

module "site" {
  source = "MODULES/static-site"

  name              = var.name
  force_destroy     = true
  log_force_destroy = true

  web_acl     = var.turned ? null : { arn = module.firewall.arn }
  api         = var.turned ? null : { domain_name = "api.example.com", paths = ["/api/*", "/graphql"] }
  error_pages = var.turned ? { "404" = { path = "/404.html" } } : {}
  routing     = var.turned ? "none" : "single_page"
  replica     = var.turned ? null : { bucket_name = aws_s3_bucket_versioning.copy.bucket, region = "us-west-2" }
  geo         = var.turned ? null : { mode = "block", countries = ["KP"] }
  logs        = !var.turned
  price_class = var.turned ? "PriceClass_All" : "PriceClass_100"
  ipv6        = !var.turned

  frame_options           = var.turned ? "none" : "DENY"
  content_security_policy = var.turned ? "" : "default-src 'self'"
  page_cache_control      = var.turned ? "" : "no-cache"
  permissions_policy      = var.turned ? "" : "camera=()"
  immutable_paths         = var.turned ? [] : ["/assets/*"]

  deploy_role = {
    oidc = {
      provider_arn = aws_iam_openid_connect_provider.pipeline.arn
      subjects     = ["repo:nimbus/web:ref:refs/heads/main"]
    }
  }
}
`;

interface Resource {
  readonly address: string;
  readonly values: Readonly<Record<string, unknown>>;
}
interface Plan {
  readonly prior_state: {
    readonly values: {
      readonly root_module: { readonly child_modules: readonly { readonly resources: readonly Resource[] }[] };
    };
  };
}

/** What must outlive every option: the files, and the names that clients and pipelines hold on to. */
const KEPT =
  /^module\.(site\.aws_(s3_bucket\.this|cloudfront_distribution|iam_role\.deploy)|firewall\.aws_wafv2_web_acl\.)/;

describe("the firewall and the static site", () => {
  const root = emptyDist("emulator-tests", "site");
  let emulator: Emulator;
  let terraform: Terraform;

  const given = (variables: object): void =>
    writeFileSync(join(root, "terraform.tfvars.json"), JSON.stringify(variables));
  const destructive = ({ action }: PlannedChange): boolean => ["delete", "replace", "remove"].includes(action);

  const planFile = join(root, "plan");

  /** What AWS has, as the provider read it for the last plan. */
  async function attributes(address: string): Promise<Readonly<Record<string, unknown>>> {
    const { prior_state } = await terraform.showPlan<Plan>(planFile);
    const resources = prior_state.values.root_module.child_modules.flatMap((child) => child.resources);
    const found = resources.find((resource) => resource.address === address);
    if (!found) throw new Error(`no ${address}`);
    return found.values;
  }

  beforeAll(async () => {
    writeFileSync(join(root, "main.tf"), ROOT.replace(/MODULES/g, join(PROJECT, "terraform")));
    pinProvider(root);
    emulator = await startEmulator();
    terraform = new Terraform(root, { env: emulator.env, log: join(root, "terraform.log") });
    await terraform.init();
  });
  afterAll(() => emulator?.stop());

  test("are made, and the second plan is empty", async () => {
    given({});
    await terraform.apply();
    expect(await terraform.plan(planFile)).toEqual([]);
  });

  test("the deploy role may list, upload and invalidate this site, and nothing else", async () => {
    const { policy } = await attributes("module.site.aws_iam_role_policy.deploy[0]");
    const bucket = "arn:aws:s3:::nimbus-site-123456789012";
    expect(JSON.parse(policy as string)).toEqual({
      Version: "2012-10-17",
      Statement: [
        { Sid: "Compare", Effect: "Allow", Action: "s3:ListBucket", Resource: bucket },
        {
          Sid: "Upload",
          Effect: "Allow",
          Action: ["s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload"],
          Resource: `${bucket}/*`,
        },
        {
          Sid: "Invalidate",
          Effect: "Allow",
          Action: ["cloudfront:CreateInvalidation", "cloudfront:GetInvalidation"],
          Resource: expect.stringMatching(/^arn:aws:cloudfront::123456789012:distribution\/[A-Z0-9]+$/) as string,
        },
      ],
    });
    const { assume_role_policy } = await attributes("module.site.aws_iam_role.deploy[0]");
    expect(JSON.parse(assume_role_policy as string)).toMatchObject({
      Statement: [
        {
          Action: "sts:AssumeRoleWithWebIdentity",
          Condition: {
            StringEquals: { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" },
            StringLike: { "token.actions.githubusercontent.com:sub": ["repo:nimbus/web:ref:refs/heads/main"] },
          },
        },
      ],
    });
  });

  test("refuse to lose the files by a new name", async () => {
    given({ name: "renamed" });
    await expect(terraform.plan()).rejects.toThrow(/would replace the bucket of the site/);
  });

  test("turn every option in place", async () => {
    given({ turned: true });
    const changes = await terraform.plan(planFile);
    expect(changes.filter(({ address }) => KEPT.test(address)).filter(destructive)).toEqual([]);
    await terraform.apply(() => undefined, planFile);
    expect(await terraform.plan()).toEqual([]);
  });

  test("would turn them back in place", async () => {
    given({});
    const changes = await terraform.plan();
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.filter(({ address }) => KEPT.test(address)).filter(destructive)).toEqual([]);
  });

  test("are destroyed", async () => {
    given({ turned: true });
    await terraform.destroy();
    expect(await terraform.outputs()).toEqual({});
  });
});
