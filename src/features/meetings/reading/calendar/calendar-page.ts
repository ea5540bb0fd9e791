import { look } from '#access/look.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { formatDate } from '#core/date-words.ts'
import { dateOf, londonMoment } from '#core/london-time.ts'
import { ok } from '#core/outcome.ts'
import { actionButton } from '#platform/pages/action-button.ts'
import { input } from '#platform/pages/components/input.ts'
import { doneBanner } from '#platform/pages/done-banner.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { lead } from '#platform/pages/text.ts'
import { calendarMadeAt, renewCalendar, revokeCalendar } from './calendar-store.ts'

const path = '/staff/packs/calendar'

/** `/staff/packs/calendar`: the private address of one's meetings, for one's own calendar program. */
export const calendarPage: StaffPage<unknown> = {
  path,
  show: async (request) => {
    const { context, session } = request
    const read = await look(context, { verb: 'calendars.keep', subject: { kind: 'calendar', id: 'own' } }, async (reader) => ok(await calendarMadeAt(reader, session.actor.person)))
    if (!read.ok) return { kind: 'refused', refusal: read.refusal }
    const made = read.value
    return answer(html`${doneBanner(request.query, { revoked: 'The address is taken away. Whoever had it finds nothing there now.' })}${about}
${made === undefined ? html`<p class="govuk-body">You have no such address yet.</p>` : html`<p class="govuk-body">You made an address on ${formatDate(dateOf(londonMoment(made.toISOString())))}. It was shown once and cannot be shown again: make a new one if you have lost it, and the old one ends.</p>`}
${buttons(request, made !== undefined)}`)
  },
  submit: async (request) => {
    if (request.form.text('deed') === 'revoke') {
      const revoked = await revokeCalendar(request.context)
      return revoked.ok ? { kind: 'moved', to: `${path}?done=revoked` } : { kind: 'refused', refusal: revoked.refusal }
    }
    const made = await renewCalendar(request.context, request.now)
    return made.ok ? answer(newAddress(request, made.value.token)) : { kind: 'refused', refusal: made.refusal }
  },
}

function answer(body: Html): StaffAnswer {
  return { kind: 'page', title: 'My meetings in my own calendar', crumbs: [{ text: 'My packs', href: '/staff/packs' }], body }
}

const about = html`${lead('A private address shows the meetings of your bodies in Outlook, Google Calendar or on your phone, private sessions among them, and keeps them up to date.')}
<p class="govuk-body">It tells when and where, and nothing of papers. Whoever has the address can read it without signing in: keep it to yourself. It ends when you take it away, and when your account ends.</p>`

function buttons({ session }: StaffRequest, hasOne: boolean): Html {
  const token = session.formToken
  return html`<div class="govuk-button-group">${actionButton({ action: path, token, text: hasOne ? 'Make a new address' : 'Make my address', fields: { deed: 'renew' } })}
${hasOne && actionButton({ action: path, token, text: 'Take the address away', kind: 'warning', fields: { deed: 'revoke' } })}</div>`
}

/** Shown once: it cannot be led to by a redirect, whose address would hold the secret. */
function newAddress(request: StaffRequest, token: string): Html {
  return html`<p class="govuk-body-l">Copy this address now. It is not shown again.</p>
${input({ name: 'address', label: { text: 'Your private calendar address' }, hint: { text: 'In your calendar program, look for “subscribe” or “add calendar from the internet”, and paste it there.' }, value: `${request.origin}/calendars/${token}.ics`, attributes: { readonly: true }, spellcheck: false, autocomplete: 'off' })}
<div class="govuk-button-group"><button class="govuk-button" type="button" data-copy="address" hidden>Copy the address</button></div><p class="govuk-body" role="status" id="copied"></p>
<h2 class="govuk-heading-m">Afterwards</h2>${buttons(request, true)}`
}
