import { chartFigure } from '#platform/charts/chart-figure.ts'
import { details } from '#platform/pages/components/details.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import { besideInWords, besideOthers } from '../../glance/beside-others.ts'
import { variationLine } from '../../glance/icons-of.ts'
import { ragTag } from '../../glance/rag-tag.ts'
import { polarityWords, targetFound, targetWords } from '../../glance/target-words.ts'
import { figuresTable } from '../../measure-pages/figures-table.ts'
import { drawMeasure } from '../../measure-pages/measure-chart.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { ownFigures } from '../claims/own-figures.ts'
import type { CommentaryView } from './look-at-commentary.ts'
import { figureShown } from './words.ts'

/** The figure with its judgement in three parts, and its chart and table one press away. */
export function figurePart({ sheets: { own: sheet }, definition }: CommentaryView): Html {
  const { judgement } = sheet
  const target = targetWords(sheet)
  const others = besideOthers(sheet)
  const rows = [
    { key: 'Figure', value: html`<strong>${figureShown(sheet)}</strong> ${ragTag(judgement.rag)}` },
    { key: 'Target', value: target === undefined ? 'None is set for this period' : `${target}${targetFound(sheet) === undefined ? '' : `: ${targetFound(sheet)}`}` },
    { key: 'Over time', value: variationLine(judgement.time.variation) },
    { key: 'Beside others', value: others.length === 0 ? 'No figures of others are held' : html`<ul class="govuk-list">${others.map((other) => html`<li>${besideInWords(other)}</li>`)}</ul>` },
    { key: 'In words', value: userText(judgement.sentence) },
  ]
  return html`<h2 class="govuk-heading-m">The figure</h2>
<p class="govuk-body">${userText(definition.definition)} ${polarityWords[definition.polarity]}.</p>
${summaryList({ rows })}
${details({ summary: 'Chart and all figures', content: html`${ownFigures(sheet).length > 1 && chartFigure((layout) => drawMeasure(sheet, layout))}${figuresTable(sheet)}` })}`
}
