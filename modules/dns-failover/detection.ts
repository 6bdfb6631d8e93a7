/** How a health check finds out that its endpoint is gone. */
export interface Detection {
  /** Seconds between two requests of one checker: 10 or 30. */
  readonly interval: number;
  /** Requests in a row that must fail. */
  readonly failureThreshold: number;
}

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

/** Seconds, at the most, from the failure of the primary endpoint until clients are sent to the secondary: 100 by default. */
export const detectionSeconds = ({ interval, failureThreshold }: Detection): number =>
  interval * failureThreshold + ANSWER_TTL_SECONDS + MARGIN_SECONDS;
