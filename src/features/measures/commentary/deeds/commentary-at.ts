import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { LocalDate } from '#core/dates.ts'
import type { Period } from '#core/periods/period.ts'
import type { Reader } from '#platform/database/database.ts'
import type { Definition } from '../../definitions/definition.ts'
import { versionsOf } from '../../definitions/keep-definitions.ts'
import { readPeriod } from '../../observations/read-period.ts'
import { sheetsFor } from '../../sheets/read-sheets.ts'
import type { SheetsOfCommentary } from '../claims/check-commentary.ts'
import type { CommentaryKey, Content } from '../model/commentary.ts'

/** Of what a commentary is: the measure as the period counts it. */
export interface CommentaryPlace {
  readonly definition: Definition
  readonly period: Period
  readonly isOver: boolean
}

/** The measure and period that an address names; refused where there is no such measure, or no such period of it. */
export async function commentaryPlace(reader: Reader, key: CommentaryKey, today: LocalDate): Promise<Outcome<CommentaryPlace>> {
  const versions = await versionsOf(reader, key.measure)
  if (versions.length === 0) return refuse('not-found', 'There is no such measure.')
  const read = readPeriod(key.period, versions, 'own', today)
  if ('message' in read) return refuse('not-found', read.message)
  return isWithinMemory(read.period) ? ok(read) : refuse('not-found', 'No figures are kept of so early a time.')
}

/** Whether figures may be held of a period and of the years before it; an address may name any year. */
export function isWithinMemory({ from }: Pick<Period, 'from'>): boolean {
  return from >= '1900-01-01' && from < '2200-01-01'
}

/** The sheets of a commentary: of its own measure and of those to which its claims are tied. */
export async function sheetsOfCommentary(reader: Reader, { definition, period }: CommentaryPlace, { claims }: Content): Promise<SheetsOfCommentary> {
  const tied = claims.flatMap(({ measure }) => measure ?? [])
  const sheets = await sheetsFor(reader, [...new Set([definition.slug, ...tied])], period)
  const own = sheets.find((sheet) => sheet.definition.slug === definition.slug)
  if (own === undefined) throw new Error(`No sheet of ${definition.slug}`)
  return { own, others: new Map(sheets.map((sheet) => [sheet.definition.slug, sheet])) }
}
