import { randomUUID } from 'node:crypto'
import { ok, refuse, type Outcome, type Refusal } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { KnownPerson } from '#access/people.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { button } from '#platform/pages/components/button.ts'
import { checkboxes } from '#platform/pages/components/checkboxes.ts'
import { input } from '#platform/pages/components/input.ts'
import { select } from '#platform/pages/components/select.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { dayInput } from '#platform/pages/day-input.ts'
import { csrfInput, faultFor, faultSummary, filterForm } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { publishedBodies, type Body } from '#features/bodies'
import type { MeetingsApp } from '#features/meetings'
import { scrutinyKinds, servedKinds } from '../../scrutiny-kinds.ts'
import type { Action } from '../action.ts'
import { inShort } from '../action-words.ts'
import { possibleOwners } from '../assign-action.ts'
import { askedOfBody } from '../read-actions.ts'
import { serveReport } from '../serve-report.ts'
import { actionsCrumb } from './action-view.ts'
import { ownerItems } from './assign-form.ts'

const refusedHere: Partial<Record<Refusal['kind'], 400 | 409>> = { invalid: 400, conflict: 409, 'not-now': 409 }

const title = 'Serve a report on the executive'

/** `/staff/actions/serve`: an officer records that a body's report was served on the executive by written notice. */
export const servePage: StaffPage<MeetingsApp> = {
  path: '/staff/actions/serve',
  show: (request) => show(request),
  submit: async (request, app) => {
    const { form, context } = request
    const typed = {
      body: form.text('body'),
      title: form.text('title'),
      link: form.text('link'),
      of: form.text('of'),
      received: form.text('received'),
      chosen: form.all('chosen'),
      added: form.text('added'),
      owner: form.text('owner'),
    }
    const done = await serveReport(context, app, typed, form.text('sending'))
    return done.ok ? { kind: 'moved', to: `/staff/actions/reports/${done.value}?done=served` } : show(request, done.refusal)
  },
}

interface ServeView {
  readonly bodies: readonly Body[]
  readonly asked: readonly Action[]
  readonly owners: readonly KnownPerson[]
}

function lookToServe({ context }: StaffRequest, body: string): Promise<Outcome<ServeView>> {
  return look(context, { verb: 'actions.keep', subject: { kind: 'served-report', id: 'new' } }, async (reader) =>
    ok({ bodies: await publishedBodies(reader), asked: body === '' ? [] : await askedOfBody(reader, body, 60), owners: await possibleOwners(reader, context) }),
  )
}

async function show(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  const status = refusal === undefined ? 200 : refusedHere[refusal.kind]
  if (refusal !== undefined && status === undefined) return { kind: 'refused', refusal }
  const body = request.form.text('body') || (request.query.get('body') ?? '')
  const found = await lookToServe(request, body)
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const { bodies } = found.value
  const bodyName = bodies.find(({ slug, kind }) => slug === body && scrutinyKinds.has(kind))?.name
  const crumbs = [actionsCrumb]
  if (bodyName === undefined) return unchosen(request, bodies, refusal)
  const page = html`${refusal && faultSummary(refusal)}<p class="govuk-body">A report of the <strong>${bodyName}</strong>. Once its written notice is received, the executive has two months to answer each recommendation. What is recorded here is public at once.</p>
${serveForm(request, found.value, body, refusal)}`
  return { kind: 'page', title, body: page, crumbs, ...(status === undefined ? {} : { status }), hasFaults: refusal !== undefined }
}

/** Nothing is chosen for the officer: a report that is served for the wrong body is public at once. */
function unchosen({ query }: StaffRequest, bodies: readonly Body[], refused: Refusal | undefined): StaffAnswer {
  const isUnchosen = query.has('body') || refused !== undefined
  const refusal = isUnchosen ? refuse('invalid', '', [{ field: 'body', message: 'Choose the body whose report it is' }]).refusal : undefined
  const items = [{ value: '', text: 'Choose a body' }, ...bodies.filter(({ kind }) => scrutinyKinds.has(kind)).map(({ slug, name }) => ({ value: slug, text: name }))]
  const whose = select({ name: 'body', label: { text: 'Whose report is served?' }, items, value: '', error: faultFor(refusal, 'body') })
  const body = html`${refusal && faultSummary(refusal)}${filterForm({ action: '/staff/actions/serve', label: 'Whose report', submit: 'Go on', fields: whose })}`
  return { kind: 'page', title, crumbs: [actionsCrumb], body, ...(isUnchosen ? { status: 400, hasFaults: true } : {}) }
}

function serveForm(request: StaffRequest, { bodies, asked, owners }: ServeView, body: string, refusal: Refusal | undefined): Html {
  const { form, session } = request
  const field = (name: string) => ({ name, value: form.text(name), error: faultFor(refusal, name) })
  const executives = bodies.filter(({ kind }) => servedKinds.includes(kind)).toSorted((one, other) => servedKinds.indexOf(one.kind) - servedKinds.indexOf(other.kind))
  return html`<form method="post" action="/staff/actions/serve" novalidate>${csrfInput(session.formToken)}
<input type="hidden" name="sending" value="${form.text('sending') || randomUUID()}"><input type="hidden" name="body" value="${body}">
${input({ ...field('title'), label: { text: 'Title of the report' } })}
${input({ ...field('link'), label: { text: 'Where to find it (optional)' }, hint: { text: 'An address of this site, or one that begins with https://' } })}
${select({ ...field('of'), label: { text: 'Served on' }, items: [{ value: '', text: 'Choose who must answer' }, ...executives.map(({ slug, name }) => ({ value: slug, text: name }))] })}
${dayInput({ ...field('received'), label: 'Written notice received on', hint: 'The two months begin with this day.' })}
${
  asked.length === 0
    ? undefined
    : checkboxes({
        name: 'chosen',
        fieldset: { legend: { text: 'Recommendations of this body that are in it', classes: 'govuk-fieldset__legend--s' } },
        items: asked.map(({ number, words }) => ({ value: String(number), text: `${number}: ${inShort(words)}` })),
        values: form.all('chosen'),
        error: faultFor(refusal, 'chosen'),
      })
}
${textarea({ ...field('added'), label: { text: asked.length === 0 ? 'Its recommendations' : 'Its other recommendations' }, hint: { text: 'One a paragraph, with an empty line between them.' }, rows: 10 })}
${select({ ...field('owner'), label: { text: 'Who is to answer' }, hint: { text: 'They find it under “Your work”. It can be said later.' }, items: ownerItems(owners) })}
${button({ text: 'Record and publish', preventDoubleClick: true })}</form>`
}
