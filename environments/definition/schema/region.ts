import { t } from "../../../kernel";

/** Name of a region of AWS. */
export const region = () =>
  t.string().pattern(/^[a-z]{2}(-[a-z]+)+-[0-9]$/, "must be the name of a region, such as us-east-1", {
    good: "us-east-1",
    bad: "us-east-1a",
  });
