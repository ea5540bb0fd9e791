import type { LocalDate } from '#core/dates.ts'
import { given } from '#core/given.ts'
import type { Reader } from '#platform/database/database.ts'
import type { ShownRegister } from './shown-register.ts'
import type { InterestsTables } from './tables.ts'

/** Every member’s register as it stands, by name. One query; a council has some hundred members at most. */
export async function publishedRegisters(reader: Reader): Promise<ShownRegister[]> {
  const rows = await reader.tables<InterestsTables>().selectFrom('published.current_interests as current').select('current.record').orderBy('current.name').execute()
  return rows.map(({ record }) => record)
}

/** One member’s register as it stands; undefined where nothing of it was ever published. */
export async function publishedRegister(reader: Reader, member: string): Promise<ShownRegister | undefined> {
  const row = await reader.tables<InterestsTables>().selectFrom('published.current_interests as current').select('current.record').where('current.member', '=', member).executeTakeFirst()
  return row?.record
}

/** One edition as the list of them names it. */
export interface EditionInList {
  readonly edition: number
  readonly publishedOn: LocalDate
  readonly note: string
}

/** The editions of a member’s register, the latest first. */
export async function editionsOf(reader: Reader, member: string): Promise<EditionInList[]> {
  const rows = await reader
    .tables<InterestsTables>()
    .selectFrom('published.interest_editions as told')
    .select(['told.edition', 'told.published_on', 'told.record'])
    .where('told.member', '=', member)
    .orderBy('told.edition', 'desc')
    .execute()
  return rows.map(({ edition, published_on, record }) => ({ edition, publishedOn: published_on, note: record.note }))
}

/** An edition as it can be read today. */
export interface ReadEdition extends ShownRegister {
  /** How many of its interests are not shown any more: their details are withheld, or they told where somebody lives. */
  readonly takenOut: number
}

/** One edition, with what of it may be shown; undefined where there is none of this number. Two queries. */
export async function publishedEdition(reader: Reader, member: string, edition: number): Promise<ReadEdition | undefined> {
  const tables = reader.tables<InterestsTables>()
  const row = await tables
    .selectFrom('published.interest_editions as told')
    .selectAll('told')
    .where('told.member', '=', member)
    .where('told.edition', '=', edition)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { entries, note: _note, ...facts } = row.record
  const written = entries.length === 0 ? [] : await tables.selectFrom('published.interest_entries as written').select(['written.entry', 'written.record']).where('written.entry', 'in', entries).execute()
  const records = new Map(written.map((one) => [one.entry, one.record]))
  const interests = entries.flatMap((entry) => records.get(entry) ?? [])
  return { member, edition, publishedOn: row.published_on, ...facts, ...given('toldOn', facts.toldOn), interests, takenOut: entries.length - interests.length }
}
