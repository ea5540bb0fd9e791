import { formatDate, formatDay } from '#core/date-words.ts'
import { ok } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffSection } from '#access/staff/staff-section.ts'
import type { LaterParts, MeetingsApp } from '#features/meetings'
import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { link, userText } from '#platform/pages/text.ts'
import { updatesSubject, updateDue } from './member-update.ts'
import { publishedUpdates } from './read-updates.ts'
import { ownAreas, paragraphs, readBodies, type BodyUpdates } from './updates-page.ts'

type ItemSection = NonNullable<LaterParts['itemSections']>[number]

/** The part of the item of member updates that says them, once the agenda is published. */
export const updatesOfItem: ItemSection = async ({ read }, meeting, item) => {
  if (item.subjects?.includes(updatesSubject) !== true) return undefined
  const told = await publishedUpdates(read, meeting.body, meeting.date)
  if (told.length === 0) return undefined
  return html`<h2 class="govuk-heading-m" id="member-updates">What lead members did</h2>
${told.map(({ area, person, words }) => html`<h3 class="govuk-heading-s">${userText(area)}: ${userText(person)}</h3>${paragraphs(words)}`)}`
}

/** Chases the updates that are not written: a lead member's own, and for those who arrange meetings all that are late. */
export const updatesSection: StaffSection<MeetingsApp> = async (request) => {
  const { context, today } = request
  const { actor } = context
  const isKeeper = context.may(actor, 'groups.edit')
  if (!isKeeper && !context.may(actor, 'groups.tell')) return undefined
  const found = await look(context, { verb: 'groups.see', subject: { kind: 'member-updates', id: 'next' } }, async (reader) => ok(await readBodies(reader, { context, today })))
  if (!found.ok) return undefined
  const lines = found.value.flatMap((body) => [...ownLines(body), ...(isKeeper ? lateLine(body) : [])])
  if (lines.length === 0) return undefined
  return html`<h2 class="govuk-heading-m">Member updates</h2><ul class="govuk-list govuk-list--spaced">${lines.map((line) => html`<li>${line}</li>`)}</ul>`
}

function ownLines(body: BodyUpdates): Html[] {
  const { next, leads, bodyName } = body
  if (next === undefined) return []
  const due = updateDue(leads, next)
  return ownAreas(body)
    .filter(({ state }) => state === 'due' || state === 'late')
    .map(({ area, state }) => html`${link('/staff/member-updates', html`Your update: ${userText(area.area)}`)} for the ${bodyName} on ${formatDate(next)}. ${state === 'late' ? statusTag(`Late since ${formatDate(due)}`, 'bad') : statusTag(`Due ${formatDay(due)}`, 'caution')}`)
}

function lateLine({ areas, next, bodyName }: BodyUpdates): Html[] {
  const late = areas.filter(({ state }) => state === 'late')
  if (late.length === 0 || next === undefined) return []
  return [html`${link('/staff/member-updates', late.length === 1 ? '1 update is late' : `${late.length} updates are late`)} for the ${bodyName} on ${formatDate(next)}: ${late.map(({ area }, index) => html`${index > 0 && ', '}${userText(area.person ?? area.area)}`)}.`]
}
