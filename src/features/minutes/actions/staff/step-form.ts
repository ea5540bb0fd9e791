import { formatDate } from '#core/date-words.ts'
import type { Refusal } from '#core/outcome.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import { input } from '#platform/pages/components/input.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { radios } from '#platform/pages/components/radios.ts'
import { select } from '#platform/pages/components/select.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { dayInput } from '#platform/pages/day-input.ts'
import { faultFor } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import type { StepKind } from '../action.ts'
import { answerWords } from '../action-words.ts'
import type { ActionView } from './action-view.ts'
import { receiptInputs } from './receipt-inputs.ts'

/** The steps that have a page, by the word in its address. */
export const stepPages = {
  answer: { what: 'answered', title: 'Answer', press: 'Save and publish the answer', fields: ['answer', 'response', 'reason'] },
  progress: { what: 'progress', title: 'Report progress on', press: 'Save and publish', fields: ['words'] },
  done: { what: 'done', title: 'Report as done:', press: 'Save and publish', fields: ['evidence', 'link'] },
  close: { what: 'closed', title: 'Close', press: 'Close it', fields: ['evidence', 'link', 'meeting'] },
  'keep-open': { what: 'kept-open', title: 'Keep open', press: 'Keep it open', fields: ['reason', 'meeting'] },
  withdraw: { what: 'withdrawn', title: 'Withdraw', press: 'Withdraw it', fields: ['reason'] },
} as const satisfies Record<string, { what: StepKind; title: string; press: string; fields: readonly string[] }>

export type StepWord = keyof typeof stepPages

/** What leads to each page, as a button says it. */
export const stepButtons: Readonly<Record<StepWord, string>> = {
  answer: 'Answer',
  progress: 'Report progress',
  done: 'Report as done',
  close: 'Close',
  'keep-open': 'Keep open',
  withdraw: 'Withdraw',
}

/** The fields of a step, with what was typed in them. */
export function stepFields(word: StepWord, view: ActionView, request: StaffRequest, refusal: Refusal | undefined): Html {
  const { form } = request
  const value = (name: string) => form.text(name)
  const error = (name: string) => faultFor(refusal, name)
  const text = (name: string, label: string, hint: string, rows = 5) => textarea({ name, label: { text: label }, hint: { text: hint }, rows, value: value(name), error: error(name) })
  const day = (label: string, hint = 'Left empty, it is today.') => dayInput({ name: 'on', label, hint, value: value('on'), error: error('on') })
  const link = () => input({ name: 'link', label: { text: 'Where to find it (optional)' }, hint: { text: 'An address of this site, such as /bodies/cabinet/2023-07-06/items/3, or one that begins with https://' }, value: value('link'), error: error('link') })
  const meeting = () => dayInput({ name: 'meeting', label: 'At the meeting of (optional)', hint: `A day on which the ${view.bodyName} met.`, value: value('meeting'), error: error('meeting') })
  const readers = view.action.isPublic ? 'The public reads it. Nothing in it may identify a child.' : 'This is not public: it is read by the officers, the members of the body and whoever is to answer.'
  const receipt = () => (view.isOwner ? undefined : receiptInputs(form, refusal))
  const closedAt = () => select({ name: 'meeting', label: { text: 'Closed at the meeting of' }, hint: { text: `The meetings of the ${view.bodyName} that were held since it was last reported on.` }, items: [{ value: '', text: 'Choose a meeting' }, ...view.toClose.map((held) => ({ value: held, text: formatDate(held) }))], value: value('meeting'), error: error('meeting') })
  const fields: Readonly<Record<StepWord, () => Html>> = {
    answer: () => html`${radios({
      name: 'answer',
      fieldset: { legend: { text: 'The answer', classes: 'govuk-fieldset__legend--s' } },
      items: Object.entries(answerWords).map(([answer, words]) => ({ value: answer, text: words })),
      value: value('answer'),
      error: error('answer'),
    })}${text('response', 'Response', readers)}${text('reason', 'Reason', 'Needed where it is accepted in part or rejected. It is published with the answer.', 3)}${receipt()}`,
    progress: () => html`${text('words', 'What was done since', readers)}${receipt()}`,
    done: () => html`${text('evidence', 'What shows that it is done', `Name the figure, the document or the decision. ${readers}`)}${link()}${receipt()}`,
    close: () => html`${reportedBefore(view)}${text('evidence', 'What satisfied the body', `In the words of the body or in yours: what it saw or heard. ${readers}`)}${link()}${closedAt()}`,
    'keep-open': () => html`${text('reason', 'Why it is kept open', readers)}${meeting()}${day('Kept open on', 'Left empty, it is the day of the meeting or, without one, today.')}`,
    withdraw: () => html`${text('reason', 'Why it is withdrawn', readers)}${day('Withdrawn on')}`,
  }
  return html`${fields[word]()}${behalf(word, view, value('on-behalf'), error('on-behalf'))}`
}

/** What was reported stands beside the form: the body says itself what satisfied it. */
function reportedBefore({ standing }: ActionView): Html | undefined {
  if (standing.state === 'done') return insetText({ text: html`<strong>Reported as done:</strong> <span class="gt-typed">${userText(standing.evidence)}</span>` })
  return standing.state === 'rejected' ? insetText({ text: html`<strong>Rejected, because:</strong> <span class="gt-typed">${userText(standing.reason)}</span>` }) : undefined
}

/** Whoever enters what another says names for whom. */
function behalf(word: StepWord, view: ActionView, value: string, error: { readonly text: string } | undefined): Html | undefined {
  if (view.isOwner || !['answer', 'progress', 'done'].includes(word)) return undefined
  return input({ name: 'on-behalf', label: { text: 'On behalf of' }, hint: { text: `You are not named to answer this. Say by role for whom you enter it, such as ${view.action.of.name}.` }, value, error })
}

/** What stands before the form: the words that were asked, and what was reported last. */
export function remindedOf({ action }: ActionView): Html {
  const last = action.chain.at(-1)?.step
  return html`<p class="govuk-body gt-typed">${action.words}</p>${last !== undefined && html`<p class="govuk-body-s">The last step was taken on ${formatDate(last.on)}.</p>`}`
}
