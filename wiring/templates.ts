import type { ServiceProps } from "../modules/service";
import { Uses, fieldsOf } from "../environments/definition/schema/uses";
import { PASSWORD, REGION, isPassword, piecesOf } from "../environments/definition/schema/variables";
import type { EnvironmentService } from "../environments/definition/schema/parts";

/** Variables of a service's own, as the environment states them. */
export type Templates = NonNullable<EnvironmentService["variables"]>;

/** What a service is told under the stack's own names. */
type Told = Required<Pick<ServiceProps, "environment" | "secrets">>;

/**
 * Variables of a service's own names, filled with what the region has. The environment's rules have refused fields that there
 * are not.
 *
 * @param told what it is told because of what it uses
 */
export function fillTemplates(
  templates: Templates,
  uses: Uses,
  told: Told,
  { region, database }: { readonly region: string; readonly database?: { readonly owner: string } },
): Told {
  const held = Object.entries(fieldsOf(uses)).map(([field, variable]) => [field, told.environment[variable]]);
  const values: Readonly<Record<string, string>> = {
    ...(Object.fromEntries(held) as Record<string, string>),
    [REGION]: region,
    // The owner's name is no secret: it is in the environment's file.
    ...(database ? { "database.user": uses.database?.iamUser ?? database.owner } : {}),
  };
  const entries = Object.entries(templates);
  return {
    environment: Object.fromEntries(
      entries
        .filter(([, template]) => !isPassword(template))
        .map(([variable, template]) => [
          variable,
          piecesOf(template)
            .map(({ kind, text }) => (kind === "field" ? values[text] : text))
            .join(""),
        ]),
    ),
    secrets: Object.fromEntries(
      entries
        .filter(([, template]) => isPassword(template))
        .map(([variable]) => [variable, told.secrets[fieldsOf(uses)[PASSWORD]]]),
    ),
  };
}
