import { Registry, RegistryProps } from "../../modules/registry";
import { SynthesizedStack, synthesize } from "../synthesis";

const KEY = "arn:aws:kms:us-east-1:123456789012:key/11111111-1111-1111-1111-111111111111";
const TOPIC = "arn:aws:sns:us-east-1:123456789012:alarms";

const registry = (props: Partial<RegistryProps> = {}, use: (made: Registry) => void = () => {}): SynthesizedStack =>
  synthesize((stack) => use(new Registry(stack, "registry", { name: "nimbus", repositories: { web: {} }, ...props })));
const repository = (props?: Partial<RegistryProps>) => registry(props).resource("aws_ecr_repository", "registry");

describe("a repository", () => {
  test("has immutable tags, a scan of each push and the module's own key", () => {
    expect(repository()).toMatchObject({
      for_each: "${local.registry_repositories}",
      name: "${local.registry_names[each.key]}",
      image_tag_mutability: '${each.value.mutable_tags ? "MUTABLE" : "IMMUTABLE"}',
      image_scanning_configuration: { scan_on_push: "${each.value.scan_on_push}" },
      encryption_configuration: [{ encryption_type: "KMS", kms_key: "${one(aws_kms_key.registry[*].arn)}" }],
      force_delete: false,
    });
    expect(registry().local("registry_repositories")).toMatch(/mutable_tags = false.*scan_on_push = true/s);
  });

  test("takes a key of the caller", () => {
    const stack = registry({ kmsKey: { arn: KEY } });
    expect(stack.resource("aws_ecr_repository", "registry")).toMatchObject({
      encryption_configuration: [{ encryption_type: "KMS", kms_key: KEY }],
    });
    expect(stack.count("aws_kms_key")).toBe(0);
  });

  test("is named after the application and its key, unless it has a name", () => {
    expect(registry().local("registry_names")).toContain('coalesce(repository.repository_name, "${"nimbus"}/${key}")');
  });

  test("that would be replaced is refused by the plan until replacements is raised", () => {
    expect(repository()).toMatchObject({
      lifecycle: { precondition: [{ error_message: expect.stringContaining("raise replacements") as string }] },
    });
    expect(registry().resource("terraform_data", "registry_identity")).toMatchObject({
      lifecycle: { ignore_changes: ["input"] },
    });
  });

  test("is opened to others only where somebody is named", () => {
    expect(registry().resource("aws_ecr_repository_policy", "registry").for_each).toContain(
      "if length(repository.pull_accounts) + length(repository.push_roles) > 0",
    );
  });

  test("gives the image of a service", () => {
    const stack = synthesize((scope) => {
      const made = new Registry(scope, "registry", { name: "nimbus", repositories: { web: {} } });
      scope.addOutput("image", "Image.", made.image("web", "1.4.2"));
    });
    expect(stack.output("image")?.value).toBe('${aws_ecr_repository.registry["web"].repository_url}:1.4.2');
  });

  test("that is not there has no image", () => {
    expect(() => registry({}, (made) => void made.image("wep", "1"))).toThrow("has no repository wep; there are web");
  });
});

describe("expiry", () => {
  const policy = (props?: Partial<RegistryProps>) =>
    registry(props).resource("aws_ecr_lifecycle_policy", "registry").policy as string;

  test("begins with what runs, whose count is never reached", () => {
    expect(policy()).toMatch(
      /^\$\{jsonencode\(\{\n?\s*rules = concat\(\s*\[for i, pattern in local.registry_running_tags : \{\s*rulePriority = 1 \+ i/,
    );
    expect(policy()).toMatch(/countNumber = 999999.*rulePriority = 101 \+ i.*rulePriority = 301/s);
  });

  test("has one rule for each pattern of releases", () => {
    expect(policy()).toMatch(/for i, pattern in each.value.release_tags.*tagPatternList = \[pattern\]/s);
  });
});

describe("settings of the whole registry", () => {
  test("are left alone unless they are given", () => {
    const stack = registry();
    for (const type of [
      "aws_ecr_registry_scanning_configuration",
      "aws_ecr_replication_configuration",
      "aws_cloudwatch_event_rule",
    ]) {
      expect(stack.count(type)).toBe(0);
    }
  });

  test("scanning has one rule over all filters", () => {
    const stack = registry({ scanning: { scanFrequency: "CONTINUOUS_SCAN" } });
    expect(stack.resource("aws_ecr_registry_scanning_configuration", "registry")).toMatchObject({
      scan_type: "ENHANCED",
      dynamic: { rule: { content: { dynamic: { repository_filter: { content: { filter_type: "WILDCARD" } } } } } },
    });
  });

  test("replication copies the repositories of the module to the account's own registry", () => {
    const stack = registry({ replication: { destinations: [{ region: "us-west-2" }] } });
    const made = JSON.stringify(stack.resource("aws_ecr_replication_configuration", "registry"));
    expect(made).toContain("coalesce(destination.value.account_id, data.aws_caller_identity");
    expect(made).toContain("PREFIX_MATCH");
    expect(made).toContain('[\\"nimbus/\\"]');
  });

  test("findings of both scanners go to the topic", () => {
    const stack = registry({ findings: { topicArn: TOPIC } });
    expect(stack.resource("aws_cloudwatch_event_rule", "registry_findings_basic").event_pattern).toContain("aws.ecr");
    expect(stack.resource("aws_cloudwatch_event_target", "registry_findings_enhanced")).toMatchObject({ arn: TOPIC });
  });
});

describe("bad input is refused with what is allowed", () => {
  test.each<[string, Partial<RegistryProps>, string]>([
    [
      "a name that ECR refuses",
      { name: "nimbus--production" },
      "must not have two hyphens in a row, which ECR refuses",
    ],
    [
      "a key in upper case",
      { repositories: { Web: {} } },
      'repositories["Web"] has a wrong key: keys must be lower-case letters',
    ],
    ["nothing kept", { repositories: { web: { keepReleases: 0 } } }, "keepReleases must be between 1 and 10000 images"],
    ["a tag with a space", { repositories: { web: { releaseTags: ["v 1"] } } }, "must be a pattern of tags"],
    ["an account that is none", { repositories: { web: { pullAccounts: ["1234"] } } }, "must be the 12 digits"],
    ["a user who pushes", { repositories: { web: { pushRoles: ["arn:aws:iam::123456789012:user/x"] } } }, "ARN of iam"],
    [
      "others that expire where every tag is a release",
      { repositories: { web: { expireOtherDays: 7 } } },
      'must have expireOtherDays only with releaseTags other than "*"',
    ],
    [
      "releases that run",
      { repositories: { web: { releaseTags: ["running-*"] } } },
      "repositories must have no releaseTags that are among runningTags",
    ],
    [
      "a name twice",
      { repositories: { a: { repositoryName: "web" }, b: { repositoryName: "web" } } },
      "repositories must not have the same repositoryName twice",
    ],
    [
      "a name that another one has by its key",
      { repositories: { a: { repositoryName: "nimbus/b" }, b: {} } },
      "nor one that is <name>/<key> of another repository",
    ],
    [
      "continuous scans by the basic scanner",
      { scanning: { scanType: "BASIC", scanFrequency: "CONTINUOUS_SCAN" } },
      "scanning must have CONTINUOUS_SCAN only with ENHANCED",
    ],
    [
      "a wildcard in a prefix",
      { replication: { destinations: [{ region: "us-west-2" }], filters: ["nimbus/*"] } },
      "must be what names of repositories begin with",
    ],
    ["no destination", { replication: { destinations: [] } }, "destinations must have 1 to 25 items"],
  ])("%s", (_name, props, message) => {
    expect(() => registry(props)).toThrow(message);
  });
});
