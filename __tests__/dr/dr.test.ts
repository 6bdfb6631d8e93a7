import { App } from "cdktf";
import { DrStack } from "../../dr";
import { Recovery } from "../../environments/definition/schema/recovery";
import { EnvironmentDefinition, checkEnvironment } from "../../environments/definition";
import production from "../fixtures/environments/production";
import { MECHANISMS } from "../../recovery/mechanisms";
import { recovery } from "../environments/recovery";
import { SynthesizedStack, synthesizeApp } from "../synthesis";

const stackOf = (
  change: Partial<Recovery> = {},
  environment: Partial<EnvironmentDefinition> = {},
  isTest = false,
): SynthesizedStack =>
  synthesizeApp((app: App) => {
    const wanted = { ...recovery, ...change };
    const checked = checkEnvironment("production", { ...production, ...environment, recovery: wanted });
    return new DrStack(app, { name: isTest ? "restore-test" : "dr", home: "recovery", rehearsal: isTest }, checked);
  });

const container = (stack: SynthesizedStack, name = "web"): string =>
  JSON.stringify(stack.local(`${name}_main_container`));
const environmentOf = (stack: SynthesizedStack, name = "web"): string => String(stack.local(`${name}_environment`));

const OPERATIONS = "arn:aws:sns:us-east-1:123456789012:operations";

describe("what an environment states of the primary region", () => {
  const { web } = production.services;

  test("is left there: roles of one's own are among what standby has prepared, topics are of the other region", () => {
    const stack = stackOf(
      {},
      {
        cache: { nodeType: "cache.t4g.small", users: { web: {} }, notificationTopicArn: OPERATIONS },
        services: { web: { ...web, uses: {}, taskRole: { arn: "arn:aws:iam::123456789012:role/shared/web" } } },
      },
    );
    expect(stack.resource("aws_ecs_task_definition", "web").task_role_arn).toContain("local.standby.services");
    expect(JSON.stringify(stack.json)).not.toContain(OPERATIONS);
  });

  test("is replaced by what it states of the recovery region", () => {
    const stack = stackOf({ services: { web: { scaling: { minimum: 5, maximum: 6, cpu: { target: 50 } } } } });
    expect(stack.resource("aws_appautoscaling_target", "web")).toMatchObject({ min_capacity: 5, max_capacity: 6 });
  });
});

describe("the dr stack", () => {
  const stack = stackOf();

  test("makes no role, no record, no bucket, no key", () => {
    const types = Object.keys(stack.json.resource as object);
    expect(types.filter((type) => /^aws_(iam|route53|s3_bucket|kms|cloudfront|wafv2|acm)/.test(type))).toEqual([]);
  });

  test("runs the services with the images of its region, at full count, in what the standby prepared", () => {
    expect(container(stack)).toContain(String.raw`image = local.images[\"web\"]`);
    expect(stack.local("images")).toContain("123456789012.dkr.ecr.us-west-2.amazonaws.com/nimbus-production/web:1.0.0");
    expect(stack.resource("aws_appautoscaling_target", "web")).toMatchObject({ min_capacity: 2, max_capacity: 10 });
    expect(stack.resource("aws_ecs_task_definition", "web")).toMatchObject({
      task_role_arn: expect.stringContaining("local.standby.services") as string,
    });
    expect(stack.count("aws_lb_target_group")).toBe(0);
  });

  test("tells the services where the restored data is", () => {
    expect(environmentOf(stack)).toContain("DATABASE_HOST = aws_db_instance.database.address");
    expect(environmentOf(stack)).toContain("local.lifelines.buckets");
    expect(String(stack.local("web_secrets"))).toContain("local.lifelines.database.secret_arn");
  });

  test("restores the database into the standby's network, with the recovery region's key and the copied password", () => {
    expect(stack.resource("aws_db_instance", "database")).toMatchObject({
      identifier: "nimbus-production-dr",
      deletion_protection: true,
      multi_az: expect.stringContaining("? false : false") as string,
      monitoring_role_arn: expect.stringContaining("local.standby.monitoring_role_arn") as string,
    });
    expect(JSON.stringify(stack.json.ephemeral)).toContain("local.lifelines.database.secret_arn");
  });

  test("opens the way between service and data on both sides", () => {
    expect(stack.resource("aws_vpc_security_group_ingress_rule", "database_from_web")).toMatchObject({
      referenced_security_group_id: expect.stringContaining("security_group_id") as string,
    });
    expect(Object.keys(stack.resources("aws_vpc_security_group_egress_rule"))).toEqual(
      expect.arrayContaining(["web_to_database", "web_to_cache"]),
    );
  });

  test("takes over what a killed run has left behind", () => {
    const adopted = (stack.json.import as { to: string }[]).map(({ to }) => to);
    expect(adopted).toEqual(
      expect.arrayContaining([
        "aws_db_instance.database",
        "aws_elasticache_replication_group.cache[0]",
        "aws_elasticache_user.cache[each.key]",
        "aws_nat_gateway.nat[each.key]",
        "aws_route.nat[each.key]",
        "aws_ecs_service.web[0]",
      ]),
    );
  });

  test("takes over everything that has a name of its own, or costs something", () => {
    const adopted = (stack.json.import as { to: string }[]).map(({ to }) => to.split(".")[0]);
    // A second one of these replaces the first, is the same, or lives in Terraform alone.
    const repeatable = /^(terraform_data|aws_appautoscaling_|aws_cloudwatch_metric_alarm|aws_ecs_task_definition)/;
    const types = Object.keys(stack.json.resource as object).filter((type) => !repeatable.test(type));
    // The last is what keeps the database.
    expect([...new Set(adopted)].sort()).toEqual([...types, "terraform_data"].sort());
  });

  test("looks for the images before anything is made", () => {
    expect(stack.json.data).toMatchObject({
      aws_ecr_image: { image: { repository_name: "${each.value.repository}", image_tag: "${each.value.tag}" } },
    });
  });

  test("says of an image which one is missing, by the key that stands in Terraform's message", () => {
    expect(JSON.stringify(stack.json.data)).toContain(
      String.raw`format(\"%s must be in %s: push it there, and deploy again\", image, \"us-west-2\")`,
    );
  });

  test("takes the name of a copy of each mechanism, and of the cache's snapshot", () => {
    const copies = MECHANISMS.map(({ variable }) => variable.name);
    expect(copies).toEqual(expect.arrayContaining(["restore_time", "snapshot"]));
    expect(Object.keys(stack.json.variable as object).sort()).toEqual(
      ["adopt", "cache_snapshot", "failback", "release", ...copies].sort(),
    );
  });

  test("asks in one request for what is left of this deployment, and for the snapshot of a failback", () => {
    const { unfinished } = (stack.json.data as Data).aws_resourcegroupstaggingapi_resources;
    expect(unfinished.resource_type_filters).toContain("rds:snapshot");
    const { lifecycle } = stack.resource("terraform_data", "kept") as unknown as Guarded;
    const failback = lifecycle.precondition.filter(({ error_message }) =>
      error_message.startsWith("A failback has begun"),
    );
    expect(failback).toEqual([
      {
        condition: expect.stringContaining(":snapshot:nimbus-production-failback-") as string,
        error_message: expect.stringMatching(/Nothing was changed.*--var failback=undo/s) as string,
      },
    ]);
  });

  test("never makes an empty database: it has an origin, there or not", () => {
    expect(stack.local("copy")).toMatch(
      /snapshot = !contains\(\["point_in_time"\], .*point_in_time = .* == "point_in_time"/s,
    );
    expect(stack.resource("aws_db_instance", "database").db_name).toMatch(/local\.copy != null \? null/);
  });

  test("tags what it restores with what that was made from, and tells that", () => {
    for (const tag of ["RestoredBy", "RestoredFrom", "RestoredTime", "RestoredUntil", "RestorePlannedAt"]) {
      expect(stack.resource("aws_db_instance", "database").tags).toHaveProperty(tag);
    }
    expect(JSON.stringify(stack.output("restored"))).toContain("aws_db_instance.database.tags");
  });

  test("names the one command, where the restored database would be replaced", () => {
    const line = (stack.json.import as { to: string; id: string }[]).find(({ to }) => to === "terraform_data.kept");
    expect(line?.id).toContain("type 'npm run resume -- dr', and your command again");
    const kept = String(stack.local("kept"));
    for (const one of [
      "aws_db_instance.database.resource_id",
      "aws_elasticache_replication_group.cache[0].arn",
      "aws_elasticache_user_group.cache",
      "aws_elasticache_user.cache[each.key].arn",
      "aws_security_group.database.arn",
      "aws_security_group.cache.arn",
      "aws_security_group.incarnation.arn",
      "aws_elasticache_subnet_group.cache[0].arn",
      "aws_db_subnet_group.database",
      "aws_cloudwatch_log_group.",
    ]) {
      expect(kept).toContain(one);
    }
  });

  test("adopts what AWS lists by tags where it bears the tag of this deployment alone", () => {
    expect(stack.json.data).toMatchObject({
      aws_resourcegroupstaggingapi_resources: {
        unfinished: {
          count: expect.stringContaining("one(data.aws_security_groups.begun.ids) != null") as string,
          tag_filter: [{ key: "Incarnation", values: ["${one(data.aws_security_groups.begun.ids)}"] }],
        },
      },
    });
    // Whatever is adopted by that list is tagged so, and the database: its snapshots get its tags.
    expect(stack.resource("aws_db_instance", "database").tags).toMatchObject({
      Incarnation: "${aws_security_group.incarnation.id}",
    });
    for (const name of ["database_tags", "cache_tags", "web_tags"]) {
      expect(JSON.stringify(stack.local(name))).toContain("aws_security_group.incarnation.id");
    }
  });

  test("says what was restored and what to check", () => {
    expect(JSON.stringify(stack.output("restored"))).toContain("age_seconds");
    expect(JSON.stringify(stack.output("check"))).toContain("tasks.example.com");
  });
});

interface Data {
  readonly aws_resourcegroupstaggingapi_resources: {
    readonly unfinished: { readonly resource_type_filters: readonly string[] };
  };
}

interface Guarded {
  readonly lifecycle: {
    readonly precondition: readonly { readonly condition: string; readonly error_message: string }[];
  };
}

/** What tasks need of AWS where there is no way out. */
const ENDPOINTS = ["ecr.api", "ecr.dkr", "logs", "secretsmanager"];

describe("the way out of the recovery region", () => {
  test.each<[string, Partial<Recovery>, number]>([
    ["is made with the rest", { network: { ...recovery.network, nat: "per_zone" } }, 1],
    ["is there already where it is warm", { warm: ["nat"] }, 0],
    [
      "is not made where the network has none",
      { network: { ...recovery.network, nat: "none", interfaceEndpoints: ENDPOINTS } },
      0,
    ],
  ])("%s", (_what, change, gateways) => {
    expect(stackOf(change).count("aws_nat_gateway")).toBe(gateways);
  });
});

test("a cache that stands by is used, and not made", () => {
  const stack = stackOf({ warm: ["cache"] });
  expect(stack.count("aws_elasticache_replication_group")).toBe(0);
  expect(environmentOf(stack)).toContain("CACHE_HOST = local.standby.cache.endpoint");
});

describe("the restore test", () => {
  const stack = stackOf({}, {}, true);

  test("has names of its own, and can be destroyed", () => {
    expect(stack.resource("aws_db_instance", "database")).toMatchObject({
      identifier: "nimbus-production-rt",
      deletion_protection: false,
      skip_final_snapshot: true,
    });
    expect(Object.keys(stack.resources("aws_ecs_service"))).toEqual(["web"]);
    expect(stack.resource("aws_ecs_service", "web")).toMatchObject({ name: "web-rt", desired_count: 1 });
  });

  test("is out of reach of users, so that no name moves", () => {
    expect(JSON.stringify(stack.resource("aws_ecs_service", "web"))).not.toContain("target_group_arn");
  });

  test("changes no route that an incident needs", () => {
    expect(stack.count("aws_route")).toBe(0);
  });
});
