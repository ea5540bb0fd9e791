/** A number in Roman letters, and where. */
interface RomanNumber {
  readonly words: string
  readonly number: number
  readonly at: number
}

/** Roman numbers are counts only beside those who are counted: "children: III", "II cases". A single I is mostly a word. */
const counted = '[Cc]hildren|[Gg]irls|[Bb]oys|[Bb]abies|[Ii]nfants|[Tt]eenagers|[Pp]upils|[Ss]tudents|[Ss]iblings|[Ff]amilies|[Hh]ouseholds|[Cc]ases|[Pp]eople'
const roman = new RegExp(`(?<=\\b(?:${counted})(?: (?:were|was|numbered|in all))?(?:\\s*[:=(–-]\\s*|\\s+))(?:II|III|IV|V)\\b|(?<=\\b(?:${counted})\\s*[:=(]\\s*)I\\b|\\b(?:II|III|IV|V)(?=\\s+(?:${counted})\\b)`, 'g')

/** "Hurt: III", of which nobody can be sure. */
const romanAlone = /(?<=\p{L}\s*[:=]\s*)(?<!\b(?:quarter|section|priority|page|appendix|annex|part|schedule|paragraph|step|stage|phase|level|grade|tier|version|objective|band|chapter|group|type|class)s?\s*[:=]\s*)(?:II|III|IV|V)(?=\s*(?:[.,;)]|$))/gimu
const romans = ['I', 'II', 'III', 'IV', 'V']

/** "Children: III", "II cases". */
export function romansBesideChildren(text: string): readonly RomanNumber[] {
  return found(text, roman)
}

/** "Hurt: III". */
export function romansAlone(text: string): readonly RomanNumber[] {
  return found(text, romanAlone)
}

function found(text: string, pattern: RegExp): readonly RomanNumber[] {
  return [...text.matchAll(pattern)].filter(([words]) => romans.includes(words)).map((match) => ({ words: match[0], number: romans.indexOf(match[0]) + 1, at: match.index }))
}
