import { randomUUID } from 'node:crypto'
import { ok, type Refusal } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import type { MeetingsApp } from '#features/meetings'
import { localSettings } from '#features/rules'
import { button } from '#platform/pages/components/button.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { radios } from '#platform/pages/components/radios.ts'
import { select } from '#platform/pages/components/select.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { csrfInput, faultFor, faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { lead } from '#platform/pages/text.ts'
import { requestFields, type TypedRequest } from '../asking-form.ts'
import { concerns, concernWords } from '../document-request.ts'
import { requestAddress } from '../letters.ts'
import { bodiesToAskFor, makeRequest } from '../make-request.ts'
import { clockHtml } from '../words.ts'

const path = '/staff/requests-for-documents/ask'

/** `/staff/requests-for-documents/ask`: a member asks for a document of the executive. */
export const askForDocumentPage: StaffPage<MeetingsApp> = {
  path,
  show: (request) => showForm(request),
  submit: async (request, app) => {
    const typed = Object.fromEntries(requestFields.map((field) => [field, request.form.text(field)])) as Record<keyof TypedRequest, string>
    const made = await makeRequest(request.context, app, typed, request.form.text('sending'))
    return made.ok ? { kind: 'moved', to: `${requestAddress({ number: made.value })}?done=asked` } : showForm(request, made.refusal)
  },
}

async function showForm(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  if (refusal !== undefined && refusal.kind !== 'invalid' && refusal.kind !== 'not-now') return { kind: 'refused', refusal }
  const { context, session, today } = request
  const found = await look(context, { verb: 'requests.make', subject: { kind: 'document-request', id: 'new' } }, async (reader) =>
    ok({ bodies: await bodiesToAskFor(reader, session.actor.person, today), local: await localSettings(reader) }),
  )
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const { bodies, local } = found.value
  const clock = clockHtml({ askedOn: today }, local)
  const body = html`${refusal && faultSummary(refusal)}
${lead('As a member of a scrutiny body you are entitled to documents of the executive about its business and decisions (SI 2012/2089, regulation 17).')}
${clock && html`<p class="govuk-body">Asked today, the answer is due by ${clock.due}.</p>${clock.working}`}
${bodies.length === 0 ? insetText({ text: 'Your account is not linked to a member of a scrutiny body, so you cannot ask here. Ask an officer to link it.' }) : form(request, bodies, refusal)}`
  return { kind: 'page', title: 'Ask for a document', body, crumbs: [{ text: 'Questions', href: '/staff/questions' }, { text: 'Requests for documents', href: '/staff/requests-for-documents' }], status: refusal === undefined ? 200 : refusal.kind === 'not-now' ? 409 : 400, hasFaults: refusal !== undefined }
}

function form({ form: typed, session }: StaffRequest, bodies: readonly { readonly slug: string; readonly name: string }[], refusal: Refusal | undefined): Html {
  const only = bodies.length === 1 ? bodies[0]?.slug : undefined
  return html`<form method="post" action="${path}" novalidate>${csrfInput(session.formToken)}<input type="hidden" name="sending" value="${typed.text('sending') || randomUUID()}">
${select({
  name: 'body',
  label: { text: 'For which scrutiny body' },
  items: [...(only === undefined ? [{ value: '', text: 'Choose a body' }] : []), ...bodies.map(({ slug, name }) => ({ value: slug, text: name }))],
  value: typed.text('body') || only,
  error: faultFor(refusal, 'body'),
})}
${textarea({ name: 'document', label: { text: 'Which document' }, hint: { text: 'As exactly as you can: its title, date, who wrote it. The public does not read these words.' }, rows: 3, value: typed.text('document'), error: faultFor(refusal, 'document') })}
${radios({
  name: 'concern',
  fieldset: { legend: { text: 'What it has to do with', classes: 'govuk-fieldset__legend--s' } },
  items: concerns.map((value) => ({ value, text: concernWords[value] })),
  value: typed.text('concern'),
  error: faultFor(refusal, 'concern'),
})}
${textarea({ name: 'about', label: { text: 'Which meeting or decision' }, hint: { text: 'For example: Cabinet, 22 June 2023, item 5.' }, rows: 2, value: typed.text('about'), error: faultFor(refusal, 'about') })}
${textarea({
  name: 'purpose',
  label: { text: 'What you are scrutinising (optional)' },
  hint: { text: 'Where the document holds exempt or confidential information, you are given it only if it is relevant to an action or decision that you are scrutinising, or to a review in the work programme. Say which.' },
  rows: 3,
  value: typed.text('purpose'),
  error: faultFor(refusal, 'purpose'),
})}
<p class="govuk-body">The public list shows your name, the body, today’s date and the last day for the answer. It names the document once an officer has checked the words.</p>
${button({ text: 'Send the request', preventDoubleClick: true })}</form>`
}
