import { randomUUID } from 'node:crypto'
import { formatDate } from '#core/date-words.ts'
import { parseDate } from '#core/dates.ts'
import { ok, type Refusal } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import type { MeetingsApp } from '#features/meetings'
import { button } from '#platform/pages/components/button.ts'
import { input } from '#platform/pages/components/input.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { select } from '#platform/pages/components/select.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { csrfInput, faultFor, faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { lead } from '#platform/pages/text.ts'
import { askableBy, askQuestion, type Askable } from '../ask-question.ts'
import { itemKey, questionFields, type TypedQuestion } from '../asking-form.ts'
import { questionAddress } from '../letters.ts'
import { questionsCrumbs } from './view.ts'

const path = '/staff/questions/ask'

/** `/staff/questions/ask`, also `?item=panel/2023-07-07/6` or `?record=…&address=…`: a member asks about an item or a figure. */
export const askPage: StaffPage<MeetingsApp> = {
  path,
  show: (request) => showForm(request),
  submit: async (request, app) => {
    const typed = Object.fromEntries(questionFields.map((field) => [field, request.form.text(field)])) as Record<keyof TypedQuestion, string>
    const asked = await askQuestion(request.context, app, typed, request.form.text('sending'))
    return asked.ok ? { kind: 'moved', to: `${questionAddress({ id: asked.value })}?done=asked` } : showForm(request, asked.refusal)
  },
}

async function showForm(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  if (refusal !== undefined && refusal.kind !== 'invalid' && refusal.kind !== 'not-now') return { kind: 'refused', refusal }
  const { context, session, today } = request
  const [body = '', day = ''] = chosenItem(request).split('/')
  const date = parseDate(day)
  const found = await look(context, { verb: 'questions.ask', subject: { kind: 'question', id: 'new' } }, async (reader) =>
    ok(await askableBy(reader, session.actor.person, today, date === undefined ? undefined : { body, date })),
  )
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const form = found.value.bodies.length === 0 ? insetText({ text: 'Your account is not linked to a member of a body, so you cannot ask here. Ask an officer to link it.' }) : askForm(request, found.value, refusal)
  return {
    kind: 'page',
    title: 'Ask a question',
    body: html`${refusal && faultSummary(refusal)}${lead('An officer takes your question as put, with who answers it and by when. From then on it is public with your name. Until then only you and the officers know it.')}${form}`,
    crumbs: questionsCrumbs,
    status: refusal === undefined ? 200 : refusal.kind === 'not-now' ? 409 : 400,
    hasFaults: refusal !== undefined,
  }
}

function chosenItem({ form, query }: StaffRequest): string {
  return form.has('item') ? form.text('item') : (query.get('item') ?? '')
}

/** A meeting that is over, from whose pack somebody comes: what it dealt with is asked of the record. */
function pastMeeting(request: StaffRequest): { readonly body: string; readonly address: string } | undefined {
  const [body = '', day = '', item = ''] = chosenItem(request).split('/')
  const date = parseDate(day)
  if (date === undefined || date >= request.today) return undefined
  return { body, address: `/bodies/${body}/${date}${/^[1-9]\d{0,3}$/.test(item) ? `/items/${item}` : ''}` }
}

function askForm(request: StaffRequest, { bodies, items }: Askable, refusal: Refusal | undefined): Html {
  const { form, query, session } = request
  const typed = (field: keyof TypedQuestion) => (form.has(field) ? form.text(field) : (query.get(field) ?? ''))
  const past = form.has('address') ? undefined : pastMeeting(request)
  const only = bodies.length === 1 ? bodies[0]?.slug : undefined
  return html`<form method="post" action="${path}" novalidate>${csrfInput(session.formToken)}<input type="hidden" name="sending" value="${form.text('sending') || randomUUID()}">
${select({
  name: 'item',
  label: { text: 'Item of an agenda' },
  hint: { text: 'Open items of the published agendas of your bodies whose meetings are not over.' },
  items: [{ value: '', text: 'No item: a figure or another record' }, ...items.map((item) => ({ value: itemKey(item), text: `${item.item}. ${item.title} (${item.bodyName}, ${formatDate(item.date)})` }))],
  value: chosenItem(request),
  error: faultFor(refusal, 'item'),
})}
${input({ name: 'record', label: { text: 'Or a figure or another record' }, hint: { text: 'For example: referrals in May 2023, in the performance report. Leave it empty where you chose an item.' }, value: typed('record'), error: faultFor(refusal, 'record') })}
${input({ name: 'address', label: { text: 'Where it stands on this site (optional)' }, hint: { text: 'The end of its address, such as /bodies/cabinet/2023-07-07/items/4' }, value: typed('address') || past?.address, error: faultFor(refusal, 'address') })}
${select({
  name: 'body',
  label: { text: 'Where you chose no item: the body for which you ask' },
  items: [...(only === undefined ? [{ value: '', text: 'Choose a body' }] : []), ...bodies.map(({ slug, name }) => ({ value: slug, text: name }))],
  value: typed('body') || past?.body || only,
  error: faultFor(refusal, 'body'),
})}
${textarea({ name: 'question', label: { text: 'Your question' }, hint: { text: 'Nothing in it may identify a child.' }, rows: 5, value: typed('question'), error: faultFor(refusal, 'question') })}
${button({ text: 'Send the question', preventDoubleClick: true })}</form>`
}
