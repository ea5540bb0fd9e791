import { html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import { meetingIdOn, meetingInWork, packAddress, type PackSection } from '#features/meetings'
import { sittingFacts } from '../sitting/read-sitting.ts'
import { sittingFrom } from '../sitting/sitting-from.ts'

/** On the page of a pack, for a member of the body: the way to declare ahead of the meeting; once it has begun, whom to tell. */
export const ownWay: PackSection = async (reader, { meeting, right }, { context, today }) => {
  const { body, date, items, status } = meeting
  if (right.sees !== 'everything' || right.as !== 'member' || items.length === 0 || date < today || status === 'cancelled' || !context.may(context.actor, 'declarations.make')) return undefined
  const id = await meetingIdOn(reader, body, date)
  const work = id && (await meetingInWork(reader, id))
  const facts = id && work && (await sittingFacts(reader, id, work.facts))
  const hasBegun = (status !== 'planned' && status !== 'agenda-published') || (facts !== undefined && sittingFrom(facts, 'now').opened !== undefined)
  return html`<h2 class="govuk-heading-m" id="interests">Your interests</h2>
<p class="govuk-body">${hasBegun ? 'The meeting has begun. To declare an interest now, say so at the meeting and tell the officer, who records it.' : html`${link(`${packAddress({ body, date })}/declare`, 'Declare an interest')} ahead of the meeting. You still say it there, when the item is reached.`}</p>`
}
