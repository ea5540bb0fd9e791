import { dateOf, londonInstant, timeOf } from '#core/london-time.ts'
import { closesWords } from '../../forward-plan/entry/words.ts'
import { entryAddress } from '../../forward-plan/entry/plan-entry.ts'
import { openWindows, planEditions, type PlanEdition, type PublishedEntry } from '../../forward-plan/store/published-plan.ts'
import type { AlertSource, Change } from '../alert-source.ts'
import { everything } from '../topic.ts'

/** More than change between two rounds of news. */
const newest = 300

/** Decisions before they are made, and when they are: every edition of the forward plan. */
export const planSource: AlertSource = {
  name: 'forward plan',
  changesSince: async (reader, since) => (await planEditions(reader, { limit: newest })).map(changeOf).filter(({ at }) => at > since).toReversed(),
  latest: async (reader, { kind, key }, { limit }) => (kind === 'decision' ? (await planEditions(reader, { ...(key === everything ? {} : { reference: key }), limit })).map(changeOf) : []),
}

function changeOf({ reference, edition, matter, what, publishedAt }: PlanEdition): Change {
  return {
    id: `decision/${reference}/${edition}`,
    at: publishedAt,
    title: matter,
    words: what,
    href: entryAddress({ reference }),
    topics: [
      { kind: 'decision', key: reference },
      { kind: 'decision', key: everything },
    ],
  }
}

/** A decision that can be called in from now on: said once for each window. */
export const callInSource: AlertSource = {
  name: 'call-in windows',
  changesSince: async (reader, since, { today, limit }) => (await openWindows(reader, today, limit)).flatMap(windowChange).filter(({ at }) => at > since),
  latest: async (reader, { kind }, { today, limit }) => (kind === 'call-in' ? (await openWindows(reader, today, limit)).flatMap(windowChange).toReversed() : []),
}

function windowChange({ entry }: PublishedEntry): Change[] {
  const { decision, reference, matter } = entry
  if (decision?.window === undefined) return []
  return [
    {
      id: `window/${reference}/${decision.window.closes}`,
      at: new Date(londonInstant(dateOf(decision.published), timeOf(decision.published))),
      title: `It can be called in: ${matter}`,
      words: `Decided by ${decision.by}. Members can call it in until ${closesWords(decision.window.closes)}.`,
      href: entryAddress(entry),
      topics: [{ kind: 'call-in', key: everything }],
    },
  ]
}
