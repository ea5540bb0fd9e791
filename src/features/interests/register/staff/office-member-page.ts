import { formatDate } from '#core/date-words.ts'
import { ok, refuse, type Outcome, type Refusal } from '#core/outcome.ts'
import { recordRefusal } from '#access/act.ts'
import { look } from '#access/look.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { publishedBodies } from '#features/bodies'
import { button } from '#platform/pages/components/button.ts'
import { select } from '#platform/pages/components/select.ts'
import { dataTable } from '#platform/pages/data-table.ts'
import { dayInput } from '#platform/pages/day-input.ts'
import { doneBanner } from '#platform/pages/done-banner.ts'
import { csrfInput, faultFor, faultSummary } from '#platform/pages/form.ts'
import { html, type Html, type Piece } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { endDispensation } from '../keeping/keep-dispensations.ts'
import { memberAt, noteNothing } from '../keeping/keep-interests.ts'
import { keptRegister, type KeptDispensation } from '../kept-registers.ts'
import { kindWords } from '../kinds.ts'
import { scopeWords } from '../public/shown-html.ts'
import { membersWhoMustRegister } from '../who-must-register.ts'
import { dueDay, dutyTag, shortWords, standingTag, workingOf } from './interest-words.ts'
import { memberPath, officeLines, officePath, type OfficeLine } from './office-page.ts'
import { failed, isHere } from './own-interest-page.ts'

/** `/staff/interests/:member`: the register of one member, as the monitoring officer’s office keeps it. */
export const officeMemberPage: StaffPage<unknown> = {
  path: `${officePath}/:member`,
  show: (request) => showMember(request),
  submit: async (request) => {
    const { context, form } = request
    const found = await memberToKeep(request)
    if (!found.ok) return { kind: 'refused', refusal: found.refusal }
    const { name, slug } = found.value
    const isEnd = form.text('deed') === 'end-dispensation'
    const done = isEnd ? await endDispensation(context, name, dispensationNamed(form.text('dispensation')), form.text('ends-on')) : await noteNothing(context, name, form.text('nothing-on'))
    if (done.ok) return { kind: 'moved', to: `${memberPath(slug)}?done=${isEnd ? 'dispensation-ended' : 'nothing'}` }
    return isHere(done.refusal) || done.refusal.kind === 'not-now' ? showMember(request, done.refusal) : { kind: 'refused', refusal: done.refusal }
  },
}

/** The choice of a dispensation carries the revision at which it was seen. */
function dispensationNamed(value: string): { id: string; revision: number } {
  const [id = '', revision = ''] = value.split(' ')
  return { id, revision: /^\d{1,9}$/.test(revision) ? Number(revision) : 0 }
}

/** The member at the address of a request of the office; refused where there is none. */
export function readMember({ context, params, today }: StaffRequest): Promise<Outcome<OfficeLine>> {
  const slug = params['member'] ?? ''
  return look(context, { verb: 'interests.register', subject: { kind: 'interests', id: slug.slice(0, 200) } }, async (reader) => {
    const name = await memberAt(reader, slug)
    if (name === undefined) return refuse('not-found', 'No body names a member of this address. The register of interests lists those there are.')
    const bound = membersWhoMustRegister(await publishedBodies(reader), today).filter((one) => one.name === name)
    const [line] = officeLines([await keptRegister(reader, name)], bound, today)
    return line === undefined ? refuse('not-found', 'No body names a member of this address.') : ok(line)
  })
}

/** The same for a deed: that it was refused since there is nobody is recorded, as every refused deed is. */
export async function memberToKeep(request: StaffRequest): Promise<Outcome<OfficeLine>> {
  const found = await readMember(request)
  if (found.ok || found.refusal.kind === 'not-allowed') return found
  return recordRefusal(request.context, { verb: 'interests.register', subject: { kind: 'interests', id: (request.params['member'] ?? '').slice(0, 200) } }, found)
}

async function showMember(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  const found = await readMember(request)
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const line = found.value
  const { name, slug, register } = line
  const path = memberPath(slug)
  return {
    kind: 'page',
    title: `Register of ${name}`,
    crumbs: [{ text: 'Register of interests', href: officePath }],
    ...failed(refusal),
    body: html`${refusal === undefined ? doneBanner(request.query, doneWords) : faultSummary(refusal)}${dutySection(line)}
<h2 class="govuk-heading-m" id="interests">Interests</h2>
${register === undefined || register.interests.length === 0 ? html`<p class="govuk-body">Nothing was told.</p>` : dataTable({
      caption: 'Interests',
      captionHidden: true,
      columns: [{ heading: 'Interest' }, { heading: 'Kind' }, { heading: 'Since' }, { heading: 'Told' }, { heading: 'State' }],
      rows: register.interests.map((one): Piece[] => [link(memberPath(slug, one.id), userText(shortWords(one))), kindWords[one.kind], formatDate(one.from), formatDate(one.toldOn), standingTag(one)]),
    })}
<div class="govuk-button-group">${button({ text: 'Register an interest', href: `${path}/new` })}</div>
${register?.toldOn === undefined && !(register?.interests ?? []).some(({ to }) => to === undefined) && nothingForm(request, path, refusal)}
${dispensationsSection(request, path, register?.dispensations ?? [], refusal)}
<p class="govuk-body">${link(`/interests/${slug}`, 'What the public reads, with its history')}</p>`,
  }
}

const doneWords = {
  registered: 'The interest is in the register, and the public reads it now.',
  withheld: 'The interest is registered. The public reads that details are withheld, and nothing of them.',
  saved: 'The interest is saved.',
  nothing: 'It is noted that the member has nothing to register, and the public reads it now.',
  granted: 'The dispensation is granted, and the public reads it now.',
  'dispensation-ended': 'The dispensation ends on that day, and the public reads it now.',
}

function dutySection({ bound, duty, afterMeetings }: OfficeLine): Html {
  if (bound === undefined || duty === undefined) return html`<p class="govuk-body">Holds no office in which interests must be told.</p>`
  return html`<p class="govuk-body">${dutyTag(duty)} Took office on ${formatDate(bound.tookOffice)}: ${bound.bodies.map(({ name }) => name).join('; ')}. ${duty.toldOn === undefined ? `To be told by ${dueDay(duty)}.` : `First told on ${formatDate(duty.toldOn)}; the limit was ${dueDay(duty)}.`}</p>${workingOf(duty.due)}
${afterMeetings.map(({ on, about, duty: after }) => html`<p class="govuk-body">${dutyTag(after)} Disclosed on ${formatDate(on)} (${userText(about)}), not told yet: due by ${dueDay(after)}.</p>${workingOf(after.due, `How the limit after ${formatDate(on)} was counted`)}`)}`
}

function nothingForm({ form, session }: StaffRequest, path: string, refusal: Refusal | undefined): Html {
  return html`<h2 class="govuk-heading-m">The member has nothing to register</h2>
<form method="post" action="${path}" novalidate>${csrfInput(session.formToken)}
${dayInput({ name: 'nothing-on', label: 'The day on which the member told so', value: form.text('nothing-on'), error: faultFor(refusal, 'nothing-on') })}
${button({ text: 'Note that there is nothing', name: 'deed', value: 'nothing', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`
}

function dispensationsSection(request: StaffRequest, path: string, dispensations: readonly KeptDispensation[], refusal: Refusal | undefined): Html {
  const open = dispensations.filter(({ to }) => to > request.today)
  return html`<h2 class="govuk-heading-m" id="dispensations">Dispensations</h2>
${dispensations.length === 0 ? html`<p class="govuk-body">None was granted.</p>` : dataTable({
    caption: 'Dispensations',
    captionHidden: true,
    columns: [{ heading: 'For what' }, { heading: 'The member may' }, { heading: 'From' }, { heading: 'Until' }, { heading: 'Granted by' }],
    rows: dispensations.map(({ matter, may, from, to, grantedBy }): Piece[] => [userText(matter), scopeWords[may], formatDate(from), formatDate(to), userText(grantedBy)]),
  })}
<div class="govuk-button-group">${button({ text: 'Grant a dispensation', href: `${path}/dispensations/new`, classes: 'govuk-button--secondary' })}</div>
${open.length > 0 && endForm(request, path, open, refusal)}`
}

function endForm({ form, session }: StaffRequest, path: string, open: readonly KeptDispensation[], refusal: Refusal | undefined): Html {
  return html`<h3 class="govuk-heading-s">End a dispensation before its time</h3>
<form method="post" action="${path}" novalidate>${csrfInput(session.formToken)}
${select({ name: 'dispensation', label: { text: 'Dispensation' }, value: form.text('dispensation'), items: open.map(({ id, revision, matter }) => ({ value: `${id} ${revision}`, text: matter })) })}
${dayInput({ name: 'ends-on', label: 'Its last day', value: form.text('ends-on'), error: faultFor(refusal, 'ends-on') })}
${button({ text: 'End the dispensation', name: 'deed', value: 'end-dispensation', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`
}
