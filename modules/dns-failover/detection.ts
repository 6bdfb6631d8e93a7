/**
 * Seconds that resolvers keep an answer: an alias record has the TTL of its target, and that of a load balancer is 60.
 *
 * Source: Route 53 Developer Guide, "Choosing between alias and non-alias records".
 */
export const ANSWER_TTL_SECONDS = 60;

/**
 * Seconds for what is not exactly known: a checker waits up to 4 s for a connection and 2 s for an answer, and a new state
 * reaches the name servers within seconds.
 *
 * Source: Route 53 Developer Guide, "How Amazon Route 53 determines whether a health check is healthy".
 */
export const MARGIN_SECONDS = 10;
