import { Problem } from "../../../kernel";
import { nearest } from "../../../kernel/types/nearest";
import type { EnvironmentDefinition } from "../schema/environment";
import type { EnvironmentService } from "../schema/parts";
import { Uses, fieldsOf, variablesOf } from "../schema/uses";
import { PASSWORD, REGION, fieldsIn, isPassword, piecesOf } from "../schema/variables";

/** The rules about variables of a service's own names: what they are filled with, and that nobody else sets them. */
export function checkVariables(
  path: string,
  { variables = {}, uses = {}, environment = {}, secrets = {} }: EnvironmentService,
  definition: EnvironmentDefinition,
): Problem[] {
  const given = variablesOf(uses);
  return Object.entries(variables).flatMap(([variable, template]) => {
    const messages = [
      ...(given.includes(variable) ? ["is set by the stack because of what the service uses; leave it out"] : []),
      ...(variable in environment ? ["is stated in environment, too; leave one of the two out"] : []),
      ...(variable in secrets ? ["is stated in secrets, too; leave one of the two out"] : []),
      ...wrongSpelling(template),
      ...fieldsIn(template).flatMap((field) => wrongField(field, template, uses, definition)),
    ];
    // The template stays out of the message: somebody may have written a password into it.
    return [...new Set(messages)].map((message) => ({ path: `${path}.variables["${variable}"]`, message }));
  });
}

const spelled = (field: string): string => `{${field}}`;

function wrongSpelling(template: string): string[] {
  const pieces = piecesOf(template);
  const dollar = pieces.find(({ kind }, i) => kind === "field" && pieces[i - 1]?.text.endsWith("$"));
  const stray = pieces.find(({ kind }) => kind === "stray");
  return [
    ...(stray
      ? [
          `has a ${stray.text} that is no part of a field: a field is spelled {region}, and a brace of the text's own is doubled, {{ or }}`,
        ]
      : []),
    ...(dollar ? [`must have a field without a $ before it: ${spelled(dollar.text)}`] : []),
    ...(!stray && fieldsIn(template).length === 0
      ? ["has no field: {{ and }} are braces of the text's own; plain text is stated in environment"]
      : []),
  ];
}

function wrongField(field: string, template: string, uses: Uses, definition: EnvironmentDefinition): string[] {
  const used = fieldsOf(uses);
  if (field === PASSWORD && uses.database?.iamUser) {
    return [
      `must not have ${spelled(PASSWORD)}: ${uses.database.iamUser} signs in by IAM, with a token that the application asks for and that lasts 15 minutes; leave uses.database.iamUser out for a password`,
    ];
  }
  if (field === PASSWORD && PASSWORD in used) return isPassword(template) ? [] : [passwordInText];
  if (field === REGION || Object.hasOwn(used, field)) return [];
  const there = everyField(definition);
  if (there.includes(field))
    return [`has ${spelled(field)}, which the service does not use; ${remedy(field, definition)}`];
  if (!/^[A-Za-z]+([.][\w-]+)*$/.test(field)) {
    return [`has ${spelled(field)}, which is no field: a brace of the text's own is doubled, {{ or }}`];
  }
  const near = nearest(field, there);
  const known = [REGION, ...Object.keys(used)].map(spelled).join(", ");
  return [
    `has ${spelled(field)}, which is not known; ${near ? `did you mean ${spelled(near)}?` : `there are ${known}`}`,
  ];
}

/** Whoever may read a task definition reads its variables; what is in a plan is in the state. */
const passwordInText = `must have ${spelled(PASSWORD)} alone, or not at all: with text around it, the plan, the state and the task definition would show the password, and keep it when it changes. Leave user and password out of the address, and state variables of their own for them, such as PGUSER: "${spelled("database.user")}" and PGPASSWORD: "${spelled(PASSWORD)}"; or sign in by IAM (uses.database.iamUser)`;

/** What is no mistake of its own and does not do what somebody may believe, as sentences. */
export function surprisingVariables(definition: EnvironmentDefinition): string[] {
  const fields = everyField(definition).filter((field) => field !== REGION);
  return Object.entries(definition.services).flatMap(([name, { environment = {}, uses }]) => {
    const path = `services["${name}"]`;
    return [
      ...Object.entries(environment).flatMap(([variable, text]) => {
        const meant = fields.find((field) => text.includes(spelled(field)));
        if (meant === undefined) return [];
        return [
          `${path}.environment["${variable}"]: ${spelled(meant)} is plain text there, which reaches the application as it is. State the variable in variables of the service, where it is filled.`,
        ];
      }),
      // Amazon RDS User Guide, "Password management with Amazon RDS and AWS Secrets Manager"; Amazon ECS Developer Guide, "Pass
      // Secrets Manager secrets through Amazon ECS environment variables".
      ...(uses?.database && !uses.database.iamUser && definition.database?.credentials?.managed
        ? [
            `${path}.uses.database: RDS sets a new password every seven days (database.credentials.managed), and tasks that run keep the one that they were started with: from then on they open no new connection until they are deployed again. State uses.database.iamUser, or database.credentials.generated, whose password changes with credentials.passwordVersion alone.`,
          ]
        : []),
    ];
  });
}

/** All fields that a service of the environment can have, once it uses what they are of. */
function everyField({ storage, queues, topics, services }: EnvironmentDefinition): string[] {
  const all = fieldsOf({
    database: {},
    cache: { user: "any" },
    storage: mapped(storage, "read" as const),
    queues: mapped(queues, "send" as const),
    topics: Object.keys(topics ?? {}),
    services: Object.keys(services ?? {}),
  });
  return [REGION, ...Object.keys(all)];
}

const mapped = <T>(map: object | undefined, value: T): Record<string, T> =>
  Object.fromEntries(Object.keys(map ?? {}).map((key) => [key, value]));

/** What to state, so that a service has a field. */
function remedy(field: string, { database, cache }: EnvironmentDefinition): string {
  const [part, key] = field.split(".");
  const [user = "web"] = Object.keys(cache?.users ?? {});
  const stated: Readonly<Record<string, string>> = {
    database: "database: {}",
    cache: `cache: { user: "${user}" }`,
    storage: `storage: { "${key}": "read" }`,
    queues: `queues: { "${key}": "send" }`,
    topics: `topics: ["${key}"]`,
    services: `services: ["${key}"]`,
  };
  const isMissing = (part === "database" && !database) || (part === "cache" && !cache);
  return `state uses: { ${stated[part]} } of it${isMissing ? `, and ${part} of the environment` : ""}`;
}
