import { dateOf, londonInstant, timeOf } from '#core/london-time.ts'
import { closesWords } from '../../forward-plan/entry/words.ts'
import { markedTitle } from '../../forward-plan/entry/invention.ts'
import { entryAddress } from '../../forward-plan/entry/plan-entry.ts'
import { newsOf, pagesOf, type AlertSource, type Change } from '../alert-source.ts'
import { everything } from '../topic.ts'
import { editionsSince, latestEditions, windowsAfter, type OpenWindow, type PlanNews } from './plan-news.ts'

/** Decisions before they are made, and when they are: every edition of the forward plan; of what a body decides, its news too. */
export const planSource: AlertSource = {
  changesSince: (reader, since) => newsOf(pagesOf<PlanNews>((after) => editionsSince(reader, since, after)), (edition) => [changeOf(edition)]),
  latest: async (reader, { kind, key }, { limit }) => {
    if (kind === 'subject') return (await latestEditions(reader, { subject: key, limit })).map(changeOf)
    if (kind === 'body') return (await latestEditions(reader, { body: key, limit })).map(changeOf)
    return kind === 'decision' ? (await latestEditions(reader, { ...(key === everything ? {} : { reference: key }), limit })).map(changeOf) : []
  },
}

function changeOf({ reference, edition, matter, invented, what, publishedAt, body, subjects }: PlanNews): Change {
  return {
    id: `decision/${reference}/${edition}`,
    at: publishedAt,
    title: `Forward plan: ${markedTitle(matter, invented)}`,
    words: what,
    href: entryAddress({ reference }),
    topics: [
      { kind: 'decision', key: reference },
      { kind: 'decision', key: everything },
      ...(body === null ? [] : [{ kind: 'body' as const, key: body }]),
      ...subjects.map((key) => ({ kind: 'subject' as const, key })),
    ],
  }
}

/** A decision that can be called in from now on: said once for each window. */
export const callInSource: AlertSource = {
  changesSince: (reader, since, { today }) =>
    newsOf(pagesOf<OpenWindow>((after) => windowsAfter(reader, today, after?.entry.reference ?? '')), (entry) => windowChange(entry).filter(({ at }) => at > since)),
  latest: async (reader, { kind }, { today, limit }) => (kind === 'call-in' ? (await windowsAfter(reader, today, '')).flatMap(windowChange).toSorted((one, other) => other.at.getTime() - one.at.getTime()).slice(0, limit) : []),
}

function windowChange({ entry, publishedAt }: OpenWindow): Change[] {
  const { decision, reference, matter, invented } = entry
  if (decision?.window === undefined) return []
  // A decision that is entered days after it was made is news when the public can read it.
  const opened = new Date(londonInstant(dateOf(decision.published), timeOf(decision.published)))
  return [
    {
      id: `window/${reference}/${decision.window.closes}`,
      at: opened > publishedAt ? opened : publishedAt,
      title: `It can be called in: ${markedTitle(matter, invented)}`,
      words: `Decided by ${decision.by}. Members can call it in until ${closesWords(decision.window.closes)}.`,
      href: entryAddress(entry),
      topics: [{ kind: 'call-in', key: everything }],
    },
  ]
}
