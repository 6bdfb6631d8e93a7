import { Annotations, App, LocalBackend, S3Backend } from "cdktf";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { Stack, tf } from "../kernel";
import { boundaryArn } from "../environments/definition/names/boundary";
import { Environment } from "../environments/definition";
import { Recovery } from "../environments/definition/schema/recovery";
import { environmentLabel } from "../environments/definition/names/file";
import { stateBucket } from "../environments/definition/names/state-buckets";
import { StackIdentity, regionOf } from "./stack-definition";

/**
 * Regions of the list that provider 5.100.0 and Terraform 1.11.4 do not know yet, and refuse without a look at AWS. A region that
 * is not in the list either is for them to judge.
 */
const NEWER: readonly string[] = ["ap-southeast-6", "me-west-1", "sa-west-1"];

const isNewer = (region: string): true | undefined => (NEWER.includes(region) ? true : undefined);

/** A stack of an environment: with a state of its own, and with no account but the environment's. */
export abstract class EnvironmentStack extends Stack {
  /** Region of what names no other, and of the state. */
  protected readonly region: string;

  protected constructor(
    app: App,
    { name, home }: StackIdentity,
    protected readonly environment: Environment,
  ) {
    super(app, name);
    const region = regionOf(home, environment);
    if (region === undefined) throw new Error(`stack ${name} needs an environment with a ${home} region`);
    this.region = region;
    this.addOverride("terraform.required_version", ">= 1.11");
    this.createBackend();
    this.createProvider(region);
  }

  /** What the environment states of its recovery; the table of stacks makes none that needs it without. */
  protected get recovery(): Recovery {
    const { recovery } = this.environment;
    if (!recovery) throw new Error(`stack ${this.node.id} needs an environment with a recovery region`);
    return recovery;
  }

  /** What all names begin with: `nimbus-production`. */
  protected get prefix(): string {
    return `${this.environment.application}-${this.environment.name}`;
  }

  /** Bounds the roles that the stack makes, where it is deployed by a role: it hands out no right that it has not been given. */
  override prepareStack(): void {
    const { environment, boundsRoles } = this;
    const roles = this.node.findAll().filter((construct) => construct instanceof IamRole);
    for (const role of boundsRoles && environment.deployment ? roles : []) {
      role.permissionsBoundary = this.boundaryOf(role.permissionsBoundaryInput);
    }
    super.prepareStack();
  }

  /** Whether the environment's boundary is put on roles; the stack that makes it does not. */
  protected get boundsRoles(): boolean {
    return true;
  }

  /** The boundary that an input states, or the environment's. */
  private boundaryOf(stated: string | undefined): string {
    const own = boundaryArn(this.environment);
    return stated === undefined ? own : tf<string>`coalesce(${stated}, ${own})`;
  }

  /** A provider; resources take the one without an alias unless they name another. */
  protected createProvider(region: string, alias?: string): AwsProvider {
    const { accountId, application, displayName, name, tags } = this.environment;
    const shown: Record<string, string> = displayName === undefined ? {} : { DisplayName: displayName };
    return new AwsProvider(this, alias ?? "aws", {
      alias,
      region,
      skipRegionValidation: isNewer(region),
      allowedAccountIds: [accountId],
      defaultTags: [
        { tags: { Application: application, Environment: name, ManagedBy: "holdfast", ...shown, ...tags } },
      ],
    });
  }

  /** The state is of one environment and one stack; two environments in one checkout never meet. */
  protected createBackend(): void {
    const { name, state } = this.environment;
    if (state) this.createS3Backend(stateBucket(this.environment, this.region), `${name}/${this.node.id}.tfstate`);
    else {
      this.createLocalBackend(
        "nobody else sees it, and nothing locks it against them; state: {} in the environment keeps it in S3",
      );
    }
  }

  /** @param remark what to know about a state that is a file */
  protected createLocalBackend(remark: string): void {
    // With its folders: names of environments may be the same in two of them.
    const file = `terraform.${environmentLabel(this.environment.file)}.${this.node.id}.tfstate`;
    // Beside cdktf.json, and relative to cdktf.out/stacks/<stack>: an absolute path would differ from machine to machine.
    new LocalBackend(this, { path: `../../../${file}` });
    Annotations.of(this).addInfo(`The state is the file ${file}: ${remark}.`);
  }

  /**
   * Without `encrypt`, since with it Terraform asks S3 for its own keys (AES256), and not for the bucket's. S3 encrypts each
   * object as the bucket says. Source: S3 User Guide, "Setting default server-side encryption behavior".
   */
  private createS3Backend(bucket: string, key: string): void {
    new S3Backend(this, { bucket, region: this.region, key, skipRegionValidation: isNewer(this.region) });
    // cdktf 0.21 does not know S3's own lock, which spares a DynamoDB table.
    this.addOverride("terraform.backend.s3.use_lockfile", true);
    Annotations.of(this).addInfo(
      `The state is s3://${bucket}/${key}, locked while a run works with it. "Error acquiring the state lock" names who holds the lock ` +
        "(Who) and since when (Created): ask them. If that run is dead, release the lock with the ID that the error names: " +
        `terraform -chdir=cdktf.out/stacks/${this.node.id} force-unlock <ID>`,
    );
  }
}
