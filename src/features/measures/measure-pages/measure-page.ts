import { chartFigure } from '#platform/charts/chart-figure.ts'
import type { Answer, PublicRequest } from '#platform/http/answers.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { inventionWords } from '#features/minutes'
import { fitsWorkbook } from '../downloads/measure-workbook.ts'
import { currentEntries, type CurrentEntry } from '../releases/published-releases.ts'
import { measureAddress } from '../releases/release.ts'
import { isOnlyInParts, seriesOf, type MeasureSheet } from '../sheets/sheet.ts'
import { askedSection } from './asked-section.ts'
import { breakdownsSection } from './breakdowns-section.ts'
import { commentarySection } from './commentary-section.ts'
import { comparatorsSection } from './comparators-section.ts'
import { conventionsSection, eventsSection } from './conventions-section.ts'
import { definitionSection } from './definition-section.ts'
import { figuresTable } from './figures-table.ts'
import { firstScreen } from './first-screen.ts'
import { historySection } from './history-section.ts'
import { drawMeasure, isDrawn } from './measure-chart.ts'
import { publishedHistory } from './read-history.ts'

export const noSuchMeasure = { kind: 'not-found', message: 'No measure is published at this address. The list of measures has all that are.' } as const

/** The measure of an address as it was published last. One query. */
export async function foundMeasure({ read, params }: Pick<PublicRequest, 'read' | 'params'>): Promise<CurrentEntry | undefined> {
  const { slug = '' } = params
  return /^[a-z0-9-]{1,200}$/.test(slug) ? (await currentEntries(read, [slug]))[0] : undefined
}

/** `/measures/{slug}`: is it getting worse, and compared with whom? Then all by which that can be checked. Two queries. */
export async function measurePage(request: PublicRequest): Promise<Answer> {
  const current = await foundMeasure(request)
  if (current === undefined) return noSuchMeasure
  const { sheet } = current.entry
  const { definition, judgement } = sheet
  const isInParts = isOnlyInParts(sheet)
  const hasFigures = !isInParts && (seriesOf(sheet)?.points.length ?? 0) > 0
  const history = await publishedHistory(request.read, definition.slug)
  const address = measureAddress(definition.slug)
  return {
    kind: 'page',
    title: definition.name,
    description: judgement.sentence,
    crumbs: [
      { text: 'Home', href: '/' },
      { text: 'Performance', href: '/dashboards' },
      { text: 'Measures', href: '/measures' },
    ],
    alternates: [
      { type: 'text/csv', href: `${address}.csv`, title: 'These figures as a table' },
      { type: 'application/json', href: `${address}.json`, title: 'These figures for programs' },
    ],
    body: html`${firstScreen(current)}
${inventedNote(definition.invented)}
${hasFigures && overTime(sheet)}
${commentarySection(current.entry)}
${comparatorsSection(sheet)}
${!isInParts && breakdownsSection(sheet)}
${askedSection(current)}
${definitionSection(sheet)}
${historySection(history, definition)}
${downloads(address, sheet)}`,
  }
}

/** The chart with the rules by which it is judged, its figures, and what changed in them. Where none of them is shown there is nothing to draw. */
function overTime(sheet: MeasureSheet): Html {
  return html`<h2 class="govuk-heading-m" id="chart">Over time</h2>
${isDrawn(sheet) && chartFigure((layout) => drawMeasure(sheet, layout))}
${conventionsSection(sheet)}
${figuresTable(sheet)}
${eventsSection(sheet)}`
}

function inventedNote(invented: keyof typeof inventionWords | undefined): Html | undefined {
  return invented === undefined ? undefined : insetText({ text: userText(`${inventionWords[invented]}.`) })
}

function downloads(address: string, sheet: MeasureSheet): Html {
  return html`<h2 class="govuk-heading-m" id="downloads">Take it with you</h2>
<ul class="govuk-list govuk-list--bullet">
${fitsWorkbook(sheet) && html`<li>As a workbook ${link(`${address}.xlsx`, 'for Excel (.xlsx)')} or ${link(`${address}.ods`, 'as an open spreadsheet (.ods)')}</li>`}
<li>${link(`${address}.csv`, 'Every figure as a table (.csv)')}, with ${link(`${address}.csv-metadata.json`, 'what its columns mean (.json)')}</li>
<li>${link(`${address}.json`, 'Every figure for programs (.json)')}; see also ${link('/api', 'the API')}</li>
${isDrawn(sheet) && html`<li>The chart ${link(`${address}.svg`, 'as a drawing (.svg)')} or ${link(`${address}.png`, 'as a picture (.png)')}</li>`}
</ul>`
}
