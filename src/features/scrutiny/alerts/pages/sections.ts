import type { BodySection } from '#features/bodies'
import type { LaterParts } from '#features/meetings'
import { actionName, type RecommendationListSection, type RecommendationSection } from '#features/minutes'
import { html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { everything } from '../topic.ts'
import { tellMe } from './tell-me.ts'

/** The part of a body's page that says how to hear of its news; of the executive, also of its decisions and answers. */
export const alertsOfBody: BodySection = (_request, { slug, name, kind }) => Promise.resolve(html`<h2 class="govuk-heading-m" id="news">News</h2>
${tellMe({ kind: 'body', key: slug }, name, 'News of this body by e-mail')}
${kind === 'cabinet' && html`${tellMe({ kind: 'decision', key: everything }, 'decisions before they are made', 'Decisions before they are made, by e-mail')}
${tellMe({ kind: 'call-in', key: everything }, 'decisions that can be called in', 'Decisions that can be called in, by e-mail')}
${tellMe({ kind: 'response', key: slug }, `responses due from the ${name}`, 'Responses that fall due, by e-mail')}`}`)

type ItemSection = NonNullable<LaterParts['itemSections']>[number]

/** The part of an item's page that says how to hear when its matter comes up again. */
export const alertsOfItem: ItemSection = (_request, _meeting, { subjects = [] }) => {
  const lines = subjects.map((key) => tellMe({ kind: 'subject', key }, `the matter “${key.replaceAll('-', ' ')}”`, 'Tell me by e-mail when this matter comes up again'))
  return Promise.resolve(lines.length === 0 ? undefined : html`<h2 class="govuk-heading-m" id="news">News</h2>${lines}`)
}

/** The part of a recommendation's page that says how to hear of its answer. */
export const alertsOfRecommendation: RecommendationSection = (_request, { kind, reference, askedOf }) =>
  Promise.resolve(html`<h2 class="govuk-heading-m" id="news">News</h2>${tellMe({ kind: 'recommendation', key: String(reference) }, actionName(kind, reference))}
${askedOf.body !== undefined && tellMe({ kind: 'response', key: askedOf.body }, userText(askedOf.name), 'Tell me by e-mail when a response of theirs falls due')}`)

/** The part of the list of recommendations that says how to hear of them: of the body whose list it is, and of what falls due. */
export const alertsOfRecommendations: RecommendationListSection = (_request, { body }) =>
  Promise.resolve(html`<h2 class="govuk-heading-m" id="news">News</h2>${body !== undefined && tellMe({ kind: 'body', key: body.slug }, body.name, 'News of this body by e-mail')}
${tellMe({ kind: 'response', key: everything }, 'responses and actions of every body', 'Tell me by e-mail of responses and actions that fall due')}`)

type HomeSection = NonNullable<LaterParts['homeSections']>[number]

/** The way from the first page to the news. */
export const alertsAtHome: HomeSection = () =>
  Promise.resolve(html`<h2 class="govuk-heading-m">Be told when there is news</h2>
<p class="govuk-body">${link('/alerts', 'News by e-mail or feed')} of a body, a matter, a recommendation or a decision before it is made.</p>`)
