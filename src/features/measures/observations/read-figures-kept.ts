import { sql } from 'kysely'
import type { Reader } from '#platform/database/database.ts'
import type { FigureKey, Observation } from './observation.ts'
import type { ObservationTables } from './tables.ts'

/** A figure that stands, or stood. */
export interface KeptFigure extends Observation {
  readonly revision: number
  readonly enteredAt: Date
}

function figures(reader: Reader) {
  return reader
    .tables<ObservationTables>()
    .selectFrom('work.observations as kept')
    .select([
      'kept.measure', 'kept.area', 'kept.breakdown', 'kept.period', 'kept.revision', 'kept.numerator', 'kept.denominator', 'kept.value', 'kept.status', 'kept.note', 'kept.reason', 'kept.entered_at',
    ])
}

/** The figures of these measures as they stand, by measure, area, breakdown and period, in the order of the alphabet; of all areas where none is named. One query. */
export async function figuresOf(reader: Reader, measures: readonly string[], areas?: readonly string[]): Promise<readonly KeptFigure[]> {
  if (measures.length === 0 || areas?.length === 0) return []
  const asked = figures(reader).where('kept.measure', 'in', [...measures])
  const rows = await (areas === undefined ? asked : asked.where('kept.area', 'in', [...areas]))
    .distinctOn(['kept.measure', 'kept.area', 'kept.breakdown', 'kept.period'])
    .orderBy('kept.measure').orderBy('kept.area').orderBy('kept.breakdown').orderBy('kept.period').orderBy('kept.revision', 'desc')
    .execute()
  return rows.map(figureOf)
}

/** What stood before each figure that took the place of another, as `figuresOf` orders them. One query. */
export async function figuresBefore(reader: Reader, measures: readonly string[], areas: readonly string[]): Promise<readonly KeptFigure[]> {
  if (measures.length === 0 || areas.length === 0) return []
  // Ranked rather than joined with itself: after a large load nothing is known yet of how many rows there are, and a join would go through all of them for each.
  const ranked = figures(reader)
    .select(sql<number>`row_number() over (partition by kept.measure, kept.area, kept.breakdown, kept.period order by kept.revision desc)`.as('from_last'))
    .where('kept.measure', 'in', [...measures]).where('kept.area', 'in', [...areas])
  const rows = await reader.tables<ObservationTables>().selectFrom(ranked.as('kept')).selectAll().where('kept.from_last', '=', 2).orderBy('kept.measure').orderBy('kept.area').orderBy('kept.breakdown').orderBy('kept.period').execute()
  return rows.map(({ from_last: _place, ...row }) => figureOf(row))
}

/** Every revision of every figure of these measures and areas, the earlier revision first. One query. */
export async function standingOf(reader: Reader, pairs: readonly Pick<FigureKey, 'measure' | 'area'>[]): Promise<readonly KeptFigure[]> {
  const asked = sql<boolean>`(kept.measure, kept.area) in (select * from unnest(${pairs.map(({ measure }) => measure)}::text[], ${pairs.map(({ area }) => area)}::text[]))`
  return (await figures(reader).where(asked).orderBy('kept.revision').execute()).map(figureOf)
}

/** Every revision of one figure, the first first; one by its number is what it was then. One query. */
export async function historyOf(reader: Reader, { measure, area, breakdown, period }: FigureKey): Promise<readonly KeptFigure[]> {
  const one = figures(reader).where('kept.measure', '=', measure).where('kept.area', '=', area).where('kept.breakdown', '=', breakdown).where('kept.period', '=', period)
  return (await one.orderBy('kept.revision').execute()).map(figureOf)
}

/** Every revision of every figure of a measure, revision by revision. One query. */
export async function revisionsOfMeasure(reader: Reader, measure: string): Promise<readonly KeptFigure[]> {
  const rows = await figures(reader).where('kept.measure', '=', measure).orderBy('kept.revision').orderBy('kept.area').orderBy('kept.breakdown').orderBy('kept.period').execute()
  return rows.map(figureOf)
}

type KeptRow = Omit<ObservationTables['work.observations'], 'entered_at' | 'council' | 'load' | 'line'> & { readonly entered_at: Date }

function figureOf({ entered_at, numerator, denominator, value, ...row }: KeptRow): KeptFigure {
  return { ...row, numerator: numberOf(numerator), denominator: numberOf(denominator), value: numberOf(value), enteredAt: entered_at }
}

function numberOf(text: string | null): number | undefined {
  return text === null ? undefined : Number(text)
}
