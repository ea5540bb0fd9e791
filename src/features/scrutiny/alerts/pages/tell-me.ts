import { html, type Html, type Piece } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import type { PlanEntry } from '../../forward-plan/entry/plan-entry.ts'
import { askAddress, everything, feedAddress, type Topic } from '../topic.ts'

/** On the page of something that others may want news of: by e-mail, or as a feed. `of` says what, for those who read one link at a time. */
export function tellMe(topic: Topic, of: Piece, text = 'Tell me by e-mail when this changes'): Html {
  return html`<p class="govuk-body">${link(askAddress(topic), html`${text}<span class="govuk-visually-hidden">: ${of}</span>`)} · ${link(feedAddress(topic), html`As a feed<span class="govuk-visually-hidden">: ${of}</span>`)}</p>`
}

/** Below the forward plan and the list of decisions: of every decision, before and after it is made. */
export const tellMeOfDecisions: Html = html`<h2 class="govuk-heading-m" id="news">News</h2>${tellMe({ kind: 'decision', key: everything }, 'every change of the forward plan', 'Tell me by e-mail of decisions before they are made')}
${tellMe({ kind: 'call-in', key: everything }, 'every decision', 'Tell me by e-mail of decisions that can be called in')}`

/** On the page of a decision: of itself, and of all that can be called in where it can be. */
export function tellMeOfDecision({ reference, matter, decision }: Pick<PlanEntry, 'reference' | 'matter' | 'decision'>): Html {
  return html`<h2 class="govuk-heading-m" id="news">News</h2>${tellMe({ kind: 'decision', key: reference }, userText(matter))}
${decision?.window !== undefined && tellMe({ kind: 'call-in', key: everything }, 'every decision', 'Tell me by e-mail of decisions that can be called in')}`
}
