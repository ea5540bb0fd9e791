import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import { inList, type ActionInList } from '../actions-of.ts'
import { lateBefore } from '../clock.ts'
import type { ActionState } from '../action.ts'
import type { PublicAction } from '../public-action.ts'
import { stageOf, stages, type Stage } from '../stages.ts'
import type { ActionsTables } from '../tables.ts'

/** Lists besides those of the stages: what is late today, and what was answered after its two months, whatever came of it. */
export const trackerStates = ['late', 'answered-late', ...stages] as const

/** All of it is of record, or all of it is made up for an example. */
export const records = ['of-record', 'invented'] as const

/** What the tracker is narrowed by. */
export interface TrackerFilter {
  readonly body?: string | undefined
  readonly askedOf?: string | undefined
  readonly state?: (typeof trackerStates)[number] | ActionState | undefined
  readonly record?: (typeof records)[number] | undefined
  /** Words that must all stand in it. */
  readonly text?: string | undefined
  /** Goes on after this entry. */
  readonly after?: Place | undefined
}

/** Where an entry stands in the list: what is of record comes first. */
interface Place {
  readonly isInvented: boolean
  readonly place: number
  readonly number: number
}

export interface TrackerEntry extends ActionInList {
  readonly at: Place
}

interface Found {
  readonly record: PublicAction
  readonly waits_until: LocalDate | null
  readonly place: number
  readonly number: number
  readonly is_invented: boolean
}

/**
 * A page of the tracker: what is of record first, each late first. One query, each part from the beginning of an index; a text is looked for in every row, of a table that
 * holds little else.
 */
export async function trackerPage(reader: Reader, filter: TrackerFilter, today: LocalDate, limit: number): Promise<TrackerEntry[]> {
  const words = wordsOf(filter.text)
  const page = words.length === 0 ? listed(filter, today, limit) : searched(filter, words, today, limit)
  const { rows } = await page.execute(reader.tables() as unknown as Kysely<unknown>)
  return rows.map(({ record, waits_until, place, number, is_invented: isInvented }) => ({ ...inList(record, waits_until), at: { isInvented, place, number } }))
}

const inOrder = sql`list.is_invented, list.place, list.number`

function listed(filter: TrackerFilter, today: LocalDate, limit: number) {
  const both = bothParts('published.current_actions', 'record, waits_until, place, number, is_invented', filter, fits(filter, today), limit)
  return sql<Found>`select * from (${both}) as list order by ${inOrder} limit ${limit}`
}

function searched(filter: TrackerFilter, words: readonly string[], today: LocalDate, limit: number) {
  const fitting = sql<boolean>`${fits(filter, today, 'texts')} and ${sql.join(words.map((word) => sql`list.search like ${`%${word}%`}`), sql` and `)}`
  const found = bothParts('published.current_action_texts', 'number', filter, fitting, limit)
  return sql<Found>`select list.record, list.waits_until, list.place, list.number, list.is_invented
    from (${found}) as found join published.current_actions as list on list.number = found.number order by ${inOrder} limit ${limit}`
}

/** What is of record, and what is invented, each read from its own index, as far as the page may need. */
function bothParts(table: string, columns: string, { record, after }: TrackerFilter, fitting: RawBuilder<boolean>, limit: number) {
  const part = (isInvented: boolean) => {
    const isIt = isInvented ? sql`list.is_invented` : sql`not list.is_invented`
    const goesOn = after?.isInvented === isInvented ? sql`(list.place, list.number) > (${after.place}::integer, ${after.number}::integer)` : sql`true`
    return sql`(select ${sql.raw(columns)} from ${sql.table(table)} as list where ${isIt} and ${goesOn} and ${fitting} order by list.place, list.number limit ${limit})`
  }
  const parts = [...(record === 'invented' || after?.isInvented === true ? [] : [part(false)]), ...(record === 'of-record' ? [] : [part(true)])]
  return parts.length === 0 ? sql`(select ${sql.raw(columns)} from ${sql.table(table)} as list where false)` : sql.join(parts, sql` union all `)
}

/** What both tables are narrowed by; the texts are kept short, so they say how far it is, and not each state. */
function fits({ body, askedOf, state }: TrackerFilter, today: LocalDate, table: 'list' | 'texts' = 'list') {
  const conditions = [
    ...(body === undefined ? [] : [sql<boolean>`list.body = ${body}`]),
    ...(askedOf === undefined ? [] : [sql<boolean>`list.asked_of = ${askedOf}`]),
    ...(state === undefined ? [] : [inState(state, today, table)]),
  ]
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(conditions, sql` and `)}`
}

function inState(state: NonNullable<TrackerFilter['state']>, today: LocalDate, table: 'list' | 'texts') {
  if (state === 'late') return sql<boolean>`list.place < ${lateBefore(today)}`
  if (state === 'answered-late') return sql<boolean>`list.answered_late > 0`
  if (isStage(state)) return sql<boolean>`list.stage = ${state}`
  const isInIt = table === 'list' ? sql<boolean>`list.state = ${state}` : sql<boolean>`exists (select from published.current_actions as one where one.number = list.number and one.state = ${state})`
  return sql<boolean>`list.stage = ${stageOf[state]} and ${isInIt}`
}

function isStage(state: Stage | ActionState): state is Stage {
  return stages.some((stage) => stage === state)
}

/** The place of an entry, as `after` gives it. */
export function placeText({ at }: Pick<TrackerEntry, 'at'>): string {
  return `${at.place}.${at.number}${at.isInvented ? '.i' : ''}`
}

/** Reads it again; undefined where it is none. */
export function placeFrom(text: string): Place | undefined {
  const [, place, number, mark] = /^(-?\d{1,8})\.(\d{1,9})(\.i)?$/.exec(text) ?? []
  return place === undefined ? undefined : { place: Number(place), number: Number(number), isInvented: mark !== undefined }
}

/** The words that are looked for, with what a pattern would take as a sign of its own set apart. */
function wordsOf(text: string | undefined): string[] {
  return (text ?? '').toLowerCase().split(/\s+/).filter((word) => word !== '').slice(0, 6).map((word) => word.replaceAll(/[\\%_]/g, String.raw`\$&`))
}

/** How many there are. */
export interface TrackerCounts {
  readonly byStage: Readonly<Record<Stage, number>>
  readonly all: number
  /** Of all, how many are invented; counted whatever the list is narrowed to. */
  readonly invented: number
  readonly late: number
  readonly answeredLate: number
}

/** How many there are of each stage, how many are late and were answered late, narrowed by who asked, who must answer and what is of record; three queries that read counts. */
export async function trackerCounts(reader: Reader, filter: TrackerFilter, today: LocalDate): Promise<TrackerCounts> {
  const { body, askedOf, record } = filter
  let counts = reader.tables<ActionsTables>().selectFrom('published.action_counts as count').select((one) => ['count.state', one.fn.sum<number>('count.actions').as('actions'), one.fn.sum<number>('count.invented').as('invented')])
  if (body !== undefined) counts = counts.where('count.body', '=', body)
  if (askedOf !== undefined) counts = counts.where('count.asked_of', '=', askedOf)
  const rows = (await counts.groupBy('count.state').execute()).map(({ state, actions, invented }) => ({ stage: stageOf[state], invented, shown: record === undefined ? actions : record === 'invented' ? invented : actions - invented }))
  const byStage = Object.fromEntries(stages.map((stage) => [stage, rows.filter((row) => row.stage === stage).reduce((sum, { shown }) => sum + shown, 0)])) as Record<Stage, number>
  return {
    byStage,
    all: Object.values(byStage).reduce((sum, number) => sum + number, 0),
    invented: rows.reduce((sum, { invented }) => sum + invented, 0),
    late: await howMany(reader, { ...filter, state: 'late' }, today),
    answeredLate: await howMany(reader, { ...filter, state: 'answered-late' }, today),
  }
}

async function howMany(reader: Reader, filter: TrackerFilter, today: LocalDate): Promise<number> {
  const isOfRecord = filter.record === undefined ? sql<boolean>`true` : sql<boolean>`list.is_invented = ${filter.record === 'invented'}`
  const { found } = await reader.tables<ActionsTables>().selectFrom('published.current_actions as list').select((one) => one.fn.countAll<number>().as('found')).where(fits(filter, today)).where(isOfRecord).executeTakeFirstOrThrow()
  return found
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
