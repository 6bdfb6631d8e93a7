import { App } from "cdktf";
import { Environment } from "../../environments/definition";
import { EnvironmentStack } from "../../wiring/environment-stack";
import { StackIdentity, StackTable } from "../../wiring/stack-definition";
import { ownStateRegions, stateBucket } from "../../environments/definition/names/state-buckets";
import { TerraformData, each, forEach, tf, useProvider } from "../../kernel";
import { DeployRoles } from "./deploy-roles";
import { Account } from "./policies/account";
import { StateBucket } from "./state-bucket";

/** Whether an environment needs a bootstrap stack: for buckets, or for roles. */
export const needsBootstrap = (environment: Environment): boolean =>
  environment.deployment !== undefined || ownStateRegions(environment).length > 0;

/**
 * What must be there before any other stack: a bucket for states in each region, and the roles that deploy. It is deployed
 * once, and again when regions or roles change, by an administrator of the account.
 *
 * Its own state is a file, since it makes the buckets. Losing that file costs nothing: a run without it adopts what is there.
 */
export class BootstrapStack extends EnvironmentStack {
  /** @param table of the stacks, which says who deploys what */
  constructor(
    app: App,
    identity: StackIdentity,
    environment: Environment,
    private readonly table: StackTable,
  ) {
    super(app, identity, environment);
    for (const region of ownStateRegions(environment)) this.createStateBucket(region);
    this.keepRegions(ownStateRegions(environment));
    if (environment.deployment) this.createRoles(environment.deployment);
  }

  protected override createBackend(): void {
    this.createLocalBackend(
      "this stack makes the buckets for the states of the others. If the file is lost, a new run imports what exists",
    );
  }

  /** Its own roles are an administrator's. */
  protected override get boundsRoles(): boolean {
    return false;
  }

  private createStateBucket(region: string): void {
    const { accountId, application, name } = this.environment;
    const bucket = new StateBucket(this, `state-${region}`, {
      name: stateBucket(this.environment, region),
      accountId,
      partition: new Account(this.environment).partition,
      tags: { Application: application, Environment: name, ManagedBy: "holdfast" },
    });
    if (region !== this.region) useProvider(bucket, this.createProvider(region, region));
    this.addOutput(`state_bucket_${region.replaceAll("-", "_")}`, `Bucket of the states of ${region}.`, bucket.name);
  }

  /**
   * Remembers the regions, so that a plan which would delete the bucket of one is refused as a whole: of a resource that is
   * not stated any more Terraform does not know that it must stay, but of an instance of this one it does. (A region with a
   * provider of its own is safe without it: Terraform cannot delete what it has no provider for.)
   */
  private keepRegions(regions: readonly string[]): void {
    new TerraformData(this, "state_of_region", {
      forEach: forEach(tf`toset(${regions})`),
      input: each.key,
      lifecycle: { preventDestroy: true },
    });
  }

  private createRoles(deployment: NonNullable<Environment["deployment"]>): void {
    const roles = new DeployRoles(this, "roles", { environment: this.environment, deployment, table: this.table });
    this.addOutput("deploy_role_arn", "Role that deploys all stacks but bootstrap and dr.", roles.deployArn);
    this.addOutput("plan_role_arn", "Role that plans, and changes nothing.", roles.planArn);
    if (roles.recoverArn !== undefined)
      this.addOutput("recover_role_arn", "Role that deploys dr, in the recovery region only.", roles.recoverArn);
    if (roles.failbackArn !== undefined)
      this.addOutput("failback_role_arn", "Role that brings data back to the primary region.", roles.failbackArn);
  }
}
