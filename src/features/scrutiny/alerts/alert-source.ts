import type { LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import type { Topic } from './topic.ts'

/** Something new that the public may read. */
export interface Change {
  /** The same piece of news has the same id whenever it is asked for, and no other has it: nobody is told of it twice. */
  readonly id: string
  readonly at: Date
  readonly title: string
  readonly words: string
  /** Its public page: `/forward-plan/library`. */
  readonly href: string
  readonly topics: readonly Topic[]
}

/** What readers wait for, by topic. */
export interface Wanted {
  readonly today: LocalDate
  /** The topics to which somebody has subscribed, as `topicText` writes them. */
  readonly topics: readonly Topic[]
  readonly limit: number
}

/** A part of the record that has news. It is handed a reader of what is published, and so can tell of nothing else. */
export interface AlertSource {
  /** For the log: "meetings". */
  readonly name: string
  /** News after this moment, the oldest first: all that may concern one of the topics. */
  readonly changesSince: (reader: Reader, since: Date, wanted: Wanted) => Promise<readonly Change[]>
  /** The latest news of one topic, the newest first; nothing for a topic of which it knows none. */
  readonly latest: (reader: Reader, topic: Topic, asked: Pick<Wanted, 'today' | 'limit'>) => Promise<readonly Change[]>
}

/** Drops the topics that nobody waits for, and the news that then concerns nobody. */
export function wantedOf(changes: readonly Change[], { topics }: Pick<Wanted, 'topics'>): Change[] {
  const asked = new Set(topics.map(({ kind, key }) => `${kind}:${key}`))
  return changes.flatMap((change) => {
    const own = change.topics.filter(({ kind, key }) => asked.has(`${kind}:${key}`))
    return own.length === 0 ? [] : [{ ...change, topics: own }]
  })
}
