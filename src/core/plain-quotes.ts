/** Text with the quotation marks and apostrophes of a typewriter for those of a printer: the same words come with either, from a keyboard and from a pasted document. */
export function plainQuotes(text: string): string {
  return text.replaceAll(/[‘’]/g, "'").replaceAll(/[“”]/g, '"')
}
