import type { LocalDate } from '#core/dates.ts'
import { formatDate } from '#core/date-words.ts'
import type { Reader } from '#platform/database/database.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { meetingsInList } from '#features/meetings'
import type { Step } from '../action.ts'
import { inList, type ActionInList } from '../actions-of.ts'
import { standingOf } from '../chain.ts'
import { finishedFrom, isFinished } from '../clock.ts'
import { knownOn } from '../received.ts'
import type { ActionsTables } from '../tables.ts'
import { actionList } from './action-list.ts'
import { trackerAddress } from './tracker-query.ts'

const mostShown = 50

interface OnAgenda {
  /** Asked, served, or accepted before and still to be done. */
  readonly waits: readonly ActionInList[]
  /** Rejected, or reported as done: the body closes it or keeps it open. */
  readonly decides: readonly ActionInList[]
  /** Answered since the body last met, and nothing in it for the body to decide. */
  readonly answered: readonly ActionInList[]
}

interface Between {
  readonly date: LocalDate
  /** The day on which the body last met before it. */
  readonly last: LocalDate | undefined
  readonly today: LocalDate
}

/** What a body waited for on the day of its meeting, what it had to close or keep open, and what was answered since it last met. Each stands once. Three queries. */
export async function outstandingSection(read: Reader, { body, date }: { readonly body: string; readonly date: LocalDate }, today: LocalDate): Promise<Html> {
  const open = await outstandingOn(read, body, date)
  const [before] = await meetingsInList(read, { body, before: date, order: 'last-to-first', limit: 1 })
  const last = before?.date
  const since = last === undefined ? [] : await answeredBetween(read, body, last, date)
  const isPast = date < today
  const sorted = sortedForAgenda([...new Map([...open, ...since].map((action) => [action.reference, action])).values()], { date, last, today })
  return html`<h2 class="govuk-heading-m" id="outstanding">${isPast ? `Outstanding on ${formatDate(date)}` : 'Outstanding today'}</h2>
    ${isPast ? html`<p class="govuk-body">Where each stands is told as of today.</p>` : undefined}
    ${sorted.waits.length === 0 ? html`<p class="govuk-body">${sorted.decides.length === 0 ? 'Nothing is outstanding.' : 'Nothing is waited for.'}</p>` : listed('What this body waits for', sorted.waits, today)}
    ${sorted.decides.length === 0 ? undefined : listed('For this body to close or keep open', sorted.decides, today, 'These were rejected, or are reported as done.')}
    ${open.length < mostShown ? undefined : html`<p class="govuk-body">These are the first ${mostShown}. <a class="govuk-link" href="${trackerAddress({ body })}">See all of this body</a>.</p>`}
    ${last === undefined ? undefined : answeredSince(last, sorted, today)}`
}

function listed(heading: string, actions: readonly ActionInList[], today: LocalDate, about?: string): Html {
  return html`<h3 class="govuk-heading-s">${heading}</h3>${about !== undefined && html`<p class="govuk-body">${about}</p>`}${actionList(actions, { today, saysBody: false })}`
}

function answeredSince(last: LocalDate, { answered, decides }: OnAgenda, today: LocalDate): Html {
  const nothing = decides.length === 0 ? 'Nothing was answered since then.' : 'Nothing else was answered since then.'
  return html`<h2 class="govuk-heading-m" id="answered-since">Answered since the meeting of ${formatDate(last)}</h2>
    ${answered.length === 0 ? html`<p class="govuk-body">${nothing}</p>` : html`<p class="govuk-body">What was accepted is still to be done, unless it is closed.</p>${actionList(answered, { today, saysBody: false })}`}`
}

/** Puts each action in one list. Of a meeting that is over, as it stood when the meeting began. */
function sortedForAgenda(actions: readonly ActionInList[], { date, last, today }: Between): OnAgenda {
  const sorted = { waits: [] as ActionInList[], decides: [] as ActionInList[], answered: [] as ActionInList[] }
  for (const action of actions) {
    const steps = date < today ? knownBefore(action.chain, date) : action.chain
    sorted[listOf(action, steps, { date, last })].push(action)
  }
  return sorted
}

/** The steps that could be read before a day: what was entered only later was not known to the body. */
function knownBefore(chain: readonly Step[], date: LocalDate): Step[] {
  const steps = chain.filter(({ what }) => what !== 'corrected')
  const first = steps.findIndex((step) => knownOn(step) >= date)
  return first === -1 ? steps : steps.slice(0, first)
}

function listOf(action: ActionInList, steps: readonly Step[], { date, last }: Pick<Between, 'date' | 'last'>): keyof OnAgenda {
  const { state } = standingOf({ kind: action.kind, on: action.askedOn }, steps)
  if (state === 'rejected' || state === 'done') return 'decides'
  if (isFinished(state)) return (steps.at(-1)?.on ?? date) < date ? 'answered' : 'decides'
  const turn = steps.findLast(({ what }) => what === 'answered' || what === 'done' || what === 'kept-open')
  const isAnswer = turn !== undefined && turn.what !== 'kept-open'
  return isAnswer && last !== undefined && knownOn(turn) >= last ? 'answered' : 'waits'
}

async function outstandingOn(read: Reader, body: string, date: LocalDate): Promise<ActionInList[]> {
  const rows = await read
    .tables<ActionsTables>()
    .selectFrom('published.current_actions as list')
    .select(['list.record', 'list.waits_until'])
    .where('list.body', '=', body)
    .where('list.asked_on', '<', date)
    .where((one) => one.or([one('list.place', '<', finishedFrom), one('list.finished_on', '>=', date)]))
    .orderBy('list.place')
    .orderBy('list.number')
    .limit(mostShown)
    .execute()
  return rows.map(({ record, waits_until }) => inList(record, waits_until))
}

/** Half open: from the day of the last meeting on, up to the day before this one. */
async function answeredBetween(read: Reader, body: string, from: LocalDate, before: LocalDate): Promise<ActionInList[]> {
  const rows = await read
    .tables<ActionsTables>()
    .selectFrom('published.current_actions as list')
    .select(['list.record', 'list.waits_until'])
    .where('list.body', '=', body)
    .where('list.answered_on', '>=', from)
    .where('list.answered_on', '<', before)
    .orderBy('list.answered_on', 'desc')
    .orderBy('list.number')
    .limit(mostShown)
    .execute()
  return rows.map(({ record, waits_until }) => inList(record, waits_until))
}
