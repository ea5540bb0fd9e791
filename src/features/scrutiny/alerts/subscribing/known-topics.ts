import { bodyNames } from '#features/bodies'
import { timesOnAgenda } from '#features/meetings'
import { actionName, actionsOf, publishedAction } from '#features/minutes'
import type { Reader } from '#platform/database/database.ts'
import { latestEditions } from '../sources/plan-news.ts'
import { isInProgramme } from '../sources/programmes.ts'
import { publishedEntry } from '../../forward-plan/store/published-plan.ts'
import { publishedGroup } from '../../groups/task-groups/published-groups.ts'
import { groupOfSubject } from '../../groups/task-groups/change-group.ts'
import { everything, topicText, type Topic } from '../topic.ts'

/** A topic that the public record knows, by the name that readers know it by. */
export interface KnownTopic extends Topic {
  readonly label: string
}

/** What is no matter of one body. */
export const generalTopics: readonly KnownTopic[] = [
  { kind: 'decision', key: everything, label: 'Decisions before they are made: every change of the forward plan' },
  { kind: 'call-in', key: everything, label: 'Decisions that can be called in' },
  { kind: 'response', key: everything, label: 'Responses and actions that fall due' },
]

/** The name of a topic; undefined for one of which nothing is published. */
export async function knownTopic(reader: Reader, topic: Topic): Promise<KnownTopic | undefined> {
  const label = generalTopics.find(({ kind, key }) => kind === topic.kind && key === topic.key)?.label ?? (await labelOf(reader, topic))
  return label === undefined ? undefined : { ...topic, label }
}

async function labelOf(reader: Reader, { kind, key }: Topic): Promise<string | undefined> {
  switch (kind) {
    case 'body':
      return (await bodyNames(reader)).get(key)
    case 'subject':
      return labelOfSubject(reader, key)
    case 'recommendation': {
      const action = /^[1-9]\d{0,8}$/.test(key) ? await publishedAction(reader, Number(key)) : undefined
      return action && actionName(action.kind, action.reference)
    }
    case 'decision': {
      const entry = await publishedEntry(reader, key)
      return entry && `Decision: ${entry.entry.matter}`
    }
    case 'response': {
      const name = (await bodyNames(reader)).get(key)
      return name === undefined ? undefined : `Responses due from the ${name}`
    }
    case 'call-in':
      return undefined
  }
}

async function labelOfSubject(reader: Reader, subject: string): Promise<string | undefined> {
  const slug = groupOfSubject(subject)
  const group = slug === undefined ? undefined : await publishedGroup(reader, slug)
  if (group !== undefined) return `Task group: ${group.title}`
  return (await isMatter(reader, subject)) ? `The matter “${subject.replaceAll('-', ' ')}”` : undefined
}

/** Whether a published agenda, recommendation, work programme or entry of the forward plan is about it. */
async function isMatter(reader: Reader, subject: string): Promise<boolean> {
  if ((await timesOnAgenda(reader, [subject], { limit: 1 })).length > 0) return true
  if ((await actionsOf(reader, { subject, limit: 1 })).length > 0) return true
  return (await isInProgramme(reader, subject)) || (await latestEditions(reader, { subject, limit: 1 })).length > 0
}

/** Of what is no body so many are looked up at once: nobody follows more one by one, and a strange form must not ask for thousands. */
const mostLookedUp = 10

/** The names of these topics; those of which nothing is published fall away. Bodies, which most are, are read at once. */
export async function knownTopics(reader: Reader, topics: readonly Topic[]): Promise<KnownTopic[]> {
  const bodies = topics.some(({ kind }) => kind === 'body') ? await bodyNames(reader) : new Map<string, string>()
  const known: KnownTopic[] = topics.flatMap((topic) => {
    const label = topic.kind === 'body' ? bodies.get(topic.key) : generalTopics.find(({ kind, key }) => kind === topic.kind && key === topic.key)?.label
    return label === undefined ? [] : { ...topic, label }
  })
  const found = new Set(known.map(topicText))
  for (const topic of topics.filter((one) => one.kind !== 'body' && !found.has(topicText(one))).slice(0, mostLookedUp)) {
    const other = await knownTopic(reader, topic)
    if (other !== undefined) known.push(other)
  }
  return known
}
