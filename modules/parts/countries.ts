import { t } from "../../kernel";
import table from "./tables/countries.json";

const CODES: readonly string[] = table.codes.split(" ");

/** The code of a country. Source: botocore, wafv2, CountryCode. */
export const country = () =>
  t
    .string()
    .example("DE")
    .rule({
      test: (code) => CODES.includes(code),
      condition: (ref) => `contains(split(" ", "${table.codes}"), ${ref})`,
      message: `must be the code of a country, two capitals that ISO 3166 has (as of ${table.date}), such as DE`,
      bad: "ZZ",
    });
