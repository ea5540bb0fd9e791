import { formatDate } from '#core/date-words.ts'
import { ok, type Outcome, type Refusal } from '#core/outcome.ts'
import type { LocalDate } from '#core/dates.ts'
import { look } from '#access/look.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { publishedBodies } from '#features/bodies'
import { button } from '#platform/pages/components/button.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { actionButton } from '#platform/pages/action-button.ts'
import { dataTable } from '#platform/pages/data-table.ts'
import { doneBanner } from '#platform/pages/done-banner.ts'
import { faultSummary } from '#platform/pages/form.ts'
import { html, type Html, type Piece } from '#platform/pages/html.ts'
import { lead, link, userText } from '#platform/pages/text.ts'
import { ownName } from '../change-register.ts'
import { firstTold, keptRegister, type KeptRegister } from '../kept-registers.ts'
import { kindWords } from '../kinds.ts'
import { dutyOnTakingOffice, owedAfterDisclosures, type Duty } from '../registration-clock.ts'
import { tellNothing, tellUnsaid } from '../telling/tell-interests.ts'
import { membersWhoMustRegister, type DutyBound } from '../who-must-register.ts'
import { dueDay, dutyTag, shortWords, standingTag, workingOf } from './interest-words.ts'

export const ownPath = '/staff/my-interests'
export const ownSubject = { verb: 'interests.tell', subject: { kind: 'interests', id: 'own' } } as const

/** `/staff/my-interests`: what a member has told and what became of it, with the clock of telling. */
export const ownInterestsPage: StaffPage<unknown> = {
  path: ownPath,
  show: (request) => showOwn(request),
  submit: async (request) => {
    const told = request.form.text('deed') === 'nothing' ? await tellNothing(request.context) : await tellUnsaid(request.context)
    if (told.ok) return { kind: 'moved', to: `${ownPath}?done=nothing` }
    return told.refusal.kind === 'not-now' || told.refusal.kind === 'invalid' ? showOwn(request, told.refusal) : { kind: 'refused', refusal: told.refusal }
  },
}

/** A member’s own register, and the duty that they have. */
export interface OwnRegister {
  readonly register: KeptRegister
  readonly bound: DutyBound | undefined
}

export function readOwn({ context, today }: Pick<StaffRequest, 'context' | 'today'>): Promise<Outcome<OwnRegister>> {
  return look(context, ownSubject, async (reader) => {
    const name = await ownName(context, { reader })
    if (!name.ok) return name
    const bound = membersWhoMustRegister(await publishedBodies(reader), today).find((one) => one.name === name.value)
    return ok({ register: await keptRegister(reader, name.value), bound })
  })
}

async function showOwn(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  const found = await readOwn(request)
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const { register, bound } = found.value
  const isOpen = register.interests.some(({ to }) => to === undefined)
  return {
    kind: 'page',
    title: 'My interests',
    ...(refusal === undefined ? {} : { status: refusal.kind === 'invalid' ? (400 as const) : (409 as const), hasFaults: true }),
    body: html`${refusal === undefined ? doneBanner(request.query, doneWords) : faultSummary(refusal)}
${lead('What you tell here goes to the monitoring officer, who enters it in the public register. Nothing of it is public before that.')}
${ownDuties(found.value, request.today)}
${register.interests.length === 0 ? html`<p class="govuk-body">You have told no interest yet.</p>` : interestsTable(register)}
<div class="govuk-button-group">${button({ text: 'Tell an interest', href: `${ownPath}/new` })}
${!isOpen && actionButton({ action: ownPath, token: request.session.formToken, text: 'I have nothing to register', kind: 'secondary', fields: { deed: 'nothing' } })}</div>
${register.dispensations.length > 0 && html`<h2 class="govuk-heading-m">Your dispensations</h2><ul class="govuk-list govuk-list--bullet">${register.dispensations.map(({ matter, from, to }) => html`<li>${userText(matter)}: ${formatDate(from)} to ${formatDate(to)}</li>`)}</ul>`}
<p class="govuk-body">${link(bound === undefined ? '/interests' : `/interests/${register.slug}`, 'What the public reads')}</p>`,
  }
}

const doneWords = {
  told: 'The interest is told. The monitoring officer enters it in the register.',
  saved: 'What you told is saved.',
  'taken-back': 'The interest is taken back.',
  ended: 'The interest has ended on that day. The register keeps it in its history.',
  asked: 'You have asked for the details to be withheld. The monitoring officer decides.',
  nothing: 'You have told that there is nothing to register, and the register says so.',
}

function interestsTable({ interests }: KeptRegister): Html {
  return dataTable({
    caption: 'What you have told',
    columns: [{ heading: 'Interest' }, { heading: 'Kind' }, { heading: 'Since' }, { heading: 'State' }],
    rows: interests.map((one): Piece[] => [link(`${ownPath}/${one.id}`, userText(shortWords(one))), kindWords[one.kind], formatDate(one.from), standingTag(one)]),
  })
}

/** By when the member must tell, on taking office and after each disclosure at a meeting; and whether they have. */
export function ownDuties({ register, bound }: OwnRegister, today: LocalDate): Html {
  const afterMeetings = owedAfterDisclosures(register, bound, today)
  return html`${bound !== undefined && onTakingOffice(dutyOnTakingOffice(bound.tookOffice, firstTold(register), today), bound)}
${afterMeetings.map(({ on, about, duty }) => insetText({ text: html`${dutyTag(duty)} You disclosed an interest on ${formatDate(on)} (${userText(about)}) that is not registered. Tell it by <strong>${dueDay(duty)}</strong>. ${workingOf(duty.due)}` }))}`
}

function onTakingOffice(duty: Duty, { tookOffice }: DutyBound): Html {
  if (duty.toldOn !== undefined) return html`<p class="govuk-body">${dutyTag(duty)} You took office on ${formatDate(tookOffice)} and first told your interests on ${formatDate(duty.toldOn)}. Tell a new one as soon as you have it.</p>`
  return insetText({ text: html`${dutyTag(duty)} You took office on ${formatDate(tookOffice)}. Tell your interests, or that you have none, by <strong>${dueDay(duty)}</strong>. ${workingOf(duty.due)}` })
}
