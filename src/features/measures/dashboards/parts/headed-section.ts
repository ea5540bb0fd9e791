import { details } from '#platform/pages/components/details.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import type { Release, ReleaseEntry } from '../../releases/release.ts'
import { briefList } from './brief-list.ts'
import { measureTable } from './measure-table.ts'

interface Headed {
  readonly heading: string
  readonly entries: readonly ReleaseEntry[]
}

/**
 * The measures under a heading: on a phone a line each, and the whole table one press away; where there is room for the table, on a wide screen and on paper, it stands open in place of the lines.
 * A browser that cannot open what is folded by its style shows both.
 */
export function headedSection({ heading, entries }: Headed, id: string, { asked, period }: Pick<Release, 'asked' | 'period'>): Html {
  const summary = html`Targets, trends and more<span class="govuk-visually-hidden"> of ${heading}</span>`
  return html`<section class="gt-headed" id="${id}" aria-labelledby="${id}-name"><h3 class="govuk-heading-s" id="${id}-name">${userText(heading)}</h3>
${briefList(entries, period)}${details({ summary, content: measureTable(heading, entries, { asked, isCaptionHidden: true }), classes: 'gt-headed__fold' })}</section>`
}
