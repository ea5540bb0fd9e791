/** Another clause begins here. */
const newClause = /;|:(?!\d)|\b(?:but|while|whilst|whereas|although|though|because|which)\b/i
const verb = /\b(?:is|are|was|were|has|have|had|did|does|do|will|can|rose|fell|grew|met|came|went|took|left|made|kept|saw|led|began|put|\w{2,}(?:ed|ows?))\b/i

/** The clause that ends where a claim begins. A list is one subject: "young people in education, employment or training". */
export function subjectClause(before: string): string {
  const clause = before.split(newClause).at(-1) ?? ''
  if (/,[^,]* (?:or|and) [^,]*$/i.test(clause) && !verb.test(clause.replace(/,[^,]*$/, ''))) return clause
  const ofComma = clause.split(/,(?!\d)/).at(-1) ?? ''
  const joined = ofComma.split(/\band\b/i)
  return verb.test(joined.slice(0, -1).join(' ')) ? (joined.at(-1) ?? '') : ofComma
}

/** Of what a sentence that begins with "they" speaks: of what the one before it began with. */
export function openingBefore(sentence: string, before: string | undefined): string | undefined {
  return before !== undefined && /^(?:they|these|those|both)\b/i.test(sentence) ? before.split(verb)[0]?.trim() : undefined
}
