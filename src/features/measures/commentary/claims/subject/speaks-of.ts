import type { Definition } from '../../../definitions/definition.ts'
import { deniedIn, isOfTime, sidesBetween, sideStems } from './opposites.ts'
import { stemOf, stemsWithAlike, tellingWords } from './words-of.ts'

type Named = Pick<Definition, 'name' | 'definition' | 'numerator' | 'denominator' | 'counted' | 'breakdowns' | 'unit' | 'polarity'>

/** What a claim is about, as far as its words show: the measure, or the opposite of what that counts, or something else. */
export type Spoken = 'measure' | 'opposite' | 'another'

/**
 * Of what a claim speaks. Without a subject of its own it is the measure’s. Every telling word has to be one of the measure’s, and one of those that set it apart; of a share that goes up or down the things that are shared out alone are not enough, since their number is another
 * matter: "assessments fell" is not said of the share that was finished in time.
 */
export function speaksOf(subject: string, definition: Named, isOfSize: boolean): Spoken {
  const sides = sidesBetween(subject, definition)
  if (sides === 'opposite' || isDeniedOtherwise(subject, definition)) return 'opposite'
  const words = tellingWords(subject).filter((word) => (sides !== 'same' || !sideStems.has(stemOf(word))) && (word !== 'speed' || !isOfTime(definition)))
  const { known, core, apart } = wordsOfMeasure(definition)
  if (words.some((word) => !known.has(stemOf(word)))) return 'another'
  const has = (stems: ReadonlySet<string>) => words.some((word) => stems.has(stemOf(word)))
  if (words.length === 0 || sides === 'same') return 'measure'
  const isShare = definition.unit === 'percent' && isOfSize && apart.size > 0 && !shareWords.test(subject)
  return has(isShare ? apart : core) || (!isOfSize && has(known)) ? 'measure' : 'another'
}

const shareWords = /\b(?:share|percentage|proportion|rate|ratio|figure|performance|measure|indicator|per cent)\b|%/i

/** From here on a name says what of the things in it is counted: "assessments *finished within 30 days*". */
const whatOfThem = /\b(?:\w{3,}ed|\w{3,}ing|within|in|on|with|who|whose|that|which|by|held|given|taken|led|seen|good|not)\b.*$/i

interface WordsOfMeasure {
  /** All that its definition says. */
  readonly known: ReadonlySet<string>
  /** Those of its name and of what is counted. */
  readonly core: ReadonlySet<string>
  /** Those that set what is counted apart from that of which it is a share. */
  readonly apart: ReadonlySet<string>
}

function wordsOfMeasure({ name, definition, numerator = '', denominator = '', counted = '', breakdowns }: Named): WordsOfMeasure {
  const parts = breakdowns.flatMap(({ name: of, values }) => [of, ...values]).join(' ').replaceAll('-', ' ')
  const things = stemsWithAlike(tellingWords(`${denominator} ${name.replace(whatOfThem, '')}`))
  const apart = [...stemsWithAlike(tellingWords(`${whatOfThem.exec(name)?.[0] ?? ''} ${numerator}`))].filter((stem) => !things.has(stem))
  return {
    known: stemsWithAlike(tellingWords([name, definition, numerator, denominator, counted, parts].join(' '))),
    core: stemsWithAlike(tellingWords([name, numerator, counted, parts].join(' '))),
    apart: new Set(apart),
  }
}

/** "In work" said of a measure of those who are not, or the other way round. */
function isDeniedOtherwise(subject: string, { name }: Named): boolean {
  const [ofName, ofSubject] = [deniedIn(name), deniedIn(subject)]
  if ((ofName === undefined) === (ofSubject === undefined)) return false
  const stems = stemsWithAlike(tellingWords(ofName ?? ofSubject ?? ''))
  return tellingWords(ofName === undefined ? name : subject).some((word) => stems.has(stemOf(word)))
}
