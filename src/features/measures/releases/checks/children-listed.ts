/** Children one after another, and how many they are. */
interface ChildrenListed {
  readonly words: string
  readonly number: number
  /** Two or more of them are told by numbers. */
  readonly isSure?: true
}

const one = 'child|girl|boy|baby|infant|toddler|teenager|pupil|student|youngster|sister|brother|sibling|twin|daughter|son|young person|care leaver'
const several = 'children|girls|boys|babies|infants|toddlers|teenagers|pupils|students|youngsters|sisters|brothers|siblings|daughters|sons|young people'
const numbers = ['one', 'two', 'three', 'four', 'five']
const whose = '(?:a|an|another|one|one other|the|this|that|her|his|their|its)'
const how = String.raw`(?:(?!(?:of|in|for|with|to|and|or|is|was)\b)[a-z\d-]+ ){0,2}?`
const together = '(?:a|the|one) (?:pair|couple|trio|quartet) of'
const single = `${whose} ${how}(?:${one})`
const many = String.raw`${together} ${how}(?:${several})|(?:(?:the|her|his|their|these) )?(?:${numbers.join('|')}|[1-5]) ${how}(?:${several})|(?:the |her |his |their )?twins`
const grown = '(?:a|the|one|their|her|his) (?:mother|father|mum|dad|parent|carer|grandmother|aunt)'
const item = String.raw`(?:${many}|${single})(?![a-z’'-])`
const list = new RegExp(String.raw`(?<![a-z])(?:${grown}|${item})(?:(?:, (?:and |with )?| and | with | & )(?:${item}))+`, 'giu')
const items = new RegExp(item, 'giu')

/** Begins what is told, so that it speaks of no child in general, as "where a child was placed" does. */
const begins = String.raw`(?<=^|[.!?;:–…]\s|\n\s*|\b(?:and|but|as|because|since),?\s)`
const happened = String.raw`was|had|has|arrived|came|left|died|went|ran|moved|returned|joined|stayed|waited|remained|remains|lives|lived|is (?:(?:still|now) )?(?:missing|away|absent|in (?:hospital|custody)|waiting|not yet)`
const alone = new RegExp(String.raw`${begins}(?:(?:a|an|the|this|that|our) ${how}(?:${one}),?(?: (?:who|still|also|then|now|sadly))* (?:${happened})\b|(?:another|(?:a )?(?:single|lone)|one more|one other) ${how}(?:${one})(?![a-z’'-]))`, 'giu')
const inGeneral = /\b(?:if|when|whenever|where|whether|until|unless|once|before|after|each time|how|that)\b[^.!?;\n]*$/iu

/** Lists of children ("the two brothers and their sister", "a mother and her two sons") and what is said of one ("a boy is missing", "another child"). */
export function childrenListed(text: string): readonly ChildrenListed[] {
  const lists = [...text.matchAll(list)].map((found) => ({ at: found.index, words: found[0], number: [...found[0].matchAll(items)].reduce((sum, [of]) => sum + howMany(of), 0) }))
  const singles = [...text.matchAll(alone)].filter(({ index }) => !inGeneral.test(text.slice(0, index)) && !lists.some(({ at, words }) => at <= index && index < at + words.length))
  return [...lists.map(({ words, number }) => ({ words, number, ...(numbered(words) > 1 ? { isSure: true as const } : {}) })), ...singles.map(([words]) => ({ words, number: 1 }))]
}

function numbered(list: string): number {
  return [...list.matchAll(items)].filter(([words]) => numberIn.test(words)).length
}

const numberIn = /\b(?:pair|couple|trio|quartet|one|two|three|four|five|[1-5])\b/iu
const ofTogether: Readonly<Record<string, number>> = { pair: 2, couple: 2, trio: 3, quartet: 4 }

function howMany(words: string): number {
  const number = numberIn.exec(words)?.[0].toLowerCase()
  if (number === undefined) return /\btwins$/iu.test(words) ? 2 : 1
  const together = ofTogether[number]
  if (together !== undefined) return together
  return numbers.includes(number) ? numbers.indexOf(number) + 1 : Number(number)
}
