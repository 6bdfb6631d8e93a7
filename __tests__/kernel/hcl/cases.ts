/** An expression as an author may write it, and as it is printed. Over the locals below, both must mean the same. */
export interface PrecedenceCase {
  readonly behaviour: string;
  readonly source: string;
  readonly printed: string;
}

/** What the expressions of the cases read. */
export const LOCALS = { yes: true, no: false, a: 7, b: 3, list: [1, 2, 3], text: "t", map: { k: { v: 5 } } };

const one = (behaviour: string, source: string, printed = source): PrecedenceCase => ({ behaviour, source, printed });

export const PRECEDENCE_CASES: readonly PrecedenceCase[] = [
  one(
    "keeps the order of and before or, and shows it",
    "local.yes || local.no && local.no",
    "local.yes || (local.no && local.no)",
  ),
  one("keeps the parentheses of or within and", "(local.yes || local.no) && local.no"),
  one("drops parentheses that say nothing", "((local.a)) + (1)", "local.a + 1"),
  one("keeps the right side of a difference together", "local.a - (local.b - 1)"),
  one("reads a difference from the left", "(local.a - local.b) - 1", "local.a - local.b - 1"),
  one("keeps a sum within a product together", "(local.a + local.b) * 2"),
  one("needs none for a product within a sum", "local.a + (local.b * 2)", "local.a + local.b * 2"),
  one("keeps the right side of a quotient together", "12 / (local.b * 2)"),
  one("compares sums", "(local.a + 1) > (local.b * 2)", "local.a + 1 > local.b * 2"),
  one("keeps a comparison of comparisons together", "(local.a == 7) == (local.b == 3)"),
  one("negates what is compared", "!(local.a == local.b)"),
  one("negates a name", "!local.yes"),
  one("negates a call", "!(contains(local.list, 2))", "!contains(local.list, 2)"),
  one("negates a conjunction", "!(local.yes && local.no)"),
  one("takes a sum's negative", "-(local.a + local.b)"),
  one(
    "puts a conditional in a branch into parentheses",
    "local.no ? 1 : local.yes ? 2 : 3",
    "local.no ? 1 : (local.yes ? 2 : 3)",
  ),
  one("and in the other", "local.yes ? local.no ? 1 : 2 : 3", "local.yes ? (local.no ? 1 : 2) : 3"),
  one("and in a condition", "(local.yes ? local.no : local.yes) ? 1 : 2"),
  one("keeps a conditional within a sum together", "local.a + (local.no ? 1 : 2)"),
  one("keeps a conditional before an operator together", "(local.no ? 1 : 2) * local.a"),
  one(
    "needs no parentheses for an operator in a condition",
    "(local.a > 3 && local.yes) ? 1 : 0",
    "local.a > 3 && local.yes ? 1 : 0",
  ),
  one("turns a negated condition round", "!local.yes ? 1 : 0", "local.yes ? 0 : 1"),
  one("turns a double negation round twice", "!!local.yes ? 1 : 0", "local.yes ? 1 : 0"),
  one("does not turn round what is negated in part", "!local.yes && local.no ? 1 : 0"),
  one("reads an attribute of a conditional", "(local.yes ? local.map.k : { v = 1 }).v"),
  one("reads an item of a call", 'split("-", "a-b")[1]'),
  one("reads an attribute of every item", "[{ v = 1 }, { v = 2 }][*].v"),
  one("puts a conditional in a call bare", "max((local.yes ? 1 : 2), 0)", "max(local.yes ? 1 : 2, 0)"),
  one("keeps a spread", "max(local.list...)"),
  one("keeps a conditional in a template", '"${local.yes ? "x" : "y"}-z"'),
  one("keeps strings in templates in strings", '"a${upper("${local.text}}")}b"'),
  one("keeps escapes", '"$${a} %%{b} \\"q\\" \\\\ \\n"'),
  one("walks a list", "[for i, item in local.list : item * i if item > 1]"),
  one(
    "leaves no space before the bracket of a condition, as terraform fmt wants it",
    "[for item in local.list : item if (item > 1 || local.yes) && local.yes]",
    "[for item in local.list : item if(item > 1 || local.yes) && local.yes]",
  ),
  one("walks a map", '{ for key, value in local.map : "${key}!" => value }'),
  one(
    "groups",
    '{ for item in local.list : (item > 1 ? "x" : "y") => item... }',
    '{ for item in local.list : item > 1 ? "x" : "y" => item... }',
  ),
  one("keeps a computed key", '{ (local.text) = 1, "a b" = 2, c = 3 }'),
];
