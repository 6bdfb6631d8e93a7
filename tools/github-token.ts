import type { Environment } from "../environments/definition";

type Github = NonNullable<NonNullable<Environment["deployment"]>["github"]>;

const ISSUER = "https://token.actions.githubusercontent.com";
const AUDIENCE = "sts.amazonaws.com";

/** Seconds that GitHub's tokens are good for. */
const LIFETIME_SECONDS = 300;

/**
 * The token that GitHub gives to a workflow of the repository, with the claims that AWS looks at: of a job of the first
 * environment that may deploy, else of a push to the first branch. It is not signed, since nobody but GitHub can; the emulator
 * does not ask for GitHub's keys.
 *
 * The claims are written down here once more, and not taken from the roles' trust policies: those are tried with them.
 * Source: GitHub, "OpenID Connect reference", "Example subject claims".
 *
 * @returns undefined where no workflow may deploy
 */
export function workflowToken({ repository, environments = [], branches = [] }: Github): string | undefined {
  const [subject] = [
    ...environments.map((name) => `repo:${repository}:environment:${name}`),
    ...branches.map((name) => `repo:${repository}:ref:refs/heads/${name}`),
  ];
  if (subject === undefined) return undefined;
  const issuedAt = Math.floor(Date.now() / 1000);
  const claims = {
    iss: ISSUER,
    aud: AUDIENCE,
    sub: subject,
    repository,
    iat: issuedAt,
    exp: issuedAt + LIFETIME_SECONDS,
  };
  return `${encode({ typ: "JWT", alg: "none" })}.${encode(claims)}.`;
}

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString("base64url");
