import { t } from "../../kernel";
import { ANYWHERE, roleArn } from "../parts/arns";

/** A name of a repository, or a part of one. */
const NAME = "[a-z0-9]+([._-][a-z0-9]+)*(/[a-z0-9]+([._-][a-z0-9]+)*)*";
const NAME_RULE =
  "must be lower-case letters and digits, with single dots, underscores, hyphens and slashes between them";

/** The key of a repository: the part of its name that follows the slash. */
export const KEY = [new RegExp(`^${NAME}$`), NAME_RULE, { good: "web", bad: "Web" }] as const;

/** A pattern of tags, as lifecycle policies know it. */
export const tagPattern = () =>
  t
    .string()
    .pattern(
      /^[a-zA-Z0-9_.-]*(\*[a-zA-Z0-9_.-]*){0,4}$/,
      "must be a pattern of tags: letters, digits, _ . - and at most four *",
      { good: "v*", bad: "v 1" },
    );

/** Matches every tag. */
const EVERY_TAG = "*";

const days = () => t.number().range(1, 3650, "days").integer();

/** One repository. */
export const repository = () =>
  t
    .object({
      /** Name of a repository that exists already. Null names it `<name>/<key>`. */
      repositoryName: t
        .string()
        .pattern(new RegExp(`^${NAME}$`), NAME_RULE, { good: "nimbus-web", bad: "Nimbus Web" })
        .length(2, 256)
        .optional(),
      /**
       * Whether a tag can be moved to another image.
       * @default false
       */
      mutableTags: t.bool().default(false),
      /**
       * Whether ECR scans an image when it is pushed.
       * @default true
       */
      scanOnPush: t.bool().default(true),
      /**
       * Images that are kept for each pattern of `releaseTags`.
       * @default 30
       */
      keepReleases: t.number().range(1, 10000, "images").integer().default(30),
      /**
       * Patterns of the tags that mark a release.
       * @default ["*"]
       */
      releaseTags: t.list(tagPattern()).length(1, 20).unique().default([EVERY_TAG]),
      /** Days after which other tagged images expire. Null keeps them. */
      expireOtherDays: days().optional(),
      /**
       * Days after which images without a tag expire.
       * @default 14
       */
      expireUntaggedDays: days().default(14),
      /**
       * Other accounts that may pull images.
       * @default []
       */
      pullAccounts: t
        .list(
          t
            .string()
            .pattern(/^[0-9]{12}$/, "must be the 12 digits of an account", { good: "123456789012", bad: "1234" }),
        )
        .default([]),
      /**
       * ARNs of roles that may push and pull images.
       * @default []
       */
      pushRoles: t.list(roleArn("deploy", ANYWHERE)).default([]),
    })
    .rule({
      test: ({ expireOtherDays, releaseTags }) =>
        !isGiven(expireOtherDays) || !(releaseTags ?? [EVERY_TAG]).includes(EVERY_TAG),
      condition: (ref) => `${ref}.expire_other_days == null ? true : !contains(${ref}.release_tags, "${EVERY_TAG}")`,
      message: (spell) =>
        `must have ${spell("expireOtherDays")} only with ${spell("releaseTags")} other than "${EVERY_TAG}": with it every tagged image is a release`,
      bad: { expireOtherDays: 7, releaseTags: [EVERY_TAG] },
    });

const isGiven = (value: unknown): boolean => value !== undefined && value !== null;
