import { formatDate } from '#core/date-words.ts'
import { ok } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffSection } from '#access/staff/staff-section.ts'
import { memberOf, publishedBodies } from '#features/bodies'
import { html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import { firstTold, keptRegister, keptRegisters } from '../kept-registers.ts'
import { owedAfterDisclosures } from '../registration-clock.ts'
import { membersWhoMustRegister } from '../who-must-register.ts'
import { isLate, officeLines, officePath } from './office-page.ts'
import { ownDuties, ownPath, ownSubject } from './own-page.ts'

/** On a member’s “Your work”, where they owe the monitoring officer something or wait for an answer: by when they must tell, and what is not registered yet. */
export const ownSection: StaffSection<unknown> = async ({ context, session, today }) => {
  if (!context.may(session.actor, 'interests.tell')) return undefined
  const read = await look(context, ownSubject, async (reader) => {
    const name = await memberOf(reader, session.actor.person)
    if (name === undefined) return ok(undefined)
    const bound = membersWhoMustRegister(await publishedBodies(reader), today).find((one) => one.name === name)
    return ok({ register: await keptRegister(reader, name), bound })
  })
  if (!read.ok || read.value === undefined) return undefined
  const { register, bound } = read.value
  const waiting = register.interests.filter(({ registeredOn }) => registeredOn === undefined).length
  const isOwed = (bound !== undefined && firstTold(register) === undefined) || owedAfterDisclosures(register, bound, today).length > 0
  if (!isOwed && waiting === 0) return undefined
  return html`<h2 class="govuk-heading-m">Your interests</h2>${ownDuties(read.value, today)}
<p class="govuk-body">${link(ownPath, 'Tell, end or look at your interests')}${waiting > 0 && ` (${waiting} not registered yet)`}</p>`
}

/** On “Your work” of the monitoring officer’s office: what waits to be decided, and who is late. */
export const officeSection: StaffSection<unknown> = async ({ context, session, today }) => {
  if (!context.may(session.actor, 'interests.register')) return undefined
  const read = await look(context, { verb: 'interests.register', subject: { kind: 'interests', id: 'all' } }, async (reader) =>
    ok(officeLines([...(await keptRegisters(reader)).values()], membersWhoMustRegister(await publishedBodies(reader), today), today)),
  )
  if (!read.ok) return undefined
  const late = read.value.filter(isLate)
  const waiting = read.value.flatMap(({ register }) => register?.interests ?? []).filter(({ registeredOn, sensitive }) => registeredOn === undefined || sensitive?.state === 'asked')
  if (late.length === 0 && waiting.length === 0) return undefined
  const oldest = waiting.map(({ toldOn }) => toldOn).toSorted()[0]
  return html`<h2 class="govuk-heading-m">Members’ interests</h2>
<ul class="govuk-list govuk-list--bullet">
${waiting.length > 0 && html`<li>${link(`${officePath}#waiting`, `${waiting.length} told and not decided`)}${oldest !== undefined && `, the oldest of ${formatDate(oldest)}`}</li>`}
${late.length > 0 && html`<li>${link(`${officePath}#late`, `${late.length} ${late.length === 1 ? 'member is' : 'members are'} late in telling`)}</li>`}
</ul>`
}
