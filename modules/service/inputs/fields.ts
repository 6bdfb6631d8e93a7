import { section, t } from "../../../kernel";
import { HERE, arn, called } from "../../parts/arns";
import { nameInput, tagsInput } from "../../parts/inputs";
import { containerInputs, sidecarInputs } from "./container";
import { networkInputs } from "./network";
import { operationInputs } from "./operation";
import { preparationInputs } from "./preparation";
import { routingInputs } from "./routing";
import { scalingInputs } from "./scaling";

/** 32 characters for a target group's name, less a hyphen and seven of a hash. */
const LONGEST_NAME = 24;

/** All inputs of the module. */
export const serviceFields = {
  ...section("General", {
    /** Name of the service and of its main container. Names of resources begin with it; changing it replaces them. */
    name: nameInput(LONGEST_NAME).rule({
      test: (name) => name !== "exec",
      condition: (ref) => `${ref} != "exec"`,
      message:
        "must not be exec: the log group of that name, /ecs/<cluster>/exec, is that of the cluster's exec sessions",
      bad: "exec",
    }),
    /** Cluster that the service runs in. It must have the capacity providers FARGATE and FARGATE_SPOT. */
    cluster: t.object({
      /** Name of the cluster. */
      name: t.string().pattern(/^[A-Za-z][A-Za-z0-9_-]{0,254}$/, "must be the name of a cluster", {
        good: "nimbus-production",
        bad: "nimbus production",
      }),
      /** ARN of the cluster. */
      arn: arn("ecs", called("cluster/"), "arn:aws:ecs:us-east-1:123456789012:cluster/nimbus-production", HERE),
    }),
    /**
     * Tags for every resource of the module.
     * @default {}
     */
    tags: tagsInput(),
  }),
  ...containerInputs,
  ...sidecarInputs,
  ...networkInputs,
  ...routingInputs,
  ...scalingInputs,
  ...operationInputs,
  ...preparationInputs,
};
