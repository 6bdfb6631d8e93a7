import { App } from "cdktf";
import { EnvironmentDefinition, checkEnvironment } from "../../../environments/definition";
import production from "../../fixtures/environments/production";
import { PrimaryStack } from "../../../stacks/primary";
import { SynthesizedStack, synthesizeApp } from "../../synthesis";

/** How the primary stack connects services with the environment's data. */

/** Production without the parts that have nothing to do with its data. */
const { recovery: _recovery, firewall: _firewall, ...base } = production;

const primary = (change: Partial<EnvironmentDefinition> = {}): SynthesizedStack =>
  synthesizeApp(
    (app: App) =>
      new PrimaryStack(
        app,
        { name: "primary", home: "primary" },
        checkEnvironment("production", { ...base, ...change }),
      ),
  );

const withUses = (uses: NonNullable<EnvironmentDefinition["services"][string]["uses"]>): SynthesizedStack =>
  primary({ services: { web: { ...production.services.web, uses } } });

/** The environment and the secrets of the web task, as the synthesis writes them. */
const container = (stack: SynthesizedStack): string =>
  JSON.stringify(stack.resource("aws_ecs_task_definition", "web")) + JSON.stringify(stack.json.locals);

describe("production", () => {
  const stack = primary();

  test("has a database over two zones, in the tier that has no way to the internet", () => {
    expect(stack.resource("aws_db_instance", "database")).toMatchObject({ deletion_protection: true });
    expect(JSON.stringify(stack.resource("aws_db_subnet_group", "database"))).toContain("network_database");
  });

  test("has a Valkey with a replica", () => {
    expect(stack.resource("aws_elasticache_replication_group", "cache")).toMatchObject({ engine: "valkey" });
  });

  test("names its bucket after the environment, the account and the region", () => {
    expect(stack.resource("aws_s3_bucket", "storage_uploads")).toMatchObject({
      bucket: "nimbus-production-uploads-123456789012-us-east-1",
    });
  });

  test("tells the web task where its data is", () => {
    for (const variable of ["DATABASE_HOST", "DATABASE_PORT", "CACHE_HOST", "CACHE_USER", "UPLOADS_BUCKET"]) {
      expect(container(stack)).toContain(variable);
    }
  });

  test("lets ECS put secrets into the task, and no value is in the configuration", () => {
    for (const variable of [
      "DATABASE_USER",
      "DATABASE_PASSWORD",
      "NEXTAUTH_SECRET",
      "SENTRY_DSN",
      "HONEYCOMB_API_KEY",
    ]) {
      expect(container(stack)).toContain(variable);
    }
    const instance = stack.resource("aws_db_instance", "database");
    expect(instance.password).toBeUndefined();
    expect(instance.password_wo).toContain("ephemeral.aws_secretsmanager_secret_version");
  });

  test("opens the ports of database and cache between their security groups and the task's, on both sides", () => {
    const ingress = stack.resources("aws_vpc_security_group_ingress_rule");
    const egress = stack.resources("aws_vpc_security_group_egress_rule");
    expect(ingress.database_from_web).toMatchObject({
      referenced_security_group_id: "${one(aws_security_group.web_tasks[*].id)}",
    });
    expect(ingress.cache_from_web).toMatchObject({
      referenced_security_group_id: "${one(aws_security_group.web_tasks[*].id)}",
    });
    expect(egress.web_to_database).toMatchObject({ from_port: "${aws_db_instance.database.port}" });
    expect(egress.web_to_cache).toMatchObject({ from_port: "${local.cache_port}" });
  });

  test("lets the task's own role read and write the bucket", () => {
    const policies = Object.values(stack.resources("aws_iam_role_policy")).map((one) => JSON.stringify(one));
    expect(
      policies.filter((one) => one.includes("s3:PutObject") && one.includes("aws_iam_role.web_task")),
    ).toHaveLength(1);
  });
});

describe("a service", () => {
  test("that signs in through IAM is given no password", () => {
    const stack = withUses({ database: { iamUser: "web" } });
    expect(container(stack)).not.toContain("DATABASE_PASSWORD");
    expect(JSON.stringify(stack.json)).toContain("rds-db:connect");
  });

  test("that signs in through IAM may do so at the proxy, where there is one", () => {
    const stack = primary({
      database: { ...production.database, instanceClass: "db.m7g.large", proxy: { iamAuth: "REQUIRED" } },
      services: { web: { ...production.services.web, uses: { database: { iamUser: "nimbus" } } } },
    });
    expect(JSON.stringify(stack.local("web_task_statements"))).toMatch(
      /dbuser:.*reverse\(split\(.*aws_db_proxy\.database/,
    );
  });

  test("is let to the key of a secret that the database was given", () => {
    const secret = "arn:aws:secretsmanager:us-east-1:123456789012:secret:db/master-user-a1b2c3";
    const key = "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000001";
    const given = (kmsKey?: { arn: string }): string => {
      const stack = primary({
        database: {
          ...production.database,
          instanceClass: "db.m7g.large",
          credentials: { existing: { arn: secret, kmsKey } },
        },
        services: { web: { ...production.services.web, uses: { database: {} } } },
      });
      return JSON.stringify(stack.local("web_secret_kms_keys"));
    };
    expect(given({ arn: key })).toContain(key);
    expect(given()).not.toContain("aws_kms_key.database");
  });

  test("that reads a bucket may not write it", () => {
    const policy = JSON.stringify(
      withUses({ storage: { uploads: "read" } }).resource("aws_iam_role_policy", "storage_uploads_reader_web"),
    );
    expect(policy).toContain("s3:GetObject");
    expect(policy).not.toContain("s3:PutObject");
  });

  test("that uses nothing is connected with nothing", () => {
    const stack = withUses({});
    expect(stack.resources("aws_vpc_security_group_ingress_rule")).not.toHaveProperty("database_from_web");
    expect(container(stack)).not.toContain("DATABASE_");
  });

  test("goes through the proxy where there is one", () => {
    const stack = primary({ database: { ...production.database, instanceClass: "db.m7g.large", proxy: {} } });
    expect(container(stack)).toContain("aws_db_proxy.database");
  });
});

test("an environment without data makes none", () => {
  const { database, cache, storage, secrets, registry, ...rest } = production;
  void [database, cache, storage, secrets, registry];
  const stack = synthesizeApp(
    (app: App) =>
      new PrimaryStack(
        app,
        { name: "primary", home: "primary" },
        checkEnvironment("production", { ...rest, services: { web: { ...production.services.web, uses: undefined } } }),
      ),
  );
  for (const type of ["aws_db_instance", "aws_elasticache_replication_group", "aws_secretsmanager_secret"]) {
    expect(stack.count(type)).toBe(0);
  }
});

test("the name for people is a tag, and part of no name", () => {
  const plain = JSON.stringify(primary().json);
  const shown = JSON.stringify(primary({ displayName: "Nimbus: live" }).json);
  expect(shown).toContain('"DisplayName":"Nimbus: live"');
  expect(shown.replaceAll('"DisplayName":"Nimbus: live",', "")).toBe(plain);
});
