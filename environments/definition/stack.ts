import { App, LocalBackend, S3Backend } from "cdktf";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Stack } from "../../kernel";
import { Environment } from ".";

/** A stack of an environment: with a state of its own, and with no account but the environment's. */
export abstract class EnvironmentStack extends Stack {
  protected constructor(
    app: App,
    id: string,
    protected readonly environment: Environment,
    /** Region of what names no other. */
    region: string,
  ) {
    super(app, id);
    this.createBackend();
    this.createProvider(region);
  }

  /** What all names begin with: `nimbus-production`. */
  protected get prefix(): string {
    return `${this.environment.application}-${this.environment.name}`;
  }

  /** A provider; resources take the one without an alias unless they name another. */
  protected createProvider(region: string, alias?: string): AwsProvider {
    const { accountId, application, displayName, name, tags } = this.environment;
    const shown: Record<string, string> = displayName === undefined ? {} : { DisplayName: displayName };
    return new AwsProvider(this, alias ?? "aws", {
      alias,
      region,
      allowedAccountIds: [accountId],
      defaultTags: [
        { tags: { Application: application, Environment: name, ManagedBy: "holdfast", ...shown, ...tags } },
      ],
    });
  }

  /** The state is of one environment and one stack; two environments in one checkout never meet. */
  private createBackend(): void {
    this.addOverride("terraform.required_version", ">= 1.11");
    const { name, state } = this.environment;
    const id = this.node.id;
    if (state) {
      new S3Backend(this, { bucket: state.bucket, region: state.region, key: `${name}/${id}.tfstate`, encrypt: true });
      // cdktf 0.21 does not know S3's own lock, which spares a DynamoDB table.
      this.addOverride("terraform.backend.s3.use_lockfile", true);
      return;
    }
    // Beside cdktf.json, and relative to cdktf.out/stacks/<stack>: an absolute path would differ from machine to machine.
    new LocalBackend(this, { path: `../../../terraform.${name}.${id}.tfstate` });
  }
}
