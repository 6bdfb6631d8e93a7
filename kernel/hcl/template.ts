/** A piece of a template string: text, or the source of a `${...}`. */
export type TemplatePart = { readonly text: string } | { readonly expression: string };

/**
 * Splits a template as Terraform's JSON holds it into text and expressions. Text keeps its escapes (`$${`), and an
 * expression may hold strings, which may hold templates.
 */
export function splitTemplate(template: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let text = "";
  let i = 0;
  while (i < template.length) {
    if (template.startsWith("$${", i) || template.startsWith("%%{", i)) {
      text += template.slice(i, i + 3);
      i += 3;
    } else if (template.startsWith("${", i)) {
      const end = endOfExpression(template, i + 2);
      if (text) parts.push({ text });
      text = "";
      parts.push({ expression: template.slice(i + 2, end - 1) });
      i = end;
    } else {
      text += template[i++];
    }
  }
  if (text) parts.push({ text });
  return parts;
}

/** The place behind the brace that closes the expression which begins at `start`. */
function endOfExpression(source: string, start: number): number {
  const scanner = new Scanner();
  let i = start;
  for (let depth = 1; i < source.length && depth > 0; i++) {
    const step = scanner.step(source, i);
    i += step.skip;
    if (step.inString) continue;
    if (source[i] === "{") depth++;
    if (source[i] === "}" && !step.closedTemplate) depth--;
  }
  return i;
}

/** Walks HCL source one character at a time and knows whether it is inside of a string. */
export class Scanner {
  /** How many strings are open, one inside of a template of the other. */
  private strings = 0;
  /** For each open `${` of a string, how many plain braces are open inside of it. */
  private readonly templates: number[] = [];

  /** Takes the character at `i`; `skip` says how many more belong to it. */
  step(source: string, i: number): { inString: boolean; closedTemplate: boolean; skip: number } {
    const character = source[i];
    if (this.isInString()) {
      if (character === "\\") return { inString: true, closedTemplate: false, skip: 1 };
      if (character === '"') this.strings--;
      else if ((character === "$" || character === "%") && source[i + 1] === "{") {
        if (source[i - 1] !== character) this.templates.push(0);
        return { inString: true, closedTemplate: false, skip: 1 };
      }
      return { inString: true, closedTemplate: false, skip: 0 };
    }
    if (character === '"') {
      this.strings++;
      return { inString: true, closedTemplate: false, skip: 0 };
    }
    if (this.templates.length > 0 && character === "{") this.templates[this.templates.length - 1]++;
    if (this.templates.length > 0 && character === "}") return this.closeBrace();
    return { inString: false, closedTemplate: false, skip: 0 };
  }

  private isInString(): boolean {
    return this.strings > this.templates.length;
  }

  private closeBrace(): { inString: boolean; closedTemplate: boolean; skip: number } {
    const open = this.templates[this.templates.length - 1];
    if (open === 0) this.templates.pop();
    else this.templates[this.templates.length - 1] = open - 1;
    return { inString: false, closedTemplate: open === 0, skip: 0 };
  }
}
