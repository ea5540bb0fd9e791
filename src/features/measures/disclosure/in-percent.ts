/** A number that is given in per cent: "70%", "four percentage points". It is a share, or how far two shares lie apart, and no count. */
export interface InPercent {
  readonly inPercent?: 'share' | 'points'
}

const percentInWords = /\s?(?:%|per ?cent|percentage points?)$/i
const pointsAfter = /^[-\s]?(?:(?:%|per ?cent(?:age)?)[-\s]?points?|pp)\b/i
const percentAfter = /^[-\s]?(?:%|per ?cent\b)/i

/** Whether a number in a text is given in per cent, by its own words or by those that follow. */
export function inPercentAt(text: string, { words, at }: { readonly words: string; readonly at: number }): InPercent {
  const after = text.slice(at + words.replace(percentInWords, '').length)
  if (pointsAfter.test(after)) return { inPercent: 'points' }
  return percentAfter.test(after) ? { inPercent: 'share' } : {}
}
