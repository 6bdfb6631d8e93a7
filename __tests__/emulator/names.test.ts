import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "../../tools/project";
import { Terraform, pinProvider } from "../../tools/terraform";
import { Emulator, startEmulator } from "../../emulator";
import { DnsRecord, Sighting, answer } from "../../modules/dns-failover/answer";
import { Deployed, StateResource, readDeployed } from "../../modules/dns-failover/from-state";

/** Names over two regions in a plain Terraform root, as a team without Node uses the published modules. */

const workspace = join(PROJECT, "dist", "emulator-tests", "names");
const root = join(workspace, "examples", "names");

interface StateModule {
  readonly resources?: readonly StateResource[];
  readonly child_modules?: readonly StateModule[];
}

const resourcesIn = (module: StateModule): StateResource[] => [
  ...(module.resources ?? []),
  ...(module.child_modules ?? []).flatMap(resourcesIn),
];

const isPrimary = ({ routing }: DnsRecord): boolean => routing.kind === "failover" && routing.role === "PRIMARY";

type Outputs = Readonly<Record<string, { readonly value: unknown }>>;

/** What the checks see, and whether the recovery region has healthy targets. */
interface Weather {
  readonly endpoint?: Sighting;
  readonly latch?: Sighting;
  readonly recovery?: boolean;
}

class Snapshot {
  constructor(
    readonly deployed: Deployed,
    private readonly outputs: Outputs,
  ) {}

  /** Undefined for one that is null, which Terraform does not keep. */
  output<T>(name: string): T {
    return this.outputs[name]?.value as T;
  }

  /** Where a name leads, as Route 53 would answer: to `primary`, to `recovery`, or to both. */
  leadsTo(name: string, { endpoint = "up", latch = "nothing", recovery = true }: Weather = {}): string[] {
    const ids = this.output<Record<string, string | null>>("health_check_ids");
    const balancers = this.output<Record<string, string>>("load_balancers");
    const answers = answer(this.deployed.records[`${name}.shop.example.com/A`], {
      checks: this.deployed.checks,
      sightings: { [ids.endpoint ?? "none"]: endpoint, [ids.latch ?? "none"]: latch },
      targets: { [balancers.recovery]: recovery },
    });
    return Object.keys(balancers).filter((region) => answers.has(balancers[region]));
  }
}

describe("a plain root with names over two regions", () => {
  let emulator: Emulator;
  let terraform: Terraform;

  /** Applies, and tells what was done in which order: `create module.names.aws_route53_health_check.latch[0]`. */
  const apply = async (variables: object): Promise<string[]> => {
    writeFileSync(join(root, "terraform.tfvars.json"), JSON.stringify(variables));
    const done: string[] = [];
    await terraform.apply(({ type, hook }) => {
      if (type === "apply_complete" && hook) done.push(`${hook.action} ${hook.resource.addr}`);
    });
    return done;
  };

  /** What is deployed, and where its names lead: all of it read once. */
  const look = async (): Promise<Snapshot> => {
    const { stdout } = await terraform.run(["show", "-json"]);
    const { values } = JSON.parse(stdout) as { values: { root_module: StateModule; outputs: Outputs } };
    return new Snapshot(readDeployed(resourcesIn(values.root_module)), values.outputs);
  };

  const records = (done: readonly string[]): string[] => done.filter((change) => change.includes("aws_route53_record"));

  /** What was done to the health checks: `create latch`. */
  const checks = (done: readonly string[]): string[] =>
    done
      .filter((change) => change.includes("aws_route53_health_check"))
      .map((change) => change.replace(/ .*\.(\w+)\[0\]$/, " $1"));

  beforeAll(async () => {
    rmSync(workspace, { recursive: true, force: true });
    mkdirSync(workspace, { recursive: true });
    for (const folder of ["examples/names", "terraform"]) {
      cpSync(join(PROJECT, folder), join(workspace, folder), {
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

  test("is applied in both regions, and the second plan is empty", async () => {
    await apply({});
    expect(await terraform.plan()).toEqual([]);
  });

  test("leads where it should without a latch", async () => {
    const names = await look();
    expect(names.output("detection_seconds")).toBe(100);
    expect(names.leadsTo("www")).toEqual(["primary"]);
    expect(names.leadsTo("www", { endpoint: "down" })).toEqual(["recovery"]);
    expect(names.leadsTo("www", { endpoint: "down", recovery: false })).toEqual(["primary"]);
    expect(names.leadsTo("us-west-2")).toEqual(["recovery"]);
    expect(names.leadsTo("catalog")).toEqual(["primary", "recovery"]);
    expect(names.leadsTo("catalog", { recovery: false })).toEqual(["primary"]);
  });

  test("gets a latch without a moment in which the primary has no healthy check", async () => {
    const before = await look();
    const done = await apply({ latched: true });
    const after = await look();

    // The primary's records stay as they are, on the check that they had; it learns of the latch once that exists.
    expect(records(done).sort()).toEqual([
      'update module.names.aws_route53_record.secondary["@/A"]',
      'update module.names.aws_route53_record.secondary["www/A"]',
    ]);
    const ofPrimary = ({ deployed }: Snapshot) => deployed.records["www.shop.example.com/A"].filter(isPrimary);
    expect(ofPrimary(after)).toEqual(ofPrimary(before));
    expect(checks(done)[0]).toBe("create latch");
    expect(checks(done).sort()).toEqual(["create latch", "create secondary", "update primary"]);

    // And the latch counts as open from its first moment on, since it is not inverted.
    expect(after.leadsTo("www", { latch: "nothing" })).toEqual(["primary"]);
    expect(await terraform.plan()).toEqual([]);
  });

  test("follows the latch alone, whatever the health of either region", async () => {
    const names = await look();
    expect(names.output("detection_seconds")).toBeUndefined();
    for (const endpoint of ["up", "down"] as const) {
      for (const recovery of [true, false]) {
        expect(names.leadsTo("www", { endpoint, recovery, latch: "down" })).toEqual(["recovery"]);
        expect(names.leadsTo("www", { endpoint, recovery, latch: "up" })).toEqual(["primary"]);
      }
    }
    expect(names.leadsTo("us-east-1", { latch: "down" })).toEqual(["primary"]);
  });

  test("replaces a health check behind the back of the records", async () => {
    const done = await apply({ latched: true, interval: 30 });
    const names = await look();
    expect(records(done)).toEqual([]);
    expect(checks(done)).toEqual(["create endpoint", "update primary", "delete endpoint"]);
    expect(names.leadsTo("www", { endpoint: "nothing" })).toEqual(["primary"]);
  });

  test("lets a name begin to move and another cease to, in one step each", async () => {
    const done = await apply({ latched: true, interval: 30, moving: ["@", "admin"] });
    const names = await look();
    expect(records(done).sort()).toEqual([
      'create module.names.aws_route53_record.secondary["admin/A"]',
      'delete module.names.aws_route53_record.secondary["www/A"]',
      'update module.names.aws_route53_record.this["admin/A"]',
      'update module.names.aws_route53_record.this["www/A"]',
    ]);
    expect(names.leadsTo("admin", { latch: "down" })).toEqual(["recovery"]);
    expect(names.leadsTo("www", { latch: "down" })).toEqual(["primary"]);
    expect(await terraform.plan()).toEqual([]);
  });

  test("loses the latch, which goes only after the primary has forgotten it", async () => {
    const done = await apply({ interval: 30, moving: ["@", "admin"] });
    expect(records(done).every((change) => change.startsWith("update module.names.aws_route53_record.secondary"))).toBe(
      true,
    );
    // Whatever names a check forgets it before it goes: the records of the secondary's, and the primary's of the latch.
    expect(checks(done)).toEqual(["update primary", "delete secondary", "delete latch"]);
    expect(done.indexOf(records(done)[0])).toBeLessThan(done.findIndex((change) => change.includes("secondary[0]")));
    expect((await look()).output("detection_seconds")).toBe(160);
  });

  test("is signed, its queries are logged, and nothing moves any more: the checks go last", async () => {
    const done = await apply({ moving: [], signed: true });
    const lastRecord = done.findLastIndex((change) => change.includes("aws_route53_record"));
    const firstCheck = done.findIndex((change) => change.includes("aws_route53_health_check"));
    expect(records(done)).not.toEqual([]);
    expect(firstCheck).toBeGreaterThan(lastRecord);
    expect(checks(done).slice(0, 1)).toEqual(["delete primary"]);
    expect((await look()).output("ds_record")).toMatch(/^[0-9]+ 13 2 [0-9A-F]+$/);
    expect(await terraform.plan()).toEqual([]);
  });

  test("is destroyed", async () => {
    await terraform.destroy();
    expect(await terraform.outputs()).toEqual({});
  });
});
