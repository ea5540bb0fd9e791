import { look } from '#access/look.ts'
import type { StaffSection } from '#access/staff/staff-section.ts'
import { ok } from '#core/outcome.ts'
import { seatsOf } from '#features/bodies'
import { html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import { meetingEntries } from './coming/meeting-entries.ts'
import { chosenMeetings } from './coming/read-meetings.ts'

const mostShown = 3

/** On "Your work": the next meetings of whoever sits on a body, with what changed since they read the papers. */
export const packsSection: StaffSection<unknown> = async (request) => {
  const { context, session, today } = request
  if (!context.may(session.actor, 'packs.read')) return undefined
  const read = await look(context, { verb: 'packs.read', subject: { kind: 'meetings', id: 'own' } }, async (reader) => {
    const seats = await seatsOf(reader, session.actor.person, today)
    if (seats.length === 0) return ok(undefined)
    const own = new Map(seats.map((seat) => [seat.body, seat.bodyName]))
    const choice = { own, all: new Map<string, string>(), body: undefined, isOfficer: session.actor.roles.includes('officer') }
    return ok(await chosenMeetings(reader, request, choice, { from: today, isNotHeld: true, order: 'first-to-last', limit: mostShown }))
  })
  if (!read.ok || read.value === undefined) return undefined
  const { meetings, changed, touched } = read.value
  return html`<h2 class="govuk-heading-m">Your next meetings</h2>
${meetings.length === 0 ? html`<p class="govuk-body">No coming meeting of your bodies is announced.</p>` : meetingEntries({ meetings, changed, touched, today, headingLevel: 3 })}
<p class="govuk-body">${link('/staff/packs', 'All your meetings and packs')}</p>`
}
