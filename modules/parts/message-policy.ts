import { raw, tf } from "../../kernel";

/** What lets services send: a statement for each of `publishers`. */
export interface PublisherStatements {
  readonly publishers: unknown;
  readonly actions: readonly string[];
  /** ARN of the queue or topic; `*` in a key's policy, which is about that key. */
  readonly resource: string;
  readonly accountId: string;
}

/**
 * A statement for each of `publishers`: an expression that makes a list. The resource and its account are both asked for: the
 * ARN of a bucket has no account, so that somebody else could own a bucket of that name one day.
 *
 * Source: IAM User Guide, "The confused deputy problem".
 */
export const publisherStatements = ({ publishers, actions, resource, accountId }: PublisherStatements): unknown =>
  tf`[for publisher in values(${publishers}) : ${{
    Effect: "Allow",
    // The names of these services end so in every partition.
    Principal: { Service: tf`"\${publisher.service}.amazonaws.com"` },
    Action: actions,
    Resource: resource,
    Condition: {
      ArnLike: { "aws:SourceArn": raw("publisher.source_arn") },
      StringEquals: { "aws:SourceAccount": accountId },
    },
  }}]`;
