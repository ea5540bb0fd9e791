import type { Reader } from '#platform/database/database.ts'
import { keptOf, type KeptRow } from './keep-figures.ts'
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
      'kept.load', 'kept.line',
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
  const rows = await figures(reader)
    .innerJoin('work.observations as later', (join) =>
      join.onRef('later.measure', '=', 'kept.measure').onRef('later.area', '=', 'kept.area').onRef('later.breakdown', '=', 'kept.breakdown').onRef('later.period', '=', 'kept.period')
        .on((eb) => eb('later.revision', '=', eb('kept.revision', '+', 1))),
    )
    .where('kept.measure', 'in', [...measures]).where('kept.area', 'in', [...areas])
    .distinctOn(['kept.measure', 'kept.area', 'kept.breakdown', 'kept.period'])
    .orderBy('kept.measure').orderBy('kept.area').orderBy('kept.breakdown').orderBy('kept.period').orderBy('kept.revision', 'desc')
    .execute()
  return rows.map(figureOf)
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

function figureOf({ entered_at, ...row }: KeptRow & { readonly entered_at: Date }): KeptFigure {
  const { load: _load, line: _line, ...figure } = keptOf(row)
  return { ...figure, enteredAt: entered_at }
}
