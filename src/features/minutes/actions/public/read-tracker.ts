import { sql } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import { inList, type ActionInList } from '../actions-of.ts'
import { lateBefore } from '../clock.ts'
import { stageOf, stages, type Stage } from '../stages.ts'
import type { ActionsTables } from '../tables.ts'

/** What the tracker is narrowed by. */
export interface TrackerFilter {
  readonly body?: string | undefined
  readonly askedOf?: string | undefined
  readonly state?: Stage | 'late' | undefined
  /** Words that must all stand in it. */
  readonly text?: string | undefined
  /** Goes on after this entry. */
  readonly after?: Place | undefined
}

/** Where an entry stands in the list. */
interface Place {
  readonly place: number
  readonly number: number
}

export interface TrackerEntry extends ActionInList {
  readonly at: Place
}

/** A page of the tracker: late first. One query, from the beginning of an index; a text is looked for in every row, of a table that holds little else. */
export async function trackerPage(reader: Reader, filter: TrackerFilter, today: LocalDate, limit: number): Promise<TrackerEntry[]> {
  const words = wordsOf(filter.text)
  const rows = await (words.length === 0 ? listed(reader, filter, today, limit) : searched(reader, filter, words, today, limit)).execute()
  return rows.map(({ record, waits_until, place, number }) => ({ ...inList(record, waits_until), at: { place, number } }))
}

const shown = ['list.record', 'list.waits_until', 'list.place', 'list.number'] as const

function listed(reader: Reader, filter: TrackerFilter, today: LocalDate, limit: number) {
  return reader.tables<ActionsTables>().selectFrom('published.current_actions as list').select(shown).where(fits(filter, today)).orderBy('list.place').orderBy('list.number').limit(limit)
}

function searched(reader: Reader, filter: TrackerFilter, words: readonly string[], today: LocalDate, limit: number) {
  return reader
    .tables<ActionsTables>()
    .selectFrom((one) => {
      let found = one.selectFrom('published.current_action_texts as list').select('list.number').where(fits(filter, today))
      for (const word of words) found = found.where('list.search', 'like', `%${word}%`)
      return found.orderBy('list.place').orderBy('list.number').limit(limit).as('found')
    })
    .innerJoin('published.current_actions as list', 'list.number', 'found.number')
    .select(shown)
    .orderBy('list.place')
    .orderBy('list.number')
}

/** What both tables are narrowed by. */
function fits({ body, askedOf, state, after }: TrackerFilter, today: LocalDate) {
  const conditions = [
    ...(body === undefined ? [] : [sql<boolean>`list.body = ${body}`]),
    ...(askedOf === undefined ? [] : [sql<boolean>`list.asked_of = ${askedOf}`]),
    ...(state === 'late' ? [sql<boolean>`list.place < ${lateBefore(today)}`] : []),
    ...(state === undefined || state === 'late' ? [] : [sql<boolean>`list.stage = ${state}`]),
    ...(after === undefined ? [] : [sql<boolean>`(list.place, list.number) > (${after.place}::integer, ${after.number}::integer)`]),
  ]
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(conditions, sql` and `)}`
}

/** The place of an entry, as `after` gives it. */
export function placeText({ at }: Pick<TrackerEntry, 'at'>): string {
  return `${at.place}.${at.number}`
}

/** The words that are looked for, with what a pattern would take as a sign of its own set apart. */
function wordsOf(text: string | undefined): string[] {
  return (text ?? '').toLowerCase().split(/\s+/).filter((word) => word !== '').slice(0, 6).map((word) => word.replaceAll(/[\\%_]/g, String.raw`\$&`))
}

/** How many there are of each stage, and how many are late, narrowed by who asked and who must answer; two queries that read counts. */
export async function trackerCounts(reader: Reader, { body, askedOf }: TrackerFilter, today: LocalDate): Promise<{ readonly byStage: Readonly<Record<Stage, number>>; readonly all: number; readonly late: number }> {
  let counts = reader.tables<ActionsTables>().selectFrom('published.action_counts as count').select((one) => ['count.state', one.fn.sum<number>('count.actions').as('actions')])
  let late = reader.tables<ActionsTables>().selectFrom('published.current_actions as list').select((one) => one.fn.countAll<number>().as('late')).where('list.place', '<', lateBefore(today))
  if (body !== undefined) [counts, late] = [counts.where('count.body', '=', body), late.where('list.body', '=', body)]
  if (askedOf !== undefined) [counts, late] = [counts.where('count.asked_of', '=', askedOf), late.where('list.asked_of', '=', askedOf)]
  const rows = await counts.groupBy('count.state').execute()
  const byStage = Object.fromEntries(stages.map((stage) => [stage, rows.filter(({ state }) => stageOf[state] === stage).reduce((sum, { actions }) => sum + actions, 0)])) as Record<Stage, number>
  const all = Object.values(byStage).reduce((sum, number) => sum + number, 0)
  return { byStage, all, late: (await late.executeTakeFirstOrThrow()).late }
}

/** Who asks, and who must answer, as far as anything was ever asked: for the filters. One query. */
export async function whoIsThere(reader: Reader): Promise<{ readonly bodies: readonly string[]; readonly askedOf: ReadonlyMap<string, string> }> {
  const rows = await reader
    .tables<ActionsTables>()
    .selectFrom('published.action_counts as count')
    .select((one) => ['count.body', 'count.asked_of', one.fn.max('count.asked_of_name').as('name')])
    .groupBy(sql`grouping sets ((count.body), (count.asked_of))`)
    .$castTo<{ body: string | null; asked_of: string | null; name: string }>()
    .execute()
  const askedOf = rows.flatMap(({ asked_of, name }) => (asked_of === null ? [] : [[asked_of, name] as const])).toSorted(([, one], [, other]) => one.localeCompare(other, 'en-GB'))
  return { bodies: rows.flatMap(({ body }) => (body === null ? [] : [body])), askedOf: new Map(askedOf) }
}

/** A published action by its reference, as it stands. */
export async function publishedAction(reader: Reader, reference: number): Promise<ActionInList | undefined> {
  const row = await reader.tables<ActionsTables>().selectFrom('published.current_actions as list').select(['list.record', 'list.waits_until']).where('list.number', '=', reference).executeTakeFirst()
  return row && inList(row.record, row.waits_until)
}

/** Published actions by their references, in that order. */
export async function publishedActions(reader: Reader, references: readonly number[]): Promise<ActionInList[]> {
  if (references.length === 0) return []
  const rows = await reader.tables<ActionsTables>().selectFrom('published.current_actions as list').select(['list.record', 'list.waits_until', 'list.number']).where('list.number', 'in', references).execute()
  return references.flatMap((reference) => rows.filter(({ number }) => number === reference).map(({ record, waits_until }) => inList(record, waits_until)))
}
