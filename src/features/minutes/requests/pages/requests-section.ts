import { formatDate } from '#core/date-words.ts'
import { ok } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffSection } from '#access/staff/staff-section.ts'
import type { MeetingsApp } from '#features/meetings'
import { html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { requestAddress } from '../letters.ts'
import { requestsKept } from '../read-requests.ts'
import { requestTags } from '../words.ts'

const most = 10

/** What waits for an answer: for those who answer all of it, for a member their own. */
export const requestsSection: StaffSection<MeetingsApp> = async ({ context, session, today }) => {
  const { actor, may } = context
  const mayAnswer = may(actor, 'requests.answer')
  if (!mayAnswer && !may(actor, 'requests.make')) return undefined
  const found = await look(context, { verb: 'requests.see', subject: { kind: 'document-requests', id: 'waiting' } }, async (reader) =>
    ok(await requestsKept(reader, { asker: mayAnswer ? undefined : session.actor.person, isWaiting: true, limit: most + 1 })),
  )
  if (!found.ok || found.value.length === 0) return undefined
  return html`<h2 class="govuk-heading-m">${mayAnswer ? 'Documents that scrutiny asks for' : 'Documents that you asked for'}</h2>
<ul class="govuk-list govuk-list--spaced">${found.value.slice(0, most).map((request) => html`<li>${link(requestAddress(request), `Request ${request.number}`)}, ${mayAnswer && html`by ${userText(request.askedBy)}, `}for the ${request.bodyName}: answer due by ${formatDate(request.due)}. ${requestTags(request, today)}</li>`)}</ul>
${found.value.length > most && html`<p class="govuk-body">${link('/staff/requests-for-documents', 'All that wait')}</p>`}`
}
