import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { EcrLifecyclePolicy } from "@cdktf/provider-aws/lib/ecr-lifecycle-policy";
import { EcrRegistryScanningConfiguration } from "@cdktf/provider-aws/lib/ecr-registry-scanning-configuration";
import { EcrReplicationConfiguration } from "@cdktf/provider-aws/lib/ecr-replication-configuration";
import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import { EcrRepositoryPolicy } from "@cdktf/provider-aws/lib/ecr-repository-policy";
import { TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import {
  Flag,
  ModuleConstruct,
  ModuleDefinition,
  acceptFinding,
  at,
  choose,
  comment,
  dynamic,
  each,
  forEach,
  given,
  heading,
  item,
  json,
  local,
  not,
  one,
  shorthand,
  tf,
  when,
} from "../../kernel";
import { createDataKey } from "../parts/key";
import { lookUpSurroundings } from "../parts/surroundings";
import { named } from "../parts/tags";
import { repositoryPolicy } from "./access";
import { guardRepositories } from "./identity";
import { findingPatterns } from "./findings";
import { RegistryProps, registryInputs } from "./inputs";
import { lifecyclePolicy } from "./lifecycle";
import { notes } from "./notes";

export type { RegistryProps } from "./inputs";

type Fields = (typeof registryInputs)["fields"];

/** ECR repositories that keep what runs, and the settings of their registry. */
export class Registry extends ModuleConstruct<Fields> {
  static readonly definition: ModuleDefinition<Fields> = {
    name: "registry",
    description: "ECR repositories that keep what runs, and the settings of their registry.",
    notes,
    inputs: registryInputs,
    example: { name: "nimbus", repositories: { web: {}, worker: { keepReleases: 10 } } },
  };

  /** Key that the images are encrypted with. */
  readonly kmsKeyArn: string;
  private readonly keys: readonly string[];
  private readonly repository: EcrRepository;
  /** A map from the repositories' keys to their names. */
  private names!: TerraformLocal;
  private readonly accountId: string;
  private readonly partition: string;
  private readonly region: string;

  constructor(scope: Construct, id: string, props: RegistryProps) {
    super(scope, id, Registry.definition, props);
    this.keys = Object.keys(props.repositories);
    ({ accountId: this.accountId, partition: this.partition, region: this.region } = lookUpSurroundings(this));

    this.kmsKeyArn = this.createKey();
    this.repository = this.createRepositories();
    this.expireImages();
    this.openToOthers();
    this.scan();
    this.tellFindings();
    this.replicate();

    this.output(
      "urls",
      "URLs of the repositories by key: images are <url>:<tag>.",
      tf`{ for key, repository in ${this.repository} : key => repository.repository_url }`,
    );
    this.output(
      "arns",
      "ARNs of the repositories by key.",
      tf`{ for key, repository in ${this.repository} : key => repository.arn }`,
    );
    this.output(
      "names",
      "Names of the repositories by key.",
      tf`{ for key, repository in ${this.repository} : key => repository.name }`,
    );
    this.output("registryId", "Account whose registry it is.", this.accountId);
    this.output("kmsKeyArn", "Key that the images are encrypted with.", this.kmsKeyArn);
  }

  /**
   * An image of a repository, for the input `image` of a service: `registry.image("web", "1.4.2")`.
   *
   * @throws Error when the key is not that of a repository.
   */
  image(key: string, tag: string): string {
    if (!this.keys.includes(key)) {
      throw new Error(`${this.node.path} has no repository ${key}; there are ${this.keys.join(", ")}`);
    }
    return `${at(this.repository, key, "repository_url")}:${tag}`;
  }

  private createKey(): string {
    heading(this, "Encryption key");
    const { name, kmsKey, tags } = this.inputs;
    const key = createDataKey(this, "this", {
      count: when(not(given(kmsKey))),
      name: `${name}-registry`,
      description: `Images of ${name}`,
      accountId: this.accountId,
      partition: this.partition,
      tags,
    });
    return shorthand(this, "kms_key_arn", choose<string>(given(kmsKey), kmsKey.arn, one(key, "arn")));
  }

  private createRepositories(): EcrRepository {
    heading(this, "Repositories");
    const { name, repositories, kmsKey, replacements, forceDelete, tags } = this.inputs;
    this.names = local(
      this,
      "names",
      tf`{ for key, repository in ${repositories} : key => coalesce(repository.repository_name, "\${${name}}/\${key}") }`,
    );
    const repository = new EcrRepository(this, "this#repository", {
      forEach: forEach(repositories),
      name: tf`${this.names}[each.key]`,
      imageTagMutability: choose(tf<Flag>`each.value.mutable_tags`, "MUTABLE", "IMMUTABLE"),
      imageScanningConfiguration: { scanOnPush: tf<Flag>`each.value.scan_on_push` },
      encryptionConfiguration: [{ encryptionType: "KMS", kmsKey: this.kmsKeyArn }],
      forceDelete,
      lifecycle: {
        precondition: [
          guardRepositories(this, {
            names: this.names,
            kmsKey: choose(given(kmsKey), kmsKey.arn, "the key of the module"),
            replacements,
          }),
        ],
      },
      tags: named(tags, tf`${this.names}[each.key]`),
    });
    acceptFinding(repository, "CKV_AWS_51", "Tags are immutable unless the caller says mutable_tags");
    acceptFinding(repository, "CKV_AWS_163", "Pushes are scanned unless the caller turns scan_on_push off");
    return repository;
  }

  private expireImages(): void {
    heading(this, "Life cycle of images");
    comment(
      new EcrLifecyclePolicy(this, "this#lifecycle", {
        forEach: forEach(this.inputs.repositories),
        repository: at(this.repository, each.key, "name"),
        policy: lifecyclePolicy(this.inputs.runningTags),
      }),
      "No rule expires an image that a rule before it matches: the first ones, whose count is never reached, protect what runs.",
    );
  }

  private openToOthers(): void {
    heading(this, "Access from other accounts");
    new EcrRepositoryPolicy(this, "this#policy", {
      forEach: forEach(
        tf`{ for key, repository in ${this.inputs.repositories} : key => repository if length(repository.pull_accounts) + length(repository.push_roles) > 0 }`,
      ),
      repository: at(this.repository, each.key, "name"),
      policy: repositoryPolicy(this.partition),
    });
  }

  private scan(): void {
    heading(this, "Scanning");
    const { scanning } = this.inputs;
    new EcrRegistryScanningConfiguration(this, "this#scanning", {
      count: when(given(scanning)),
      scanType: scanning.scanType,
      rule: dynamic(tf`[${scanning.scanFrequency}]`, {
        scanFrequency: item("rule"),
        repositoryFilter: dynamic(scanning.filters, { filter: item("repository_filter"), filterType: "WILDCARD" }),
      }),
    });
  }

  /** ECR tells of its own scanner's results, Inspector of its own: each has a rule. */
  private tellFindings(): void {
    heading(this, "Findings");
    const { name, findings, tags } = this.inputs;
    const patterns = findingPatterns(this.names, findings.severities);
    for (const [scanner, pattern] of Object.entries(patterns)) {
      const rule = new CloudwatchEventRule(this, `findings_${scanner}#rule`, {
        count: when(given(findings)),
        name: `${name}-image-findings-${scanner}`,
        description: `Vulnerabilities in images of ${name}, found by the ${scanner} scanner`,
        eventPattern: json(pattern),
        tags: named(tags, `${name}-image-findings-${scanner}`),
      });
      new CloudwatchEventTarget(this, `findings_${scanner}#target`, {
        count: when(given(findings)),
        rule: one(rule, "name"),
        arn: findings.topicArn,
      });
    }
  }

  private replicate(): void {
    heading(this, "Replication");
    const { name, replication } = this.inputs;
    const filters = tf`length(${replication.filters}) > 0 ? ${replication.filters} : [${`${name}/`}]`;
    new EcrReplicationConfiguration(this, "this#replication", {
      count: when(given(replication)),
      replicationConfiguration: {
        rule: dynamic(tf`[${filters}]`, {
          destination: dynamic(replication.destinations, {
            region: item("destination", "region"),
            registryId: tf`coalesce(${item("destination", "account_id")}, ${this.accountId})`,
          }),
          repositoryFilter: dynamic(item("rule"), { filter: item("repository_filter"), filterType: "PREFIX_MATCH" }),
        }),
      },
      lifecycle: {
        precondition: [
          {
            condition: tf<never>`alltrue([
              for one in ${replication.destinations} : one.region != ${this.region} || coalesce(one.account_id, ${this.accountId}) != ${this.accountId}
            ])`,
            errorMessage: `replication must not have the registry itself among its destinations, ${this.region}.`,
          },
        ],
      },
    });
  }
}
