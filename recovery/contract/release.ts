import { Told, Written } from "./contract";
import { ObjectField, map, nullable, text } from "./fields";
import { TIME, characters } from "./longest";

/**
 * What runs in the primary region, and what it was made of: dr starts the same images, and compares its definition. The primary
 * stack writes it in both regions.
 */
export const RELEASE = {
  part: "release",
  schema: 1,
  tier: "Intelligent-Tiering",
  body: new ObjectField({
    /** By the names of containers. */
    images: map(
      new ObjectField({
        /** As the recovery region runs it. */
        image: text(() => characters(512)),
        /** What was behind it when it was deployed; null where ECR did not have it yet, or another registry has it. */
        digest: nullable(text(() => `sha256:${characters(64)}`)),
      }),
    ),
    /** Short hashes of what the environment states, by its parts. */
    definition: map(text(() => characters(HASH_LENGTH))),
    /** Commit that this was deployed from first, with `-dirty` behind it where files differed; null without Git. */
    commit: nullable(text(() => characters(46))),
    /** Who deployed it: roles have up to 64 characters, and so have their sessions. */
    by: text(({ accountId }) => `arn:aws-us-gov:sts::${accountId}:assumed-role/${characters(64)}/${characters(64)}`),
    at: text(() => TIME),
  }),
} as const;

/** Hexadecimal digits of a hash: who changes a part on purpose to have the same is not what they are for. */
export const HASH_LENGTH = 12;

/** What the primary stack writes. */
export type Release = Written<typeof RELEASE>;

/** The same as expressions of Terraform read it. */
export type ToldRelease = Told<typeof RELEASE>;
