import { formatDate, formatTime } from '#core/date-words.ts'
import { ok } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffSection } from '#access/staff/staff-section.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import { bodyNames } from '#features/bodies'
import { agendaAddress, type MeetingsApp } from '#features/meetings'
import { meetingsLeftOpen, meetingsToday, type MeetingAtHand } from './meetings-at-hand.ts'

const mostToday = 20
const mostBefore = 10

/** For whoever keeps the record of meetings: those of today with their ways, and those before of which something is still to be done. */
export const todaySection: StaffSection<MeetingsApp> = async ({ context, today }) => {
  if (!context.may(context.actor, 'minutes.take')) return undefined
  const found = await look(context, { verb: 'minutes.see', subject: { kind: 'meetings', id: 'today' } }, async (reader) =>
    ok({ now: await meetingsToday(reader, today, mostToday), before: await meetingsLeftOpen(reader, today, mostBefore), names: await bodyNames(reader) }),
  )
  if (!found.ok || found.value.now.length + found.value.before.length === 0) return undefined
  const { now, before, names } = found.value
  const nameOf = ({ body }: MeetingAtHand) => names.get(body) ?? body
  return html`${now.length > 0 && html`<h2 class="govuk-heading-m">Today</h2><ul class="govuk-list govuk-list--spaced">${now.map((one) => html`<li>${todayLine(one, nameOf(one))}</li>`)}</ul>`}
${before.length > 0 && html`<h2 class="govuk-heading-m">Meetings whose minutes are not circulated</h2><ul class="govuk-list govuk-list--spaced">${before.map((one) => html`<li>${beforeLine(one, nameOf(one))}</li>`)}</ul>`}`
}

function todayLine(one: MeetingAtHand, name: string): Html {
  const of = html`<span class="govuk-visually-hidden"> of the ${name}</span>`
  const address = agendaAddress(one)
  return html`${link(address, name)}${one.time !== undefined && html`, ${formatTime(one.time)}`}<br>${link(`${address}/sitting`, html`Attendance and declarations${of}`)} · ${link(`${address}/minutes`, html`Minutes${of}`)}`
}

/** What is to be done next of a meeting that is over. */
function beforeLine(one: MeetingAtHand, name: string): Html {
  const when = html`${name}, ${formatDate(one.date)}`
  const address = agendaAddress(one)
  return one.isOpened ? html`${link(`${address}/minutes`, when)}<br>Minutes to take and to circulate.` : html`${link(`${address}/sitting`, when)}<br>Not recorded as opened: record who was there, then circulate its minutes.`
}
