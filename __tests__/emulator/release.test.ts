import { App } from "cdktf";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { Emulator, startEmulator } from "../../emulator";
import { Environment, checkEnvironment } from "../../environments/definition";
import { RELEASE, Release as Told, decode, parameterOf } from "../../recovery/contract";
import { tell } from "../../recovery/tell";
import { COMMIT, Release } from "../../stacks/primary/release";
import { dist, emptyDist } from "../../tools/project";
import { SignIn } from "../../tools/sign-in";
import { Terraform, pinProvider } from "../../tools/terraform";
import { EnvironmentStack } from "../../wiring/environment-stack";
import { recovery } from "../environments/recovery";
import production from "../fixtures/environments/production";
import { ask } from "./aws-api";
import { productionRoles } from "./roles";

/** What the primary stack records of what it runs, and takes out of the record again, without what it runs. */

const PREFIX = "nimbus-production";
const REPOSITORY = `${PREFIX}/web`;
const IMAGE = `123456789012.dkr.ecr.us-east-1.amazonaws.com/${REPOSITORY}`;
const FOLDER = "emulator-tests/release";

/** The record of the primary stack, and what its service would start. */
class ReleaseStack extends EnvironmentStack {
  constructor(app: App, environment: Environment) {
    super(app, { name: "primary", home: "primary" }, environment);
    const release = new Release(this, environment, recovery, this.prefix);
    this.addOutput("image", "What is started.", release.pin("web", environment.services.web).image);
    const about = { prefix: this.prefix, region: this.region, accountId: environment.accountId, description: "Test" };
    tell(this, "release", RELEASE, release.told, about);
  }
}

/** Production with an image of a tag. */
const stating = (tag: string, cpu = 512): Environment =>
  checkEnvironment("production", {
    ...production,
    state: undefined,
    deployment: undefined,
    recovery,
    services: { web: { ...production.services.web, image: `${IMAGE}:${tag}`, cpu } },
  });

describe("the record of what runs", () => {
  let emulator: Emulator;
  let roles: SignIn;
  let directory: string;

  /** Synthesizes the stack, for a run as a role. */
  async function as(role: "deploy" | "plan", environment: Environment, commit: string): Promise<Terraform> {
    const outdir = dist(FOLDER, "cdktf.out");
    const app = new App({ outdir });
    app.node.setContext(COMMIT, commit);
    new ReleaseStack(app, environment);
    app.synth();
    cpSync(join(outdir, "stacks", "primary", "cdk.tf.json"), join(directory, "cdk.tf.json"));
    const log = dist(FOLDER, "terraform.log");
    return new Terraform(directory, { env: await roles.as(role, "primary"), log, lock: role === "deploy" });
  }

  /** Deploys, and says what is started and recorded; the same typed again changes nothing. */
  async function deploy(environment: Environment, commit: string): Promise<{ image: unknown; told: Told }> {
    const terraform = await as("deploy", environment, commit);
    await terraform.apply();
    expect(await (await as("plan", environment, commit)).plan()).toEqual([]);
    const { image } = await terraform.outputs();
    const Name = parameterOf(RELEASE, PREFIX);
    const { Parameter } = await ask<{ Parameter: { Value: string } }>(emulator, "ssm", "GetParameter", { Name });
    return { image: image.value, told: decode(RELEASE, Parameter.Value) };
  }

  /** Pushes an image of some content under a tag, and gives its digest. */
  async function push(tag: string, content: string): Promise<string> {
    const config = {
      mediaType: "application/vnd.docker.container.image.v1+json",
      size: 1,
      digest: `sha256:${createHash("sha256").update(content).digest("hex")}`,
    };
    const mediaType = "application/vnd.docker.distribution.manifest.v2+json";
    // moto makes the digest of an image from those of its layers.
    const layer = { ...config, mediaType: "application/vnd.docker.image.rootfs.diff.tar.gzip" };
    const imageManifest = JSON.stringify({ schemaVersion: 2, mediaType, config, layers: [layer] });
    const parameters = { repositoryName: REPOSITORY, imageTag: tag, imageManifest, imageManifestMediaType: mediaType };
    const { image } = await ask<{ image: { imageId: { imageDigest: string } } }>(
      emulator,
      "ecr",
      "PutImage",
      parameters,
    );
    return image.imageId.imageDigest;
  }

  beforeAll(async () => {
    emptyDist(FOLDER);
    directory = dist(FOLDER, "run", "stacks", "primary");
    mkdirSync(directory, { recursive: true });
    pinProvider(directory);
    emulator = await startEmulator();
    roles = await productionRoles(`${FOLDER}-roles`, emulator);
    await (await as("deploy", stating("1.0.0"), "none")).init();
  });

  afterAll(async () => {
    roles?.close();
    await emulator?.stop();
  });

  test("begins before there is a repository, and says by whom, when and from what", async () => {
    const { image, told } = await deploy(stating("1.0.0"), "first");
    expect(image).toBe(`${IMAGE}:1.0.0`);
    expect(told).toMatchObject({
      images: { web: { image: IMAGE.replace("us-east-1", "us-west-2") + ":1.0.0", digest: null } },
      commit: "first",
      by: expect.stringMatching(/^arn:aws:sts::123456789012:assumed-role\/nimbus-production-deploy\//) as string,
      at: expect.stringMatching(/^20\d\d-.*Z$/) as string,
    });
    await ask(emulator, "ecr", "CreateRepository", { repositoryName: REPOSITORY });
    expect(await (await as("plan", stating("1.0.0"), "first")).plan()).toEqual([]);
  });

  test("takes the digest of an image that is there, and keeps it when somebody moves the tag", async () => {
    const digest = await push("1.0.0", "one");
    const { image, told } = await deploy(stating("1.0.0"), "second");
    expect(image).toBe(`${IMAGE}@${digest}`);
    expect(told).toMatchObject({ images: { web: { digest } }, commit: "second" });
    expect(await push("1.0.0", "moved")).not.toBe(digest);
    expect(await (await as("plan", stating("1.0.0"), "third")).plan()).toEqual([]);
  });

  test("follows another image, and another definition, with the commit of that", async () => {
    const digest = await push("1.1.0", "two");
    const released = await deploy(stating("1.1.0"), "third");
    expect(released.image).toBe(`${IMAGE}@${digest}`);
    expect(released.told).toMatchObject({ images: { web: { digest } }, commit: "third" });
    const changed = await deploy(stating("1.1.0", 256), "fourth");
    expect(changed.image).toBe(released.image);
    expect(changed.told.commit).toBe("fourth");
    expect(changed.told.definition["services.web"]).not.toBe(released.told.definition["services.web"]);
  });
});
