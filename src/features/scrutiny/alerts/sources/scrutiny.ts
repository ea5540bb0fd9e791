import { bodyNames } from '#features/bodies'
import { addressOf } from '../../exceptions/pages/sections.ts'
import { outcomeWords } from '../../exceptions/exception.ts'
import { exceptionsChangedSince, latestExceptionChanges, type ChangedException } from '../../exceptions/published-exceptions.ts'
import { aboutLine } from '../../exceptions/pages/words.ts'
import { groupAddress, groupsChangedSince, latestGroupChanges, type ChangedGroup } from '../../groups/task-groups/published-groups.ts'
import { groupOfSubject, subjectOfGroup } from '../../groups/task-groups/change-group.ts'
import { newsOf, pagesOf, perPage, type AlertSource, type Change } from '../alert-source.ts'

/** What task groups do: news to whoever follows the body that set them up, or the group's matter. */
export const groupsSource: AlertSource = {
  changesSince: (reader, since) => newsOf(pagesOf<ChangedGroup>((after) => groupsChangedSince(reader, since, perPage, after)), (group) => [groupChange(group)]),
  latest: async (reader, { kind, key }, { limit }) => {
    const slug = kind === 'subject' ? groupOfSubject(key) : undefined
    if (kind !== 'body' && slug === undefined) return []
    return (await latestGroupChanges(reader, slug === undefined ? { body: key } : { slug }, limit)).map(groupChange)
  },
}

function groupChange({ slug, edition, note, publishedAt, title, commissionedBy, body }: ChangedGroup): Change {
  return {
    id: `task-group/${slug}/${edition}`,
    at: publishedAt,
    title: `Task group: ${title}`,
    words: note,
    href: groupAddress(slug),
    topics: [{ kind: 'body', key: commissionedBy }, ...(body === undefined ? [] : [{ kind: 'body' as const, key: body }]), { kind: 'subject', key: subjectOfGroup(slug) }],
  }
}

/** What panels flag, and what boards do with it. */
export const exceptionsSource: AlertSource = {
  changesSince: async function* (reader, since) {
    for await (const page of pagesOf<ChangedException>((after) => exceptionsChangedSince(reader, since, perPage, after))) {
      if (page.length > 0) yield page.map(exceptionChange(await bodyNames(reader)))
    }
  },
  latest: async (reader, { kind, key }, { limit }) => {
    if (kind !== 'body') return []
    const changed = await latestExceptionChanges(reader, key, limit)
    return changed.length === 0 ? [] : changed.map(exceptionChange(await bodyNames(reader)))
  },
}

function exceptionChange(names: ReadonlyMap<string, string>): (changed: ChangedException) => Change {
  return ({ record, edition, publishedAt }) => ({
    id: `exception/${record.id}/${edition}`,
    at: publishedAt,
    title: `${names.get(record.panel) ?? record.panel}: ${record.what}`,
    words: record.outcome === undefined ? `Flagged to the ${names.get(record.board) ?? record.board}. ${aboutLine(record)}.` : `${outcomeWords(record.outcome)}.`,
    href: addressOf(record),
    topics: [
      { kind: 'body', key: record.board },
      { kind: 'body', key: record.panel },
    ],
  })
}
