import { splitText } from "../../../kernel/hcl/text";

describe("a long text", () => {
  const sentence = "The listener has a header that nobody can take away";

  test("is cut into lines that make the same text again", () => {
    const { separator, lines } = splitText([`${sentence}. ${sentence}.`], 60);
    expect([lines.length, lines.join(separator)]).toEqual([2, `${sentence}. ${sentence}.`]);
  });

  test("leaves no line that is one expression alone, which Terraform deprecates as a string", () => {
    const expression = { source: '${join(" ", local.headers)}' };
    const { separator, lines } = splitText([`${sentence}: set `, expression], 60);
    expect(lines).not.toContain(expression.source);
    expect(lines.join(separator)).toBe(`${sentence}: set ${expression.source}`);
  });
});
