import { t } from "../../../kernel";
import { REGION_NAMES } from "./region";
import { bucketName } from "../../../modules/storage/inputs/types";

/** Where Terraform's state is. */
export const stateInput = () =>
  t
    .object({
      /**
       * Buckets of yours by region, with versioning, each in its region. For a region without one the bootstrap stack
       * makes `<application>-<environment>-state-<account>-<region>`.
       * @default {}
       */
      buckets: t
        .map(bucketName())
        .keys(REGION_NAMES, "must be names of regions", { good: "us-east-1", bad: "Virginia" })
        .default({}),
    })
    .optional();
