import { Entry, Node, PRECEDENCE, Template } from "./nodes";
import { quote } from "./quote";

/**
 * Reads the source of a Terraform expression.
 *
 * @throws Error that shows the place, when it is none
 */
export function parseExpression(source: string): Node {
  const parser = new Parser(source);
  const node = parser.expression();
  parser.end();
  return node;
}

/** The same with the author's parentheses, each as a call without a name. */
export function parseParenthesized(source: string): Node {
  const parser = new Parser(source, true);
  const node = parser.expression();
  parser.end();
  return node;
}

/**
 * Reads a string as Terraform's JSON holds it: text with `${...}`. One that is a lone `${...}` is the expression in it.
 *
 * @throws Error that shows the place, when an expression in it is none
 */
export function parseTemplate(template: string): Node {
  const { parts } = new Parser(template).template("");
  const texts = parts.map((part) => (typeof part === "string" ? quoteText(part) : part));
  return texts.length === 1 && typeof texts[0] !== "string" ? texts[0] : { kind: "template", parts: texts };
}

/** Template markers are escaped already, as Terraform's JSON needs them to be. */
const quoteText = (text: string): string => quote(text.replace(/\$\$\{/g, "${").replace(/%%\{/g, "%{")).slice(1, -1);

const NAME = /[A-Za-z_][\w-]*/y;
const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const OPERATOR = /\|\||&&|==|!=|<=|>=|<|>|\+|-|\*|\/|%/y;

/** A recursive descent over the source, one character of look-ahead. */
class Parser {
  private position = 0;

  constructor(
    private readonly source: string,
    private readonly keepsParentheses = false,
  ) {}

  end(): void {
    this.blanks();
    if (this.position < this.source.length) this.fail("something else than an operator");
  }

  expression(): Node {
    const condition = this.operators(1);
    if (!this.take("?")) return condition;
    const yes = this.expression();
    this.expect(":");
    return { kind: "conditional", condition, yes, no: this.expression() };
  }

  /** Text and expressions up to the closing quote, or to the end of the source when there is none. */
  template(closing: '"' | ""): Template {
    const parts: (string | Node)[] = [];
    let text = "";
    while (closing === "" ? this.position < this.source.length : this.source[this.position] !== closing) {
      if (this.position >= this.source.length) this.fail("a string without its end");
      const escape = /^(?:\$\$\{|%%\{)/.exec(this.source.slice(this.position, this.position + 3));
      if (escape) text += this.skip(3);
      else if (closing !== "" && this.source[this.position] === "\\") text += this.skip(2);
      else if (this.source.startsWith("%{", this.position)) this.fail("a directive, which this writer has not");
      else if (this.source.startsWith("${", this.position)) {
        this.skip(2);
        if (text) parts.push(text);
        text = "";
        parts.push(this.expression());
        this.expect("}");
      } else text += this.skip(1);
    }
    if (text || parts.length === 0) parts.push(text);
    return { kind: "template", parts };
  }

  private operators(lowest: number): Node {
    let left = this.unary();
    for (;;) {
      const operator = this.match(OPERATOR, false);
      if (operator === undefined || PRECEDENCE[operator] < lowest) return left;
      this.skip(operator.length);
      left = { kind: "binary", operator, left, right: this.operators(PRECEDENCE[operator] + 1) };
    }
  }

  private unary(): Node {
    const operator = ["!", "-"].find((sign) => this.take(sign));
    return operator === undefined ? this.postfix() : { kind: "unary", operator, operand: this.unary() };
  }

  private postfix(): Node {
    let of = this.primary();
    for (;;) {
      if (this.ahead(".") && !this.ahead("...")) {
        this.take(".");
        if (this.take("*")) of = { kind: "splat", of };
        else of = { kind: "attribute", of, name: this.match(NAME) ?? this.match(/\d+/y) ?? this.fail("no attribute") };
      } else if (this.take("[")) {
        if (this.take("*")) of = { kind: "splat", of };
        else of = { kind: "index", of, key: this.expression() };
        this.expect("]");
      } else return of;
    }
  }

  private primary(): Node {
    if (this.take("(")) {
      const inside = this.expression();
      this.expect(")");
      if (!this.keepsParentheses) return inside;
      return { kind: "call", name: "", arguments: [inside], spread: false, expanded: false };
    }
    if (this.take('"')) {
      const template = this.template('"');
      this.skip(1);
      return template;
    }
    if (this.take("[")) return this.list();
    if (this.take("{")) return this.object();
    const number = this.match(NUMBER);
    if (number !== undefined) return { kind: "literal", text: number };
    const name = this.match(NAME) ?? this.fail("no expression");
    if (this.source[this.position] === "(") return this.call(name);
    if (["true", "false", "null"].includes(name)) return { kind: "literal", text: name };
    return { kind: "name", text: name };
  }

  private call(name: string): Node {
    this.expect("(");
    const expanded = this.atLineEnd();
    const items: Node[] = [];
    let spread = false;
    while (!this.take(")")) {
      items.push(this.expression());
      spread = this.take("...");
      if (!this.take(",") && !this.ahead(")")) this.fail("neither a comma nor the end of the call");
    }
    return { kind: "call", name, arguments: items, spread, expanded };
  }

  private list(): Node {
    const expanded = this.atLineEnd();
    if (this.keyword("for")) return this.forEach(expanded, "]");
    const items: Node[] = [];
    while (!this.take("]")) {
      items.push(this.expression());
      if (!this.take(",") && !this.ahead("]")) this.fail("neither a comma nor the end of the list");
    }
    return { kind: "list", items, expanded };
  }

  private object(): Node {
    const expanded = this.atLineEnd();
    if (this.keyword("for")) return this.forEach(expanded, "}");
    const entries: Entry[] = [];
    while (!this.take("}")) {
      const computed = this.ahead("(");
      const key = this.operators(1);
      if (!this.take("=")) this.expect(":");
      entries.push({ key, computed, value: this.expression() });
      this.take(",");
    }
    return { kind: "object", entries, expanded };
  }

  private forEach(expanded: boolean, closing: "]" | "}"): Node {
    const variables = [this.match(NAME) ?? this.fail("no variable")];
    if (this.take(",")) variables.push(this.match(NAME) ?? this.fail("no variable"));
    if (!this.keyword("in")) this.fail("no 'in'");
    const over = this.expression();
    this.expect(":");
    const first = this.expression();
    const result = this.take("=>") ? this.expression() : undefined;
    const grouped = this.take("...");
    const condition = this.keyword("if") ? this.expression() : undefined;
    this.expect(closing);
    const key = result && first;
    return { kind: "for", variables, over, key, result: result ?? first, grouped, condition, expanded };
  }

  private keyword(word: string): boolean {
    if (this.match(NAME, false) !== word) return false;
    this.skip(word.length);
    return true;
  }

  private match(pattern: RegExp, consume = true): string | undefined {
    this.blanks();
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.source)?.[0];
    if (found !== undefined && consume) this.skip(found.length);
    return found;
  }

  private ahead(text: string): boolean {
    this.blanks();
    return this.source.startsWith(text, this.position);
  }

  private take(text: string): boolean {
    if (!this.ahead(text)) return false;
    this.skip(text.length);
    return true;
  }

  private expect(text: string): void {
    if (!this.take(text)) this.fail(`no '${text}'`);
  }

  private atLineEnd(): boolean {
    return /^[ \t]*\n/.test(this.source.slice(this.position, this.position + 20));
  }

  private blanks(): void {
    while (/\s/.test(this.source[this.position] ?? "")) this.position++;
  }

  private skip(length: number): string {
    this.position += length;
    return this.source.slice(this.position - length, this.position);
  }

  private fail(what: string): never {
    const rest = this.source.slice(this.position, this.position + 40);
    throw new Error(`not a Terraform expression: ${what} before "${rest}" in ${this.source}`);
  }
}
