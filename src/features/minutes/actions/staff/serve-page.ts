import { randomUUID } from 'node:crypto'
import { formatDate } from '#core/date-words.ts'
import { ok, refuse, type Outcome, type Refusal } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { KnownPerson } from '#access/people.ts'
import { refusedHere } from '#access/staff/refused-here.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { button } from '#platform/pages/components/button.ts'
import { checkboxes } from '#platform/pages/components/checkboxes.ts'
import { input } from '#platform/pages/components/input.ts'
import { radios } from '#platform/pages/components/radios.ts'
import { select } from '#platform/pages/components/select.ts'
import { dayInput } from '#platform/pages/day-input.ts'
import { csrfInput, faultFor, faultSummary, filterForm } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { publishedBodies, type Body } from '#features/bodies'
import type { MeetingsApp } from '#features/meetings'
import { scrutinyKinds } from '../../scrutiny-kinds.ts'
import { duties, type Action } from '../action.ts'
import { inShort } from '../action-words.ts'
import { possibleOwners } from '../assign-action.ts'
import { dutiesOf, dutyWords } from '../duties.ts'
import { askedOfBody } from '../read-actions.ts'
import { serveReport } from '../serve-report.ts'
import { actionsCrumb } from './action-view.ts'
import { ownerItems } from './assign-form.ts'

const title = 'Serve a report'

/** `/staff/actions/serve`: an officer records that a body's report was served by written notice. */
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
      duty: form.text('duty'),
      received: form.text('received'),
      chosen: form.all('chosen'),
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
  const page = html`${refusal && faultSummary(refusal)}<p class="govuk-body">A report of the <strong>${bodyName}</strong>. It holds what the body resolved at its meetings. What is recorded here is public at once.</p>
${found.value.asked.length === 0 ? nothingResolved : serveForm(request, found.value, body, refusal)}`
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

const nothingResolved = html`<p class="govuk-body">No recommendation that it made at a meeting waits for an answer. What minutes resolve is here as soon as they are circulated; what was asked at a meeting without them is <a class="govuk-link" href="/staff/actions/new">recorded first</a>, with the day of that meeting.</p>`

function serveForm(request: StaffRequest, { bodies, asked, owners }: ServeView, body: string, refusal: Refusal | undefined): Html {
  const { form, session } = request
  const field = (name: string) => ({ name, value: form.text(name), error: faultFor(refusal, name) })
  const served = Object.keys(dutiesOf).flatMap((kind) => bodies.filter((one) => one.kind === kind))
  const hasPartners = served.some(({ kind }) => kind === 'partner-body')
  return html`<form method="post" action="/staff/actions/serve" novalidate>${csrfInput(session.formToken)}
<input type="hidden" name="sending" value="${form.text('sending') || randomUUID()}"><input type="hidden" name="body" value="${body}">
${input({ ...field('title'), label: { text: 'Title of the report' } })}
${input({ ...field('link'), label: { text: 'Where to find it (optional)' }, hint: { text: 'An address of this site, or one that begins with https://' } })}
${select({ ...field('of'), label: { text: 'Served on' }, items: [{ value: '', text: 'Choose on whom' }, ...served.map(({ slug, name }) => ({ value: slug, text: name }))] })}
${
  hasPartners &&
  radios({
    ...field('duty'),
    fieldset: { legend: { text: 'What binds them', classes: 'govuk-fieldset__legend--s' } },
    items: duties.map((value) => ({ value, text: dutyWords[value][0], hint: { text: dutyWords[value][1] } })),
  })
}
${dayInput({ ...field('received'), label: 'Written notice received on', hint: 'Every count begins with this notice.' })}
${checkboxes({
  name: 'chosen',
  fieldset: { legend: { text: 'Its recommendations', classes: 'govuk-fieldset__legend--s' } },
  hint: { text: 'What the body resolved at its meetings and nobody has answered.' },
  items: asked.map(({ number, words, date }) => ({ value: String(number), text: `${number}: ${inShort(words)}`, ...(date === undefined ? {} : { hint: { text: `Meeting of ${formatDate(date)}` } }) })),
  values: form.all('chosen'),
  error: faultFor(refusal, 'chosen'),
})}
${select({ ...field('owner'), label: { text: 'Who is to answer' }, hint: { text: 'They find it under “Your work”. It can be said later.' }, items: ownerItems(owners) })}
${button({ text: 'Record and publish', preventDoubleClick: true })}</form>`
}
