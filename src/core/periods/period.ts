import { addDays, addMonths, parseDate, type LocalDate } from '../dates.ts'

/** How long a figure's period is, and in which year it is counted: April to March, or September to August. */
export type PeriodKind = 'month' | 'quarter' | 'term' | 'financial-year' | 'outturn' | 'academic-year' | 'calendar-year' | 'day'

/** A stretch of time for which a figure is given, or the day on which it was counted. */
export interface Period {
  readonly kind: PeriodKind
  /** As addresses and files write it: `2022-04`, `2019-20-q4`, `2022-23-ay-autumn`, `2023-24`, `2022-23-outturn`, `2022-23-ay`, `2019`, `2020-03-31`. */
  readonly slug: string
  /** First and last day. */
  readonly from: LocalDate
  readonly to: LocalDate
}

/** The terms as statistics of schools have them; the months in which each begins. */
const terms = { autumn: 9, spring: 1, summer: 4 } as const

type Term = keyof typeof terms

/**
 * Reads a period as addresses and files write it; undefined where it is none, such as `2022-13` or `2022-24`, or where its year is one that no day here can
 * have. The years 2000-01 to 2011-12 are written like a month each (2008-09 like September 2008): the kind that is expected decides, and without one it is the
 * year.
 */
export function parsePeriod(slug: string, expected?: PeriodKind): Period | undefined {
  const year = Number(slug.slice(0, 4))
  if (!(year >= 1000 && year < 9000)) return undefined
  const readings = readingsOf(slug)
  return readings.find(({ kind }) => kind === expected) ?? readings[0]
}

/** A page or a file names the same few periods thousands of times, and days are slow to reckon. */
const keptReadings = new Map<string, readonly Period[]>()
const mostKept = 5000

function readingsOf(slug: string): readonly Period[] {
  const kept = keptReadings.get(slug)
  if (kept !== undefined) return kept
  const readings = readers.flatMap((read) => read(slug) ?? [])
  if (keptReadings.size >= mostKept) keptReadings.clear()
  if (readings.length > 0) keptReadings.set(slug, readings)
  return readings
}

const readers: readonly ((slug: string) => Period | undefined)[] = [readDay, readFinancial, readMonth, readAcademic, readCalendarYear]

function readDay(slug: string): Period | undefined {
  const day = parseDate(slug)
  return day === undefined ? undefined : { kind: 'day', slug, from: day, to: day }
}

function readMonth(slug: string): Period | undefined {
  const [, year = '', month = ''] = /^(\d{4})-(\d{2})$/.exec(slug) ?? []
  const number = Number(month)
  if (year === '' || number < 1 || number > 12) return undefined
  return lasting('month', slug, firstOf(Number(year), number), 1)
}

/** `2023-24`, `2019-20-q4` and `2022-23-outturn`. */
function readFinancial(slug: string): Period | undefined {
  const [, year = '', next = '', rest = ''] = /^(\d{4})-(\d{2})((?:-(?:q[1-4]|outturn))?)$/.exec(slug) ?? []
  if (!follow(year, next)) return undefined
  const start = firstOf(Number(year), 4)
  const quarter = /^-q([1-4])$/.exec(rest)?.[1]
  if (quarter !== undefined) return lasting('quarter', slug, addMonths(start, (Number(quarter) - 1) * 3), 3)
  return lasting(rest === '-outturn' ? 'outturn' : 'financial-year', slug, start, 12)
}

function readAcademic(slug: string): Period | undefined {
  const [, year = '', next = '', term] = /^(\d{4})-(\d{2})-ay(?:-(autumn|spring|summer))?$/.exec(slug) ?? []
  if (!follow(year, next)) return undefined
  if (term === undefined) return lasting('academic-year', slug, firstOf(Number(year), 9), 12)
  const month = terms[term as Term]
  return lasting('term', slug, firstOf(month === terms.autumn ? Number(year) : Number(year) + 1, month), term === 'spring' ? 3 : term === 'autumn' ? 4 : 5)
}

function readCalendarYear(slug: string): Period | undefined {
  return /^\d{4}$/.test(slug) && Number(slug) > 0 ? lasting('calendar-year', slug, firstOf(Number(slug), 1), 12) : undefined
}

/** Whether the second year is the one after the first: 1999-00. */
function follow(year: string, next: string): boolean {
  return year !== '' && (Number(year) + 1) % 100 === Number(next)
}

function lasting(kind: PeriodKind, slug: string, from: LocalDate, months: number): Period {
  return { kind, slug, from, to: addDays(addMonths(from, months), -1) }
}

function firstOf(year: number, month: number): LocalDate {
  const day = parseDate(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`)
  if (day === undefined) throw new Error(`No first day of month ${month} of ${year}`)
  return day
}
