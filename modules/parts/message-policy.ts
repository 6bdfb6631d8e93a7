import { raw, tf } from "../../kernel";

/** What lets services send: a statement for each of `eventSources`. */
export interface EventSourceStatements {
  readonly eventSources: unknown;
  readonly actions: readonly string[];
  /** ARN of the queue or topic; `*` in a key's policy, which is about that key. */
  readonly resource: string;
  readonly accountId: string;
}

/**
 * A statement for each of `eventSources`: an expression that makes a list. The resource and its account are both asked for: the
 * ARN of a bucket has no account, so that somebody else could own a bucket of that name one day.
 *
 * Source: IAM User Guide, "The confused deputy problem".
 */
export const eventSourceStatements = ({ eventSources, actions, resource, accountId }: EventSourceStatements): unknown =>
  tf`[for source in values(${eventSources}) : ${{
    Effect: "Allow",
    // The names of these services end so in every partition.
    Principal: { Service: tf`"\${source.service}.amazonaws.com"` },
    Action: actions,
    Resource: resource,
    Condition: {
      ArnLike: { "aws:SourceArn": raw("source.source_arn") },
      StringEquals: { "aws:SourceAccount": accountId },
    },
  }}]`;
