import { monthName, weekdayName } from '#core/date-words.ts'
import { date, type LocalDate } from '#core/dates.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { parseTypedDay } from '#core/typed-day.ts'

/** Which weekday of a month: the second, the last. */
export type PlaceInMonth = 1 | 2 | 3 | 4 | 'last'

/** The days on which a body meets, as its calendar says them. Weekdays are Monday 1 to Sunday 7, months 1 to 12. */
export type Pattern =
  | { readonly every: 'month'; readonly places: readonly PlaceInMonth[]; readonly weekday: number; readonly months: MonthsOfPattern }
  | { readonly every: 'weeks'; readonly weeks: number; readonly first: LocalDate }
  /** Counted from the first such weekday of the period. */
  | { readonly every: 'weekday'; readonly weeks: number; readonly weekday: number }

/** Every so many months from the first of the period, or these months by name. */
type MonthsOfPattern = { readonly step: number } | { readonly named: readonly number[] }

export const patternExamples = [
  'second Tuesday of each month',
  'last Thursday of every second month',
  'first Wednesday of March, June, September and December',
  'every 6 weeks from 12 May 2026',
  'fortnightly on Wednesdays',
] as const

const places: Readonly<Partial<Record<string, PlaceInMonth>>> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
  last: 'last',
}
const counts: Readonly<Partial<Record<string, number>>> = {
  other: 2,
  second: 2,
  two: 2,
  third: 3,
  three: 3,
  fourth: 4,
  four: 4,
  five: 5,
  sixth: 6,
  six: 6,
  eight: 8,
}
const fillers = new Set(['of', 'in', 'the', 'and', 'on', 'each', 'a'])
// 1 January 2024 was a Monday, and 2024 began every month.
const weekdays = Array.from({ length: 7 }, (_, index) => weekdayName(date(`2024-01-0${index + 1}`)).toLowerCase())
const months = Array.from({ length: 12 }, (_, index) => monthName(date(`2024-${String(index + 1).padStart(2, '0')}-01`)).toLowerCase())

/** Reads a pattern as a council's calendar words it; `patternExamples` show what is understood. Refused with examples otherwise. */
export function readPattern(text: string): Outcome<Pattern> {
  const typed = text.trim().toLowerCase().slice(0, 200)
  const words = typed.split(/[\s,;&.]+/).filter((word) => word !== '')
  const pattern = inWeeks(typed) ?? onWeekdays(words) ?? inMonths(words)
  if (pattern !== undefined) return ok(pattern)
  const notUsable = unusable(typed)
  if (notUsable !== undefined) return refuse('invalid', 'The pattern could not be used.', [{ field: 'pattern', found: text.slice(0, 100), message: notUsable }])
  return refuse(
    'invalid',
    'The pattern could not be understood.',
    [{
      field: 'pattern',
      found: text.slice(0, 100),
      message: `Say which weekday of which months, such as “${patternExamples[0]}”, or “${patternExamples[3]}”`,
    }],
  )
}

function inWeeks(typed: string): Pattern | undefined {
  const [, count, day = ''] = /^every (?:(\S+) )?weeks?,? (?:from|starting(?: on)?) (?:\p{L}+day )?(.+)$/u.exec(typed.replaceAll(/\s+/g, ' ')) ?? []
  const first = parseTypedDay(day)
  const weeks = count === undefined ? 1 : numberOf(count)
  return first === undefined || weeks === undefined || weeks > 52 ? undefined : { every: 'weeks', weeks, first }
}

/** "Weekly on Mondays", "fortnightly on Wednesday". */
function onWeekdays(words: readonly string[]): Pattern | undefined {
  const [often = '', ...rest] = words
  const weeks = often === 'weekly' ? 1 : often === 'fortnightly' ? 2 : undefined
  const telling = rest.filter((word) => !fillers.has(word))
  const weekday = weekdays.findIndex((day) => beginsName(telling[0], day)) + 1
  return weeks === undefined || weekday === 0 || telling.length !== 1 ? undefined : { every: 'weekday', weeks, weekday }
}

/** What is understood and still names no day; the reader is told why. */
function unusable(typed: string): string | undefined {
  if (/\bworking days?\b/.test(typed)) return 'A pattern names a weekday, so that members know the day: say “last Friday of each month” in place of a working day'
  if (/\b(quarterly|weekly|fortnightly|monthly)\b/.test(typed)) return 'Say on which weekday too, such as “second Tuesday quarterly” or “fortnightly on Wednesdays”'
  return undefined
}

function inMonths(words: readonly string[]): Pattern | undefined {
  const kept = words.filter((word) => !fillers.has(word))
  // "Quarterly on the second Tuesday" is the second Tuesday quarterly.
  const telling = kept[0] === 'quarterly' || kept[0] === 'monthly' ? [...kept.slice(1), kept[0]] : kept
  const until = telling.findIndex((word) => places[word] === undefined)
  const named = telling.slice(0, Math.max(until, 0)).flatMap((word) => places[word] ?? [])
  const weekday = weekdays.findIndex((day) => beginsName(telling[until], day)) + 1
  const inMonth = monthsOf(telling.slice(until + 1))
  if (named.length === 0 || weekday === 0 || inMonth === undefined) return undefined
  return { every: 'month', places: [...new Set(named)], weekday, months: inMonth }
}

function monthsOf(words: readonly string[]): MonthsOfPattern | undefined {
  const [first, second = '', third = ''] = words
  if (first === undefined || (words.length === 1 && (first === 'month' || first === 'monthly'))) return { step: 1 }
  if (words.length === 1 && (first === 'quarterly' || first === 'quarter')) return { step: 3 }
  if (first === 'every' && second === 'quarter' && words.length === 2) return { step: 3 }
  if (first === 'every') {
    if (words.length === 2 && second === 'month') return { step: 1 }
    const step = numberOf(second)
    return words.length === 3 && /^months?$/.test(third) && step !== undefined && step <= 12 ? { step } : undefined
  }
  const named = words.map((word) => months.findIndex((month) => beginsName(word, month)) + 1)
  return named.includes(0) ? undefined : { named: [...new Set(named)] }
}

/** "Tue", "tues", "tuesday" and "tuesdays" alike. */
function beginsName(word: string | undefined, name: string): boolean {
  return word !== undefined && word.length >= 3 && (name.startsWith(word) || word === `${name}s`)
}

function numberOf(word: string): number | undefined {
  const number = counts[word] ?? (/^[1-9]\d?(?:nd|rd|th)?$/.test(word) ? Number.parseInt(word, 10) : undefined)
  return number === 0 ? undefined : number
}
