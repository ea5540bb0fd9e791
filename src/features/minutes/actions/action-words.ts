import { countOf } from '#core/count-in-words.ts'
import { formatDate } from '#core/date-words.ts'
import { daysBetween, type LocalDate } from '#core/dates.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { statusTag, type Meaning } from '#platform/pages/status-tag.ts'
import type { ActionKind, ActionState, AnswerKind, Invention, Step } from './action.ts'
import { dutyOf } from './chain.ts'
import { daysAnsweredLate, isFinished } from './clock.ts'
import { servedTitles } from './duties.ts'

/** Where it stands, in a word or two. */
export const stateWords: Readonly<Record<ActionState, readonly [text: string, meaning: Meaning]>> = {
  asked: ['Asked', 'coming'],
  served: ['Served', 'coming'],
  accepted: ['Accepted', 'good'],
  'in-part': ['Accepted in part', 'caution'],
  rejected: ['Rejected', 'neutral'],
  'in-progress': ['In progress', 'coming'],
  done: ['Reported as done', 'good'],
  closed: ['Closed', 'neutral'],
  withdrawn: ['Withdrawn', 'neutral'],
}

export const answerWords: Readonly<Record<AnswerKind, string>> = { accepted: 'Accepted', 'in-part': 'Accepted in part', rejected: 'Rejected' }

/** "Recommendation 12", "Action 3" */
export function actionName(kind: ActionKind, reference: number): string {
  return `${kind === 'recommendation' ? 'Recommendation' : 'Action'} ${reference}`
}

/** What of it is made up, so that nobody takes it for the council's record. */
export const inventionWords: Readonly<Record<Invention, string>> = { everything: 'Invented example', 'what-followed': 'Partly invented' }

/** The mark of what is made up; nothing where all is of record. */
export function inventionTag(invented: Invention | undefined): Html | undefined {
  return invented && statusTag(inventionWords[invented], 'neutral')
}

/** The same in a sentence, where there is room for one. */
export function inventionNote(invented: Invention | undefined): Html | undefined {
  if (invented === undefined) return undefined
  return html`<p class="govuk-body">${inventionTag(invented)} ${invented === 'everything' ? 'This is not of record: it is made up, so that the example can show every step.' : 'That this was asked is of record. What came of it is not.'}</p>`
}

interface Stands {
  readonly state: ActionState
  readonly waitsUntil?: LocalDate | undefined
  /** Left out where it is not said whether it was answered late. */
  readonly chain?: readonly Step[] | undefined
}

/** The state, by how much it is late, or when it is due, and by how much its answer was late. */
export function standingWords({ state, waitsUntil, chain }: Stands, today: LocalDate): Html {
  const late = chain === undefined ? 0 : daysAnsweredLate(chain)
  return html`${statusTag(...stateWords[state])} ${dueWords(state, waitsUntil, today)}${late > 0 && html` Answered ${countOf(late, 'days')} late.`}`
}

function dueWords(state: ActionState, until: LocalDate | undefined, today: LocalDate): Html | undefined {
  if (until === undefined || isFinished(state)) return undefined
  const left = daysBetween(today, until)
  if (left < 0) return html`${statusTag(`Late by ${countOf(-left, 'days')}`, 'bad')} Was due ${formatDate(until)}.`
  return html`Due ${formatDate(until)}${left === 0 ? ', today' : `, in ${countOf(left, 'days')}`}.`
}

/** The heading of a step in the chain; what an answer was is said with it. */
export function stepTitle(step: Step, body: string): string {
  switch (step.what) {
    case 'served':
      return servedTitles[dutyOf(step)]
    case 'answered':
      return `Answered: ${answerWords[step.answer].toLowerCase()}`
    case 'progress':
      return 'Progress'
    case 'done':
      return 'Reported as done'
    case 'kept-open':
      return `Kept open by the ${body}`
    case 'closed':
      return `Closed by the ${body}`
    case 'withdrawn':
      return 'Withdrawn'
    case 'corrected':
      return 'The minute was corrected'
  }
}

/** A text cut at a word for lists and titles. */
export function inShort(words: string, most = 120): string {
  const line = words.replaceAll(/\s+/g, ' ').trim()
  if (line.length <= most) return line
  const cut = line.slice(0, most - 1)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).trimEnd()}…`
}
