import type { Definition } from '../../../definitions/definition.ts'
import { stemOf } from './words-of.ts'

/** One of two sides, of which one goes down when the other goes up. */
type Side = 'done' | 'undone'

interface Pair {
  /** Where both sides stand in a text, this decides. */
  readonly undoneFirst: RegExp
  readonly doneFirst?: RegExp
  readonly undone: RegExp
  readonly done: RegExp
}

const done = String.raw`(?:in time|on time|in (?:good )?time|within|timely|timeliness|timescales?|prompt\w*|punctual\w*|up to date|finished|completed|done|concluded|seen)`
const limit = String.raw`(?:timescales?|time limits?|limits?|deadlines?)`

/** In time, or late. */
const timeliness: Pair = {
  undoneFirst: new RegExp(String.raw`\b(?:not|never|without being|fail(?:ed|s|ing)? to be|un)(?: \w+){0,2}? ?${done}\b|\b(?:unfinished|incomplete|uncompleted|untimely)\b|\b(?:finished|completed|done|concluded|seen) (?:\w+ )?late\b`, 'i'),
  doneFirst: /\b(?:within|in time|on time)\b/i,
  undone: new RegExp(String.raw`\b(?:late|lateness|delays?|delayed|overdue|waits?|waited|waiting|backlogs?|missed|outstanding|queues?|slow\w*|breach(?:es|ed)?|unallocated|out of time|(?:outside|after|past|beyond) (?:of )?(?:the |their )?(?:\w+ )?${limit})\b`, 'i'),
  done: new RegExp(String.raw`\b(?:${done}|quick\w*|fast\w*)\b`, 'i'),
}

/** At school, or away. */
const attendance: Pair = {
  undoneFirst: /\b(?:not|non|never)[ -]attend\w*/i,
  undone: /\b(?:absen\w+|truan\w+|miss(?:es|ed|ing)? (?:\w+ ){0,3}(?:school|sessions?|lessons?))\b/i,
  done: /\battend\w*\b/i,
}

/** Without what "within" says of a period, and of a limit of waiting. */
function withoutPeriods(text: string): string {
  return text.replaceAll(/\bwithin (?:the |this |that )?(?:last |same )?(?:quarter|year|month|term|period)\b/gi, ' ').replaceAll(/\bwithin ([\w ]*?)waiting (?:times?|standards?)/gi, 'within $1')
}

function sideIn(text: string, { undoneFirst, doneFirst, undone, done: isDone }: Pair): Side | undefined {
  if (undoneFirst.test(text)) return 'undone'
  if (doneFirst?.test(text) === true) return 'done'
  return undone.test(text) ? 'undone' : isDone.test(text) ? 'done' : undefined
}

type Named = Pick<Definition, 'name' | 'numerator' | 'unit' | 'polarity'>

/** On which side of a pair a measure counts; a length of time that is to be short counts the wait. */
function sideOf(pair: Pair, { name, numerator = '', unit, polarity }: Named): Side | undefined {
  const isWait = pair === timeliness && polarity === 'lower' && ['days', 'weeks', 'months', 'years'].includes(unit)
  return sideIn(withoutPeriods(name), pair) ?? sideIn(withoutPeriods(numerator), pair) ?? (isWait ? 'undone' : undefined)
}

/** Whether a measure counts what is in time, or late, or how long it takes: of these one may speak as of speed. */
export function isOfTime(definition: Named): boolean {
  return sideOf(timeliness, definition) !== undefined
}

const denied = /\b(?:not|never|without|no) ([^.;]+)/i

/** The words of what a text denies: of "young people not in work", "in work". */
export function deniedIn(text: string): string | undefined {
  return denied.exec(text)?.[1]
}

/** Whether a measure counts by this pair, and a text speaks of the same side, or of the other. */
export function sidesBetween(text: string, definition: Named): 'same' | 'opposite' | undefined {
  const found = [timeliness, attendance].flatMap((pair) => {
    const [ofText, ofMeasure] = [sideIn(withoutPeriods(text), pair), sideOf(pair, definition)]
    return ofText === undefined || ofMeasure === undefined ? [] : [ofText === ofMeasure ? ('same' as const) : ('opposite' as const)]
  })
  return found.includes('opposite') ? 'opposite' : found[0]
}

/** The stems of words of either side of a pair: they tell no other subject. */
export const sideStems: ReadonlySet<string> = new Set('late lateness delay delays delayed overdue wait waits waited waiting backlog backlogs missed outstanding queue queues unfinished incomplete time timely timeliness timescale timescales prompt promptness punctual punctuality quick quicker fast faster date deadline deadlines limit limits finished completed completion'.split(' ').map(stemOf))
