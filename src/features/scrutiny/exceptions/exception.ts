import { z } from 'zod'
import { formatDate } from '#core/date-words.ts'
import { parseDate, type LocalDate } from '#core/dates.ts'
import type { Meaning } from '#platform/pages/status-tag.ts'
import { day, slug, text, words } from '#platform/files/fields.ts'

/** The matter that an agenda's item of exceptions bears. */
export const exceptionsSubject = 'exception-reports'

const piece = z.strictObject({
  text: words('what the evidence is'),
  /** A public page of this site, or one elsewhere. */
  link: z.string('Give an address').regex(/^(https:\/\/\S+|\/(?!\/|staff)\S*)$/, 'Give an address that begins with https://, or one of this site that begins with /').max(500),
})

const answerer = { to: words('who is to answer, by role, body or organisation'), body: slug.optional(), due: day.optional() }

/** What the board did with it. */
const outcome = z.discriminatedUnion('did', [
  z.strictObject({ did: z.literal('noted'), on: day }),
  z.strictObject({ did: z.literal('asked'), on: day, asks: words('what the panel is asked to do'), ...answerer }),
  z.strictObject({ did: z.literal('called'), on: day, asks: words('what the report is to say'), ...answerer }),
])

/** What a panel flags of a quarter to the board above it: one document of an `exceptions` file, and the record that staff keep. */
export const exception = z.strictObject({
  /** Known by it as often as it is loaded. */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use lower-case letters, figures and hyphens').max(100),
  panel: slug,
  board: slug,
  /** The quarter or year of the figures. */
  period: z.string('Give the period').regex(/^\d{4}-\d{2}(-(q[1-4]|outturn|ay))?$/, 'Give the period as 2022-23-q4, 2022-23-outturn, 2022-23 or 2022-23-ay'),
  about: z.enum(['measure', 'budget'], 'Say whether it is about performance or the budget'),
  /** The measure, or the line of the budget. */
  what: words('the measure or the line of the budget'),
  seen: words('what was seen'),
  evidence: z.array(piece).max(10, 'Give at most 10 pieces of evidence').default([]),
  flaggedOn: day,
  /** The board's meeting that takes or took it. */
  meeting: day.optional(),
  /** The item at which it stands, where its agenda does not say so itself: of meetings from before they were kept here. */
  item: z.int('Give the number of the item').min(1, 'Give the number of the item').max(999).optional(),
  outcome: outcome.optional(),
  source: text.optional(),
})

export type Exception = z.output<typeof exception>
export type ExceptionOutcome = NonNullable<Exception['outcome']>

/** As the public reads it: with the meeting, and the item of the board's agenda. */
export const publicException = exception.extend({ meeting: day })
export type PublicException = z.output<typeof publicException>

/** `2021-22-q4` as people say it: quarter 4 of 2021/22 (January to March). */
export function periodWords(period: string): string {
  const [, year = '', part] = /^(\d{4}-\d{2})(?:-(q[1-4]|outturn|ay))?$/.exec(period) ?? []
  const years = year.replace('-', '/')
  if (part === undefined) return years
  if (part === 'outturn') return `Outturn of ${years}`
  return part === 'ay' ? `Academic year ${years}` : `Quarter ${part.slice(1)} of ${years} (${quarters[Number(part.slice(1)) - 1] ?? ''})`
}

/** The last day of what the figures are of, by the financial year from April or the academic year from September. */
function periodEnd(period: string): LocalDate | undefined {
  const [, year = '', next = '', part = ''] = /^(\d{4})-(\d{2})(?:-(q[1-4]|outturn|ay))?$/.exec(period) ?? []
  if (year === '' || (Number(year) + 1) % 100 !== Number(next)) return undefined
  const isThisYear = part === 'q1' || part === 'q2' || part === 'q3'
  return parseDate(`${isThisYear ? year : String(Number(year) + 1)}-${lastDays[part] ?? '03-31'}`)
}

const lastDays: Readonly<Record<string, string>> = { q1: '06-30', q2: '09-30', q3: '12-31', ay: '08-31' }

/** Why nothing can have been seen in the figures of a period by that day: it had not ended. Undefined where it had. */
export function wrongPeriod({ period, flaggedOn }: Pick<Exception, 'period' | 'flaggedOn'>): string | undefined {
  const end = periodEnd(period)
  if (end === undefined) return 'Give two years that follow each other, such as 2022-23'
  return end < flaggedOn ? undefined : `${periodWords(period)} ends on ${formatDate(end)}. Give a period that is over: an exception is seen in its figures`
}

const quarters = ['April to June', 'July to September', 'October to December', 'January to March']

export const aboutWords = { measure: 'Performance', budget: 'Budget' } as const

/** What the board did, in words. */
export function outcomeWords(outcome: ExceptionOutcome): string {
  switch (outcome.did) {
    case 'noted':
      return 'Noted'
    case 'asked':
      return `Asked ${outcome.to}: ${outcome.asks}`
    case 'called':
      return `Called for a report from ${outcome.to}: ${outcome.asks}`
  }
}

type State = 'waiting' | 'on-agenda' | 'considered'

export const stateWords: Readonly<Record<State, { readonly text: string; readonly meaning: Meaning }>> = {
  waiting: { text: 'Waits for an agenda', meaning: 'caution' },
  'on-agenda': { text: 'On the board’s agenda', meaning: 'coming' },
  considered: { text: 'Considered', meaning: 'good' },
}

export function stateOf({ meeting, outcome }: Pick<Exception, 'meeting' | 'outcome'>): State {
  if (outcome !== undefined) return 'considered'
  return meeting === undefined ? 'waiting' : 'on-agenda'
}
