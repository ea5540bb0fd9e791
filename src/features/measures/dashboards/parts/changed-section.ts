import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import { breakdownInWords } from '../../measure-pages/measure-words.ts'
import { measureAddress } from '../../releases/release.ts'
import { periodName } from '../../sheets/shown.ts'
import type { DashboardView } from '../view/dashboard-view.ts'
import { reasonSaid } from '../view/reason-said.ts'
import { stackedTable } from './stacked-table.ts'

/** Figures that were published before and are others now, with why. */
export function changedSection({ revised }: Pick<DashboardView, 'revised'>): Html | undefined {
  if (revised.length === 0) return undefined
  const rows = revised.flatMap((entry) =>
    entry.revised.map((figure) => {
      const { period, breakdown, was, now } = figure
      const why = reasonSaid(figure)
      return {
        cells: [
          html`<a class="govuk-link" href="${measureAddress(entry.measure)}">${userText(entry.sheet.definition.name)}</a>${breakdown !== '' && html` <span class="gt-cell__note">${breakdownInWords(breakdown)}</span>`}`,
          periodName(period, entry.sheet.definition),
          was,
          now,
          why.given === undefined ? html`<span class="gt-quiet">${why.instead}</span>` : userText(why.given),
        ],
      }
    }),
  )
  return html`<h2 class="govuk-heading-m" id="changed">What changed since the last pack</h2>
${stackedTable({ caption: 'Figures that were published before and are revised now', columns: [{ heading: 'Measure' }, { heading: 'Period' }, { heading: 'Was' }, { heading: 'Is now' }, { heading: 'Why', isWide: true }], rows })}`
}

/** Measures whose owner has not confirmed the period: said in public. */
export function unconfirmedSection({ unconfirmed }: Pick<DashboardView, 'unconfirmed'>): Html | undefined {
  if (unconfirmed.length === 0) return undefined
  return html`<h2 class="govuk-heading-m" id="unconfirmed">Not confirmed by their owners</h2>
<p class="govuk-body">Nobody who answers for these measures has yet confirmed what they show for this period.</p>
<ul class="govuk-list govuk-list--bullet">${unconfirmed.map(
    ({ measure, sheet }) => html`<li><a class="govuk-link" href="${measureAddress(measure)}">${userText(sheet.definition.name)}</a>: ${userText(sheet.definition.owner)}</li>`,
  )}</ul>`
}
