import type { LocalDate } from '#core/dates.ts'
import type { Definition } from '../definitions/definition.ts'
import { neighboursArea, type Areas } from '../comparators/area.ts'
import { didYouMean } from './nearest-name.ts'
import type { CellFault, FigureKey, Observation, RowGiven } from './observation.ts'
import { readBreakdown } from './read-breakdown.ts'
import { readFigures } from './read-figures.ts'
import { readPeriod, type PeriodRead } from './read-period.ts'

/** What rows are held against. */
export interface Known {
  /** The versions of each measure by its slug. */
  readonly measures: ReadonlyMap<string, readonly Definition[]>
  readonly areas: Areas
  readonly today: LocalDate
}

export type RowChecked = { readonly observation: Observation; readonly faults?: undefined } | { readonly faults: readonly CellFault[] }

/** Longest note that is kept. */
const longestNote = 1000

/**
 * Makes the check of rows against their definitions. What is found out of a measure's period or breakdown is remembered, so that a million rows cost little more than
 * reading their numbers; what is remembered grows with the periods and breakdowns that there are, not with the rows.
 */
export function rowChecker({ measures, areas, today }: Known): (row: RowGiven) => RowChecked {
  const bySlug = new Map([...measures].map(([slug, versions]) => [slug, measureChecker(versions, today)]))
  return (row) => {
    const faults: CellFault[] = []
    const measure = bySlug.get(row.measure)
    const area = readArea(row.area, areas, faults)
    if (measure === undefined) faults.push({ field: 'measure', found: row.measure, message: `There is no such measure.${didYouMean(row.measure, measures.keys()) || ' Load its definition first, or correct the word.'}` })
    if (measure === undefined || area === undefined) return { faults }
    const read = measure.period(row.period, area.isOwn)
    if ('message' in read) return { faults: [...faults, { field: 'period', found: row.period, message: read.message }] }
    const broken = measure.breakdown(row.breakdown, read.definition)
    if ('fault' in broken) return { faults: [...faults, broken.fault] }
    return observationOf(row, read, { measure: row.measure, area: area.code, breakdown: broken.breakdown, period: read.period.slug }, faults)
  }
}

function observationOf(row: RowGiven, { definition, isOver }: Extract<PeriodRead, { isOver: boolean }>, key: FigureKey, faults: CellFault[]): RowChecked {
  const figures = readFigures(row, definition, faults)
  if (!isOver && figures.status !== 'provisional') faults.push({ field: 'status', found: row.status, message: 'This period is not over. Give the status as provisional, or wait for its end.' })
  for (const field of ['note', 'reason'] as const) if (row[field].length > longestNote) faults.push({ field, message: `Shorten this to ${longestNote} characters.` })
  for (const field of ['note', 'reason'] as const) faults.push(...garbledFault(field, row[field]))
  const isReason = figures.status === 'revised' && row.reason === ''
  const [note, reason] = isReason ? ['', row.note] : [row.note, row.reason]
  if (figures.status === 'revised' && reason === '') faults.push({ field: 'note', message: 'Say why the figure was revised.' })
  return faults.length > 0 ? { faults } : { observation: { ...key, ...figures, note, reason } }
}

/** What a program makes of £, ’ and – in UTF-8 that it takes for Windows-1252. */
const garbled = /Â[\u00A0-\u00BF]|Ã[\u0080-\u00BF]|â€./

function garbledFault(field: 'note' | 'reason', text: string): CellFault[] {
  const found = garbled.exec(text)?.[0]
  return found === undefined ? [] : [{ field, found: text, message: `A sign became “${found}” on the way: a program took UTF-8 for Windows-1252. Type the text again, and save the file as UTF-8.` }]
}

function readArea(written: string, areas: Areas, faults: CellFault[]): { readonly code: string; readonly isOwn: boolean } | undefined {
  const area = areas.find(written)
  if (area === undefined) faults.push({ field: 'area', found: written, message: `There is no such area. Give a code such as E92000001, a name, or ${neighboursArea}.${didYouMean(written, areas.names())}` })
  return area
}

/** The periods and breakdowns of a measure, each looked at once. */
function measureChecker(versions: readonly Definition[], today: LocalDate) {
  const own = remembered((written) => readPeriod(written, versions, 'own', today))
  const others = remembered((written) => readPeriod(written, versions, 'others', today))
  const breakdowns = new Map(versions.map((definition) => [definition.version, remembered((written) => readBreakdown(written, definition))]))
  return {
    period: (written: string, isOwn: boolean) => (isOwn ? own : others)(written),
    breakdown: (written: string, { version }: Definition) => (breakdowns.get(version) ?? (() => ({ breakdown: '' })))(written),
  }
}

/** Enough for every period and breakdown of a measure; what a hostile file makes up beyond is looked at again. */
const mostRemembered = 10_000

function remembered<Found>(look: (written: string) => Found): (written: string) => Found {
  const known = new Map<string, Found>()
  return (written) => {
    const before = known.get(written)
    if (before !== undefined) return before
    const found = look(written)
    if (known.size < mostRemembered) known.set(written, found)
    return found
  }
}
