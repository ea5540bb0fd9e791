import { bodyNames } from '#features/bodies'
import { addressOf } from '../../exceptions/pages/sections.ts'
import { outcomeWords } from '../../exceptions/exception.ts'
import { exceptionsChanged, type ChangedException } from '../../exceptions/published-exceptions.ts'
import { aboutLine } from '../../exceptions/pages/words.ts'
import { groupAddress, groupsChangedSince, latestGroupChanges, type ChangedGroup } from '../../groups/task-groups/published-groups.ts'
import { subjectOfGroup } from '../../groups/task-groups/change-group.ts'
import type { AlertSource, Change } from '../alert-source.ts'

/** What task groups do: news to whoever follows the body that set them up, or the group's matter. */
export const groupsSource: AlertSource = {
  name: 'task groups',
  changesSince: async (reader, since, { limit }) => (await groupsChangedSince(reader, since, limit)).map(groupChange),
  latest: async (reader, { kind, key }, { limit }) => (kind === 'body' ? (await latestGroupChanges(reader, key, limit)).map(groupChange) : []),
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
  name: 'exceptions',
  changesSince: async (reader, since, { limit }) => {
    const changed = await exceptionsChanged(reader, { since, limit })
    return changed.length === 0 ? [] : changed.map(exceptionChange(await bodyNames(reader)))
  },
  latest: async (reader, { kind, key }, { limit }) => {
    if (kind !== 'body') return []
    const changed = await exceptionsChanged(reader, { body: key, limit })
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
