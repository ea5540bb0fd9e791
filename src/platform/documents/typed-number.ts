/**
 * The number that somebody typed at the beginning of a paragraph, with the space after it: "1. ", "(2) ", "3.1 ". An amount such as "3.5 million" is
 * no number of a paragraph. Undefined where there is none.
 */
export function typedNumber(words: string): string | undefined {
  return /^\s*(?:\(?\d{1,3}[.)]|\d{1,3}(?:\.\d{1,3})+[.)]?(?=\s+[A-Z“"‘(]))\s+(?=\S)/.exec(words)?.[0]
}
