/** Numbers as regular expressions that JavaScript and RE2 read alike. */

/** The source of an expression that matches whole numbers above one of at most two digits; those of three digits at the most. */
export function above(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const alternatives = [
    ...(tens === 0 && ones < 9 ? [`[${ones + 1}-9]`] : []),
    ...(tens > 0 && ones < 9 ? [`${tens}[${ones + 1}-9]`] : []),
    ...(tens < 9 ? [`[${tens + 1}-9][0-9]`] : []),
    "[1-9][0-9]{2}",
  ];
  return alternatives.join("|");
}

/** The source of an expression that matches the whole numbers between two, both included. */
export const between = (lowest: number, highest: number): string =>
  Array.from({ length: highest - lowest + 1 }, (_, i) => lowest + i).join("|");
