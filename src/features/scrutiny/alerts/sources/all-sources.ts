import type { LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import { wantedOf, type AlertSource, type Change, type Wanted } from '../alert-source.ts'
import { topicText, type Topic } from '../topic.ts'
import { actionsSource, responsesSource } from './actions.ts'
import { callInSource, planSource } from './forward-plan.ts'
import { meetingsSource } from './meetings.ts'
import { programmesSource } from './programmes.ts'
import { exceptionsSource, groupsSource } from './scrutiny.ts'
import { subjectsSource } from './subjects.ts'

/** Every part of the record that has news. */
const sources: readonly AlertSource[] = [meetingsSource, subjectsSource, actionsSource, responsesSource, planSource, callInSource, programmesSource, groupsSource, exceptionsSource]

/** All news after a moment that somebody waits for, the oldest first; news of one moment by its id. */
export async function allChangesSince(reader: Reader, since: Date, wanted: Wanted): Promise<Change[]> {
  const asked = new Set(wanted.topics.map(topicText))
  const found: Change[] = []
  for (const source of sources) for await (const page of source.changesSince(reader, since, wanted)) found.push(...wantedOf(page, asked))
  return found.toSorted((one, other) => one.at.getTime() - other.at.getTime() || (one.id < other.id ? -1 : 1))
}

/** The latest news of a topic, the newest first. */
export async function latestOf(reader: Reader, topic: Topic, asked: { readonly today: LocalDate; readonly limit: number }): Promise<Change[]> {
  const changes: Change[] = []
  for (const source of sources) changes.push(...(await source.latest(reader, topic, asked)))
  return changes.toSorted((one, other) => other.at.getTime() - one.at.getTime()).slice(0, asked.limit)
}
