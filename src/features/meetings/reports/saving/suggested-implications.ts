/** The headings under which reports to the council's boards and panels say what follows from them. */
const suggestedImplications = [
  'Legal implications',
  'Financial implications',
  'Human resources implications',
  'Privacy impact assessment',
  'Equality and diversity implications',
] as const

const subjects = [/legal/i, /financ/i, /human resources|\bhr\b/i, /privacy|data protection/i, /equalit|diversity/i]

export function isSuggested(heading: string): boolean {
  return suggestedImplications.some((suggested) => suggested === heading)
}

/** The suggested headings of which none of these speaks: "Legal, financial and HR implications" speaks of three. */
export function headingsStillToWrite(headings: readonly string[]): string[] {
  return suggestedImplications.filter((_, index) => !headings.some((heading) => subjects[index]?.test(heading) === true))
}
