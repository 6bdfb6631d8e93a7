import type { Type } from "../../../kernel/types";
import { backupInputs } from "../../../modules/backup/inputs";
import { backupVaultInputs } from "../../../modules/backup-vault/inputs";
import { cacheInputs } from "../../../modules/cache/inputs";
import { certificateInputs } from "../../../modules/certificate/inputs";
import { clusterInputs } from "../../../modules/cluster/inputs";
import { databaseInputs } from "../../../modules/database/inputs";
import { dnsFailoverInputs } from "../../../modules/dns-failover/inputs";
import { firewallInputs } from "../../../modules/firewall/inputs";
import { loadBalancerInputs } from "../../../modules/load-balancer/inputs";
import { networkInputs } from "../../../modules/network/inputs";
import { recoveryWatchInputs } from "../../../modules/recovery-watch/inputs";
import { registryInputs } from "../../../modules/registry/inputs";
import { secretsInputs } from "../../../modules/secrets/inputs";
import { databaseReplica, recoveryName, restoreTestName } from "../../../recovery/names";
import type { EnvironmentDefinition } from "../schema/environment";

/** A name that follows from the application's and the environment's, and what takes it. */
export interface DerivedName {
  readonly value: string;
  /** What is called so: `the load balancer of the recovery region`. */
  readonly owner: string;
  /** What the module says a name may be. */
  readonly type: Type<string>;
}

/** Where a name is used: in the primary region, in the recovery region, in a test of it. */
const PLACES = {
  primary: { name: (prefix: string) => prefix, of: "" },
  recovery: { name: recoveryName, of: " of the recovery region" },
  test: { name: restoreTestName, of: " of the restore test" },
  replica: { name: databaseReplica, of: " that stands by in the recovery region" },
} as const;

interface Module {
  readonly owner: string;
  readonly type: Type<string>;
  readonly places: readonly (keyof typeof PLACES)[];
  exists(definition: EnvironmentDefinition): unknown;
}

const always = () => true;
const withRecovery = ({ recovery }: EnvironmentDefinition) => recovery;

/** The modules whose names begin with `<application>-<environment>`, and where each of them is. */
const MODULES: readonly Module[] = [
  { owner: "load balancer", type: loadBalancerInputs.fields.name, places: ["primary", "recovery"], exists: always },
  { owner: "network", type: networkInputs.fields.name, places: ["primary", "recovery"], exists: always },
  { owner: "cluster", type: clusterInputs.fields.name, places: ["primary", "recovery"], exists: always },
  {
    owner: "database",
    type: databaseInputs.fields.name,
    places: ["primary", "recovery", "test"],
    exists: ({ database }) => database,
  },
  {
    owner: "database",
    type: databaseInputs.fields.name,
    places: ["replica"],
    exists: ({ database, recovery }) => database && recovery?.database?.mechanism === "replica",
  },
  {
    owner: "cache",
    type: cacheInputs.fields.name,
    places: ["primary", "recovery", "test"],
    exists: ({ cache }) => cache,
  },
  {
    owner: "firewall",
    type: firewallInputs.fields.name,
    places: ["primary", "recovery"],
    exists: ({ firewall }) => firewall,
  },
  {
    owner: "certificate",
    type: certificateInputs.fields.name,
    places: ["primary", "recovery"],
    exists: ({ names }) => names,
  },
  { owner: "DNS failover", type: dnsFailoverInputs.fields.name, places: ["primary"], exists: ({ names }) => names },
  { owner: "secrets", type: secretsInputs.fields.name, places: ["primary"], exists: ({ secrets }) => secrets },
  { owner: "registry", type: registryInputs.fields.name, places: ["primary"], exists: ({ registry }) => registry },
  { owner: "backup", type: backupInputs.fields.name, places: ["primary"], exists: withRecovery },
  { owner: "backup vault", type: backupVaultInputs.fields.name, places: ["primary"], exists: withRecovery },
  { owner: "recovery watch", type: recoveryWatchInputs.fields.name, places: ["primary"], exists: withRecovery },
];

/** What an environment's modules are called. */
export function derivedNames(definition: EnvironmentDefinition, environment: string): DerivedName[] {
  const prefix = `${definition.application}-${environment}`;
  return MODULES.filter((module) => module.exists(definition)).flatMap(({ owner, type, places }) =>
    places
      .filter((place) => place === "primary" || definition.recovery)
      .map((place) => ({ value: PLACES[place].name(prefix), owner: `the ${owner}${PLACES[place].of}`, type })),
  );
}
