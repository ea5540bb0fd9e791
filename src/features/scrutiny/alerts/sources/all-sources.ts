import type { Reader } from '#platform/database/database.ts'
import { wantedOf, type AlertSource, type Change, type Wanted } from '../alert-source.ts'
import type { Topic } from '../topic.ts'
import { actionsSource, responsesSource } from './actions.ts'
import { callInSource, planSource } from './forward-plan.ts'
import { meetingsSource } from './meetings.ts'
import { exceptionsSource, groupsSource } from './scrutiny.ts'
import { subjectsSource } from './subjects.ts'

/** Every part of the record that has news. */
const sources: readonly AlertSource[] = [meetingsSource, subjectsSource, actionsSource, responsesSource, planSource, callInSource, groupsSource, exceptionsSource]

/** News, and until when it is all of it: left out where no part had more than was asked for. */
interface News {
  readonly changes: readonly Change[]
  readonly until?: Date
}

/** All news after a moment that somebody waits for, the oldest first. Where a part has more than the limit, news later than its last is left for the next time. */
export async function allChangesSince(reader: Reader, since: Date, wanted: Wanted): Promise<News> {
  const found: (readonly Change[])[] = []
  for (const source of sources) found.push(await source.changesSince(reader, since, wanted))
  const full = found.filter((changes) => changes.length >= wanted.limit).flatMap((changes) => changes.at(-1)?.at.getTime() ?? [])
  const until = full.length === 0 ? undefined : new Date(Math.min(...full))
  const changes = wantedOf(found.flat(), wanted).filter(({ at }) => until === undefined || at <= until)
  return { changes: changes.toSorted((one, other) => one.at.getTime() - other.at.getTime()), ...(until === undefined ? {} : { until }) }
}

/** The latest news of a topic, the newest first. */
export async function latestOf(reader: Reader, topic: Topic, asked: Pick<Wanted, 'today' | 'limit'>): Promise<Change[]> {
  const changes: Change[] = []
  for (const source of sources) changes.push(...(await source.latest(reader, topic, asked)))
  return changes.toSorted((one, other) => other.at.getTime() - one.at.getTime()).slice(0, asked.limit)
}
