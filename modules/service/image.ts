/** Container images by name. Pure: the published module does the same in HCL. */

import { ECR_SERVICE, ECR_SUFFIX } from "../parts/ecr";

/** A name of an image: no spaces, and none of the characters that no registry takes. */
export const IMAGE = /^[a-zA-Z0-9][a-zA-Z0-9._/:@-]*$/;

/** A tag or a digest at the end. What follows the last slash counts: `localhost:5000/app` has a port, not a tag. */
export const TAGGED = /^[^@]+:[A-Za-z0-9_][A-Za-z0-9_.-]*$|@sha256:[0-9a-f]{64}$/;

/** The tag that every push without a tag moves. */
const MOVING = ":latest";

/**
 * Whether two tasks that start at different times run the same image, as far as its name can say. `latest` says no more
 * than no tag at all: a task that scaling starts at night would run whatever was pushed last.
 */
export const isPinned = (image: string): boolean => TAGGED.test(image) && !image.endsWith(MOVING);

/** {@link isPinned} as HCL. */
export const isPinnedHcl = (image: string): string =>
  `can(regex("${TAGGED.source}", ${image})) && !endswith(${image}, "${MOVING}")`;

/** An image in a private repository of Amazon ECR, as RE2 reads it: account, region, repository. */
export const ECR_IMAGE = `^([0-9]{12})${ECR_SERVICE}([a-z0-9-]+)${ECR_SUFFIX}/([^:@]+)`;
