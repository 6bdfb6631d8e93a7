import { t } from "../../../kernel";
import { PARTITIONS } from "../../../modules/parts/partitions";

/** What regions can be called: those to come among them. A name that is mistyped mostly is none of these. */
export const REGION_NAMES = new RegExp(PARTITIONS.map(({ regions }) => regions.source).join("|"));

/** Name of a region of AWS. */
export const region = () =>
  t.string().pattern(REGION_NAMES, "must be the name of a region, such as us-east-1", {
    good: "us-east-1",
    bad: "us-east-1a",
  });
