import { sql } from 'kysely'
import type { AccessTables } from '#access/tables.ts'
import type { LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import type { DefinitionTables } from '../definitions/tables.ts'

/** Who added a version on a page, and when. */
export interface Definer {
  readonly name: string
  readonly on: LocalDate
}

/** The people who added versions of a measure on its pages, by the number of the version, as the audit has it; a version that came with a file has none. One query. */
export async function definersOf(reader: Reader, slug: string): Promise<ReadonlyMap<number, Definer>> {
  const rows = await reader
    .tables<AccessTables & DefinitionTables>()
    .selectFrom('access.audit as deed')
    .innerJoin('access.person as person', (join) => join.on(sql<boolean>`deed.actor = 'person:' || person.id::text`))
    .innerJoin('work.measures as kept', (join) => join.onRef('kept.slug', '=', 'deed.subject_id').on(sql<boolean>`kept.version = (deed.detail->>'version')::integer`))
    .select(['person.name', sql<LocalDate>`(kept.entered_at at time zone 'Europe/London')::date::text`.as('on'), 'kept.version'])
    .where('deed.verb', '=', 'measures.define')
    .where('deed.subject_kind', '=', 'measure')
    .where('deed.subject_id', '=', slug)
    .where('deed.outcome', '=', 'done')
    .execute()
  return new Map(rows.map(({ name, on, version }) => [version, { name, on }]))
}
