import { tellingWords, wordsOf } from './words-of.ts'

/** A claim in its sentence. */
interface Place {
  /** The words of its clause before what makes it a claim. */
  readonly before: string
  readonly said: string
  readonly after: string
  /** What stands in the sentence before its clause. */
  readonly earlier: string
  /** What the claim before it in the sentence is about. */
  readonly subjectBefore: string | undefined
}

/** From here on a clause says why, when or how. */
const aside = /\b(?:because|due to|owing to|thanks to|as a result|after|despite|following|given|since|when|where|so that|through|with|than|compared)\b.*$/i
const preposition = /(?:^| )(?:in|on|at|from|to|by|since|over|during|for|and|or|but|than|compared|with|against|as|after|before|between|because|due|thanks|while|when|until|within|across|among|throughout|despite|following|per)\b.*$/i

/** "More" or "fewer" and what there is more or fewer of. */
const howMany = /^(?:more|greater numbers of|greater|fewer|less|longer|shorter)\b(?! than\b)(.*)$/i
/** What stands in a noun: of what it is, follows. */
const noun = /\b(?:improvements?|deterioration|increase|rise|growth|upturn|upswing|uplift|decrease|fall|decline|drop|reduction|downturn|dip|slump|progress|trends?|trajectory|recovery|chang(?:e|ed)|numbers?|levels?|high|low|results?|performance)$/i
/** What these do is done to what follows: "we reduced delays", "the highest number of delays". */
const doneTo = /\b(?:improv\w+|worsen\w*|increas\w+|reduc\w+|decreas\w+|halved|doubled|eased|cut|grew|grown|drop\w*|highest|lowest|best|worst|strongest|weakest|poorest)$/i
/** What a state says of whom it is said of. */
const state = /\b(?:safer|healthier|happier|faster|quicker|slower|more stable|more settled)\b/i
const gap = /\b(?:gap|difference|distance)\b/i
const gapWords = /\b(?:gap|difference|distance|narrow\w*|widen\w*|wider|clos\w+|shr[aiu]nk\w*|reduc\w+|bridg\w+|open\w*|grow\w*|gr[eo]wn?|increas\w+|fallen|smaller|larger|cut)\b/gi

/** The words of a sentence that say what a claim is about; nothing where it has no subject of its own. */
export function subjectOf(place: Place): string {
  const { before, said, after } = place
  const many = howMany.exec(said)?.[1]
  if (many !== undefined) return `${many} ${after.replace(/^ than\b.*/i, '')}`.replace(aside, '').trim()
  if (gap.test(said)) return `${before} ${said.replaceAll(gapWords, ' ')} ${after.replace(aside, '')}`.trim()
  const [, ofNoun = ''] = (noun.test(said) ? /^ (?:in|of|for|on|to|with) ([^,]*)/i.exec(after) : undefined) ?? []
  const [, ofMany = ''] = /^(?: \w+){1,2} of ([^,]*)/i.exec(after) ?? []
  const follows = [ofNoun, ...(doneTo.test(said) ? [after.replace(preposition, ''), ofMany] : [])].map((text) => text.replace(aside, '').trim())
  return follows.find((text) => tellingWords(text).length > 0) ?? ownOrInherited(place)
}

/** Words that stand for what was named before. */
const pointing = /\b(?:it|they|these|those|which|who|both|this|that)\b/i
const ownWords = /^(?:it|we|this|that|these|those|they|our|us|which|who|numbers?|figures?|rates?|shares?|percentage|proportion|levels?|totals?|measure|results?|performance|position|picture|council|county|service|services|team|there|here|one|all|both|quarter|year|\d+)$/i

function ownOrInherited(place: Place): string {
  const own = `${place.before} ${stateIn(place.said)}`.trim()
  if (tellingWords(own).length > 0) return own
  if (!wordsOf(own).some((word) => ownWords.test(word))) return inherited(place)
  return pointing.test(own) && place.subjectBefore !== undefined ? place.subjectBefore : own
}

/** "Faster" and "slower" both speak of speed. */
function stateIn(said: string): string {
  const word = state.exec(said)?.[0].replace('more ', '') ?? ''
  return /^(?:faster|quicker|slower)$/i.test(word) ? 'speed' : word
}

/** "… and are lower": of what was spoken of before. */
function inherited({ subjectBefore, earlier }: Place): string {
  return subjectBefore ?? earlier.trim()
}
