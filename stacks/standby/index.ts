import { CloudwatchDashboard } from "@cdktf/provider-aws/lib/cloudwatch-dashboard";
import { DbSubnetGroup } from "@cdktf/provider-aws/lib/db-subnet-group";
import { App } from "cdktf";
import { Environment } from "../../environments/definition";
import { LIFELINES, STANDBY, Standby, ToldLifelines } from "../../recovery/contract";
import { restoreTestSubnetGroup, servingRegionParameter } from "../../recovery/parameters";
import { json, tf } from "../../kernel";
import { hostnames } from "../../environments/definition/names/hostnames";
import { recovered } from "../../environments/definition/recovered";
import { decidedBy } from "../../environments/definition/schema/recovery";
import { EnvironmentStack } from "../../wiring/environment-stack";
import { StackIdentity } from "../../wiring/stack-definition";
import { Certificate } from "../../modules/certificate";
import { Cluster } from "../../modules/cluster";
import { Firewall } from "../../modules/firewall";
import { Latch } from "../../modules/latch";
import { LoadBalancer } from "../../modules/load-balancer";
import { Network } from "../../modules/network";
import { createMonitoringRole } from "../../modules/parts/monitoring-role";
import { Service } from "../../modules/service";
import { createCache, databaseThere } from "../../wiring/restored-data";
import { standbyDashboard } from "./dashboard";
import { shippedAll } from "../../recovery/agreement";
import { Handover } from "../../recovery/handover";
import { Stood, mechanismOf } from "../../recovery/mechanisms";
import { latchName, recoveryName } from "../../recovery/names";
import { Readiness } from "../../recovery/readiness";
import { tell } from "../../recovery/tell";
import { shipments } from "../../wiring/agreement";
import { alarmsIn, serviceIn } from "../../wiring/recovered-service";
import { recoveredPlaces } from "../../wiring/recovered-data";
import { Messaging } from "../../wiring/messaging";
import { Platform, connectServices, wireService } from "../../wiring/service";
import { ServiceData } from "../../wiring/service-data";
import { Place, lookUpSurroundings } from "../../wiring/surroundings";

/**
 * The environment's standby stack: what must be in the recovery region before the primary region is lost, because its
 * control plane would be lost too (roles, certificate, names) or because it takes long, and costs little (network, load
 * balancer, empty queues and topics). It runs no tasks and no database. What dr must know of it stands in a parameter of Systems Manager.
 */
export class StandbyStack extends EnvironmentStack {
  private readonly name: string;
  private readonly place: Place;
  private readonly lifelines: ToldLifelines;
  private readonly network: Network;
  private readonly loadBalancer: LoadBalancer;
  private readonly cluster: Cluster;
  private readonly services: ReadonlyMap<string, Service>;
  /** Role of enhanced monitoring; null without it. */
  private readonly monitoringRoleArn: string | null;

  /** @throws InvalidInput when a module refuses its inputs: what the environment's own checks could not see. */
  constructor(app: App, identity: StackIdentity, stated: Environment) {
    super(app, identity, recovered(stated));
    const { environment, recovery } = this;
    this.name = recoveryName(this.prefix);
    this.place = lookUpSurroundings(this, recovery.region);
    this.lifelines = this.readLifelines();
    this.network = this.createNetwork();
    this.loadBalancer = this.createLoadBalancer();
    const { kmsKey: _key, ...cluster } = environment.cluster ?? {};
    this.cluster = new Cluster(this, "cluster", { name: this.name, ...cluster });
    this.services = this.prepareServices();
    connectServices(this.services, environment.services);
    const latch = this.createLatch();
    this.monitoringRoleArn = this.createMonitoringRole();
    const stood = this.standDatabase();
    this.createSubnetGroup();
    this.createManifest(latch);
    this.createDashboard();
    this.addOutput("load_balancer_dns_name", "DNS name of the load balancer.", this.loadBalancer.dnsName);
    this.addOutput("cluster_name", "Name of the ECS cluster.", this.cluster.name);
    stood?.keep();
  }

  private readLifelines(): ToldLifelines {
    const handover = new Handover(this, this.prefix, this.recovery.region);
    const why = "deploy the primary stack first, which writes it";
    const told = handover.read(LIFELINES);
    const ready = new Readiness(this, [
      ...handover.present(LIFELINES, { why }),
      ...shippedAll(told, shipments(this.environment), {
        prefix: this.prefix,
        region: this.recovery.region,
        otherwise: "deploy the primary stack from this one first",
      }),
    ]);
    return ready.passTold(LIFELINES, told);
  }

  private createNetwork(): Network {
    const { network, warm = [] } = this.recovery;
    // Without a warm one, dr makes the gateway in the incident, and gives it the addresses.
    const nat = warm.includes("nat") ? {} : { nat: "none" as const, natZone: undefined, natElasticIps: {} };
    return new Network(this, "network", { name: this.name, ...network, ...nat });
  }

  private createLoadBalancer(): LoadBalancer {
    const { loadBalancer, firewall } = this.environment;
    // What is bound to the primary region stays there.
    const {
      certificateArn: _certificate,
      certificates: _more,
      webAcl: _acl,
      logBucket: _logs,
      ...stated
    } = loadBalancer;
    const webAcl = firewall && { arn: this.createFirewall(firewall).arn };
    return new LoadBalancer(this, "load_balancer", {
      name: this.name,
      vpcId: this.network.vpcId,
      subnetIds: loadBalancer.internal ? this.network.privateSubnetIds : this.network.publicSubnetIds,
      ...stated,
      webAcl,
      certificateArn: this.recovery.certificateArn ?? this.createCertificate().arn,
    });
  }

  private createFirewall({ alarms, logKmsKey: _key, ...stated }: NonNullable<Environment["firewall"]>): Firewall {
    const here = alarmsIn(alarms, this.recovery.alarmTopicArns);
    return new Firewall(this, "firewall", { name: this.name, ...stated, alarms: here });
  }

  /** The primary's certificate has the same names, and so the same records, which the primary stack makes. */
  private createCertificate(): Certificate {
    const [domainName = "", ...alternativeNames] = hostnames(this.environment);
    return new Certificate(this, "certificate", {
      name: this.name,
      domainName,
      alternativeNames,
      validationRecords: false,
      expiryTopicArns: this.recovery.alarmTopicArns,
    });
  }

  /** What the environment's services are prepared in. */
  private get platform(): Platform {
    const { network, loadBalancer, cluster } = this;
    return {
      cluster: { name: this.name, arn: cluster.arn },
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

  private prepareServices(): ReadonlyMap<string, Service> {
    const { environment, recovery } = this;
    const messaging = new Messaging(this, environment, { region: recovery.region, owner: this.name });
    const data = new ServiceData(recoveredPlaces(environment, this.lifelines, this.place, this.name), { messaging });
    return new Map(
      Object.entries(environment.services).map(([name, service]) => {
        const stated = serviceIn(recovery.region, service, environment);
        return [name, wireService(this, name, stated, this.platform, data, { prepareOnly: true })];
      }),
    );
  }

  /** The decision which region serves: names come here once all services that users reach are healthy, or a person says so. */
  private createLatch(): Latch {
    const targetGroupArns = Object.entries(this.environment.services)
      // One that is to run no task never has a healthy target.
      .filter(([, { desiredCount = 1, scaling }]) => (scaling?.minimum ?? desiredCount) > 0)
      .flatMap(([name]) => this.services.get(name)?.prepared.targetGroupArn ?? []);
    return new Latch(this, "latch", {
      name: latchName(this.prefix),
      primaryRegion: this.environment.region,
      // Where no service tells that the region serves, a person does.
      switch: targetGroupArns.length === 0 ? "confirmed" : decidedBy(this.recovery),
      targetGroupArns,
      parameterName: servingRegionParameter(this.prefix),
      alarmTopicArns: this.recovery.alarmTopicArns,
      kmsKey: { arn: this.lifelines.kmsKeyArn },
    });
  }

  /** What of the database stands here in peace, where the environment has chosen such a mechanism. */
  private standDatabase(): Stood | undefined {
    const { environment, recovery, lifelines, network, place } = this;
    const { application, name, accountId } = environment;
    const mechanism = mechanismOf(recovery.database?.mechanism);
    const props = databaseThere(environment, {
      kmsKeyArn: lifelines.kmsKeyArn,
      vpcId: network.vpcId,
      subnetIds: network.databaseSubnetIds,
      secretArn: lifelines.database.secretArn,
      monitoringRoleArn: this.monitoringRoleArn,
    });
    if (!props || !mechanism.stand) return undefined;
    const { primaryRegion, database } = lifelines;
    const arn = `arn:${place.partition}:rds:${primaryRegion}:${accountId}:db:${database.identifier}`;
    return mechanism.stand({
      stack: this,
      application,
      environment: name,
      region: recovery.region,
      props,
      source: { arn, resourceId: database.resourceId },
    });
  }

  /** Where AWS Backup restores the copies that it tries each month. dr has a group of its own, since a database owns it. */
  private createSubnetGroup(): void {
    if (!this.environment.database) return;
    const name = restoreTestSubnetGroup(this.prefix);
    new DbSubnetGroup(this, "restore_test", {
      name,
      description: "Where AWS Backup tries whether copies can be restored",
      subnetIds: this.network.databaseSubnetIds,
      tags: { Name: name },
    });
  }

  /** What dr must know, and the edge stack of the latch. */
  private createManifest(latch: Latch): void {
    const { network, loadBalancer, cluster } = this;
    const cache = this.recovery.warm?.includes("cache")
      ? createCache(this, this.environment, this.cacheParts())
      : undefined;
    const manifest: Standby = {
      vpcId: network.vpcId,
      privateSubnetIds: network.privateSubnetIds,
      databaseSubnetIds: network.databaseSubnetIds,
      publicSubnetIds: network.publicSubnetIds,
      zones: this.recovery.network.zones,
      privateRouteTableIds: tf<Record<string, string>>`${network.privateRouteTableIds}`,
      listenerArn: loadBalancer.httpsListenerArn,
      loadBalancerSecurityGroupId: loadBalancer.securityGroupId,
      loadBalancerArnSuffix: loadBalancer.arnSuffix,
      latchSettings: latch.alarm.settings,
      clusterArn: cluster.arn,
      namespaceArn: cluster.namespaceArn,
      monitoringRoleArn: this.monitoringRoleArn,
      cache: cache ? { endpoint: cache.endpoint, port: cache.port, securityGroupId: cache.securityGroupId } : null,
      services: Object.fromEntries(
        [...this.services].map(([name, { prepared }]) => [
          name,
          { ...prepared, targetGroupArn: prepared.targetGroupArn ?? null },
        ]),
      ),
    };
    tell(this, "manifest", STANDBY, manifest, {
      prefix: this.prefix,
      region: this.recovery.region,
      accountId: this.environment.accountId,
      description: "What dr must know of the standby. It holds no secret.",
    });
  }

  private cacheParts() {
    return {
      name: this.name,
      kmsKeyArn: this.lifelines.kmsKeyArn,
      vpcId: this.network.vpcId,
      subnetIds: this.network.databaseSubnetIds,
    };
  }

  /** Role that writes the measurements of the restored database; null without one. */
  private createMonitoringRole(): string | null {
    const { database } = this.environment;
    if (!database || database.monitoringInterval === 0) return null;
    const { role } = createMonitoringRole(this, {
      ...this.place,
      name: this.name,
      tags: (name) => ({ Name: name }),
      permissionsBoundary: database.permissionsBoundary?.arn,
      nameOf: ({ name }) => name,
    });
    return role.arn;
  }

  private createDashboard(): void {
    new CloudwatchDashboard(this, "dashboard", {
      dashboardName: this.name,
      dashboardBody: json(
        standbyDashboard({
          prefix: this.prefix,
          region: this.recovery.region,
          loadBalancer: this.loadBalancer.arnSuffix,
        }),
      ),
    });
  }
}
