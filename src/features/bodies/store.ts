import { sql } from 'kysely'
import { given } from '#core/given.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import { markPublished } from '#platform/http/publication.ts'
import type { LoadedFields } from '#platform/files/since-loaded.ts'
import type { Body } from './body.ts'
import type { BodiesTables } from './tables.ts'

/** Holds the body until the transaction ends, or all of them, so that what is read of them next is what the next edition is made from. */
export async function holdBodies(tx: Transaction, slug?: string): Promise<void> {
  const all = tx.tables<BodiesTables>().selectFrom('work.bodies').select('work.bodies.slug').orderBy('work.bodies.slug').forNoKeyUpdate()
  await (slug === undefined ? all : all.where('work.bodies.slug', '=', slug)).execute()
}

/**
 * Saves the bodies whole: each replaces what was kept under its slug, its accountabilities and memberships included. A body's own row is written over, never
 * taken out: other bodies, which are not among these, may report to it. What files said of them stays as it was; the import says it anew by `keepAsLoaded`.
 */
export async function saveBodies(tx: Transaction, bodies: readonly Body[]): Promise<void> {
  const tables = tx.tables<BodiesTables>()
  const slugs = bodies.map((body) => body.slug)
  await tables
    .insertInto('work.bodies')
    .values(bodies.map(bodyRow))
    .onConflict((conflict) => conflict.columns(['council', 'slug'] as never).doUpdateSet(asGiven))
    .execute()
  await tables.deleteFrom('work.accountabilities').where('work.accountabilities.body', 'in', slugs).execute()
  await tables.deleteFrom('work.memberships').where('work.memberships.body', 'in', slugs).execute()
  const accountabilities = bodies.flatMap((body) =>
    body.reportsTo.map((line, position) => ({ body: body.slug, position, reports_to: line.body, cadence: line.cadence, about: line.about ?? null })),
  )
  if (accountabilities.length > 0) await tables.insertInto('work.accountabilities').values(accountabilities).execute()
  const memberships = bodies.flatMap((body) => body.members.map((member, position) => membershipRow(body.slug, position, member)))
  if (memberships.length > 0) await tables.insertInto('work.memberships').values(memberships).execute()
}

const facts = ['name', 'short_name', 'kind', 'held_by', 'purpose', 'basis', 'meets_in_public', 'exists_from', 'exists_to', 'terms', 'contact', 'source', 'correction'] as const
const asGiven = Object.fromEntries(facts.map((column) => [column, sql.ref(`excluded.${column}`)]))

function bodyRow(body: Body) {
  return {
    slug: body.slug,
    name: body.name,
    short_name: body.shortName ?? null,
    kind: body.kind,
    held_by: body.heldBy ?? null,
    purpose: body.purpose,
    basis: body.basis ?? null,
    meets_in_public: body.meetsInPublic,
    exists_from: body.from ?? null,
    exists_to: body.to ?? null,
    terms: body.termsOfReference === undefined ? null : JSON.stringify(body.termsOfReference),
    contact: body.contact === undefined ? null : JSON.stringify(body.contact),
    source: body.source ?? null,
    correction: body.correction ?? null,
    loaded: null,
  }
}

function membershipRow(body: string, position: number, member: Body['members'][number]) {
  return {
    body,
    position,
    seat: member.seat,
    organisation: member.organisation,
    capacity: member.capacity,
    votes: member.votes,
    seat_group: member.group ?? null,
    person: member.person ?? null,
    substitute: member.substitute ?? null,
    valid_from: member.from,
    valid_to: member.to ?? null,
  }
}

/** Keeps what a file says of each body, by its address word. */
export async function keepAsLoaded(tx: Transaction, loaded: ReadonlyMap<string, LoadedFields>): Promise<void> {
  if (loaded.size === 0) return
  const rows = JSON.stringify(Array.from(loaded, ([slug, fields]) => ({ slug, fields })))
  await sql`update work.bodies set loaded = given.fields from jsonb_to_recordset(${rows}::jsonb) as given (slug text, fields jsonb) where bodies.slug = given.slug`.execute(tx.tables())
}

/** What files said of the bodies kept; null where that was not kept. */
export async function keptAsLoaded(reader: Reader): Promise<ReadonlyMap<string, LoadedFields | null>> {
  const rows = await reader.tables<BodiesTables>().selectFrom('work.bodies').select(['work.bodies.slug', 'work.bodies.loaded']).execute()
  return new Map(rows.map(({ slug, loaded }) => [slug, loaded]))
}

/** Publishes each body that differs from its latest edition as its next edition; answers how many did. */
export async function publishBodies(tx: Transaction, bodies: readonly Body[]): Promise<number> {
  const tables = tx.tables<BodiesTables>()
  const latest = await tables
    .selectFrom('published.current_bodies')
    .select(['published.current_bodies.slug', 'published.current_bodies.edition', 'published.current_bodies.record'])
    .where('published.current_bodies.slug', 'in', bodies.map((body) => body.slug))
    .execute()
  const known = new Map(latest.map((row) => [row.slug, row]))
  const rows = bodies.flatMap((body) => {
    const before = known.get(body.slug)
    if (before !== undefined && sameRecord(before.record, body)) return []
    return [{ slug: body.slug, edition: (before?.edition ?? 0) + 1, name: body.name, kind: body.kind, record: JSON.stringify(body) }]
  })
  if (rows.length === 0) return 0
  await tables.insertInto('published.bodies').values(rows).execute()
  await markPublished(tx)
  return rows.length
}

/** JSON with its keys in order, so that two records can be compared whatever order the database keeps. */
function sameRecord(one: Body, other: Body): boolean {
  return ordered(one) === ordered(JSON.parse(JSON.stringify(other)))
}

function ordered(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1))) : part,
  )
}

/** All bodies kept, by address word. */
export async function keptBodies(reader: Reader): Promise<Body[]> {
  const tables = reader.tables<BodiesTables>()
  const bodies = await tables.selectFrom('work.bodies').selectAll('work.bodies').orderBy('work.bodies.slug').execute()
  const lines = await tables.selectFrom('work.accountabilities').selectAll('work.accountabilities').orderBy('work.accountabilities.position').execute()
  const members = await tables.selectFrom('work.memberships').selectAll('work.memberships').orderBy('work.memberships.position').execute()
  return bodies.map((row) => ({
    slug: row.slug,
    name: row.name,
    ...given('shortName', row.short_name),
    kind: row.kind,
    ...given('heldBy', row.held_by),
    purpose: row.purpose,
    ...given('basis', row.basis),
    meetsInPublic: row.meets_in_public,
    ...given('from', row.exists_from),
    ...given('to', row.exists_to),
    reportsTo: lines.filter((line) => line.body === row.slug).map((line) => ({ body: line.reports_to, cadence: line.cadence, ...given('about', line.about) })),
    ...given('termsOfReference', row.terms),
    members: members.filter((member) => member.body === row.slug).map(membershipFrom),
    ...given('contact', row.contact),
    ...given('source', row.source),
    ...given('correction', row.correction),
  }))
}

function membershipFrom(row: BodiesTables['work.memberships']): Body['members'][number] {
  return {
    seat: row.seat,
    organisation: row.organisation,
    capacity: row.capacity,
    votes: row.votes,
    ...given('group', row.seat_group),
    ...given('person', row.person),
    ...given('substitute', row.substitute),
    from: row.valid_from,
    ...given('to', row.valid_to),
  }
}
