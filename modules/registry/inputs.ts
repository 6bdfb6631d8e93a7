import { CrossRule, PropsOf, inputs, section, t } from "../../kernel";
import { topicArn } from "../parts/arns";
import { nameInput, singleHyphens, tagsInput } from "../parts/inputs";
import { dataKeyInput } from "../parts/key";
import { regionName } from "../parts/regions";
import { replacementsInput } from "../parts/replacement";
import { KEY, repository, tagPattern } from "./types";

/** Inputs of the registry module, apart from the rules across them. */
export const registryFields = {
  ...section("General", {
    /**
     * Name of the application: repositories are named `<name>/<key>`. The plan refuses a change until `replacements` is
     * raised with it.
     */
    name: nameInput(40).rule(singleHyphens("ECR")),
    /**
     * Tags for every resource of the module.
     * @default {}
     */
    tags: tagsInput(),
  }),
  ...section("Repositories", {
    /**
     * Repositories by key, named `<name>/<key>`. Images that match `releaseTags` are kept by number, others by age.
     * Taking a key away deletes the repository, which AWS refuses while images are in it.
     */
    repositories: t.map(repository()).keys(...KEY),
    /**
     * Patterns of the tags by which a deployment marks an image that runs. Such an image never expires, however old it
     * is and however many releases came after it.
     * @default ["running-*"]
     */
    runningTags: t.list(tagPattern()).length(1, 20).unique().default(["running-*"]),
    /**
     * Opt-in: Terraform may delete repositories while images are in them. Those are lost.
     * @default false
     */
    forceDelete: t.bool().default(false),
  }),
  ...section("Encryption", {
    /**
     * KMS key of yours, of the same region, that encrypts the images. Null makes a key of the module's own (1
     * USD/month). ECR cannot change the key of a repository: the plan refuses it until `replacements` is raised with
     * it.
     */
    kmsKey: dataKeyInput(),
    /**
     * How often the set of repositories was replaced on purpose. A change of `name`, `repositoryName` or `kmsKey` needs
     * new repositories, and loses the images: the plan refuses it until this number is raised with it.
     * @default 0
     */
    replacements: replacementsInput(),
  }),
  ...section("Registry-wide settings: one instance of the module in each account and region", {
    /**
     * How the whole registry is scanned. ENHANCED is Amazon Inspector, at about 0.09 USD for an image and 0.01 USD for
     * each scan that follows. Null leaves the registry as it is: ECR's basic scanner for repositories with
     * `scanOnPush`.
     */
    scanning: t
      .object({
        /**
         * Scanner: ECR's own (BASIC) or Amazon Inspector (ENHANCED), which reads packages of languages too.
         * @default "ENHANCED"
         */
        scanType: t.oneOf("BASIC", "ENHANCED").default("ENHANCED"),
        /**
         * When images are scanned. CONTINUOUS_SCAN, with ENHANCED only, looks again when a vulnerability becomes known;
         * MANUAL is for BASIC only.
         * @default "SCAN_ON_PUSH"
         */
        scanFrequency: t.oneOf("SCAN_ON_PUSH", "CONTINUOUS_SCAN", "MANUAL").default("SCAN_ON_PUSH"),
        /**
         * Names of repositories that are scanned; * stands for any text.
         * @default ["*"]
         */
        filters: t
          .list(
            t
              .string()
              .pattern(
                /^[a-z0-9*]+([._/-][a-z0-9*]+)*$/,
                "must be a part of a name of a repository, with * for the rest",
                {
                  good: "*",
                  bad: "Web",
                },
              )
              .length(1, 255),
          )
          .length(1, 100)
          .default(["*"]),
      })
      .rule({
        test: ({ scanType, scanFrequency }) =>
          (scanFrequency ?? "SCAN_ON_PUSH") !== ((scanType ?? "ENHANCED") === "BASIC" ? "CONTINUOUS_SCAN" : "MANUAL"),
        condition: (ref) => `${ref}.scan_frequency != (${ref}.scan_type == "BASIC" ? "CONTINUOUS_SCAN" : "MANUAL")`,
        message: "must have CONTINUOUS_SCAN only with ENHANCED, and MANUAL only with BASIC",
        bad: { scanType: "BASIC", scanFrequency: "CONTINUOUS_SCAN" },
      })
      .optional(),
    /** SNS topic that is told when a scan of one of these repositories finds something. Null tells nobody. */
    findings: t
      .object({
        /** ARN of the SNS topic; its policy must let events.amazonaws.com publish. */
        topicArn: topicArn(),
        /**
         * Severities of findings that are reported.
         * @default ["CRITICAL", "HIGH"]
         */
        severities: t
          .list(t.oneOf("CRITICAL", "HIGH", "MEDIUM", "LOW", "INFORMATIONAL", "UNDEFINED"))
          .length(1, 6)
          .unique()
          .default(["CRITICAL", "HIGH"]),
      })
      .optional(),
    /**
     * Registries that images are copied to when they are pushed. Images from before are not copied. Null copies none.
     */
    replication: t
      .object({
        /** Registries that images are copied to, 1 to 25. */
        destinations: t
          .list(
            t.object({
              /** Region of the registry. */
              region: regionName(),
              /** Account of the registry. Null is this account. */
              accountId: t
                .string()
                .pattern(/^[0-9]{12}$/, "must be the 12 digits of an account", { good: "123456789012", bad: "1234" })
                .optional(),
            }),
          )
          .example([{ region: "us-west-2" }])
          .length(1, 25),
        /**
         * What names of copied repositories begin with. None means `<name>/`.
         * @default []
         */
        filters: t
          .list(
            t
              .string()
              .pattern(
                /^([a-z0-9]+([._-][a-z0-9]*)*\/)*[a-z0-9]*([._-][a-z0-9]*)*$/,
                "must be what names of repositories begin with",
                {
                  good: "nimbus/",
                  bad: "nimbus/*",
                },
              )
              .length(2, 256),
          )
          .length(0, 100)
          .default([]),
      })
      .optional(),
  }),
};

type Rule = CrossRule<typeof registryFields>;

const rules: readonly Rule[] = [
  {
    on: "repositories",
    test: ({ repositories, runningTags }) =>
      Object.values(repositories).every(({ releaseTags = [] }) =>
        releaseTags.every((tag) => !runningTags.includes(tag)),
      ),
    condition:
      "length(setintersection(flatten([for one in values(var.repositories) : one.release_tags if one != null]), var.running_tags)) == 0",
    message: (spell) =>
      `must have no ${spell("releaseTags")} that are among ${spell("runningTags")}: those never expire`,
    bad: { repositories: { web: { releaseTags: ["running-*"] } } },
  },
  {
    on: "repositories",
    test: ({ name, repositories }) => {
      const names = Object.entries(repositories).map(([key, one]) => one.repositoryName ?? `${name}/${key}`);
      return new Set(names).size === names.length;
    },
    condition:
      'length(distinct([for key, one in var.repositories : try(one.repository_name, null) == null ? "${var.name}/${key}" : one.repository_name])) == length(var.repositories)',
    message: (spell) =>
      `must not have the same ${spell("repositoryName")} twice, nor one that is <name>/<key> of another repository`,
    bad: { repositories: { web: { repositoryName: "nimbus-web" }, worker: { repositoryName: "nimbus-web" } } },
  },
];

/** Inputs of the registry module. */
export const registryInputs = inputs(registryFields, rules);

/** Props of the registry. */
export type RegistryProps = PropsOf<typeof registryInputs>;
