import { t } from "../../kernel";
import { topicArn } from "./arns";

/**
 * The period of an alarm that Route 53 reads. CloudWatch takes 10, 20 and 30 s too, but those make a high-resolution
 * alarm, and Route 53 reads none (Route 53 Developer Guide, "Values that you specify when you create or update health
 * checks", CloudWatch alarm).
 */
export const standardPeriod = () =>
  t
    .number()
    .range(60, 3600, "seconds")
    .rule({
      test: (period) => period % 60 === 0,
      condition: (ref) => `${ref} % 60 == 0`,
      message: "must be whole minutes, in seconds: Route 53 cannot read a high-resolution alarm",
      bad: 90,
    });

/** SNS topics that an alarm tells. */
export const topicsInput = () => t.list(topicArn()).length(0, 5).unique().default([]);
