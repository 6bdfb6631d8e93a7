import { Command } from "commander";
import * as fs from "node:fs";
import * as path from "node:path";
import { StatedEnvironment } from "../../environments/definition";
import { blocksOverlap } from "../../environments/definition/checks/collisions";
import { environmentFile, environmentName } from "../../environments/definition/names/file";
import { Failure } from "../../tools/failure";
import { checkPath, mayBeEnvironment, pathOf } from "../../tools/environments/files";
import { statedEnvironments } from "../../tools/environments";
import { PACKAGE, PROJECT, readJson } from "../../tools/project";

/** `npm run new -- environment <name>`. */
export const newEnvironment = (): Command =>
  new Command("environment")
    .description("Writes environments/<name>.ts, a small environment that synthesizes as it is.")
    .argument("<name>", "name of the environment, with folders before it where you like: preview, shop/preview")
    .action((name: string) => console.log(writeEnvironment(name)));

/**
 * Writes the file.
 *
 * @returns what to do next
 * @throws Failure when there is such a file; InvalidInput for a name that cannot be a part of names of resources
 */
function writeEnvironment(typed: string): string {
  const name = pathOf(typed);
  checkPath(`The name ${JSON.stringify(typed)}`, name);
  if (!mayBeEnvironment(name))
    throw new Failure(`${environmentFile(name)} is no place for an environment: choose another folder.`);
  const file = environmentFile(name);
  const target = path.join(PROJECT, file);
  if (fs.existsSync(target)) throw new Failure(`${file} is there already: choose another name, or change that file.`);
  const text = template(name, statedEnvironments(PROJECT));
  checkLength(name);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, text);
  return nextSteps(name, file);
}

/** Names follow from the file's: what AWS would not take is said before anything is written. */
function checkLength(name: string): void {
  const prefix = `my-app-${environmentName(name)}`;
  if (prefix.length <= LONGEST_PREFIX) return;
  throw new Failure(
    `The name ${environmentName(name)} is too long: names of resources begin with ${prefix}, of ${prefix.length} characters, ` +
      `and a load balancer's may have ${LONGEST_PREFIX}. Shorten it by ${prefix.length - LONGEST_PREFIX}.`,
  );
}

/** Longest name of a load balancer. Source: Elastic Load Balancing API Reference, CreateLoadBalancer. */
const LONGEST_PREFIX = 32;

function nextSteps(name: string, file: string): string {
  const commands = [
    ["npx cdktf synth", "checks it, and writes what Terraform gets"],
    ...(PROJECT === PACKAGE ? [["npm start", "deploys it to an emulator on this machine"]] : []),
    // Each environment has an output of its own: another one's would be overwritten.
    [`npx cdktf deploy primary --output cdktf.out.${environmentName(name)}`, "deploys it to your account, and then"],
    [`npx cdktf deploy edge --output cdktf.out.${environmentName(name)}`, "its names"],
  ];
  const lines = commands.map(([command, what]) => `  ENVIRONMENT=${name} ${command}  # ${what}`);
  return [`Wrote ${file}. Put your account, zone and image into it. Then:`, ...lines].join("\n");
}

/** The text of the file. What it names is taken by none of the others. */
function template(path: string, others: readonly StatedEnvironment[]): string {
  const name = environmentName(path);
  const application = freeApplication(name, others);
  return `import { defineEnvironment } from ${JSON.stringify(definitionFrom(path))};

/**
 * ${application} in ${name}: one service behind a load balancer, in two zones, as cheap as it gets.
 *
 * Every input has its description where you type it. A database, a cache, buckets, secrets and a recovery region are
 * inputs, too: database, cache, storage, secrets, recovery.
 */
export default defineEnvironment({
  // Names of resources begin with ${application}-${name}. Choose well: a new name means new resources.
  application: ${JSON.stringify(application)},
  // Your account: Terraform refuses to touch any other.
  accountId: "123456789012",
  region: "us-east-1",
  // Terraform's state is a file beside cdktf.json, for one person's trials. This keeps it in S3, for a team:
  // state: {},
  network: {
    // A block that no network has which this one may be peered with. It cannot be changed later.
    cidr: ${JSON.stringify(freeBlock(others))},
    zones: ["us-east-1a", "us-east-1b"],
    // One NAT gateway for both zones; "per_zone" keeps one zone's failure away from the other.
    nat: "single",
    flowLogs: "none",
  },
  // Your public hosted zone, and the names that clients type. The stack requests the certificate.
  names: {
    zone: { id: "Z0123456789ABCDEFGHIJ", name: "example.com" },
    hostnames: ["${name}.${application}.example.com"],
  },
  // Protected from deletion, and with logs, where it serves people: take both lines out.
  loadBalancer: { deletionProtection: false, accessLogs: false },
  services: {
    web: {
      // Your image, its port, and a path that answers 200 while it is well.
      image: "public.ecr.aws/nginx/nginx:1.29",
      port: 80,
      routing: { priority: 100, paths: ["/*"], health: { path: "/" } },
      cpu: 256,
      memory: 512,
      desiredCount: 1,
      // All other folders of the container are read-only.
      writablePaths: { cache: "/var/cache/nginx", run: "/var/run" },
    },
  },
});
`;
}

/** What the file imports: the folder beside it in a checkout of the package, or the package by its name. */
function definitionFrom(name: string): string {
  const folder = "environments/definition";
  if (PROJECT !== PACKAGE) return `${readJson<{ name: string }>(path.join(PACKAGE, "package.json")).name}/${folder}`;
  const relative = path.posix.relative(path.posix.dirname(environmentFile(name)), folder);
  return relative.startsWith(".") ? relative : `./${relative}`;
}

/** Two environments must not make the same names. */
function freeApplication(name: string, others: readonly StatedEnvironment[]): string {
  const taken = others.map((other) => `${other.definition.application}-${environmentName(other.name)}`);
  const candidates = ["my-app", ...Array.from({ length: others.length + 1 }, (_, i) => `my-app-${i + 2}`)];
  return candidates.find((candidate) => !taken.includes(`${candidate}-${name}`)) ?? candidates[0];
}

/** The first block of the private 10.0.0.0/8 that no other environment has. */
function freeBlock(others: readonly StatedEnvironment[]): string {
  const taken = others.flatMap(({ definition: { network, recovery } }) => [network?.cidr, recovery?.network?.cidr]);
  const blocks = Array.from({ length: 256 }, (_, i) => `10.${i}.0.0/16`);
  return blocks.find((block) => !taken.some((other) => blocksOverlap(block, other))) ?? blocks[0];
}
