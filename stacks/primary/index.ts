import { App } from "cdktf";
import { Environment } from "../../environments/definition";
import { hostnames } from "../../environments/definition/names/hostnames";
import { EnvironmentStack } from "../../wiring/environment-stack";
import { StackIdentity } from "../../wiring/stack-definition";
import { recoveryName } from "../../recovery/names";
import type { Existing } from "../../modules/database";
import { Certificate } from "../../modules/certificate";
import { Cluster } from "../../modules/cluster";
import { Firewall } from "../../modules/firewall";
import { LoadBalancer } from "../../modules/load-balancer";
import { Network } from "../../modules/network";
import { DataTier } from "../../wiring/data-tier";
import { Platform, ServiceStage, connectServices, startInOrder, wireService } from "../../wiring/service";
import { RELEASE } from "../../recovery/contract";
import { tell } from "../../recovery/tell";
import { Lifelines } from "./lifelines";
import { Release } from "./release";
import { WayBack, lookBack, takeOver } from "./way-back";

/** The environment's primary stack: the whole platform in one region. It connects modules, and makes nothing itself. */
export class PrimaryStack extends EnvironmentStack {
  private readonly network: Network;
  private readonly loadBalancer: LoadBalancer;
  private readonly cluster: Cluster;
  private readonly data: DataTier;

  /**
   * @throws InvalidInput when a module refuses its inputs: what the environment's own checks could not see.
   */
  constructor(app: App, identity: StackIdentity, environment: Environment) {
    super(app, identity, environment);
    this.network = this.createNetwork();
    this.loadBalancer = this.createLoadBalancer();
    this.cluster = this.createCluster();
    const lifelines = this.createLifelines();
    const existing = this.lookBack(lifelines);
    this.data = new DataTier(this, environment, this.prefix, this.network, lifelines, { existing });
    if (existing && this.data.database) takeOver(this, this.data.database, existing);
    const { recovery } = environment;
    const release = recovery && new Release(this, environment, recovery, this.prefix);
    lifelines?.connect(this.data);
    const changes = this.withoutTasks();
    const services = Object.entries(environment.services).map(([name, stated]) => {
      const service = release?.pin(name, stated) ?? stated;
      return [name, wireService(this, name, service, this.platform, this.data.services, { changes })] as const;
    });
    connectServices(new Map(services), environment.services);
    startInOrder(new Map(services), environment.services);
    if (lifelines && release) this.record(release, lifelines);
    this.createOutputs();
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
      ...this.createFirewall(),
      ...loadBalancer,
      certificateArn: loadBalancer.certificateArn ?? this.createCertificate().arn,
    });
  }

  /** A certificate of the environment's names, in the load balancer's region. */
  private createCertificate(): Certificate {
    const { names } = this.environment;
    const [domainName = "", ...alternativeNames] = hostnames(this.environment);
    const zones = names ? { [names.zone.name]: names.zone.id } : {};
    return new Certificate(this, "certificate", { name: this.prefix, domainName, alternativeNames, zones });
  }

  private createFirewall(): { webAcl?: { arn: string } } {
    const { firewall } = this.environment;
    if (!firewall) return {};
    return { webAcl: { arn: new Firewall(this, "firewall", { name: this.prefix, ...firewall }).arn } };
  }

  private createCluster(): Cluster {
    return new Cluster(this, "cluster", { name: this.prefix, ...this.environment.cluster });
  }

  /** What carries the data to the recovery region, under a provider of that region. */
  private createLifelines(): Lifelines | undefined {
    const { recovery, formerRecoveryRegion } = this.environment;
    // Terraform destroys what is no longer stated by the provider that made it.
    if (formerRecoveryRegion) this.createProvider(formerRecoveryRegion, "recovery");
    if (!recovery) return undefined;
    const provider = this.createProvider(recovery.region, "recovery");
    return new Lifelines(this, this.environment, recovery, this.prefix, provider);
  }

  /**
   * What is there before `origin` replaces the database. Where there is a recovery region, nobody may write meanwhile: neither
   * here, to the database that goes, nor there, to the one that the data was taken from.
   */
  private lookBack(lifelines: Lifelines | undefined): Existing | undefined {
    const { environment, prefix } = this;
    const { database, recovery, region, file } = environment;
    if (!database?.origin) return undefined;
    if (!recovery || !lifelines) return lookBack(this, prefix, []);
    const { replicaOf } = database.origin;
    const way: WayBack = !replicaOf ? "restored" : replicaOf.promoted ? "promoted" : "replicated";
    const here = {
      region,
      cluster: prefix,
      otherwise: `Take origin and replacements out of ${file} again, state active: "recovery" in its recovery, and deploy primary; when no task runs any more, go on with what comes after the fence.`,
    };
    // What is written there meanwhile is replicated.
    if (way === "replicated") return lookBack(this, prefix, [here], way);
    const there = [
      {
        region: recovery.region,
        cluster: recoveryName(prefix),
        provider: lifelines.provider,
        otherwise:
          way === "promoted"
            ? "Stop the services there, wait until the replica has caught up, and deploy again; a restore test is destroyed."
            : "Stop the services there, take a new snapshot when they have ended, copy it, and name the copy in origin; a restore test is destroyed.",
      },
    ];
    return lookBack(this, prefix, [here, ...there], way);
  }

  /** What services stand in. */
  private get platform(): Platform {
    const { network, loadBalancer, cluster } = this;
    return {
      cluster: { name: cluster.name, arn: cluster.arn },
      vpcId: network.vpcId,
      subnetIds: network.privateSubnetIds,
      logKmsKey: { arn: cluster.kmsKeyArn },
      loadBalancer: {
        listenerArn: loadBalancer.httpsListenerArn,
        securityGroupId: loadBalancer.securityGroupId,
        allowTo: (name, securityGroupId, port) => loadBalancer.allowTo(name, securityGroupId, port),
      },
      namespaceArn: cluster.namespaceArn,
      exec: { kmsKey: { arn: cluster.kmsKeyArn }, logGroup: { arn: cluster.execLogGroupArn } },
    };
  }

  /**
   * While the recovery region serves, no task runs here: neither those that users would reach nor those that work by
   * themselves. Application Auto Scaling takes the count down, and holds it there.
   */
  private withoutTasks(): ServiceStage["changes"] {
    return this.environment.recovery?.active === "recovery" ? { scaling: undefined, desiredCount: 0 } : {};
  }

  /** Says in both regions what runs. */
  private record({ told }: Release, lifelines: Lifelines): void {
    const description = `What ${this.prefix} runs, and from what commit`;
    const { region, prefix, environment } = this;
    tell(this, "release", RELEASE, told, { prefix, region, accountId: environment.accountId, description });
    lifelines.record(told, description);
  }

  private createOutputs(): void {
    this.addOutput("vpc_id", "ID of the VPC.", this.network.vpcId);
    this.addOutput("load_balancer_dns_name", "DNS name of the load balancer.", this.loadBalancer.dnsName);
    this.addOutput("load_balancer_zone_id", "Route 53 zone of the load balancer's name.", this.loadBalancer.zoneId);
    this.addOutput("cluster_name", "Name of the ECS cluster.", this.cluster.name);
  }
}
