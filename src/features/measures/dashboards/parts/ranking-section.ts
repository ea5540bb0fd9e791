import { countOf } from '#core/count-in-words.ts'
import { chartFigure } from '#platform/charts/chart-figure.ts'
import { rankingChart } from '#platform/charts/ranking-chart.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import { slugInWords } from '../../measure-pages/measure-words.ts'
import { measureAddress, type ReleaseEntry } from '../../releases/release.ts'
import { periodName, shownPoint, shownValue, unitInWords } from '../../sheets/shown.ts'
import { countedAmong } from './ranks-in-words.ts'
import type { DashboardView } from '../view/dashboard-view.ts'
import { ranked, type Ranked, type RankedCell } from '../view/ranked.ts'
import { sourceOfRanks } from '../view/source-ranks.ts'
import { stackedTable } from './stacked-table.ts'

type Shown = Pick<DashboardView, 'release' | 'entries'>

/** The top-n lists of the release, each as a table across periods and as bars of the last. */
export function rankingsSection(view: Shown): Html | undefined {
  const found = rankingsOf(view)
  if (found.length === 0) return undefined
  return html`<h2 class="govuk-heading-m" id="rankings">What there is most of</h2>${found.map(({ list, given }, index) => rankingPart(list, given, index))}`
}

/** Of those that the page shows: narrowed to a theme it may have none. */
export function rankingsOf({ release, entries }: Shown): readonly { readonly list: Ranked; readonly given: ReleaseEntry | undefined }[] {
  return release.rankings.flatMap((ranking) => {
    const entry = entries.find(({ measure }) => measure === ranking.measure)
    const given = sourceOfRanks(ranking, entries)
    const list = entry && ranked(ranking, entry.sheet, given?.sheet)
    return list === undefined ? [] : [{ list, given }]
  })
}

function rankingPart(list: Ranked, given: ReleaseEntry | undefined, index: number): Html {
  const { ranking, sheet, periods, lines } = list
  const { definition } = sheet
  const names = periods.map((period) => periodName(period, definition))
  // The newest first: it is what a reader came for.
  return html`<section aria-labelledby="ranking-${index + 1}"><h3 class="govuk-heading-s" id="ranking-${index + 1}">${userText(ranking.title)}</h3>
<p class="govuk-body">Those that were among the first ${ranking.top} in one of these periods, from ${measureLink(list)}. ${notes(list)} ${rankedHow(list, given)}</p>
${stackedTable({
  caption: `${ranking.title}: rank and figure (${unitInWords(definition)})`,
  isCaptionHidden: true,
  classes: 'gt-ranking',
  columns: [{ heading: slugInWords(ranking.by) }, ...names.toReversed().map((heading) => ({ heading }))],
  rows: lines.map(({ value, cells }) => ({ cells: [slugInWords(value), ...cells.toReversed().map((cell) => cellPart(cell, list))] })),
})}
${chartFigure((layout) =>
  rankingChart(
    {
      id: `ranking-chart-${index + 1}`,
      title: headline(list),
      subtitle: `${definition.name}, ${names.at(-1)}, ${unitInWords(definition)}`,
      rows: lines.map(({ value, cells }) => {
        const point = cells.at(-1)?.point
        return { name: slugInWords(value), value: point?.value, shown: point === undefined ? '[x]' : shownPoint(point, definition) }
      }),
      format: (value) => shownValue(value, definition),
    },
    layout,
  ),
)}</section>`
}

function measureLink({ sheet }: Ranked): Html {
  return html`<a class="govuk-link" href="${measureAddress(sheet.definition.slug)}">${userText(sheet.definition.name)}</a>`
}

/** What the reader of ranks has to know: who shares one, and who has none. */
function notes({ hidden, lines, isBySource }: Ranked): string {
  const isShared = !isBySource && lines.some(({ cells }) => cells.some((cell) => cell.isShared))
  return [
    ...(isShared ? ['Figures that are written alike share a rank, and no movement is told of them.'] : []),
    ...(hidden.length === 0 ? [] : [`${countOf(hidden.length, 'figures')} of the last period ${hidden.length === 1 ? 'is' : 'are'} hidden [c], so that nobody can be known by ${hidden.length === 1 ? 'it' : 'them'}: ${hidden.map(slugInWords).join(', ')}.`]),
  ].join(' ')
}

/** Among what the ranks are counted: all that the source counted, or no more than is shown here. */
function rankedHow(list: Ranked, given: ReleaseEntry | undefined): Html {
  const source = given && html`<a class="govuk-link" href="${measureAddress(given.measure)}">${userText(given.sheet.definition.name)}</a>`
  if (list.isBySource) return html`The ranks are those that the source gives, among all that it counted: ${source}.`
  return html`${countedAmong(list)}${source && html` Among all that was recorded they may have other ranks; some of them are given: ${source}.`}`
}

function headline({ lines, ranking }: Ranked): string {
  const first = lines.filter(({ cells }) => cells.at(-1)?.rank === 1).map(({ value }) => slugInWords(value))
  return first.length === 0 ? ranking.title : `${first.join(' and ')} ${first.length === 1 ? 'stands' : 'stand'} first`
}

function cellPart({ point, rank, isShared, moved }: RankedCell, { sheet }: Ranked): Html {
  const shown = point === undefined ? '[x]' : shownPoint(point, sheet.definition)
  if (rank === undefined) return html`${shown}`
  return html`<strong>${rank}${isShared && '='}</strong> <span class="gt-rank__figure">${shown}</span>${moved !== undefined && html` <span class="gt-cell__note">${movement(moved)}</span>`}`
}

/** By words, and by an arrow that nobody need see. */
function movement(moved: NonNullable<RankedCell['moved']>): Html {
  if (moved === 'no-rank-before') return html`no rank before`
  if (moved === 0) return html`same rank`
  return html`<span aria-hidden="true">${moved > 0 ? '▲' : '▼'}</span> ${moved > 0 ? 'up' : 'down'} ${Math.abs(moved)}`
}
