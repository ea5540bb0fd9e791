import type { ReleaseEntry } from '../../releases/release.ts'
import { periodName } from '../../sheets/shown.ts'
import type { TableSheet } from './table-sheet.ts'

/** Figures that this release changes in what was published before. */
export function revisedSheet(entries: readonly ReleaseEntry[]): TableSheet {
  const rows = entries.flatMap(({ sheet: { definition }, revised }) =>
    revised.map(({ period, breakdown, was, now, reason }) => [definition.name, periodName(period, definition), breakdown === '' ? 'all' : breakdown, was, now, reason === '' ? '[z]' : reason]),
  )
  return {
    name: 'Revised',
    holds: 'Figures that changed since they were published before',
    columns: [{ heading: 'Measure', width: 40 }, { heading: 'Period', width: 14 }, { heading: 'Breakdown', width: 24 }, { heading: 'It was', width: 14 }, { heading: 'It is', width: 14 }, { heading: 'Why', width: 60 }],
    rows,
  }
}
