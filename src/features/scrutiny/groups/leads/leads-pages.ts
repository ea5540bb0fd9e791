import { formatDate } from '#core/date-words.ts'
import { ok, type Outcome, type Refusal } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { bodyNames } from '#features/bodies'
import type { MeetingsApp } from '#features/meetings'
import { button } from '#platform/pages/components/button.ts'
import { details } from '#platform/pages/components/details.ts'
import { input } from '#platform/pages/components/input.ts'
import { select } from '#platform/pages/components/select.ts'
import { dataTable } from '#platform/pages/data-table.ts'
import { dayInput } from '#platform/pages/day-input.ts'
import { doneBanner } from '#platform/pages/done-banner.ts'
import { csrfInput, faultFor, faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { membersListId, namesOfMembers, offeredMembers } from '../doors/members-list.ts'
import { addLead, endLead, leadFields, noBody, setUpdateDays, type TypedLead } from './change-leads.ts'
import { allLeads, keptLeads, type KeptLeads } from './keep-leads.ts'
import { leadsOn } from './lead-members.ts'
import { personOf } from './leads-of-body.ts'

const crumbs = [{ text: 'Task groups', href: '/staff/groups' }]

/** `/staff/lead-members`: the bodies, those with lead members first. */
export const leadsPage: StaffPage<MeetingsApp> = {
  path: '/staff/lead-members',
  show: async ({ context, today }) => {
    const found = await look(context, { verb: 'groups.see', subject: { kind: 'lead-members', id: 'all' } }, async (reader) => ok({ names: await bodyNames(reader), all: await allLeads(reader) }))
    if (!found.ok) return { kind: 'refused', refusal: found.refusal }
    const held = new Map(found.value.all.map((leads) => [leads.body, leadsOn(leads, today).length]))
    const [own, others] = [[...found.value.names].filter(([slug]) => held.has(slug)), [...found.value.names].filter(([slug]) => !held.has(slug))]
    const address = (slug: string, name: string) => link(`/staff/lead-members/${slug}`, userText(name))
    const rows = own.map(([slug, name]) => [address(slug, name), String(held.get(slug) ?? 0)])
    const table = own.length > 0 && dataTable({ caption: 'Bodies', captionHidden: true, columns: [{ heading: 'Body' }, { heading: 'Areas', numeric: true }], rows })
    // Whoever only reads has nothing to add there.
    const rest = others.length > 0 && context.may(context.actor, 'groups.edit') && details({ summary: 'Bodies without lead members', open: own.length === 0, content: html`<ul class="govuk-list">${others.map(([slug, name]) => html`<li>${address(slug, name)}</li>`)}</ul>` })
    return { kind: 'page', title: 'Lead members and champions', body: html`<p class="govuk-body">Who follows which area for a body. The public reads it on the body’s own page.</p>${table || html`<p class="govuk-body">No body has lead members yet.</p>`}${rest}`, crumbs }
  },
}

/** `/staff/lead-members/:body`: who leads for which area of one body. */
export const leadsOfBodyPage: StaffPage<MeetingsApp> = {
  path: '/staff/lead-members/:body',
  show: (request) => showLeads(request),
  submit: async (request, app) => {
    const { form, context } = request
    const seen = { body: request.params['body'] ?? '', revision: form.whole('revision') }
    const deed = form.text('deed')
    const done =
      deed === 'end'
        ? await endLead(context, app, seen, form.has('place') && form.text('place') !== '' ? form.whole('place') : -1, form.text('to'))
        : deed === 'days'
          ? await setUpdateDays(context, app, seen, form.text('update-days'))
          : await addLead(context, app, seen, Object.fromEntries(leadFields.map((field) => [field, form.text(field)])) as TypedLead)
    if (done.ok) return { kind: 'moved', to: `/staff/lead-members/${seen.body}?done=${deed === 'end' ? 'ended' : deed === 'days' ? 'days' : 'added'}` }
    const isHere = done.refusal.kind === 'invalid' || done.refusal.kind === 'conflict'
    return isHere ? showLeads(request, done.refusal) : { kind: 'refused', refusal: done.refusal }
  },
}

const doneWords = { added: 'The lead member is added, and the public reads it now.', ended: 'Their time ends on that day, and the public reads it now.', days: 'The days are saved.' }

interface View extends KeptLeads {
  readonly names: ReadonlyMap<string, string>
  readonly members: readonly string[]
  readonly body: string
  readonly mayEdit: boolean
}

function read({ context, params, today }: StaffRequest): Promise<Outcome<View>> {
  const body = params['body'] ?? ''
  return look(context, { verb: 'groups.see', subject: { kind: 'lead-members', id: body.slice(0, 200) } }, async (reader) => {
    const names = await bodyNames(reader)
    return names.has(body) ? ok({ ...(await keptLeads(reader, body)), names, members: await namesOfMembers(reader, today), body, mayEdit: context.may(context.actor, 'groups.edit') }) : noBody
  })
}

async function showLeads(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  const found = await read(request)
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const view = found.value
  const name = view.names.get(view.body) ?? view.body
  const body = html`${refusal === undefined ? doneBanner(request.query, doneWords) : faultSummary(refusal)}${table(view)}
${view.mayEdit && html`${addForm(view, request, refusal)}${view.leads.areas.some(({ to }) => to === undefined) && endForm(view, request, refusal)}${daysForm(view, request, refusal)}`}`
  const status = refusal === undefined ? 200 : refusal.kind === 'conflict' ? 409 : 400
  return { kind: 'page', title: `Lead members: ${name}`, body, crumbs: [...crumbs, { text: 'Lead members and champions', href: '/staff/lead-members' }], status, hasFaults: refusal !== undefined }
}

function table({ leads }: View): Html {
  if (leads.areas.length === 0) return html`<p class="govuk-body">Nobody leads for an area of this body yet.</p>`
  const rows = leads.areas.toSorted((one, other) => (one.area < other.area ? -1 : 1)).map((area) => [userText(area.area), personOf(area), userText(area.role), formatDate(area.from), area.to === undefined ? 'Open' : formatDate(area.to)])
  return dataTable({ caption: 'Who leads, and led', columns: [{ heading: 'Area' }, { heading: 'Member' }, { heading: 'Role' }, { heading: 'From' }, { heading: 'Until' }], rows })
}

function head({ body, revision, changedBy: _by }: View, { session }: StaffRequest, deed: string): Html {
  return html`<form method="post" action="/staff/lead-members/${body}" novalidate>${csrfInput(session.formToken)}<input type="hidden" name="revision" value="${String(revision)}"><input type="hidden" name="deed" value="${deed}">`
}

function addForm(view: View, request: StaffRequest, refusal: Refusal | undefined): Html {
  const { form } = request
  const error = (field: string) => faultFor(refusal, field)
  return html`<h2 class="govuk-heading-m">Add a lead member</h2>${head(view, request, 'add')}
${input({ name: 'area', label: { text: 'Area' }, value: form.text('area'), error: error('area') })}
${input({ name: 'role', label: { text: 'What the role is called (optional)' }, hint: { text: '“Lead member” unless you say otherwise; for example “Scrutiny champion”.' }, value: form.text('role'), error: error('role') })}
${select({ name: 'follows', label: { text: 'Body whose work the area follows (optional)' }, items: [{ value: '', text: 'None' }, ...[...view.names].map(([value, text]) => ({ value, text }))], value: form.text('follows'), error: error('follows') })}
${input({ name: 'person', label: { text: 'Member (optional)' }, hint: { text: 'As the list of members writes the name. Leave it empty while the role is vacant.' }, value: form.text('person'), error: error('person'), attributes: { list: membersListId } })}${offeredMembers(view.members)}
${dayInput({ name: 'from', label: 'First day', value: form.text('from'), error: error('from') })}
${button({ text: 'Add', preventDoubleClick: true })}</form>`
}

function endForm(view: View, request: StaffRequest, refusal: Refusal | undefined): Html {
  const items = view.leads.areas.flatMap((area, place) => (area.to === undefined ? [{ value: String(place), text: `${area.area}: ${area.person ?? 'vacant'}` }] : []))
  return html`<h2 class="govuk-heading-m">End somebody’s time</h2>${head(view, request, 'end')}
${select({ name: 'place', label: { text: 'Whose time ends' }, items: [{ value: '', text: 'Choose' }, ...items], value: request.form.text('place'), error: faultFor(refusal, 'place') })}
${dayInput({ name: 'to', label: 'Last day', value: request.form.text('to'), error: faultFor(refusal, 'to') })}
${button({ text: 'End it', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`
}

function daysForm(view: View, request: StaffRequest, refusal: Refusal | undefined): Html {
  const { form } = request
  return html`<h2 class="govuk-heading-m">When updates are due</h2>${head(view, request, 'days')}
${input({ name: 'update-days', label: { text: 'Days before a meeting' }, inputmode: 'numeric', classes: 'govuk-input--width-3', value: form.has('update-days') ? form.text('update-days') : String(view.leads.updateDays), error: faultFor(refusal, 'update-days') })}
${button({ text: 'Save the days', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`
}
