import { sql } from 'kysely'
import { act, type Context } from '#access/act.ts'
import { actorKey } from '#access/actor.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Reader } from '#platform/database/database.ts'
import { StoreCannotWrite } from '#platform/files/content-store-errors.ts'
import type { ContentStore } from '#platform/files/content-store.ts'
import { allReferences, type FileReferences } from '#platform/files/file-references.ts'
import type { MeetingsTables } from '../../tables.ts'
import type { ReadingTables } from '../tables.ts'

/** How long a copy of a version is kept that no longer stands; it is made anew for whoever asks later. */
const daysKept = 30

/** As many at a time as one statement takes with ease; housekeeping comes again. */
const atOnce = 500

interface Clearing {
  readonly now: Date
  /** What every feature keeps in the file store. */
  readonly references: readonly FileReferences[]
}

/**
 * Clears members' own copies of versions that no longer stand, with their files, thirty days after they were made. A file that anything else refers to
 * stays. The files go first: a copy without its file is made anew, a file without its copy would never be found. For housekeeping; writes
 * nothing where nothing is due.
 */
export async function clearOldCopies(context: Context, files: Pick<ContentStore, 'forget'>, { now, references }: Clearing): Promise<Outcome<{ cleared: number }>> {
  const until = new Date(now.getTime() - daysKept * 24 * 60 * 60_000)
  const { due, others } = await context.database.read(actorKey(context.actor), (reader) => oldCopies(reader, until))
  if (due.length === 0) return ok({ cleared: 0 })
  // As a backup sees them: no feature's rows are hidden from it.
  const inUse = new Set([...others, ...(await context.database.owner((tx) => allReferences(tx.reader, references)))])
  try {
    for (const { checksum } of due) if (!inUse.has(checksum)) await files.forget(checksum)
  } catch (error) {
    if (error instanceof StoreCannotWrite) return refuse('unavailable', error.message)
    throw error
  }
  const deed = { verb: 'packs.clear', subject: { kind: 'member-packs', id: `until ${until.toISOString().slice(0, 10)}` }, detail: { cleared: due.length } }
  return act(context, deed, async (tx) => {
    const keys = due.map((copy) => sql`(${copy.person}::uuid, ${copy.body}, ${copy.meeting_date}::date, ${copy.version}::integer, ${copy.supplement}::integer)`)
    await tx
      .tables<ReadingTables>()
      .deleteFrom('work.member_packs')
      .where(sql<boolean>`(person, body, meeting_date, version, supplement) in (${sql.join(keys)})`)
      .where('work.member_packs.built_at', '<', until)
      .execute()
    return ok({ cleared: due.length })
  })
}

/** Copies of versions that no longer stand, and the checksums that other copies share with them. */
async function oldCopies(reader: Reader, until: Date) {
  const tables = reader.tables<MeetingsTables & ReadingTables>()
  const due = await tables
    .selectFrom('work.member_packs as copy')
    .leftJoin('published.current_meetings as current', (join) => join.onRef('current.body', '=', 'copy.body').onRef('current.meeting_date', '=', 'copy.meeting_date'))
    .select(['copy.person', 'copy.body', 'copy.meeting_date', 'copy.version', 'copy.supplement', 'copy.checksum'])
    .where('copy.built_at', '<', until)
    .where((one) => one.or([one('current.version', 'is', null), one('copy.version', '<', one.ref('current.version'))]))
    .orderBy('copy.built_at')
    .limit(atOnce)
    .execute()
  if (due.length === 0) return { due, others: [] }
  const sharing = await tables
    .selectFrom('work.member_packs as copy')
    .select(['copy.person', 'copy.body', 'copy.meeting_date', 'copy.version', 'copy.supplement', 'copy.checksum'])
    .where('copy.checksum', 'in', due.map(({ checksum }) => checksum))
    .execute()
  const keyOf = (copy: Omit<(typeof due)[number], 'checksum'>) => `${copy.person} ${copy.body} ${copy.meeting_date} ${copy.version} ${copy.supplement}`
  const keys = new Set(due.map(keyOf))
  return { due, others: sharing.filter((copy) => !keys.has(keyOf(copy))).map(({ checksum }) => checksum) }
}
