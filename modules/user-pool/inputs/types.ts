import { t } from "../../../kernel";

/** Schemes that run code, or read files, where a browser follows them. */
const DANGEROUS = /^(javascript|data|file|vbscript|blob):/;

/** Where Cognito may send a user's browser. It refuses plain HTTP anywhere else than on the user's own machine. */
export const redirectUrl = () =>
  t
    .string()
    .pattern(
      /^(https:\/\/[^\s\p{C}#/]+(\/[^\s\p{C}#]*)?|http:\/\/localhost(:[0-9]+)?(\/[^\s\p{C}#]*)?|([a-gi-z][a-z0-9+.-]*|h[a-su-z0-9+.-][a-z0-9+.-]*):\/[^\s\p{C}#]+)$/u,
      "must begin with https://, with http://localhost for development, or with an app's own scheme (myapp://), and have no fragment (#)",
      { good: "https://app.nimbus.example/callback", bad: "http://app.nimbus.example/callback" },
    )
    .rule({
      test: (url) => !DANGEROUS.test(url),
      condition: (ref) => `!can(regex("${DANGEROUS.source}", ${ref}))`,
      message: "must not have a scheme that runs code or reads files",
      bad: "javascript://app.nimbus.example/callback",
    })
    .length(1, 1024);

/** An address, alone or with a name before it: `Nimbus <no-reply@nimbus.example>`. */
export const sender = () =>
  t
    .string()
    .pattern(
      /^([^<>@]+ <[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/,
      "must be an e-mail address, alone or as Name <address>",
      { good: "Nimbus <no-reply@nimbus.example>", bad: "no-reply" },
    );

/** Text of a message that must hold what Cognito fills in. */
export const messageWith = (good: string, ...parts: readonly string[]) => {
  const message = `must hold ${parts.join(" and ")}, which Cognito fills in`;
  return t
    .string()
    .example(good)
    .length(6, 20_000)
    .rule({
      test: (text) => parts.every((part) => text.includes(part)),
      condition: (ref) => parts.map((part) => `strcontains(${ref}, "${part}")`).join(" && "),
      message,
      bad: "Welcome to Nimbus",
    });
};

export const subject = () => t.string().example("Welcome to Nimbus").length(1, 140);

/** Names of attributes that the caller chooses, as Cognito takes them: without `custom:`. */
export const ATTRIBUTE_KEY = [
  /^[A-Za-z][A-Za-z0-9_-]{0,19}$/,
  "must be 1 to 20 letters, digits, underscores and hyphens, beginning with a letter, without custom: in front",
  { good: "tenant", bad: "custom:tenant" },
] as const;

/** Names that the caller chooses, which end up in addresses of resources and in what Cognito calls them. */
export const NAME_KEY = [
  /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/,
  "must be 1 to 64 letters, digits, dots, hyphens and underscores",
  { good: "web", bad: "my app!" },
] as const;

/** Standard attributes that a user can be asked for; all are strings. */
export const STANDARD_ATTRIBUTES = [
  "address",
  "birthdate",
  "email",
  "family_name",
  "gender",
  "given_name",
  "locale",
  "middle_name",
  "name",
  "nickname",
  "phone_number",
  "picture",
  "preferred_username",
  "profile",
  "website",
  "zoneinfo",
] as const;
