import { t } from "../../../kernel";
import { bucketName } from "../../../modules/storage/inputs/types";

/** Where Terraform's state is. */
export const stateInput = () =>
  t
    .object({
      /**
       * Buckets of yours by region, with versions, each in its region. Without one:
       * <application>-<environment>-state-<account>-<region>, which the bootstrap stack makes.
       * @default {}
       */
      buckets: t
        .map(bucketName())
        .keys(/^[a-z]{2}(-[a-z]+)+-[0-9]$/, "must be names of regions", { good: "us-east-1", bad: "Virginia" })
        .default({}),
    })
    .optional();
