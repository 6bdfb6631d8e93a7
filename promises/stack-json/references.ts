import { bodyOf } from "./elements";

/** Arguments whose strings are addresses, without `${}` around them. */
const BARE = ["depends_on", "replace_triggered_by", "to"];

/** Arguments that name things of other kinds: attributes, providers, and where cdktf says that a block came from. */
const NO_REFERENCES = ["//", "ignore_changes", "provider", "providers"];

/**
 * What a block refers to: `aws_vpc.network`, `data.aws_region.current`, `local.tags`. Some are no addresses of the stack
 * (`each.value`): whoever asks knows which exist.
 */
export function referencesOf(value: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  collect(value, false, found);
  return found;
}

function collect(value: unknown, bare: boolean, found: Set<string>): void {
  if (typeof value === "string") {
    for (const reference of identifiers(bare && !value.includes("${") ? value : codeOf(value))) found.add(reference);
  } else if (Array.isArray(value)) {
    for (const item of value) collect(item, bare, found);
  } else {
    for (const [key, item] of Object.entries(bodyOf(value))) {
      if (!NO_REFERENCES.includes(key)) collect(item, BARE.includes(key), found);
    }
  }
}

/**
 * The code of a template: what stands between `${` and `}`, without the text of the strings in it. Text may look like a
 * reference, as in an error message that names a resource.
 */
export function codeOf(template: string): string {
  const inside: ("text" | "string" | "code" | "brace")[] = ["text"];
  let code = "";
  for (let i = 0; i < template.length; i++) {
    const where = inside[inside.length - 1];
    const char = template[i];
    if (where === "text" || where === "string") {
      if (/^(\$\$|%%)\{/.test(template.slice(i, i + 3))) i += 2;
      else if (/^[$%]\{/.test(template.slice(i, i + 2))) {
        inside.push("code");
        code += " ";
        i += 1;
      } else if (where === "string" && char === "\\") i += 1;
      else if (where === "string" && char === '"') inside.pop();
    } else if (char === '"') inside.push("string");
    else if (char === "}") {
      inside.pop();
      code += " ";
    } else {
      if (char === "{") inside.push("brace");
      code += char;
    }
  }
  return code;
}

/** Names of a traversal at most three deep; what follows a dot or a word is part of another. */
function identifiers(code: string): string[] {
  const paths = code.match(/(?<![\w.])[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)+/g) ?? [];
  return paths.map((path) => {
    const parts = path.split(".");
    return parts.slice(0, ["data", "ephemeral"].includes(parts[0]) ? 3 : 2).join(".");
  });
}
