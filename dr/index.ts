import { App } from "cdktf";
import { Environment } from "../environments/definition";
import { hostnames } from "../environments/definition/names/hostnames";
import { EnvironmentService } from "../environments/definition/schema/parts";
import { decidedBy } from "../environments/definition/schema/recovery";
import { recovered } from "../environments/definition/recovered";
import { EnvironmentStack } from "../wiring/environment-stack";
import { Check, Expression, Flag, local, tf } from "../kernel";
import { StackIdentity } from "../wiring/stack-definition";
import { Cache } from "../modules/cache";
import { Database } from "../modules/database";
import { adoptUnfinished } from "./adoption";
import { Choice, Copy, findCopy, notEmpty } from "./copies";
import { Incarnation } from "./incarnation";
import { RestoredDatabase, ageSeconds } from "./restored";
import { createCache, createDatabase, storageOf } from "../wiring/restored-data";
import { refuseDuringFailback } from "./failback";
import { leftOut, preparedAll, shippedAll } from "../recovery/agreement";
import { lifelinesAreGone, standbyIsGone } from "../recovery/absence";
import { COPIES, LIFELINES, STANDBY, ToldLifelines, ToldStandby } from "../recovery/contract";
import { Handover } from "../recovery/handover";
import { Mechanisms, mechanismsWith } from "../recovery/mechanisms";
import { findImages } from "./images";
import { recoveryName, restoreTestName } from "../recovery/names";
import { refuseToDestroy } from "./keep";
import { createNat } from "./nat";
import { Condition, Readiness } from "../recovery/readiness";
import { preparations, shipments } from "../wiring/agreement";
import { serviceIn } from "../wiring/recovered-service";
import { Hosts, recoveredPlaces } from "../wiring/recovered-data";
import { Platform, startInOrder, wireService } from "../wiring/service";
import { ServiceData } from "../wiring/service-data";
import { Place, lookUpSurroundings } from "../wiring/surroundings";
import { withImages } from "../wiring/release";
import { RELEASE_VARIABLE, RecordedRelease } from "./release";

/**
 * The stack that an incident deploys: restores the database, starts cache and services in what the standby has prepared. It
 * asks the regional services of the recovery region only: no IAM, no Route 53, no bucket is made, and nothing of the primary
 * region is read. The names move by themselves once it serves.
 */
export class DrStack extends EnvironmentStack {
  /**
   * Whether it is a restore test: beside dr, under names of its own, out of reach of the load balancer, so that no name ever
   * moves; without protection, since it is destroyed afterwards.
   */
  private readonly options: { readonly isTest: boolean };
  private readonly name: string;
  private readonly place: Place;
  private readonly lifelines: ToldLifelines;
  private readonly standby: ToldStandby;
  private readonly copy: Copy;
  /** Images that are started, by the names of containers. */
  private readonly images: Expression;
  private readonly origin: Expression;
  private readonly incarnation: Incarnation;
  /** Its identifier: of what is restored, or of the replica. */
  private readonly databaseName: string;
  /** Whether the database takes writes, or will: not while a replica is only prepared. */
  private readonly serves?: Expression;

  /** @throws InvalidInput when a module refuses its inputs: what the environment's own checks could not see. */
  constructor(app: App, identity: StackIdentity, stated: Environment) {
    super(app, identity, recovered(stated));
    const { environment, recovery } = this;
    this.options = { isTest: identity.rehearsal === true };
    const { options } = this;
    this.name = (options.isTest ? restoreTestName : recoveryName)(this.prefix);
    this.place = lookUpSurroundings(this, recovery.region);
    const chosen = recovery.database?.mechanism;
    // A test must not promote anything.
    const mechanisms = mechanismsWith(chosen).filter(({ onlyChosen }) => !(onlyChosen && options.isTest));
    const { choice, cacheSnapshot, adopt, insisted } = this.createVariables(mechanisms);
    const handover = new Handover(this, this.prefix, recovery.region);
    const release = new RecordedRelease(this, stated, recovery.region, handover, insisted);
    const restored = new RestoredDatabase(this, this.name);
    const told = handover.read(LIFELINES);
    const prepared = handover.read(STANDBY);
    const copy = findCopy(this, {
      environment,
      mechanisms,
      lifelines: told,
      watched: handover.read(COPIES),
      choice,
      database: restored,
    });
    const ready = new Readiness(this, [
      ...handover.present(LIFELINES, lifelinesAreGone(this.prefix, recovery.region)),
      ...handover.present(STANDBY, standbyIsGone(this.prefix, recovery.region)),
      ...release.conditions,
      ...this.agreement(told, prepared),
      ...(environment.database ? copy.conditions : []),
      notEmpty("cache_snapshot", cacheSnapshot),
      {
        condition: tf<Flag>`${adopt} == null ? true : ${adopt} == "false"`,
        errorMessage: `adopt must be true or false, and not ${tf`${adopt}`}. Nothing was made.`,
      },
    ]);
    this.lifelines = ready.passTold(LIFELINES, told);
    this.standby = ready.passTold(STANDBY, prepared);
    const { promotes, serves } = this.promotion(restored, copy, choice);
    this.serves = serves;
    this.databaseName = restored.identifierOf(copy.made.kind);
    const retentionDays = tf`try(${told.database.backupRetentionDays}, 35)`;
    const origin = restored.originOf(copy.made, mechanisms, promotes, retentionDays);
    this.origin = ready.pass("copy", origin);
    this.copy = copy;
    this.incarnation = new Incarnation(this, this.name, this.standby.vpcId);
    this.images = release.images(ready);
    findImages(this, environment, recovery.region, this.images);

    const database = this.restoreDatabase(restored);
    const cache = this.startCache(cacheSnapshot);
    const hosts: Hosts = {
      database: database && { host: database.address, port: database.port },
      cache: cache ? { host: cache.endpoint, port: cache.port } : this.warmCache(),
    };
    const places = recoveredPlaces(environment, this.lifelines, this.place, this.name, hosts);
    this.runServices(new ServiceData(places, { database, cache }));
    this.warnOfServices(prepared);
    adoptUnfinished(this, {
      environment,
      database: restored,
      identifier: this.databaseName,
      isAdopted: restored.standing
        ? tf`${restored.isThere} || ${copy.made.kind} == ${restored.standing.kind}`
        : restored.isThere,
      incarnation: this.incarnation,
      listed: tf`${adopt} != "false"`,
      standby: this.standby,
      conditions: (ours) => (options.isTest ? [] : refuseDuringFailback(this, this.prefix, ours)),
    });
    if (database) this.tellOfCopy(database, restored);
    this.createOutputs();
    // A restore test has no protection: it is made to be destroyed.
    if (database && !options.isTest) refuseToDestroy(this, { name: this.databaseName, region: recovery.region });
  }

  /**
   * When a replica is promoted: at once where the services' health moves the names; where a person does, by their command. One
   * that was promoted stays so, whatever is typed.
   */
  private promotion(
    { standing }: RestoredDatabase,
    { made }: Copy,
    choice: Choice,
  ): { readonly promotes: Expression; readonly serves?: Expression } {
    if (!standing) return { promotes: tf`true` };
    const isAutomatic = decidedBy(this.recovery) === "automatic";
    const promotes = tf`${local(
      this,
      "promotes",
      tf`${standing.replica.isPromoted} || ${choice.replica} != null || ${isAutomatic}`,
    )}`;
    return { promotes, serves: tf`${local(this, "serves", tf`${made.kind} != ${standing.kind} || ${promotes}`)}` };
  }

  /** What another checkout has shipped, or prepared, must have all that this one starts. */
  private agreement(lifelines: ToldLifelines, standby: ToldStandby): Condition[] {
    const { environment, recovery, prefix, options } = this;
    const reader = {
      prefix,
      region: recovery.region,
      otherwise: "deploy primary and standby from this one, while the primary region answers",
    };
    return [
      ...shippedAll(lifelines, shipments(environment), reader),
      ...preparedAll(standby, preparations(environment, recovery, options.isTest), reader),
    ];
  }

  /**
   * A service less than the standby has is warned of, and not refused: whoever has to recover with an older checkout is
   * better off with the services that it has.
   */
  private warnOfServices(standby: ToldStandby): void {
    const missing = leftOut(standby, Object.keys(this.environment.services));
    new Check(this, "services_left_out", {
      condition: tf<Flag>`try(length(${missing}) == 0, true)`,
      message: `The standby has prepared ${tf`try(join(", ", ${missing}), "")`}, which this checkout does not have: it is not started. Check out the release that was deployed last.`,
    });
  }

  /** What an operator may name: `npx cdktf deploy dr --var snapshot=<identifier>`. */
  private createVariables(
    mechanisms: Mechanisms,
  ): Record<"cacheSnapshot" | "adopt" | "insisted", Expression> & { readonly choice: Choice } {
    const variables = mechanisms.map(({ name, variable: { name: variable, description, otherwise } }) => [
      name,
      this.addVariable(variable, description, otherwise),
    ]);
    return {
      choice: Object.fromEntries(variables) as Choice,
      cacheSnapshot: this.addVariable(
        "cache_snapshot",
        "Snapshot of ElastiCache, in the recovery region, that the cache starts with. Without it, it starts empty.",
        "none",
      ),
      adopt: this.addVariable(
        "adopt",
        "false believes nothing of AWS's list of tagged resources: for a plan that would import what this very deployment has made and somebody has deleted.",
        "true",
      ),
      insisted: this.addVariable(RELEASE_VARIABLE.name, RELEASE_VARIABLE.description, RELEASE_VARIABLE.otherwise),
    };
  }

  private get dataParts() {
    return {
      name: this.name,
      kmsKeyArn: this.lifelines.kmsKeyArn,
      vpcId: this.standby.vpcId,
      subnetIds: this.standby.databaseSubnetIds,
    };
  }

  private restoreDatabase(restored: RestoredDatabase): Database | undefined {
    const { copy, options, environment, origin, incarnation } = this;
    const { standing } = restored;
    return createDatabase(this, environment, {
      ...this.dataParts,
      origin,
      identifier: this.databaseName,
      ...(standing
        ? {
            standing: {
              found: standing.replica.found,
              isTaken: tf`(${copy.made.kind} == ${standing.kind})`,
            },
          }
        : {}),
      tags: incarnation.tags,
      // Its snapshots get its tags: that of a failback is known by this deployment's.
      madeFrom: { ...restored.tagsOf(copy.made), ...incarnation.tags },
      restoredAt: copy.made.plannedAt,
      secretArn: this.lifelines.database.secretArn,
      monitoringRoleArn: this.standby.monitoringRoleArn,
      allocatedStorage: storageOf(environment, restored.storageOf(copy.allocatedStorage)),
      isTest: options.isTest,
    });
  }

  /** A cache that stands by is not started; a restore test has one of its own in any case. */
  private startCache(given: Expression): Cache | undefined {
    if (this.recovery.warm?.includes("cache") && !this.options.isTest) return undefined;
    const origin = local(this, "cache_origin", tf`${given} == null ? null : { name = ${given}, arns = null }`);
    return createCache(this, this.environment, {
      ...this.dataParts,
      tags: this.incarnation.tags,
      snapshot: tf`${origin}`,
      // Each deployment's own: AWS destroys no cache while a snapshot has that name already.
      finalSnapshotName: `${this.name}-final-${this.incarnation.id}`,
      isTest: this.options.isTest,
    });
  }

  private warmCache(): Hosts["cache"] {
    if (!this.environment.cache) return undefined;
    const { endpoint, port } = this.standby.cache;
    return { host: endpoint, port };
  }

  /** Subnets that tasks run in. A restore test must not touch the routes that an incident makes: its tasks have addresses. */
  private taskSubnets(): string[] {
    const { name, recovery, standby, options } = this;
    return options.isTest ? standby.publicSubnetIds : createNat(this, { name, recovery, standby });
  }

  /** What services are started in: a restore test is out of reach of the load balancer, and of other services. */
  private platform(): Platform {
    const { standby } = this;
    const place = {
      cluster: { name: recoveryName(this.prefix), arn: standby.clusterArn },
      vpcId: standby.vpcId,
      subnetIds: this.taskSubnets(),
    };
    if (this.options.isTest) return place;
    return {
      ...place,
      loadBalancer: { listenerArn: standby.listenerArn, securityGroupId: standby.loadBalancerSecurityGroupId },
      namespaceArn: standby.namespaceArn,
    };
  }

  private runServices(data: ServiceData): void {
    const { environment, recovery, standby, options } = this;
    const platform = this.platform();
    const services = Object.entries(environment.services).map(([name, service]) => {
      const stated = withImages(
        name,
        serviceIn(recovery.region, service, environment),
        (container) => tf<string>`${this.images}[${container}]`,
      );
      const { executionRoleArn, taskRoleArn, logGroupName, securityGroupId, targetGroupArn } = standby.services(name);
      const isRouted = stated.routing !== undefined && platform.loadBalancer !== undefined;
      const wired = wireService(this, name, stated, platform, data, {
        prepared: {
          executionRoleArn,
          taskRoleArn,
          logGroupName,
          securityGroupId,
          targetGroupArn: isRouted ? targetGroupArn : undefined,
        },
        changes: {
          tags: this.incarnation.tags,
          ...(options.isTest ? { name: `${name}-rt`, scaling: undefined, desiredCount: 1, assignPublicIp: true } : {}),
          ...this.countOf(stated),
        },
      });
      return [name, wired] as const;
    });
    startInOrder(new Map(services), environment.services);
  }

  /** While a replica is only prepared, the services are made and run no task: they would work on what they cannot write to. */
  private countOf({ scaling, desiredCount = 1 }: EnvironmentService): Partial<EnvironmentService> {
    const { serves } = this;
    if (!serves) return {};
    const once = (count: number): number => tf<number>`${serves} ? ${count} : 0`;
    if (!scaling) return { desiredCount: once(desiredCount) };
    return { scaling: { ...scaling, minimum: once(scaling.minimum), maximum: once(scaling.maximum) } };
  }

  /** Says what the database was made from; before it is made, how old that is. */
  private tellOfCopy(database: Database, restored: RestoredDatabase): void {
    const { dataUntil, plannedAt } = this.copy.made;
    const { rpo } = this.recovery.objectives;
    const age = tf`${local(this, "copy_age#seconds", ageSeconds(plannedAt, dataUntil))}`;
    const minutes = tf`try(floor(${age} / 60), "unknown")`;
    new Check(this, "copy_age", {
      condition: tf<Flag>`${restored.isThere} ? true : try(${age} <= ${rpo}, false)`,
      message: `The database is restored with data until ${tf`${dataUntil}`} (age in minutes: ${tf`${minutes}`}). What was written later is lost: that may be more than the ${rpo} s of recovery.objectives.rpo. "Check" in dr/RUNBOOK.md tells which other copies there are.`,
    });
    this.addOutput(
      "restored",
      "What the database was restored from, as its tags say it: kind, copy, until when its data reaches (data_until; the latest state of backups is at least as new), and how old that was, in seconds, when the restore was planned.",
      restored.describe(tf`${database.node.findChild("this")}.tags`),
    );
  }

  /** Says what to look at. */
  private createOutputs(): void {
    const { environment } = this;
    const names = this.options.isTest ? [] : hostnames(environment);
    this.addOutput("check", "What to look at before you tell anybody.", [
      ...(environment.database
        ? [
            `The newest rows of the database ${this.databaseName}: what was written after data_until is lost, or still in ${environment.region}.`,
          ]
        : []),
      ...names.map((name) => `https://${name} answers from ${this.recovery.region} (dig ${name})`),
      ...(this.options.isTest ? ["Destroy it afterwards: npx cdktf destroy restore-test"] : []),
    ]);
  }
}
