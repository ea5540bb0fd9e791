import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import type { LoadedFields } from '#platform/files/since-loaded.ts'
import type { KeptRelease, ReleaseDraft, ReleaseKey, Standing } from '../model/release-draft.ts'
import type { ReleaseStep } from './read-releases.ts'
import type { ReleaseTables } from './tables.ts'

/** Begins a release; false where there is one of this body and period already. */
export async function insertRelease(tx: Transaction, { body, period }: ReleaseKey, draft: ReleaseDraft, loaded?: LoadedFields): Promise<boolean> {
  const added = await tx
    .tables<ReleaseTables>()
    .insertInto('work.releases')
    .values({ body, period, draft: JSON.stringify(draft), state: 'assembling', standing: JSON.stringify({ state: 'assembling' } satisfies Standing), until: null, loaded: loaded === undefined ? null : JSON.stringify(loaded) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(added.numInsertedOrUpdatedRows ?? 0) === 1
}

/** What may change of a release. */
export type ReleaseChange = Partial<Pick<KeptRelease, 'draft' | 'version' | 'note'>> & Pick<KeptRelease, 'standing'>

/** Saves a change, and what was done; false where somebody else changed the release since this revision. */
export async function saveRelease(tx: Transaction, { body, period, revision }: Pick<KeptRelease, 'body' | 'period' | 'revision'>, { draft, standing, version, note }: ReleaseChange, step: ReleaseStep): Promise<boolean> {
  const saved = await tx
    .tables<ReleaseTables>()
    .updateTable('work.releases')
    .set({
      ...(draft === undefined ? {} : { draft: JSON.stringify(draft) }),
      ...(version === undefined ? {} : { version }),
      ...(note === undefined ? {} : { note }),
      state: standing.state,
      standing: JSON.stringify(standing),
      until: standing.state === 'embargoed' ? new Date(standing.until) : null,
      revision: sql<number>`revision + 1`,
    })
    .where('work.releases.body', '=', body)
    .where('work.releases.period', '=', period)
    .where('work.releases.revision', '=', revision)
    .executeTakeFirst()
  if (Number(saved.numUpdatedRows) !== 1) return false
  await addStep(tx, { body, period }, step)
  return true
}

/** Keeps what a file said of a release, so that the same file changes nothing when it is loaded again. */
export async function keepLoaded(tx: Transaction, { body, period }: ReleaseKey, loaded: LoadedFields): Promise<void> {
  await tx.tables<ReleaseTables>().updateTable('work.releases').set({ loaded: JSON.stringify(loaded) }).where('work.releases.body', '=', body).where('work.releases.period', '=', period).execute()
}

/** Notes what was done with a release. */
export async function addStep(tx: Transaction, { body, period }: ReleaseKey, { did, who, words, at }: ReleaseStep): Promise<void> {
  const number = sql<number>`(select coalesce(max(other.number), 0) + 1 from work.release_steps as other where other.body = ${body} and other.period = ${period})`
  await tx.tables<ReleaseTables>().insertInto('work.release_steps').values({ body, period, number, did, who, words, at }).execute()
}

/** Those that publish figures do so one after another: each has to see what the other made public before it is known what must stay hidden. */
export async function publishInTurn(tx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('releases of figures', 0))`.execute(tx.tables())
}
