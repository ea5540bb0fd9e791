import type { LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import { topicText, type Topic } from './topic.ts'

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
  /** The topics to which somebody has subscribed. */
  readonly topics: readonly Topic[]
}

/** A part of the record that has news. It is handed a reader of what is published, and so can tell of nothing else. */
export interface AlertSource {
  /** All news after this moment that may concern one of the topics, page by page: however much was published at once, none is left out. */
  readonly changesSince: (reader: Reader, since: Date, wanted: Wanted) => AsyncIterable<readonly Change[]>
  /** The latest news of one topic, the newest first; nothing for a topic of which it knows none. */
  readonly latest: (reader: Reader, topic: Topic, asked: { readonly today: LocalDate; readonly limit: number }) => Promise<readonly Change[]>
}

/** Enough for an hour, and little enough to hold at once. */
export const perPage = 500

/** Reads page after page, each going on after the last row of the one before, until one is not full. */
export async function* pagesOf<Row>(readPage: (after: Row | undefined) => Promise<readonly Row[]>): AsyncGenerator<readonly Row[]> {
  let rows = await readPage(undefined)
  yield rows
  while (rows.length >= perPage) {
    rows = await readPage(rows.at(-1))
    yield rows
  }
}

/** The same pages, as news. */
export async function* newsOf<Row>(pages: AsyncIterable<readonly Row[]>, change: (row: Row) => readonly Change[]): AsyncGenerator<readonly Change[]> {
  for await (const rows of pages) yield rows.flatMap(change)
}

/** Drops the topics that nobody waits for, and the news that then concerns nobody. `asked` holds topics as `topicText` writes them. */
export function wantedOf(changes: readonly Change[], asked: ReadonlySet<string>): Change[] {
  return changes.flatMap((change) => {
    const own = change.topics.filter((topic) => asked.has(topicText(topic)))
    return own.length === 0 ? [] : [{ ...change, topics: own }]
  })
}
