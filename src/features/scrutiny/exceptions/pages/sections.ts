import { formatDate } from '#core/date-words.ts'
import { ok } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffSection } from '#access/staff/staff-section.ts'
import { bodyNames, type BodySection } from '#features/bodies'
import { meetingAddress, type LaterParts, type MeetingsApp } from '#features/meetings'
import { html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { exceptionsSubject, type PublicException } from '../exception.ts'
import { waitingExceptions, keptExceptions } from '../keep-exceptions.ts'
import { exceptionsAt, exceptionsOf } from '../published-exceptions.ts'
import { aboutLine, evidenceList, outcomeLine } from './words.ts'

type ItemSection = NonNullable<LaterParts['itemSections']>[number]

/** The part of the item of exceptions that says them with their evidence, and what the board did. */
export const exceptionsOfItem: ItemSection = async ({ read }, meeting, item) => {
  const isTheirs = item.subjects?.includes(exceptionsSubject) === true
  const all = await exceptionsAt(read, meeting.body, meeting.date)
  const flagged = all.filter((one) => (one.item === undefined ? isTheirs : one.item === item.number))
  if (flagged.length === 0) return undefined
  const names = await bodyNames(read)
  return html`<h2 class="govuk-heading-m" id="exceptions">What the panels flag</h2>${flagged.map((one) => html`<h3 class="govuk-heading-s">${userText(one.what)}</h3>
<p class="govuk-body">${link(`/bodies/${one.panel}`, names.get(one.panel) ?? one.panel)}. ${aboutLine(one)}.</p>
<p class="govuk-body">${userText(one.seen)}</p>${evidenceList(one)}<p class="govuk-body"><strong>What the board did.</strong> ${outcomeLine(one)}</p>`)}`
}

const shown = 10

/** The part of a body's page that says what it flagged, or what was flagged to it, and what became of that. */
export const exceptionsOfBody: BodySection = async ({ read }, { slug }) => {
  const list = await exceptionsOf(read, slug, shown)
  if (list.length === 0) return undefined
  const names = await bodyNames(read)
  return html`<h2 class="govuk-heading-m" id="exceptions">Exceptions from the figures</h2>
<ul class="govuk-list govuk-list--spaced">${list.map((one) => html`<li>${link(addressOf(one), userText(one.what))}, ${aboutLine(one)}<br>${one.panel === slug ? html`To the ${names.get(one.board) ?? one.board}` : html`From the ${names.get(one.panel) ?? one.panel}`}, ${formatDate(one.meeting)}. ${outcomeLine(one)}</li>`)}</ul>`
}

/** The item of the board's agenda at which it stands, or its meeting where the record does not say at which. */
export function addressOf({ board, meeting, item }: PublicException): string {
  const address = meetingAddress({ body: board, date: meeting })
  return item === undefined ? address : `${address}/items/${item}`
}

const looked = 50

/** For those who arrange meetings: what boards considered and has no outcome recorded, and what waits for an agenda. */
export const exceptionsSection: StaffSection<MeetingsApp> = async ({ context, today }) => {
  if (!context.may(context.actor, 'groups.edit')) return undefined
  const found = await look(context, { verb: 'exceptions.see', subject: { kind: 'exceptions', id: 'open' } }, async (reader) => {
    const latest = await keptExceptions(reader, { limit: looked })
    return ok({ open: latest.filter(({ isOut, exception }) => isOut && exception.outcome === undefined && (exception.meeting ?? today) < today), waiting: (await waitingExceptions(reader)).filter(({ exception }) => exception.meeting === undefined) })
  })
  if (!found.ok) return undefined
  const { open, waiting } = found.value
  if (open.length + waiting.length === 0) return undefined
  return html`<h2 class="govuk-heading-m">Exceptions</h2><ul class="govuk-list govuk-list--spaced">
${open.slice(0, shown).map(({ exception }) => html`<li>What the board did with ${link(`/staff/exceptions/${exception.id}`, userText(exception.what))} is to be recorded.</li>`)}
${waiting.slice(0, shown).map(({ exception }) => html`<li>${link(`/staff/exceptions/${exception.id}`, userText(exception.what))} waits for the board’s next agenda.</li>`)}</ul>`
}
