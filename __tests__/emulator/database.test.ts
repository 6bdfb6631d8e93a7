import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "../../tools/project";
import { PlannedChange, Terraform, pinProvider } from "../../tools/terraform";
import { Emulator, startEmulator } from "../../emulator";

/**
 * The data of a database is safe: on what was applied, no change of the inputs replaces or destroys it. The published
 * module in plain roots, side by side on one emulator, as the AWS provider waits for more than a minute for each instance.
 */

const workspace = join(PROJECT, "dist", "emulator-tests", "database");

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

variable "database" {
  type = any
}

variable "zones" {
  type    = list(string)
  default = ["us-east-1a", "us-east-1b"]
}

variable "snapshot" {
  type    = set(string)
  default = []
}

resource "aws_vpc" "this" {
  cidr_block = "10.30.0.0/16"
}

resource "aws_subnet" "this" {
  for_each = { us-east-1a = 0, us-east-1b = 1, us-east-1c = 2 }

  vpc_id            = aws_vpc.this.id
  availability_zone = each.key
  cidr_block        = cidrsubnet(aws_vpc.this.cidr_block, 8, each.value)
}

module "database" {
  source = "../terraform/database"

  name                        = var.database.name
  instance_class              = "db.t4g.medium"
  vpc_id                      = aws_vpc.this.id
  subnet_ids                  = [for zone in var.zones : aws_subnet.this[zone].id]
  engine_version              = try(var.database.engine_version, "17")
  auto_minor_version_upgrade  = try(var.database.auto_minor_version_upgrade, true)
  db_name                     = "nimbus"
  username                    = try(var.database.username, "nimbus")
  multi_az                    = try(var.database.multi_az, true)
  apply_immediately           = true
  origin                      = try(var.database.origin, null)
  replacements                = try(var.database.replacements, 0)
  read_replicas               = try(var.database.read_replicas, {})
  deletion_protection         = try(var.database.deletion_protection, true)
  tags                        = try(var.database.tags, {})
}

resource "aws_db_snapshot" "this" {
  for_each = var.snapshot

  db_instance_identifier = module.database.identifier
  db_snapshot_identifier = each.key
}

output "secret_arn" {
  value = module.database.secret_arn
}

output "storage_kms_key_arn" {
  value = module.database.storage_kms_key_arn
}
`;

const INSTANCE = "module.database.aws_db_instance.this";
const destructive = (changes: readonly PlannedChange[]): PlannedChange[] =>
  changes.filter(({ action }) => action === "delete" || action === "replace" || action === "remove");

let emulator: Emulator;

/** A root of one database. */
class Root {
  readonly terraform: Terraform;
  private readonly directory: string;

  constructor(private readonly name: string) {
    this.directory = join(workspace, name);
    mkdirSync(this.directory, { recursive: true });
    writeFileSync(join(this.directory, "main.tf"), ROOT);
    pinProvider(this.directory);
    this.terraform = new Terraform(this.directory, {
      env: emulator.env,
      log: join(workspace, `${name}.log`),
      timeoutSeconds: 600,
    });
  }

  given(database: object, rest: object = {}): this {
    const variables = { database: { name: this.name, ...database }, ...rest };
    writeFileSync(join(this.directory, "terraform.tfvars.json"), JSON.stringify(variables));
    return this;
  }

  async make(database: object, rest: object = {}): Promise<void> {
    this.given(database, rest);
    await this.terraform.init();
    await this.terraform.apply();
  }

  /** What the state says in plain text. */
  state(): string {
    return readFileSync(join(this.directory, "terraform.tfstate"), "utf8");
  }
}

const REPLICAS = { read_replicas: { reports: {} } };
const SNAPSHOT = { snapshot: ["before-the-mistake"] };
const RESTORED = { origin: { snapshot: { id: "before-the-mistake" }, defer_protection: true } };
const REWOUND = { origin: { point_in_time: { source_instance: "primary" }, defer_protection: true } };

describe("a database", () => {
  let primary: Root;
  let restored: Root;
  let rewound: Root;
  let protection: Promise<(readonly PlannedChange[])[]>;
  let removal: Promise<unknown>;

  beforeAll(async () => {
    rmSync(workspace, { recursive: true, force: true });
    mkdirSync(workspace, { recursive: true });
    cpSync(join(PROJECT, "terraform", "database"), join(workspace, "terraform", "database"), {
      recursive: true,
      filter: (path) => !/\.terraform(\/|$|\.)|tfstate/.test(path),
    });
    emulator = await startEmulator();
    [primary, restored, rewound] = ["primary", "restored", "rewound"].map((name) => new Root(name));
    await primary.make({ engine_version: "17.10", auto_minor_version_upgrade: false }, SNAPSHOT);
    // A replica, a restore and a point in time each take as long as the first one did.
    primary.given({ engine_version: "17.10", auto_minor_version_upgrade: false, ...REPLICAS }, SNAPSHOT);
    await Promise.all([primary.terraform.apply(), restored.make(RESTORED), rewound.make(REWOUND)]);
  });

  afterAll(() => emulator?.stop());

  const VERSION = { engine_version: "17.10", auto_minor_version_upgrade: false };
  const planned = (database: object, rest: object = {}): Promise<readonly PlannedChange[]> =>
    primary.given({ ...VERSION, ...REPLICAS, ...database }, { ...SNAPSHOT, ...rest }).terraform.plan();

  test("is what the second plan expects, made, restored and rewound", async () => {
    const plans = await Promise.all([planned({}), restored.terraform.plan(), rewound.terraform.plan()]);
    expect(plans).toEqual([[], [], []]);
  });

  test("is not replaced after a restore when its origin is taken out, and so is protected", async () => {
    expect(destructive(await restored.given({}).terraform.plan())).toEqual([]);
  });

  test("is not replaced by another snapshot after a restore: the plan is refused", async () => {
    const another = { origin: { snapshot: { id: "another" }, defer_protection: true } };
    await expect(restored.given(another).terraform.plan()).rejects.toThrow("The origin was changed after");
  });

  /** Ends the deferral of the restored database, then takes its origin out. */
  async function protect(): Promise<(readonly PlannedChange[])[]> {
    await restored.given({ origin: { ...RESTORED.origin, defer_protection: false } }).terraform.apply();
    return [await restored.terraform.plan(), await restored.given({}).terraform.plan()];
  }

  /** Tries to destroy the rewound database, takes its protection away, destroys it. */
  async function remove(): Promise<unknown> {
    const refusal = await rewound.terraform.destroy().catch((thrown: unknown) => thrown);
    await rewound.given({ ...REWOUND, deletion_protection: false }).terraform.apply();
    await rewound.terraform.destroy();
    return refusal;
  }

  describe("meanwhile", () => {
    // Each of these waits for minutes, which the plans of the other root fill.
    beforeAll(() => {
      protection = protect();
      removal = remove();
      for (const running of [protection, removal]) running.catch(() => undefined);
    });

    test.each<[string, object, object]>([
      ["turning Multi-AZ off", { multi_az: false }, {}],
      ["another subnet", {}, { zones: ["us-east-1a", "us-east-1b", "us-east-1c"] }],
      ["a higher minor version", { engine_version: "17.11" }, {}],
      ["other tags", { tags: { Team: "Data" } }, {}],
    ])("is changed in place by %s", async (_name, database, rest) => {
      const changes = await planned(database, rest);
      expect(changes.length).toBeGreaterThan(0);
      expect(destructive(changes)).toEqual([]);
    });

    test("is not touched when a read replica goes", async () => {
      const changes = await planned({ read_replicas: {} });
      expect(changes).toContainEqual({
        address: 'module.database.aws_db_instance.replicas["reports"]',
        action: "delete",
      });
      expect(changes.filter(({ address }) => address === INSTANCE)).toEqual([]);
    });

    test.each([
      ["user", { username: "other" }, /master user of the database is nimbus, not other/],
      [
        "name",
        { name: "other" },
        /Changing name from primary to other would replace the database and lose all that it holds/,
      ],
    ])("is not replaced by another %s: the plan is refused", async (_name, database, message) => {
      await expect(planned(database)).rejects.toThrow(message);
    });

    test("is replaced by another user when replacements is raised with it, its replica too", async () => {
      const changes = await planned({ username: "other", replacements: 1 });
      expect(destructive(changes)).toEqual(
        expect.arrayContaining([
          { address: INSTANCE, action: "replace" },
          { address: 'module.database.aws_db_instance.replicas["reports"]', action: "replace" },
        ]),
      );
    });

    test("is not rewound to a time that has not come, or that no backup reaches", async () => {
      const other = new Root("other");
      const at = (time: string): Root =>
        other.given({ origin: { point_in_time: { source_instance: "primary", time, retention_days: 14 } } });
      at("2099-01-01T00:00:00Z");
      await other.terraform.init();
      await expect(other.terraform.plan()).rejects.toThrow(/lies in the future/);
      await expect(at("2020-01-01T00:00:00Z").terraform.plan()).rejects.toThrow(
        /before what the backups reach back to, 14 days/,
      );
    });

    test("is protected by a second apply after a restore, and plans nothing more without its origin", async () => {
      expect(await protection).toEqual([[], []]);
      const { storage_kms_key_arn } = await restored.terraform.outputs();
      expect(storage_kms_key_arn.value).toEqual((await primary.terraform.outputs()).storage_kms_key_arn.value);
    });

    test("is destroyed only when that was said first", async () => {
      expect(String(await removal)).toMatch(/deletion protection|DeletionProtection|protected/i);
      expect(await rewound.terraform.outputs()).toEqual({});
    });
  });

  test("has no password in its state", () => {
    for (const root of [primary, restored]) {
      expect(root.state()).not.toMatch(/"password(_wo)?": "[^"]+"/);
      expect(root.state()).not.toMatch(/"secret_string(_wo)?": "[^"]+"/);
    }
  });
});
