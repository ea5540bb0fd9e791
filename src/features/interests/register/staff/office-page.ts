import { formatDate } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { ok } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffPage } from '#access/staff/staff-page.ts'
import { publishedBodies } from '#features/bodies'
import { dataTable } from '#platform/pages/data-table.ts'
import { html, type Html, type Piece } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { lead, link, userText } from '#platform/pages/text.ts'
import { firstTold, keptRegisters, type KeptRegister } from '../kept-registers.ts'
import { dutyOnTakingOffice, owedAfterDisclosures, type Duty } from '../registration-clock.ts'
import { membersWhoMustRegister, surname, type DutyBound } from '../who-must-register.ts'
import { dueDay, dutyTag, shortWords, standingTag, workingOf } from './interest-words.ts'

export const officePath = '/staff/interests'

/** Somebody whose register the office keeps. */
export interface OfficeLine {
  readonly name: string
  readonly slug: string
  readonly bound: DutyBound | undefined
  readonly register: KeptRegister | undefined
  readonly duty: Duty | undefined
  readonly afterMeetings: ReturnType<typeof owedAfterDisclosures>
}

/** `/staff/interests`: what waits for the monitoring officer’s office, who is late, and every member’s register. */
export const officePage: StaffPage<unknown> = {
  path: officePath,
  show: async ({ context, today }) => {
    const read = await look(context, { verb: 'interests.register', subject: { kind: 'interests', id: 'all' } }, async (reader) =>
      ok(officeLines([...(await keptRegisters(reader)).values()], membersWhoMustRegister(await publishedBodies(reader), today), today)),
    )
    if (!read.ok) return { kind: 'refused', refusal: read.refusal }
    const lines = read.value
    const late = lines.filter(isLate)
    const waiting = lines.flatMap((line) => (line.register?.interests ?? []).filter(({ registeredOn, sensitive }) => registeredOn === undefined || sensitive?.state === 'asked').map((interest) => ({ line, interest })))
    return {
      kind: 'page',
      title: 'Register of interests',
      body: html`${lead(`${late.length} of ${lines.length} members ${late.length === 1 ? 'is' : 'are'} late in telling their interests; ${waiting.length} ${waiting.length === 1 ? 'interest waits' : 'interests wait'} for a decision.`)}
<h2 class="govuk-heading-m" id="waiting">To decide</h2>
${waiting.length === 0 ? html`<p class="govuk-body">Nothing waits: everything that was told is in the register.</p>` : dataTable({
        caption: 'Told and not decided',
        captionHidden: true,
        columns: [{ heading: 'Interest' }, { heading: 'Member' }, { heading: 'Told' }, { heading: 'State' }],
        rows: waiting.map(({ line, interest }): Piece[] => [link(memberPath(line.slug, interest.id), userText(shortWords(interest))), userText(line.name), formatDate(interest.toldOn), standingTag(interest)]),
      })}
${lateSection(late)}
<h2 class="govuk-heading-m" id="members">Members</h2>
${dataTable({ caption: 'Members', captionHidden: true, columns: [{ heading: 'Member' }, { heading: 'Took office' }, { heading: 'To be told by' }, { heading: 'State' }, { heading: 'In the register' }], rows: lines.map(memberRow) })}
<p class="govuk-body">${link('/interests', 'The register as the public reads it')}</p>`,
    }
  },
}

export function memberPath(slug: string, below = ''): string {
  return `${officePath}/${slug}${below === '' ? '' : `/${below}`}`
}

/** Everybody who must tell their interests, and those of whom something is kept, by name. */
export function officeLines(registers: readonly KeptRegister[], bound: readonly DutyBound[], today: LocalDate): OfficeLine[] {
  const kept = new Map(registers.map((register) => [register.member, register]))
  const duties = new Map(bound.map((one) => [one.name, one]))
  const names = new Set([...duties.keys(), ...kept.keys()])
  const lines = Array.from(names, (name): OfficeLine => {
    const [register, one] = [kept.get(name), duties.get(name)]
    return {
      name,
      slug: one?.slug ?? register?.slug ?? '',
      bound: one,
      register,
      duty: one === undefined ? undefined : dutyOnTakingOffice(one.tookOffice, register === undefined ? undefined : firstTold(register), today),
      afterMeetings: register === undefined ? [] : owedAfterDisclosures(register, one, today),
    }
  })
  return lines.toSorted((one, other) => surname(one.name).localeCompare(surname(other.name), 'en-GB') || one.name.localeCompare(other.name, 'en-GB'))
}

export function isLate({ duty, afterMeetings }: OfficeLine): boolean {
  return duty?.state === 'late' || afterMeetings.some((one) => one.duty.state === 'late')
}

/** Those who are late, each with how the limit was counted. */
function lateSection(late: readonly OfficeLine[]): Html | undefined {
  if (late.length === 0) return undefined
  return html`<h2 class="govuk-heading-m" id="late">Late</h2>
${late.map(({ name, slug, bound, duty, afterMeetings }) => html`<h3 class="govuk-heading-s">${link(memberPath(slug), userText(name))}</h3>
${duty?.state === 'late' && bound !== undefined && html`<p class="govuk-body">${dutyTag(duty)} Took office on ${formatDate(bound.tookOffice)} and has told nothing; it was due by ${dueDay(duty)}.</p>${workingOf(duty.due, `How the limit of ${name} was counted`)}`}
${afterMeetings.map(({ on, about, duty: after }) => html`<p class="govuk-body">${dutyTag(after)} Disclosed on ${formatDate(on)} (${userText(about)}) and not told; it was due by ${dueDay(after)}.</p>${workingOf(after.due, `How the limit after the disclosure of ${formatDate(on)} was counted`)}`)}`)}`
}

function memberRow({ name, slug, bound, register, duty }: OfficeLine): Piece[] {
  const open = (register?.interests ?? []).filter(({ registeredOn, to }) => registeredOn !== undefined && to === undefined).length
  return [
    link(memberPath(slug), userText(name)),
    bound === undefined ? statusTag('Not in office', 'neutral') : formatDate(bound.tookOffice),
    duty === undefined ? '' : dueDay(duty),
    duty === undefined ? '' : dutyTag(duty),
    register?.toldOn !== undefined && register.interests.length === 0 ? 'Nothing to register' : open === 0 ? 'Nothing registered yet' : `${open} ${open === 1 ? 'interest' : 'interests'}`,
  ]
}
