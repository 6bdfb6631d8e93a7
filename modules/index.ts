import { ModuleClass } from "../kernel";
import { Requirements } from "../kernel/publish";
import { Backup } from "./backup";
import { BackupVault } from "./backup-vault";
import { Cache } from "./cache";
import { Certificate } from "./certificate";
import { Cluster } from "./cluster";
import { Database } from "./database";
import { DnsFailover } from "./dns-failover";
import { Firewall } from "./firewall";
import { Latch } from "./latch";
import { LoadBalancer } from "./load-balancer";
import { Network } from "./network";
import { Queue } from "./queue";
import { RecoveryWatch } from "./recovery-watch";
import { Registry } from "./registry";
import { Secrets } from "./secrets";
import { Service } from "./service";
import { StaticSite } from "./static-site";
import { Storage } from "./storage";
import { Topic } from "./topic";
import { UserPool } from "./user-pool";

/** The modules that are published, in the order in which a platform is built. */
export const publishedModules: readonly ModuleClass[] = [
  Network,
  Certificate,
  DnsFailover,
  Latch,
  Firewall,
  LoadBalancer,
  Cluster,
  Registry,
  Database,
  Cache,
  Secrets,
  Storage,
  Backup,
  BackupVault,
  RecoveryWatch,
  Service,
  StaticSite,
  UserPool,
  Queue,
  Topic,
];

/**
 * What every published module asks for. Terraform 1.11 has write-only arguments; the AWS provider 5.100 is the one that
 * the constructs are written against, and 6 reads the same configuration.
 */
export const requirements: Requirements = {
  terraform: ">= 1.11",
  providers: {
    aws: {
      source: "hashicorp/aws",
      version: ">= 5.100, < 7.0",
      // The provider checks ARNs while it plans: with a made-up partition a test would fail, now and then.
      mocks: {
        aws_caller_identity: { account_id: "123456789012" },
        aws_partition: { partition: "aws", dns_suffix: "amazonaws.com" },
        aws_region: { id: "us-east-1" },
        aws_vpc_endpoint_service: { availability_zones: ["us-east-1a", "us-east-1b", "us-east-1c"] },
      },
      offline: {
        region: "us-east-1",
        access_key: "none",
        secret_key: "none",
        skip_credentials_validation: true,
        skip_metadata_api_check: true,
        skip_requesting_account_id: true,
      },
    },
  },
};
