import { countOf } from '#core/count-in-words.ts'
import { dataTable } from '#platform/pages/data-table.ts'
import { details } from '#platform/pages/components/details.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import type { HiddenFigure } from '../../disclosure/protect-sheets.ts'
import { periodName } from '../../sheets/shown.ts'
import type { ReleasePreview } from '../preview/release-preview.ts'

const whyHidden: Readonly<Record<HiddenFigure['reason'], string>> = {
  primary: 'It is small',
  secondary: 'It would tell one that is small',
  inherited: 'It is made of one that is hidden',
}

/** More than anybody looks through on a page. */
const mostListed = 200

/** What the public will not see, and why: for those who make the release. */
export function hiddenSection({ hidden, entries, outline }: ReleasePreview): Html {
  const names = new Map(entries.map(({ measure, sheet }) => [measure, sheet.definition]))
  const nameOf = (measure: string) => userText(names.get(measure)?.name ?? measure)
  const areas = new Map(entries.flatMap(({ sheet }) => sheet.series.map(({ area, name }) => [area, name] as const)))
  if (hidden.length === 0) return html`<h2 class="govuk-heading-m" id="hidden">What is hidden</h2><p class="govuk-body">Nothing: no number of children that is given is small, or tells a small one.</p>`
  const table = dataTable({
    caption: 'Hidden figures',
    captionSize: 's',
    columns: [{ heading: 'Measure' }, { heading: 'Period' }, { heading: 'Whose' }, { heading: 'Why' }, { heading: 'A reader can tell no more than' }],
    rows: hidden.slice(0, mostListed).map((figure) => [nameOf(figure.measure), periodName(figure.period, names.get(figure.measure)), html`${userText(areas.get(figure.area) ?? figure.area)}${figure.breakdown !== '' && html`<br>${userText(figure.breakdown)}`}`, whyHidden[figure.reason], between(figure)]),
  })
  return html`<h2 class="govuk-heading-m" id="hidden">What is hidden</h2>
<p class="govuk-body">${countOf(hidden.length, 'figures')} ${hidden.length === 1 ? 'is' : 'are'} hidden from everybody outside, by the rule ${outline.policy}. Nothing that goes out tells them.</p>
${details({ summary: 'Which, and why', content: html`${table}${hidden.length > mostListed && html`<p class="govuk-body">and ${hidden.length - mostListed} more</p>`}` })}`
}

function between({ lowest, highest }: HiddenFigure): string {
  return Number.isFinite(highest) ? `${lowest} to ${highest}` : `${lowest} or more`
}
