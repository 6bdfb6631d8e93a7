import { t } from "../../../kernel";

/** A whole number between two. */
export const whole = (lowest: number, highest: number, unit = "") => t.number().range(lowest, highest, unit).integer();

/** A name in DNS, which may begin with a wildcard. */
export const domainName = () =>
  t
    .string()
    .pattern(
      /^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
      "must be a name in DNS in lower case, such as app.example.com",
      { good: "app.example.com", bad: "https://app.example.com/" },
    );

/** A pattern of paths, as CloudFront's cache behaviors have it. */
export const pathPattern = () =>
  t
    .string()
    .pattern(
      /^\/[A-Za-z0-9_.~*$/-]{1,254}$/,
      "must begin with a slash and hold letters, digits, * for any characters, and _ . ~ $ / - only",
      { good: "/assets/*", bad: "assets" },
    );

/** The path of a file of the site. */
export const file = (good: string) =>
  t.string().pattern(/^\/[A-Za-z0-9_.~/-]{1,254}$/, "must be the path of a file, with a slash in front", {
    good,
    bad: "404.html",
  });

/** A value of a header. */
export const headerValue = () =>
  t
    .string()
    .pattern(/^[ -~]*$/, "must be printable ASCII", { good: "no-store", bad: "ü" })
    .length(0, 2000);

export const headerName = () =>
  t.string().pattern(/^[A-Za-z0-9-]{1,100}$/, "must be the name of a header", { good: "X-Tenant", bad: "X Tenant" });
