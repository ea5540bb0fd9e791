import { formatDate } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import type { Refusal } from '#core/outcome.ts'
import { refusedHere } from '#access/staff/refused-here.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { button } from '#platform/pages/components/button.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { csrfInput, faultSummary } from '#platform/pages/form.ts'
import { html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import type { MeetingsApp } from '#features/meetings'
import { actionName } from '../action-words.ts'
import { chainSection } from '../public/chain-section.ts'
import { lastDay } from '../closing.ts'
import { receiptFields } from '../received.ts'
import { takeStep } from '../take-step.ts'
import { actionNumber, actionsCrumb, lookAtAction, staffAddress, type ActionView } from './action-view.ts'
import { assignPage } from './assign-form.ts'
import { remindedOf, stepFields, stepPages, type StepWord } from './step-form.ts'

/** `/staff/actions/:action/:step`: the form of one step, or of who is to answer and by when. */
export const stepPage: StaffPage<MeetingsApp> = {
  path: '/staff/actions/:action/:step',
  show: (request) => (request.params['step'] === 'assign' ? assignPage.show(request) : show(request)),
  submit: async (request, app) => {
    if (request.params['step'] === 'assign') return assignPage.submit(request, app)
    const word = wordOf(request)
    if (word === undefined) return noStep
    const { form, context } = request
    const { what, fields } = stepPages[word]
    const number = actionNumber(request.params['action'])
    const typed = Object.fromEntries([...fields, ...receiptFields].map((name) => [name, form.text(name)]))
    const done = await takeStep(context, app, { number, revision: form.whole('revision') }, { what, fields: typed, onBehalf: form.text('on-behalf') })
    return done.ok ? { kind: 'moved', to: `${staffAddress({ number })}?done=${word}` } : show(request, done.refusal)
  },
}

const noStep: StaffAnswer = { kind: 'refused', refusal: { kind: 'not-found', message: 'There is no such step.', faults: [] } }

function wordOf({ params }: StaffRequest): StepWord | undefined {
  return (Object.keys(stepPages) as StepWord[]).find((word) => word === params['step'])
}

async function show(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  const word = wordOf(request)
  if (word === undefined) return noStep
  const status = refusal === undefined ? 200 : refusedHere[refusal.kind]
  if (refusal !== undefined && status === undefined) return { kind: 'refused', refusal }
  const found = await lookAtAction(request)
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const view = found.value
  const { what, title, press } = stepPages[word]
  const name = actionName(view.action.kind, view.action.number)
  const crumbs = [actionsCrumb, { text: name, href: staffAddress(view.action) }]
  const heading = `${title} ${name.toLowerCase()}`
  if (!view.steps.includes(what) && refusal === undefined) {
    return { kind: 'page', title: heading, crumbs, status: 409, body: insetText({ text: html`This step cannot be taken now, or not by you. ${link(staffAddress(view.action), 'See where it stands')}.` }) }
  }
  if (word === 'close' && view.toClose.length === 0 && refusal === undefined) return { kind: 'page', title: heading, crumbs, body: html`${remindedOf(view)}${insetText({ text: notYetClosed(view) })}` }
  const body = html`${refusal && faultSummary(refusal)}${remindedOf(view)}${refusal?.kind === 'conflict' && meanwhile(view, request.today)}
<form method="post" action="${staffAddress(view.action)}/${word}" novalidate>${csrfInput(request.session.formToken)}<input type="hidden" name="revision" value="${view.action.revision}">
${stepFields(word, view, request, refusal)}${button({ text: press, preventDoubleClick: true, ...(word === 'withdraw' ? { classes: 'govuk-button--warning' } : {}) })}</form>`
  return { kind: 'page', title: heading, body, crumbs, ...(status === undefined ? {} : { status }), hasFaults: refusal !== undefined }
}

/** Only its body closes it, at a meeting. */
function notYetClosed({ action, bodyName }: ActionView) {
  return html`It is closed at a meeting of the ${bodyName}, and the record has none that was held on ${formatDate(lastDay(action))} or since. What is outstanding puts itself on the next agenda. ${link(staffAddress(action), 'See where it stands')}.`
}

/** What stands now, where somebody else changed it. */
function meanwhile({ action, bodyName, met, titles }: ActionView, today: LocalDate) {
  return html`<h2 class="govuk-heading-m">How it stands now</h2>${chainSection({ body: action.body, bodyName, chain: action.chain.map(({ step }) => step) }, { met, titles, today })}<h2 class="govuk-heading-m">What you typed</h2>`
}
