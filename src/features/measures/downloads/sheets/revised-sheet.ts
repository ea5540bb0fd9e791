import type { Cell } from '#platform/documents/tables/spreadsheet.ts'
import { reasonSaid } from '../../dashboards/view/reason-said.ts'
import type { ReleaseEntry, RevisedFigure } from '../../releases/release.ts'
import { periodName } from '../../sheets/shown.ts'
import type { NoteNumbers } from './note-numbers.ts'
import { notApplicable, type TableSheet } from './table-sheet.ts'

/** Figures that this release changes in what was published before. Where there is no reason a note says why. */
export function revisedSheet(entries: readonly Pick<ReleaseEntry, 'sheet' | 'revised'>[], notes: NoteNumbers): TableSheet {
  const rows = entries.flatMap(({ sheet: { definition }, revised }) =>
    revised.map((figure) => [definition.name, periodName(figure.period, definition), figure.breakdown === '' ? 'all' : figure.breakdown, figure.was, figure.now, ...reasonCells(figure, notes)]),
  )
  return {
    name: 'Revised',
    holds: 'Figures that changed since they were published before',
    columns: [{ heading: 'Measure', width: 40 }, { heading: 'Period', width: 14 }, { heading: 'Breakdown', width: 24 }, { heading: 'It was', width: 14 }, { heading: 'It is', width: 14 }, { heading: 'Why', width: 60 }, { heading: 'Note', width: 12 }],
    rows,
  }
}

/** The reason and the note to it: confidential where it is withheld, not available where none was given. */
function reasonCells(figure: RevisedFigure, notes: NoteNumbers): [Cell, Cell] {
  const { given, instead, isWithheld } = reasonSaid(figure)
  if (given !== undefined) return [given, notApplicable]
  return [isWithheld ? '[c]' : '[x]', notes.refer(instead) ?? notApplicable]
}
