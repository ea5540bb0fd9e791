import { countOf } from '#core/count-in-words.ts'
import type { Block } from '#platform/documents/blocks.ts'
import { inventionWords } from '#features/minutes'
import { besideInWords, besideOthers } from '../../glance/beside-others.ts'
import { assuranceWords, variationWords } from '../../glance/icons-of.ts'
import { ragWord } from '../../glance/rag-tag.ts'
import { otherTargetWords, targetFound, targetWords } from '../../glance/target-words.ts'
import { breakdownInWords, capital, slugInWords } from '../../measure-pages/measure-words.ts'
import type { Release, ReleaseEntry } from '../../releases/release.ts'
import { periodName, shorthand, shownPoint } from '../../sheets/shown.ts'
import { figureAndPeriod } from '../parts/figure-words.ts'
import { dashboardView, type DashboardView } from '../view/dashboard-view.ts'
import { ranked } from '../view/ranked.ts'
import { reasonSaid } from '../view/reason-said.ts'
import { sourceOfRanks } from '../view/source-ranks.ts'
import { countedAmong } from '../parts/ranks-in-words.ts'
import { bullets, figures, heading, paragraph, tableOf, words } from './block-words.ts'
import { noteBlocks } from './note-blocks.ts'
import { exceptionBlocks } from './said-blocks.ts'
import type { ExceptionChart } from './exception-charts.ts'
import { fewestFigures, mostDrawn, type SmallCharts } from './small-charts.ts'
import { figuresByPeriod } from './figures-by-period.ts'
import { amberBlocks, summaryBlocks, unjudgedBlocks } from './summary-blocks.ts'

/** A release as a part of a written document, such as an appendix of a report: the same as its dashboard, in tables, words and these charts by measure. Its headings begin at level 2. */
export function dashboardBlocks(release: Release, entries: readonly ReleaseEntry[], charts: ReadonlyMap<string, ExceptionChart> = new Map(), small: SmallCharts = { charts: [], left: 0 }): Block[] {
  const view = dashboardView({ release, entries, versions: [release] })
  return [...first(view, charts), ...glance(small), ...headed(view), ...context(view), ...rankings(view), ...changes(view), ...legendBlocks(release)]
}

function first(view: DashboardView, charts: ReadonlyMap<string, ExceptionChart>): readonly Block[] {
  const { release, exceptions, closed, unconfirmed } = view
  return [
    ...summaryBlocks(view),
    ...tableOf('What needs looking at first, the worst at the head', ['Measure', 'Colour', 'Figure', 'Target'], exceptions.map(({ sheet }) => [sheet.definition.name, ragWord(sheet.judgement.rag), figureAndPeriod(sheet), targetCell({ sheet })])),
    ...[...exceptions, ...closed].flatMap((entry) => exceptionBlocks(entry, charts.get(entry.measure)?.figure)),
    ...(exceptions.length > 0 ? amberBlocks(view) : []),
    ...unjudgedBlocks(view),
    ...(release.asked.length === 0 ? [] : [heading(3, 'Asked last time, and still open'), bullets(release.asked.map(({ text, state, invented }) => words(`${text} (${state}${invented === undefined ? '' : `; ${inventionWords[invented].toLowerCase()}`})`)))]),
    ...(unconfirmed.length === 0 ? [] : [heading(3, 'Not confirmed by their owners'), bullets(unconfirmed.map(({ sheet }) => words(`${sheet.definition.name}: ${sheet.definition.owner}`)))]),
  ]
}

/** How each measure went, drawn small. */
function glance({ charts, left }: SmallCharts): readonly Block[] {
  if (charts.length === 0) return []
  const said = ['The last figures of each measure in order of time. The pale band is where chance alone would leave them, the broken line is the target. Each has an axis of its own, which does not begin at nought.']
  if (left > 0) said.push(`${countOf(left, 'measures')} ${left === 1 ? 'is' : 'are'} in the tables alone: a drawing needs ${fewestFigures} figures, and at most ${mostDrawn} are drawn.`)
  return [heading(2, 'Each measure at a glance'), paragraph(...words(said.join(' '))), ...charts.map(({ figure }) => figure)]
}

function targetCell({ sheet }: Pick<ReleaseEntry, 'sheet'>): string {
  const [target, found] = [targetWords(sheet), targetFound(sheet)]
  if (target === undefined) return otherTargetWords(sheet) ?? 'None set'
  return `${target}${found === undefined ? '' : `: ${found}`}`
}

function headed({ headed: groups }: DashboardView): readonly Block[] {
  return groups.flatMap(({ heading: name, entries }) => [
    heading(2, name),
    ...figuresByPeriod(name, entries),
    ...tableOf(
      `${name}: how the figures are judged`,
      ['Measure', 'Figure', 'Colour', 'Target', 'Over time', 'Beside others'],
      entries.map(({ sheet }) => [sheet.definition.name, figureAndPeriod(sheet), sheet.judgement.derivation, targetCell({ sheet }), overTime(sheet.judgement), besideCell({ sheet })]),
    ),
    ...noteBlocks(entries),
  ])
}

function overTime(judgement: ReleaseEntry['sheet']['judgement']): string {
  return [variationWords(judgement.time.variation), assuranceWords(judgement)].filter((text) => text !== undefined).map((text) => `${text}.`).join(' ')
}

function besideCell({ sheet }: Pick<ReleaseEntry, 'sheet'>): string {
  const others = besideOthers(sheet)
  return others.length === 0 ? 'Nobody to compare with' : others.map((other) => capital(besideInWords(other))).join('; ')
}

function context({ context: entries }: DashboardView): readonly Block[] {
  if (entries.length === 0) return []
  return [heading(2, 'For context'), paragraph(...words('Of these neither more nor less is better, so they are not judged.')), ...figuresByPeriod('For context', entries), ...noteBlocks(entries)]
}

function rankings({ release, entries }: DashboardView): readonly Block[] {
  const lists = release.rankings.flatMap((ranking) => {
    const entry = entries.find(({ measure }) => measure === ranking.measure)
    return (entry && ranked(ranking, entry.sheet, sourceOfRanks(ranking, entries)?.sheet)) ?? []
  })
  return lists.flatMap((list) => {
    const { ranking, sheet, periods, lines, isBySource } = list
    const table = tableOf(
      `${ranking.title}: rank and figure`,
      [slugInWords(ranking.by), ...periods.map((period) => figures(periodName(period, sheet.definition)))],
      lines.map(({ value, cells }) => [slugInWords(value), ...cells.map(({ point, rank, isShared }) => `${rank === undefined ? '' : `${rank}${isShared ? '=' : ''}: `}${point === undefined ? '[x]' : shownPoint(point, sheet.definition)}`)]),
    )
    return [...table, paragraph(...words(isBySource ? 'The ranks are those that the source gives, among all that it counted.' : countedAmong(list)))]
  })
}

function changes({ revised }: DashboardView): readonly Block[] {
  const rows = revised.flatMap(({ sheet: { definition }, revised: figuresRevised }) =>
    figuresRevised.map((figure) => {
      const { given, instead } = reasonSaid(figure)
      return [`${definition.name}${figure.breakdown === '' ? '' : ` (${breakdownInWords(figure.breakdown)})`}`, periodName(figure.period, definition), figure.was, figure.now, given ?? instead]
    }),
  )
  return rows.length === 0 ? [] : [heading(2, 'What changed since the last pack'), ...tableOf('Figures that were published before and are revised now', ['Measure', 'Period', 'Was', 'Is now', 'Why'], rows)]
}

/** The shorthand that these pages hold. */
function legendBlocks({ policy }: Release): readonly Block[] {
  const meanings = shorthand.map(({ code, meaning }) => `[${code}] ${meaning}`).join('; ')
  return [{ kind: 'note', blocks: [paragraph(...words(`${meanings}. Small numbers are hidden by the rule ${policy}. Measures are judged against their target, over time (XmR), and beside others (95% interval).`))] }]
}
