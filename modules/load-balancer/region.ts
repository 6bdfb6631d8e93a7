import { Flag, choose, tf } from "../../kernel";

/** A condition that Terraform checks before it makes a resource, and what it says when that fails. */
interface Precondition {
  readonly condition: boolean;
  readonly errorMessage: string;
}

/**
 * Refuses an ARN of another region while Terraform plans: AWS would find the mistake only in the middle of an apply. The
 * ARN of a global service, such as a server certificate of IAM, names no region and passes.
 */
export const sameRegion = (arn: string, region: string, what: string): Precondition => ({
  condition: tf`contains(["", ${region}], ${regionOf(arn)})`,
  errorMessage: `${what} ${arn} is not of the load balancer's region, ${region}. ${ADVICE}`,
});

/** The same for an ARN that is only there when the flag holds, which the message therefore cannot name. */
export const sameRegionWhen = (flag: Flag, arn: string, region: string, what: string): Precondition => ({
  condition: tf`contains(["", ${region}], ${choose(flag, regionOf(arn), "")})`,
  errorMessage: `${what} is not of the load balancer's region, ${region}. ${ADVICE}`,
});

const ADVICE = "Give one that was made there: each region needs its own.";

const regionOf = (arn: string): string => tf`split(":", ${arn})[3]`;
