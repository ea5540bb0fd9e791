import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { userText } from '#platform/pages/text.ts'
import type { MembersMinutes, WithheldMinute } from './members-minutes.ts'
import { minuteHtml, minutesHtml } from './minutes-html.ts'

/** What members read besides what is published: the whole of a private meeting, and the parts of exempt and confidential items. */
export function membersMinutesHtml({ whole, withheld }: MembersMinutes): Html {
  return html`${whole !== undefined && whole.minutes.length > 0 && minutesHtml(whole)}
${withheld.length > 0 && html`<h2 class="govuk-heading-l">Not for publication</h2>${withheld.map(withheldSection)}`}`
}

function withheldSection({ number, item, title, blocks, resolutions }: WithheldMinute): Html {
  return html`<section class="gt-minute" id="withheld-${number}" aria-labelledby="withheld-${number}-title">
<h3 class="govuk-heading-m" id="withheld-${number}-title"><span class="gt-minute__number">${number}</span> ${userText(title)} ${statusTag('Not for publication', 'withheld')}</h3>
<p class="govuk-body-s">Item ${item} of the agenda</p>
${minuteHtml({ number, said: [], blocks, resolutions }, 4)}</section>`
}
