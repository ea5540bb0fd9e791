import type { LocalDate } from '#core/dates.ts'
import { refuse, ok, type Outcome } from '#core/outcome.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import { definition, type Definition } from './definition.ts'
import { definitionOn } from './in-force.ts'
import type { DefinitionTables } from './tables.ts'

/** The versions of every measure, the first version first, by the measure's slug in the order of the alphabet. One query. */
export async function allDefinitions(reader: Reader): Promise<ReadonlyMap<string, readonly Definition[]>> {
  return bySlug(await rows(reader).execute())
}

/** The versions of one measure, the first first; none where there is no such measure. */
export async function versionsOf(reader: Reader, slug: string): Promise<readonly Definition[]> {
  const found = await rows(reader).where('measure.slug', '=', slug).execute()
  return bySlug(found).get(slug) ?? []
}

/** Each measure as it is defined on a day, in the order of their slugs. One query. */
export async function definitionsOn(reader: Reader, day: LocalDate): Promise<readonly Definition[]> {
  return [...(await allDefinitions(reader)).values()].map((versions) => definitionOn(versions, day))
}

/** Adds versions. Refused as a conflict where somebody has added one of the same number meanwhile. */
export async function addVersions(tx: Transaction, versions: readonly Definition[], now: Date): Promise<Outcome<void>> {
  if (versions.length === 0) return ok(undefined)
  const values = versions.map((one) => ({ slug: one.slug, version: one.version, from_day: one.version === 1 ? null : (one.effectiveFrom ?? null), document: JSON.stringify(one), entered_at: now }))
  const added = await tx.tables<DefinitionTables>().insertInto('work.measures').values(values).onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
  return Number(added.numInsertedOrUpdatedRows ?? 0) === versions.length ? ok(undefined) : refuse('conflict', 'Somebody else has changed one of these measures meanwhile. Look at it, and give the change as its next version.')
}

function rows(reader: Reader) {
  return reader.tables<DefinitionTables>().selectFrom('work.measures as measure').select('measure.document').orderBy('measure.slug').orderBy('measure.version')
}

function bySlug(rows: readonly { readonly document: Definition }[]): Map<string, Definition[]> {
  const measures = new Map<string, Definition[]>()
  for (const { document } of rows) {
    const read = definition.parse(document)
    const versions = measures.get(read.slug)
    if (versions === undefined) measures.set(read.slug, [read])
    else versions.push(read)
  }
  return measures
}
