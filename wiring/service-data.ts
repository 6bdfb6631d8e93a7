import { Uses, receivedBy } from "../environments/definition/schema/uses";
import { Cache } from "../modules/cache";
import { Database } from "../modules/database";
import { Service } from "../modules/service";
import { Storage } from "../modules/storage";
import { DataPlaces, ServiceGrants, grantsFor } from "./grants";
import { Messaging } from "./messaging";
import { Templates } from "./templates";

/** What of the environment's data a stack makes itself. */
export interface DataStores {
  readonly database?: Database;
  readonly cache?: Cache;
  /** Buckets, by their names in the environment; undefined where another stack made them. */
  readonly bucket?: (name: string) => Storage;
  /** Queues and topics; undefined where another stack made them, with the rights of the services' roles. */
  readonly messaging?: Messaging;
}

/** The environment's data as the services of a stack see it: where it is, and the ways to it. */
export class ServiceData {
  constructor(
    private readonly places: DataPlaces,
    private readonly stores: DataStores = {},
  ) {}

  /** What a service must be told, and let do, to work with what it uses; with the variables of its own names. */
  grantsFor(uses: Uses, variables?: Templates): ServiceGrants {
    return grantsFor(uses, this.places, variables);
  }

  /** The queue whose messages a service scales by: the one that it receives from, as the environment's rules ask. */
  queueFor(uses: Uses): string {
    return this.places.queueName(receivedBy(uses)[0]);
  }

  /** Opens the way from a service to what it uses: security groups on both sides, and its role to buckets, queues and topics. */
  connect(name: string, service: Service, uses: Uses): void {
    const { database, cache, bucket, messaging } = this.stores;
    if (uses.database && database) {
      database.allowFrom(name, service.securityGroupId);
      service.allowTo("database", database.clientSecurityGroupId, database.port);
    }
    if (uses.cache && cache) {
      cache.allowFrom(name, service.securityGroupId);
      service.allowTo("cache", cache.securityGroupId, cache.port);
    }
    if (messaging) grantMessaging(messaging, name, service, uses);
    if (!bucket) return;
    for (const [storage, access] of Object.entries(uses.storage ?? {})) {
      if (access === "read") bucket(storage).grantRead(name, service.taskRoleName);
      else bucket(storage).grantReadWrite(name, service.taskRoleName);
    }
  }
}

function grantMessaging(
  messaging: Messaging,
  name: string,
  service: Service,
  { queues = {}, topics = [] }: Uses,
): void {
  for (const [queue, access] of Object.entries(queues)) {
    if (access !== "receive") messaging.queue(queue).grantSend(name, service.taskRoleName);
    if (access !== "send") messaging.queue(queue).grantReceive(name, service.taskRoleName);
  }
  for (const topic of topics) messaging.topic(topic).grantPublish(name, service.taskRoleName);
}
