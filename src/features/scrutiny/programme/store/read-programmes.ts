import { sql, type Selectable } from 'kysely'
import { given } from '#core/given.ts'
import type { LocalDate } from '#core/dates.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import type { LoadedProgramme } from '../loaded/merge-programme.ts'
import { workProgramme, type ProgrammeYear, type WorkProgramme } from '../model/work-programme.ts'
import type { ProgrammeTables } from './tables.ts'

/** Of which body and year. */
export interface ProgrammeKey {
  readonly body: string
  readonly year: ProgrammeYear
}

/** The programme as staff keep it, held against others who change it until the transaction ends. */
export async function holdProgramme(tx: Transaction, { body, year }: ProgrammeKey): Promise<WorkProgramme | undefined> {
  const row = await tx
    .tables<ProgrammeTables>()
    .selectFrom('work.programmes as kept')
    .select('kept.record')
    .where('kept.body', '=', body)
    .where('kept.year', '=', year)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? undefined : workProgramme.parse(row.record)
}

/** A programme as staff keep it, with what a file said of it when it was loaded last. */
export interface LoadedBefore {
  readonly programme: WorkProgramme
  readonly loaded: LoadedProgramme | null
}

/** The programmes of these bodies, held like the one above. */
export async function holdProgrammes(tx: Transaction, bodies: readonly string[]): Promise<LoadedBefore[]> {
  const rows = await tx
    .tables<ProgrammeTables>()
    .selectFrom('work.programmes as kept')
    .select(['kept.record', 'kept.loaded'])
    .where('kept.body', 'in', bodies)
    .orderBy('kept.body')
    .orderBy('kept.year')
    .forUpdate()
    .execute()
  return rows.map(({ record, loaded }) => ({ programme: workProgramme.parse(record), loaded }))
}

/** The programmes of a body as staff keep them, the newest year first. */
export async function programmesOf(reader: Reader, body: string): Promise<WorkProgramme[]> {
  const rows = await reader.tables<ProgrammeTables>().selectFrom('work.programmes as kept').select('kept.record').where('kept.body', '=', body).orderBy('kept.year', 'desc').execute()
  return rows.map(({ record }) => workProgramme.parse(record))
}

/** The programmes that are not over before this day, by body, of one or of all; all without a day. */
export async function programmesAt(reader: Reader, day?: LocalDate, body?: string): Promise<WorkProgramme[]> {
  const rows = await reader
    .tables<ProgrammeTables>()
    .selectFrom('work.programmes as kept')
    .select('kept.record')
    .$if(day !== undefined, (query) => query.where('kept.to_day', '>=', day ?? ('' as LocalDate)))
    .$if(body !== undefined, (query) => query.where('kept.body', '=', body ?? ''))
    .orderBy('kept.body')
    .orderBy('kept.year')
    .execute()
  return rows.map(({ record }) => workProgramme.parse(record))
}

/** The years of which a body has a public programme, the newest first, and the programme asked for: the newest without a year. One query. */
export async function publicProgramme(reader: Reader, body: string, year?: string): Promise<{ readonly programme?: WorkProgramme; readonly years: readonly ProgrammeYear[] }> {
  const rows = await reader
    .tables<ProgrammeTables>()
    .selectFrom('published.current_programmes as current')
    .select((row) => [
      'current.year',
      row
        .case()
        .when('current.year', '=', row.fn.coalesce(row.val(year ?? null), row.selectFrom('published.current_programmes as newest').select((all) => all.fn.max('newest.year').as('year')).where('newest.body', '=', body)) as never)
        .then(row.ref('current.record'))
        .else(null)
        .end()
        .as('record'),
    ])
    .where('current.body', '=', body)
    .orderBy('current.year', 'desc')
    .execute()
  const record = rows.find((row) => row.record !== null)?.record
  return { years: rows.map((row) => row.year), ...given('programme', record) }
}

/** A programme in the list of all, without its entries. */
export interface ProgrammeInList {
  readonly head: Omit<WorkProgramme, 'entries'>
  /** How many stand. */
  readonly entries: number
}

interface ListAsked {
  readonly body?: string | undefined
  readonly year?: string | undefined
  /** Goes on after this programme of the list. */
  readonly after?: ProgrammeKey | undefined
  readonly limit: number
}

/** The public programmes, the newest year first and then by body. One query. */
export async function publicProgrammes(reader: Reader, { body, year, after, limit }: ListAsked): Promise<ProgrammeInList[]> {
  const rows = await reader
    .tables<ProgrammeTables>()
    .selectFrom('published.current_programmes as current')
    .select([
      sql<Omit<WorkProgramme, 'entries'>>`current.record - 'entries'`.as('head'),
      sql<number>`(select count(*)::integer from jsonb_array_elements(current.record -> 'entries') as entry where not entry ? 'takenOut')`.as('entries'),
    ])
    .$if(body !== undefined, (query) => query.where('current.body', '=', body ?? ''))
    .$if(year !== undefined, (query) => query.where('current.year', '=', year as ProgrammeYear))
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(current.year < ${after?.year} or (current.year = ${after?.year} and current.body > ${after?.body}))`))
    .orderBy('current.year', 'desc')
    .orderBy('current.body')
    .limit(limit)
    .execute()
  return rows
}

/** A line of a programme's public history. */
export interface PublicChange {
  readonly number: number
  readonly entry?: string
  readonly issue?: string
  readonly what: string
  readonly why?: string
  readonly byRole: string
  readonly at: string
}

/** The public history of a programme, the newest first, below a number where one is given. */
export async function publicChanges(reader: Reader, { body, year }: ProgrammeKey, asked: { readonly before?: number; readonly limit: number }): Promise<PublicChange[]> {
  const rows = await reader
    .tables<ProgrammeTables>()
    .selectFrom('published.programme_changes as change')
    .selectAll('change')
    .where('change.body', '=', body)
    .where('change.year', '=', year)
    .$if(asked.before !== undefined, (query) => query.where('change.number', '<', asked.before ?? 0))
    .orderBy('change.number', 'desc')
    .limit(asked.limit)
    .execute()
  return rows.map(changeOf)
}

/** The last changes of a programme with the names of those who made them, the newest first: for staff. */
export async function keptChanges(reader: Reader, { body, year }: ProgrammeKey, limit: number): Promise<(PublicChange & { readonly byName: string })[]> {
  const rows = await reader
    .tables<ProgrammeTables>()
    .selectFrom('work.programme_changes as change')
    .selectAll('change')
    .where('change.body', '=', body)
    .where('change.year', '=', year)
    .orderBy('change.number', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...changeOf(row), byName: row.by_name }))
}

function changeOf(row: Pick<Selectable<ProgrammeTables['published.programme_changes']>, 'number' | 'what' | 'by_role' | 'changed_at' | 'entry' | 'record' | 'why'>): PublicChange {
  return { number: row.number, what: row.what, byRole: row.by_role, at: row.changed_at.toISOString(), ...given('entry', row.entry), ...given('issue', row.record?.issue), ...given('why', row.why) }
}
