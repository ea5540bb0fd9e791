import { formatDate } from '#core/date-words.ts'
import { parseDate } from '#core/dates.ts'
import type { Cell } from '#platform/documents/tables/spreadsheet.ts'
import type { CommentaryOut, ReleaseEntry } from '../../releases/release.ts'
import { periodName } from '../../sheets/shown.ts'
import { notApplicable, type TableSheet } from './table-sheet.ts'

/** What the owner of each measure said of the period; where the owner has not confirmed it, that. */
export function commentarySheet(entries: readonly ReleaseEntry[]): TableSheet {
  return {
    name: 'Commentary',
    holds: 'What the owner of each measure said of the period',
    columns: [
      { heading: 'Measure', width: 40 },
      { heading: 'Period', width: 14 },
      { heading: 'Confirmed by its owner', width: 16 },
      { heading: 'What happened', width: 60 },
      { heading: 'Why', width: 60 },
      { heading: 'What is being done', width: 60 },
      { heading: 'Back on track', width: 30 },
      { heading: 'Signed by', width: 30 },
      { heading: 'Signed on', width: 12 },
      { heading: 'Claims that the figures do not bear', width: 40 },
    ],
    rows: entries.map(({ sheet, isConfirmed, commentary }) => [sheet.definition.name, periodName(sheet.asOf, sheet.definition), isConfirmed ? 'Yes' : 'No', ...saidCells(commentary, isConfirmed)]),
  }
}

function saidCells(commentary: CommentaryOut | undefined, isConfirmed: boolean): Cell[] {
  if (commentary === undefined) return [isConfirmed ? 'Confirmed without comment' : 'The owner has not confirmed this period', ...Array.from({ length: 6 }, () => notApplicable)]
  const { happened, why, doing, backOnTrack, signedBy, signedOn, claims } = commentary
  const day = parseDate(signedOn)
  const unsupported = claims.filter(({ verdict }) => verdict !== 'supported').map(({ words, because, reason }) => `“${words}”: ${because}${reason === '' ? '' : ` Stands because: ${reason}`}`)
  return [
    happened || 'Confirmed without comment',
    why || notApplicable,
    doing.map(({ what, byWhom, byWhen }) => `${what} (${byWhom}, by ${dayOrWords(byWhen)})`).join('\n') || notApplicable,
    backOnTrack || notApplicable,
    signedBy || notApplicable,
    day === undefined ? notApplicable : { date: day },
    unsupported.join('\n') || notApplicable,
  ]
}

function dayOrWords(text: string): string {
  const day = parseDate(text)
  return day === undefined ? text : formatDate(day)
}
