import { sql } from 'kysely'
import type { Actor } from '#access/actor.ts'
import { roleWords } from '#access/role-words.ts'
import { markPublished } from '#platform/http/publication.ts'
import type { Transaction } from '#platform/database/database.ts'
import type { LoadedProgramme } from '../loaded/merge-programme.ts'
import type { Changed } from '../model/changed.ts'
import type { WorkProgramme } from '../model/work-programme.ts'
import type { ProgrammeTables } from './tables.ts'

/** Who changes, and when. */
export interface ByWhom {
  readonly name: string
  readonly role: string
  readonly at: Date
}

const itself = { name: 'Golden Thread', role: 'the system' }

/** As history names an actor: a person by name to staff and by role in public; what comes of itself as the system. */
export function byWhom(actor: Actor, at: Date): ByWhom {
  if (actor.kind !== 'person') return { ...itself, at }
  const [role] = actor.roles
  return { name: actor.name, role: role === undefined ? 'somebody with an account' : roleWords[role], at }
}

/** Saves a programme with what its history gains, and publishes both where the programme is public; `loaded` is what a file says of it. */
export async function saveProgramme(tx: Transaction, { programme, changes }: Changed, by: ByWhom, loaded?: LoadedProgramme): Promise<void> {
  const row = { ...rowOf(programme), ...(loaded === undefined ? {} : { loaded: JSON.stringify(loaded) }) }
  await tx
    .tables<ProgrammeTables>()
    .insertInto('work.programmes')
    .values({ body: programme.body, year: programme.year, ...row })
    .onConflict((conflict) => conflict.columns(['council', 'body', 'year'] as never).doUpdateSet({ ...row, revision: sql<number>`programmes.revision + 1` }))
    .execute()
  await addChanges(tx, programme, changes, by)
  if (programme.public) await publish(tx, programme, by.at)
}

function rowOf(programme: WorkProgramme) {
  return { to_day: programme.to, record: JSON.stringify(programme) }
}

/** Keeps a programme that is begun; false where there is one of this body and year already, also one that another begins at this moment. */
export async function keepBegun(tx: Transaction, programme: WorkProgramme, by: ByWhom): Promise<boolean> {
  const rows = await tx
    .tables<ProgrammeTables>()
    .insertInto('work.programmes')
    .values({ body: programme.body, year: programme.year, ...rowOf(programme) })
    .onConflict((conflict) => conflict.columns(['council', 'body', 'year'] as never).doNothing())
    .returning('work.programmes.body')
    .execute()
  if (rows.length > 0) await addChanges(tx, programme, [{ what: 'Programme begun' }], by)
  return rows.length > 0
}

async function addChanges(tx: Transaction, { body, year }: WorkProgramme, changes: Changed['changes'], by: ByWhom): Promise<void> {
  if (changes.length === 0) return
  const last = sql<number>`(select coalesce(max(before.number), 0) from work.programme_changes as before where before.body = ${body} and before.year = ${year})`
  const rows = changes.map(({ entry, what, why, record, isByItself }, index) => ({
    body,
    year,
    number: sql<number>`${last} + ${index + 1}`,
    entry: entry ?? null,
    what,
    why: why ?? null,
    by_role: (isByItself ? itself : by).role,
    by_name: (isByItself ? itself : by).name,
    changed_at: by.at,
    record: record === undefined ? null : JSON.stringify(record),
  }))
  await tx.tables<ProgrammeTables>().insertInto('work.programme_changes').values(rows).execute()
}

/** The programme as it stands, and those of its changes that the public does not have yet: a programme that becomes public brings its whole history. */
async function publish(tx: Transaction, programme: WorkProgramme, at: Date): Promise<void> {
  const { body, year } = programme
  await sql`insert into published.programme_changes (body, year, number, entry, what, why, by_role, changed_at, record)
    select body, year, number, entry, what, why, by_role, changed_at, record from work.programme_changes as kept
    where kept.body = ${body} and kept.year = ${year}
      and kept.number > (select coalesce(max(known.number), 0) from published.programme_changes as known where known.body = ${body} and known.year = ${year})`.execute(tx.tables())
  await tx
    .tables<ProgrammeTables>()
    .insertInto('published.current_programmes')
    .values({ body, year, from_day: programme.from, to_day: programme.to, record: JSON.stringify(programme), published_at: at })
    .onConflict((conflict) =>
      conflict.columns(['council', 'body', 'year'] as never).doUpdateSet({ record: sql`excluded.record`, from_day: sql`excluded.from_day`, to_day: sql`excluded.to_day`, published_at: sql`excluded.published_at` }),
    )
    .execute()
  await markPublished(tx)
}
