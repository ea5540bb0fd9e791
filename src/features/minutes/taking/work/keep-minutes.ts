import { sql, type Updateable } from 'kysely'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Transaction } from '#platform/database/database.ts'
import type { MeetingId } from '#features/meetings'
import type { Resolution, ResolutionId } from '../record/resolution.ts'
import type { TakingTables } from '../tables.ts'

interface Written {
  readonly by: string | null
  readonly at: Date
}

/** Begins the minutes of a meeting where nobody has. */
export async function beginMinutes(tx: Transaction, { meeting, body }: { readonly meeting: MeetingId; readonly body: string }): Promise<void> {
  await tx.tables<TakingTables>().insertInto('work.minutes_of_meetings').values({ meeting, body }).onConflict((on) => on.doNothing()).execute()
}

/** Holds the minutes of a meeting against others who turn them, until the transaction ends. */
export async function holdMinutes(tx: Transaction, meeting: MeetingId): Promise<void> {
  await sql`select meeting from work.minutes_of_meetings where meeting = ${meeting} for update`.execute(tx.tables())
}

/** Staff have worked on them here: a file must not undo that, and whoever was about to publish them looks again. */
export async function touchMinutes(tx: Transaction, meeting: MeetingId, at: Date): Promise<void> {
  await tx.tables<TakingTables>().updateTable('work.minutes_of_meetings as taken').set({ edited_at: at, revision: sql<number>`taken.revision + 1` }).where('taken.meeting', '=', meeting).execute()
}

/** What is written of one item. */
export interface MinuteTexts {
  readonly text: string
  readonly membersText: string
  /** Undefined until an officer has said. */
  readonly isPublicExcluded: boolean | undefined
}

interface MinuteSaved extends MinuteTexts, Written {
  readonly meeting: MeetingId
  readonly body: string
  readonly item: number
  /** The revision on which it rests; 0 where nobody had written. */
  readonly basedOn: number
}

const savedMeanwhile = refuse('conflict', 'Somebody else saved this minute while you were writing. Nothing is lost: both texts are shown.')

/** Saves the minute of an item and its place in the history; answers its revision. Refused as a conflict where somebody saved it since. */
export async function saveMinuteTexts(tx: Transaction, { meeting, body, item, text, membersText, isPublicExcluded, basedOn, by, at }: MinuteSaved): Promise<Outcome<number>> {
  const tables = tx.tables<TakingTables>()
  const revision = basedOn + 1
  const row = { text, members_text: membersText, revision, saved_by: by, saved_at: at }
  const values = { ...row, public_excluded: isPublicExcluded ?? null }
  const saved =
    basedOn === 0
      ? await tables.insertInto('work.minutes').values({ ...values, meeting, body, item }).onConflict((on) => on.columns(['council', 'meeting', 'item'] as never).doUpdateSet(values).where('work.minutes.revision', '=', 0)).returning('item').executeTakeFirst()
      : await tables.updateTable('work.minutes as minute').set(values).where('minute.meeting', '=', meeting).where('minute.item', '=', item).where('minute.revision', '=', basedOn).returning('minute.item').executeTakeFirst()
  if (saved === undefined) return savedMeanwhile
  await tables.insertInto('work.minute_changes').values({ ...row, meeting, item }).execute()
  return ok(revision)
}

/** A minute for an item of which only resolutions are recorded, so that it can take a number; whoever is writing its text meanwhile is not disturbed. */
export async function ensureMinute(tx: Transaction, { meeting, body, item, by, at }: { readonly meeting: MeetingId; readonly body: string; readonly item: number } & Written): Promise<void> {
  await tx
    .tables<TakingTables>()
    .insertInto('work.minutes')
    .values({ meeting, body, item, text: '', members_text: '', public_excluded: null, revision: 0, saved_by: by, saved_at: at })
    .onConflict((on) => on.doNothing())
    .execute()
}

/** Adds a resolution after the others of its item. */
export async function insertResolution(tx: Transaction, { meeting, item, resolution, by, at, id }: { readonly meeting: MeetingId; readonly item: number; readonly resolution: Resolution; readonly id?: ResolutionId } & Written): Promise<ResolutionId> {
  const place = sql<number>`(select coalesce(max(other.place), 0) + 1 from work.resolutions as other where other.meeting = ${meeting} and other.item = ${item})`
  const row = await tx
    .tables<TakingTables>()
    .insertInto('work.resolutions')
    .values({ ...(id === undefined ? {} : { id }), meeting, item, place, content: JSON.stringify(resolution), saved_by: by, saved_at: at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Saves a resolution if it is still at this revision; answers whether it was. */
export async function changeResolution(tx: Transaction, { id, resolution, basedOn, by, at }: { readonly id: ResolutionId; readonly resolution: Resolution; readonly basedOn: number } & Written): Promise<boolean> {
  const row = await tx
    .tables<TakingTables>()
    .updateTable('work.resolutions as resolution')
    .set({ content: JSON.stringify(resolution), revision: basedOn + 1, saved_by: by, saved_at: at })
    .where('resolution.id', '=', id)
    .where('resolution.revision', '=', basedOn)
    .returning('resolution.id')
    .executeTakeFirst()
  return row !== undefined
}

/** Takes a resolution out if it is still at this revision, and closes the gap that it leaves; answers whether it was. */
export async function deleteResolution(tx: Transaction, { id, basedOn }: { readonly id: ResolutionId; readonly basedOn: number }): Promise<boolean> {
  const tables = tx.tables<TakingTables>()
  const gone = await tables.deleteFrom('work.resolutions').where('work.resolutions.id', '=', id).where('work.resolutions.revision', '=', basedOn).returning(['meeting', 'item', 'place']).executeTakeFirst()
  if (gone === undefined) return false
  await tables
    .updateTable('work.resolutions as resolution')
    .set({ place: sql<number>`resolution.place - 1` })
    .where('resolution.meeting', '=', gone.meeting)
    .where('resolution.item', '=', gone.item)
    .where('resolution.place', '>', gone.place)
    .execute()
  return true
}

/** Fixes the numbers that the minutes of a meeting were given, by item. */
export async function fixNumbers(tx: Transaction, meeting: MeetingId, numbers: ReadonlyMap<number, number>): Promise<void> {
  if (numbers.size === 0) return
  const given = sql.join([...numbers].map(([item, number]) => sql`(${item}::integer, ${number}::integer)`))
  await sql`update work.minutes as minute set number = given.number from (values ${given}) as given (item, number) where minute.meeting = ${meeting} and minute.item = given.item and minute.number is null`.execute(tx.tables())
}

/** Turns the minutes from the revision that was seen; answers whether they still stood at it. */
export async function turnMinutes(tx: Transaction, meeting: MeetingId, basedOn: number, change: Updateable<TakingTables['work.minutes_of_meetings']>): Promise<boolean> {
  const row = await tx
    .tables<TakingTables>()
    .updateTable('work.minutes_of_meetings as taken')
    .set({ ...change, revision: basedOn + 1 })
    .where('taken.meeting', '=', meeting)
    .where('taken.revision', '=', basedOn)
    .returning('taken.meeting')
    .executeTakeFirst()
  return row !== undefined
}
