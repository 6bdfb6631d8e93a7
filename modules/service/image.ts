/** Container images by name. Pure: the published module does the same in HCL. */

import { ECR_SERVICE, ECR_SUFFIX } from "../parts/ecr";

/** A registry: a host with a dot or a port, or localhost. */
const HOST = "([A-Za-z0-9-]+([.][A-Za-z0-9-]+)+(:[0-9]+)?|[A-Za-z0-9-]+:[0-9]+|localhost)/";
/** A part of a repository's name: lower case only. */
const PART = "[a-z0-9]+(([._]|__|-+)[a-z0-9]+)*";
const TAG = ":[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}";
const DIGEST = "@sha256:[0-9a-f]{64}";

/**
 * A name of an image as registries take it: host, repository, tag, digest. Source: the grammar of references in
 * github.com/distribution/reference, which Docker and containerd read names by.
 */
export const IMAGE = new RegExp(`^(${HOST})?${PART}(/${PART})*(${TAG})?(${DIGEST})?$`);

/** A tag or a digest at the end. What follows the last slash counts: `localhost:5000/app` has a port, not a tag. */
export const TAGGED = new RegExp(`^[^@]+${TAG}$|${DIGEST}$`);

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
