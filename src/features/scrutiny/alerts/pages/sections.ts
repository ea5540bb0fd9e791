import type { BodySection } from '#features/bodies'
import type { LaterParts } from '#features/meetings'
import { html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import { askAddress, feedAddress } from '../topic.ts'

/** The part of a body's page that says how to hear of its news. */
export const alertsOfBody: BodySection = (_request, { slug }) => {
  const topic = { kind: 'body', key: slug } as const
  return Promise.resolve(html`<h2 class="govuk-heading-m" id="news">News</h2>
<p class="govuk-body">${link(askAddress(topic), 'News of this body by e-mail')} · ${link(feedAddress(topic), 'As a feed')}</p>`)
}

type HomeSection = NonNullable<LaterParts['homeSections']>[number]

/** The way from the first page to the news. */
export const alertsAtHome: HomeSection = () =>
  Promise.resolve(html`<h2 class="govuk-heading-m">Be told when there is news</h2>
<p class="govuk-body">${link('/alerts', 'News by e-mail or feed')} of a body, a matter, a recommendation or a decision before it is made.</p>`)
