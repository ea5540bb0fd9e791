import { formatDate } from '#core/date-words.ts'
import { ok, type Outcome, type Refusal } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { bodyNames } from '#features/bodies'
import { meetingAddress, type MeetingsApp } from '#features/meetings'
import { button } from '#platform/pages/components/button.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { cursorPagination } from '#platform/pages/cursor-pagination.ts'
import { dataTable } from '#platform/pages/data-table.ts'
import { doneBanner } from '#platform/pages/done-banner.ts'
import { faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { lead, link, userText } from '#platform/pages/text.ts'
import { stateOf, stateWords, type Exception } from '../exception.ts'
import { keptException, keptExceptions, type KeptException } from '../keep-exceptions.ts'
import { linesOf, maySayFor, noException, recordOutcome, reportException } from '../report-exception.ts'
import { exceptionForm, outcomeForm } from './exception-form.ts'
import { aboutLine, evidenceList, outcomeLine } from './words.ts'

const crumbs = [{ text: 'Task groups', href: '/staff/groups' }]
const within = [...crumbs, { text: 'Exceptions', href: '/staff/exceptions' }]
const pageOf = 50

/** `/staff/exceptions`: what panels flagged, the latest first. */
export const exceptionsPage: StaffPage<MeetingsApp> = {
  path: '/staff/exceptions',
  show: async ({ context, query }) => {
    const after = /^[a-z0-9-]{1,100}$/.exec(query.get('after') ?? '')?.[0]
    const found = await look(context, { verb: 'exceptions.see', subject: { kind: 'exceptions', id: 'all' } }, async (reader) => ok({ list: await keptExceptions(reader, { limit: pageOf + 1, after }), names: await bodyNames(reader) }))
    if (!found.ok) return { kind: 'refused', refusal: found.refusal }
    const { list, names } = found.value
    const shown = list.slice(0, pageOf)
    const rows = shown.map(({ exception }) => [link(`/staff/exceptions/${exception.id}`, userText(exception.what)), aboutLine(exception), names.get(exception.panel) ?? exception.panel, stateTag(exception)])
    const last = list.length > pageOf ? shown.at(-1) : undefined
    const body = html`${lead('What panels found in a quarter’s figures and bring to the board above them by exception.')}
${context.may(context.actor, 'exceptions.report') && button({ text: 'Flag an exception', href: '/staff/exceptions/new' })}
${rows.length === 0 ? html`<p class="govuk-body">Nothing has been flagged yet.</p>` : dataTable({ caption: 'Exceptions', captionHidden: true, columns: [{ heading: 'What' }, { heading: 'Figures' }, { heading: 'Panel' }, { heading: 'State' }], rows })}
${cursorPagination({ label: 'More exceptions', next: last && { href: `/staff/exceptions?after=${last.exception.id}`, label: 'Earlier' } })}`
    return { kind: 'page', title: 'Exceptions', body, crumbs }
  },
}

function stateTag(exception: Exception): Html {
  const { text, meaning } = stateWords[stateOf(exception)]
  return statusTag(text, meaning)
}

/** `/staff/exceptions/new`: flag something of a quarter. */
export const newExceptionPage: StaffPage<MeetingsApp> = {
  path: '/staff/exceptions/new',
  show: (request) => showNew(request),
  submit: async (request, app) => {
    const done = await reportException(request.context, app, request.form)
    if (done.ok) return { kind: 'moved', to: `/staff/exceptions/${done.value.id}?done=flagged` }
    return done.refusal.kind === 'not-allowed' ? { kind: 'refused', refusal: done.refusal } : showNew(request, done.refusal)
  },
}

async function showNew(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  const { context, form, session } = request
  const lines = await look(context, { verb: 'exceptions.report', subject: { kind: 'exception', id: 'new' } }, async (reader) => ok(await linesOf(reader, context)))
  if (!lines.ok) return { kind: 'refused', refusal: lines.refusal }
  const given = { action: '/staff/exceptions/new', token: session.formToken, form, refusal }
  const body = html`${refusal && faultSummary(refusal)}${lines.value.length === 0 ? html`<p class="govuk-body">You chair no panel that reports to another body, so there is nothing that you could flag. An officer can do it.</p>` : exceptionForm(given, lines.value)}`
  return { kind: 'page', title: 'Flag an exception', body, crumbs: within, status: statusOf(refusal), hasFaults: refusal !== undefined }
}

function statusOf(refusal: Refusal | undefined): 200 | 400 | 409 {
  if (refusal === undefined) return 200
  return refusal.kind === 'invalid' ? 400 : 409
}

/** `/staff/exceptions/:exception`: one exception; what the board did is recorded here. */
export const exceptionPage: StaffPage<MeetingsApp> = {
  path: '/staff/exceptions/:exception',
  show: (request) => showOne(request),
  submit: async (request, app) => {
    const id = request.params['exception'] ?? ''
    const done = await recordOutcome(request.context, app, { id, revision: request.form.whole('revision') }, request.form)
    if (done.ok) return { kind: 'moved', to: `/staff/exceptions/${id}?done=recorded` }
    return done.refusal.kind === 'not-allowed' || done.refusal.kind === 'not-found' ? { kind: 'refused', refusal: done.refusal } : showOne(request, done.refusal)
  },
}

const doneWords = { flagged: 'It is flagged. The public reads it once the board’s agenda is published.', recorded: 'What the board did is recorded, and the public reads it now.' }

interface View extends KeptException {
  readonly names: ReadonlyMap<string, string>
  readonly maySay: boolean
}

function read({ context, params }: StaffRequest): Promise<Outcome<View>> {
  const id = params['exception'] ?? ''
  return look(context, { verb: 'exceptions.see', subject: { kind: 'exception', id: id.slice(0, 200) } }, async (reader) => {
    const kept = await keptException(reader, id)
    if (kept === undefined) return noException
    return ok({ ...kept, names: await bodyNames(reader), maySay: await maySayFor(reader, context, kept.exception.board) })
  })
}

async function showOne(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  const found = await read(request)
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const { exception, isOut, names, maySay, revision } = found.value
  const name = (slug: string) => names.get(slug) ?? slug
  const given = { action: `/staff/exceptions/${exception.id}`, token: request.session.formToken, form: request.form, refusal }
  const facts = summaryList({
    rows: [
      { key: 'Panel', value: name(exception.panel) },
      { key: 'Flagged to', value: name(exception.board) },
      { key: 'Figures', value: aboutLine(exception) },
      { key: 'Flagged on', value: formatDate(exception.flaggedOn) },
      { key: 'Meeting', value: exception.meeting === undefined ? 'It joins the next open agenda' : isOut ? link(meetingAddress({ body: exception.board, date: exception.meeting }), formatDate(exception.meeting)) : formatDate(exception.meeting) },
      ...(exception.outcome === undefined ? [] : [{ key: 'The board', value: outcomeLine(exception) }]),
    ],
  })
  const evidence = evidenceList(exception)
  const body = html`${refusal === undefined ? doneBanner(request.query, doneWords) : faultSummary(refusal)}<p class="govuk-body-l">${stateTag(exception)}</p>${facts}
<h2 class="govuk-heading-m">What was seen</h2><p class="govuk-body">${userText(exception.seen)}</p>${evidence !== undefined && html`<h2 class="govuk-heading-m">Evidence</h2>${evidence}`}
${maySay && isOut && html`<h2 class="govuk-heading-m">${exception.outcome === undefined ? 'Record what the board did' : 'Correct what the board did'}</h2>${outcomeForm(given, { revision, day: exception.meeting ?? request.today, panelName: name(exception.panel), outcome: exception.outcome })}`}`
  return { kind: 'page', title: `Exception: ${exception.what} (${exception.period})`, body, crumbs: within, status: statusOf(refusal), hasFaults: refusal !== undefined }
}
