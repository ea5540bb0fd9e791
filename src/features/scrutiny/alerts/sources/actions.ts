import { formatDay } from '#core/date-words.ts'
import { addDays, type LocalDate } from '#core/dates.ts'
import { dateOf, londonInstant, londonMoment, time } from '#core/london-time.ts'
import { actionName, inShort, inventionWords, actionsChangedSince, actionsDueBetween, actionsOf, publishedAction, stateWords, type ActionInList, type ChangedAction } from '#features/minutes'
import type { Reader } from '#platform/database/database.ts'
import { newsOf, pagesOf, perPage, type AlertSource, type Change } from '../alert-source.ts'
import { everything, type Topic } from '../topic.ts'

/** What was asked, answered, done or closed: news to whoever follows the recommendation, its matter, who asked it or who must answer. */
export const actionsSource: AlertSource = {
  changesSince: (reader, since) => newsOf(pagesOf<ChangedAction>((after) => actionsChangedSince(reader, since, perPage, after)), (action) => [changeOf(action, action.changedAt)]),
  latest: async (reader, topic, { limit }) => {
    const list = await actionsAbout(reader, topic, limit)
    return list.map((action) => changeOf(action, dayBegins(latestDay(action)))).toSorted((one, other) => other.at.getTime() - one.at.getTime())
  },
}

async function actionsAbout(reader: Reader, { kind, key }: Topic, limit: number): Promise<readonly ActionInList[]> {
  if (kind === 'body') return actionsOf(reader, { body: key, limit })
  if (kind === 'subject') return actionsOf(reader, { subject: key, limit })
  if (kind !== 'recommendation') return []
  const one = await publishedAction(reader, Number(key))
  return one === undefined ? [] : [one]
}

function changeOf(action: ActionInList, at: Date): Change {
  const { reference, kind, state, words, askedOf, chain, body, subjects, address, invented } = action
  const due = action.waitsUntil === undefined ? '' : ` Due ${formatDay(action.waitsUntil)}.`
  return {
    // What happened last tells one change from another, and its own words from those that were put right.
    id: `action/${reference}/${state}/${chain.length}/${at.getTime()}`,
    at,
    title: `${actionName(kind, reference)}${invented === undefined ? '' : ` (${inventionWords[invented].toLowerCase()})`}: ${inShort(words, longest)}`,
    words: `${stateWords[state][0]}.${toldLast(chain)} ${isWaiting(state) ? `To be answered by ${askedOf.name}.` : `Asked of ${askedOf.name}.`}${due}`,
    href: address,
    topics: [
      { kind: 'recommendation', key: String(reference) },
      { kind: 'body', key: body },
      ...(askedOf.body === undefined || askedOf.body === body ? [] : [{ kind: 'body' as const, key: askedOf.body }]),
      ...subjects.map((key) => ({ kind: 'subject' as const, key })),
    ],
  }
}

function isWaiting(state: ActionInList['state']): boolean {
  return state === 'asked' || state === 'served'
}

/** What was said when something happened to it last: the response, what was reported, the evidence, the reason. */
function toldLast(chain: ActionInList['chain']): string {
  const step = chain.at(-1)
  if (step === undefined) return ''
  const said = step.what === 'answered' ? [step.response, step.reason] : 'evidence' in step ? [step.evidence] : 'words' in step ? [step.words] : 'reason' in step ? [step.reason] : []
  return said.map((words) => (words === undefined || words.trim() === '' ? '' : ` ${ended(inShort(words, mostSaid))}`)).join('')
}

function ended(words: string): string {
  return /[.!?…]$/.test(words) ? words : `${words}.`
}

/** Of a response or a report so many letters go into a mail; its page has all. */
const longest = 140
const mostSaid = 600

function latestDay({ askedOn, chain }: ActionInList): LocalDate {
  return chain.reduce((latest, { on }) => (on > latest ? on : latest), askedOn)
}

/** So many days before a response is due readers learn of it. */
const daysAhead = 7

/** A response or an action that is due in a week, or was asked for with less time than that: said once for each day that is set. */
export const responsesSource: AlertSource = {
  changesSince: (reader, since, { today }) => {
    const begun = addDays(dateOf(londonMoment(since.toISOString())), daysAhead)
    const due = pagesOf<ChangedAction>((after) => actionsDueBetween(reader, begun < today ? begun : today, addDays(today, daysAhead + 1), perPage, after))
    return newsOf(due, (action) => dueChange(action).filter(({ at }) => at > since))
  },
  latest: async (reader, { kind, key }, { today, limit }) => {
    if (kind !== 'response') return []
    const due = await actionsDueBetween(reader, addDays(today, -90), addDays(today, daysAhead + 1), mostDue)
    return due.flatMap(dueChange).filter(({ topics }) => topics.some((topic) => topic.kind === kind && topic.key === key)).toReversed().slice(0, limit)
  },
}

const mostDue = 500

function dueChange({ reference, kind, words, waitsUntil, askedOf, address, changedAt }: ChangedAction): Change[] {
  if (waitsUntil === undefined) return []
  const begins = dayBegins(addDays(waitsUntil, -daysAhead))
  return [
    {
      id: `due/${reference}/${waitsUntil}`,
      at: begins > changedAt ? begins : changedAt,
      title: `Due ${formatDay(waitsUntil)}: ${actionName(kind, reference)}`,
      words: `${askedOf.name}: ${inShort(words, longest)}`,
      href: address,
      topics: [
        { kind: 'response', key: everything },
        { kind: 'recommendation', key: String(reference) },
        ...(askedOf.body === undefined ? [] : [{ kind: 'response' as const, key: askedOf.body }]),
      ],
    },
  ]
}

function dayBegins(day: LocalDate): Date {
  return new Date(londonInstant(day, time('00:00')))
}
