import { App, LocalBackend, S3Backend } from "cdktf";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Environment } from "../environments/definition";
import { Stack } from "../kernel";
import { Cluster } from "../modules/cluster";
import { LoadBalancer } from "../modules/load-balancer";
import { Network } from "../modules/network";
import { Service } from "../modules/service";
import { DataTier } from "./data-tier";

/** The environment's primary stack: the whole platform in one region. It connects modules, and makes nothing itself. */
export class PrimaryStack extends Stack {
  private readonly network: Network;
  private readonly loadBalancer: LoadBalancer;
  private readonly cluster: Cluster;
  private readonly data: DataTier;

  /**
   * @throws InvalidInput when a module refuses its inputs: what the environment's own checks could not see.
   */
  constructor(
    app: App,
    id: string,
    private readonly environment: Environment,
  ) {
    super(app, id);
    this.createBackend();
    this.createProvider();
    this.network = this.createNetwork();
    this.loadBalancer = this.createLoadBalancer();
    this.cluster = this.createCluster();
    this.data = new DataTier(this, environment, this.prefix, this.network);
    for (const name of Object.keys(environment.services)) this.createService(name);
    this.createOutputs();
  }

  /** What all names begin with: `nimbus-production`. */
  private get prefix(): string {
    return `${this.environment.application}-${this.environment.name}`;
  }

  /** The state is of one environment and one stack; two environments in one checkout never meet. */
  private createBackend(): void {
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

  private createProvider(): void {
    const { accountId, application, displayName, name, region, tags } = this.environment;
    const shown: Record<string, string> = displayName === undefined ? {} : { DisplayName: displayName };
    new AwsProvider(this, "aws", {
      region,
      allowedAccountIds: [accountId],
      defaultTags: [
        { tags: { Application: application, Environment: name, ManagedBy: "holdfast", ...shown, ...tags } },
      ],
    });
    this.addOverride("terraform.required_version", ">= 1.11");
  }

  private createNetwork(): Network {
    return new Network(this, "network", { name: this.prefix, ...this.environment.network });
  }

  private createLoadBalancer(): LoadBalancer {
    const { loadBalancer } = this.environment;
    return new LoadBalancer(this, "load_balancer", {
      name: this.prefix,
      vpcId: this.network.vpcId,
      subnetIds: loadBalancer.internal ? this.network.privateSubnetIds : this.network.publicSubnetIds,
      ...loadBalancer,
    });
  }

  private createCluster(): Cluster {
    return new Cluster(this, "cluster", { name: this.prefix, ...this.environment.cluster });
  }

  private createService(name: string): void {
    const { routing, serviceConnect, unmanaged, uses = {}, ...stated } = this.environment.services[name];
    const given = this.data.inputsFor(uses);
    const props = {
      name,
      cluster: { name: this.cluster.name, arn: this.cluster.arn },
      vpcId: this.network.vpcId,
      subnetIds: this.network.privateSubnetIds,
      logKmsKey: { arn: this.cluster.kmsKeyArn },
      routing: routing && {
        listenerArn: this.loadBalancer.httpsListenerArn,
        loadBalancerSecurityGroupId: this.loadBalancer.securityGroupId,
        ...routing,
      },
      serviceConnect: serviceConnect && { namespaceArn: this.cluster.namespaceArn, ...serviceConnect },
      ...stated,
      environment: { ...stated.environment, ...given.environment },
      secrets: { ...stated.secrets, ...given.secrets },
      secretKmsKeys: [...(stated.secretKmsKeys ?? []), ...(given.secretKmsKeys ?? [])],
      taskStatements: [...(stated.taskStatements ?? []), ...(given.taskStatements ?? [])],
    };
    const service = new Service(this, name, props, { unmanaged });
    this.data.connect(name, service, uses);
    if (routing && stated.port) this.loadBalancer.allowTo(name, service.securityGroupId, stated.port);
  }

  private createOutputs(): void {
    this.addOutput("vpc_id", "ID of the VPC.", this.network.vpcId);
    this.addOutput("load_balancer_dns_name", "DNS name of the load balancer.", this.loadBalancer.dnsName);
    this.addOutput("load_balancer_zone_id", "Route 53 zone of the load balancer's name.", this.loadBalancer.zoneId);
    this.addOutput("cluster_name", "Name of the ECS cluster.", this.cluster.name);
  }
}
