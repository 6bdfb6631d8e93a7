import { section, t } from "../../../kernel";
import { HERE, arn, called, roleArn } from "../../parts/arns";
import { securityGroupId } from "./types";

/** The service in two steps: what can be there beforehand, and what runs. */
export const preparationInputs = section("Beforehand", {
  /**
   * Whether only what can be there beforehand is made: roles, log group, security group, target group and listener
   * rule. It costs nothing. For a recovery region: IAM's control plane is in us-east-1, so that a role cannot be made
   * while that region is lost.
   * @default false
   */
  prepareOnly: t.bool().default(false),
  /**
   * What another instance of this module made with `prepareOnly`: its output prepared. The service runs with that, and
   * the other inputs must be those of the other instance. Null makes all of it here.
   */
  prepared: t
    .object({
      /** ARN of the role that pulls images, reads secrets and writes logs. */
      executionRoleArn: roleArn("web-execution"),
      /** ARN of the application's role. */
      taskRoleArn: roleArn("web-task"),
      /** Name of the log group. */
      logGroupName: t
        .string()
        .pattern(
          /^[A-Za-z0-9._/#-]{1,512}$/,
          "must be the name of a log group: 1 to 512 letters, digits and . - _ / #",
          { good: "/ecs/nimbus-production/web", bad: "/ecs/web*" },
        ),
      /** ID of the tasks' security group. */
      securityGroupId: securityGroupId(),
      /** ARN of the target group. Null for a service without `routing`. */
      targetGroupArn: arn(
        "elasticloadbalancing",
        called("targetgroup/"),
        "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web-0a1b2c3/0a1b2c3d4e5f6a7b",
        HERE,
      ).optional(),
    })
    .optional(),
});
