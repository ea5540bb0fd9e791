import { formatDate } from '#core/date-words.ts'
import type { StaffPage } from '#access/staff/staff-page.ts'
import { button } from '#platform/pages/components/button.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { doneBanner } from '#platform/pages/done-banner.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { link, userText } from '#platform/pages/text.ts'
import type { MeetingsApp } from '#features/meetings'
import { actionName, inventionNote, standingWords } from '../action-words.ts'
import { actionAddress } from '../actions-of.ts'
import { waitsUntil } from '../clock.ts'
import { chainSection } from '../public/chain-section.ts'
import { actionsCrumb, lookAtAction, staffAddress, type ActionView } from './action-view.ts'
import { stepButtons, stepPages, type StepWord } from './step-form.ts'

const doneWords = {
  answer: 'The answer is saved and published.',
  progress: 'The progress is saved and published.',
  done: 'It is reported as done. The body that asked closes it, or keeps it open.',
  close: 'It is closed.',
  'keep-open': 'It is kept open.',
  withdraw: 'It is withdrawn.',
  assign: 'Who is to answer, and by when, is saved.',
  asked: 'It is recorded.',
}

/** `/staff/actions/:action`: what was asked, who is to answer, its history, and the steps that may be taken now. */
export const actionPage: StaffPage<MeetingsApp> = {
  path: '/staff/actions/:action',
  show: async (request) => {
    const found = await lookAtAction(request)
    if (!found.ok) return { kind: 'refused', refusal: found.refusal }
    const view = found.value
    const { action, standing, bodyName, met, titles } = view
    const stands = { state: standing.state, waitsUntil: waitsUntil(action, standing), chain: action.chain.map(({ step }) => step) }
    const body = html`${doneBanner(request.query, doneWords)}<p class="govuk-body">${standingWords(stands, request.today)} ${!action.isPublic && statusTag('Not public', 'withheld')}</p>${inventionNote(action.invented)}
<h2 class="govuk-heading-m">What was asked</h2><p class="govuk-body gt-typed">${userText(action.words)}</p>${facts(view)}
<h2 class="govuk-heading-m">What comes next</h2>${nextSteps(view)}
<h2 class="govuk-heading-m">What happened since</h2>${
      action.chain.length === 0
        ? html`<p class="govuk-body">Nothing is recorded yet.</p>`
        : chainSection({ body: action.body, bodyName, chain: action.chain.map(({ step }) => step) }, { met, titles, today: request.today, entered: (place) => entered(view, place) })
    }`
    return { kind: 'page', title: actionName(action.kind, action.number), body, crumbs: [actionsCrumb] }
  },
}

function entered({ action }: ActionView, place: number): Html | undefined {
  const step = action.chain[place]
  return step && html` Entered by ${userText(step.by)}${step.onBehalf !== undefined && html`, on behalf of ${userText(step.onBehalf)}`}.`
}

function facts({ action, bodyName, mayKeep }: ActionView): Html {
  const change = mayKeep ? { actions: { items: [{ text: 'Change', hiddenText: 'who is to answer and by when', href: `${staffAddress(action)}/assign` }] } } : {}
  const where = [action.date === undefined ? undefined : `meeting of ${formatDate(action.date)}`, action.item === undefined ? undefined : `item ${action.item}`, action.minute === undefined ? undefined : `minute ${action.minute}`].filter((part) => part !== undefined)
  return summaryList({
    rows: [
      { key: 'Asked by', value: html`${bodyName}, ${formatDate(action.on)}${where.length > 0 && html`<br>${where.join(', ')}`}` },
      { key: 'Asked of', value: userText(action.of.name) },
      { key: 'Is to answer', value: isToAnswer(action), ...change },
      { key: 'To be done by', value: action.due === undefined ? 'No day is set' : formatDate(action.due) },
      ...(action.source === undefined ? [] : [{ key: 'Source', value: userText(action.source) }]),
      ...(action.isPublic ? [{ key: 'In public', value: link(actionAddress(action.number), 'As the public reads it') }] : []),
    ],
  })
}

function isToAnswer({ owner, awaitedOwner }: ActionView['action']): Html | string {
  if (owner !== undefined) return userText(owner.name)
  return awaitedOwner === undefined ? 'Nobody is named yet' : html`${userText(awaitedOwner)}, as soon as there is such an account that may answer`
}

/** Once it is answered another answer is the exception, and stands behind what usually comes next. */
const order: readonly StepWord[] = ['progress', 'done', 'close', 'keep-open', 'answer', 'withdraw']

function nextSteps({ action, standing, steps, mayKeep }: ActionView): Html {
  const isWaiting = standing.state === 'asked' || standing.state === 'served'
  const words = (isWaiting ? (['answer', ...order.filter((word) => word !== 'answer')] as const) : order).filter((word) => steps.includes(stepPages[word].what))
  if (words.length === 0) return insetText({ text: whoseTurn(standing.state, mayKeep) })
  return html`<div class="govuk-button-group">${words.map((word, place) => button({ text: word === 'answer' && !isWaiting ? 'Change the answer' : stepButtons[word], href: `${staffAddress(action)}/${word}`, classes: place === 0 ? undefined : 'govuk-button--secondary' }))}</div>
${standing.state === 'served' && action.report !== undefined && html`<p class="govuk-body">It was served in a report. ${link(`/staff/actions/reports/${action.report.number}`, 'Answer the whole report at once')}.</p>`}`
}

function whoseTurn(state: ActionView['standing']['state'], mayKeep: boolean): string {
  if (state === 'closed' || state === 'withdrawn') return 'Nothing more: its record stays as it is.'
  if (mayKeep) return 'Nothing can be done with it now.'
  return state === 'done' || state === 'rejected' ? 'The body that asked closes it, or keeps it open.' : 'Whoever is named to answer takes the next step, or an officer for them.'
}
