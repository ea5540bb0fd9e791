import type { Cell } from '#platform/documents/tables/spreadsheet.ts'
import { ranked, type Ranked, type RankedLine } from '../../dashboards/view/ranked.ts'
import { slugInWords } from '../../measure-pages/measure-words.ts'
import type { ReleaseOut } from '../../releases/published-releases.ts'
import { periodName, shorthandOf } from '../../sheets/shown.ts'
import { notApplicable, type TableSheet } from './table-sheet.ts'

/** The top-n lists of the release as the dashboard has them, one row for each value and period; without a row where there is no list. */
export function rankingsSheet({ release, entries }: ReleaseOut): TableSheet {
  const lists = release.rankings.flatMap((ranking) => {
    const sheet = entries.find(({ measure }) => measure === ranking.measure)?.sheet
    return (sheet === undefined ? undefined : ranked(ranking, sheet)) ?? []
  })
  return {
    name: 'Rankings',
    holds: 'The lists of what is most frequent, period by period',
    columns: [{ heading: 'List', width: 40 }, { heading: 'Value', width: 40 }, { heading: 'Period', width: 14 }, { heading: 'Rank', width: 8 }, { heading: 'Shared', width: 9 }, { heading: 'Figure', width: 12 }],
    rows: lists.flatMap((list) => list.lines.flatMap((line) => line.cells.map((cell, index) => rowOf(list, line, { cell, period: list.periods[index] ?? '' })))),
  }
}

function rowOf({ ranking, sheet: { definition } }: Ranked, { value }: RankedLine, { cell, period }: { readonly cell: RankedLine['cells'][number]; readonly period: string }): Cell[] {
  return [ranking.title, slugInWords(value), periodName(period, definition), cell.rank ?? notApplicable, cell.isShared ? 'Yes' : 'No', figureOf(cell.point, definition)]
}

function figureOf(point: RankedLine['cells'][number]['point'], definition: Ranked['sheet']['definition']): Cell {
  if (point === undefined) return '[x]'
  const { instead } = shorthandOf(point, definition)
  return instead === undefined && point.value !== undefined ? { number: Number(point.value.toFixed(definition.decimals)), decimals: definition.decimals } : `[${instead ?? 'x'}]`
}
