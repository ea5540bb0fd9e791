import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { given } from '#core/given.ts'
import type { LocalDate } from '#core/dates.ts'
import type { Transaction } from '#platform/database/database.ts'
import { markPublished } from '#platform/http/publication.ts'
import { firstTold, keptRegister, type KeptInterest } from './kept-registers.ts'
import { hasWithheld, shownDispensationOf, shownOf, type Edition, type ShownInterest } from './shown-register.ts'
import type { InterestsTables } from './tables.ts'

/**
 * Publishes a member’s register as its next edition, where the public reads something else of it than before; answers whether it did. What is withheld now
 * is taken out of every earlier edition too: section 32(2) holds for any published version of the register.
 */
export async function publishRegister(tx: Transaction, member: string, today: LocalDate, note: string): Promise<boolean> {
  const kept = await keptRegister(tx.reader, member)
  for (const interest of kept.interests) if (interest.sensitive?.state === 'withheld' && interest.shown.length > 0) await takeAwayEntries(tx, interest, interest.shown)
  const written = await readEntries(tx, kept.slug)
  const shown: { readonly entry: string; readonly record: ShownInterest }[] = []
  for (const interest of kept.interests) {
    const record = shownOf(asShown(interest))
    if (record === undefined) continue
    shown.push({ entry: await entryOf(tx, kept.slug, interest, record, written), record })
  }
  const told = firstTold({ ...given('toldOn', kept.toldOn), interests: kept.interests.filter(({ registeredOn }) => registeredOn !== undefined) })
  const edition: Omit<Edition, 'note'> = {
    name: member,
    ...given('toldOn', told),
    hasWithheld: hasWithheld({ interests: kept.interests.map(asShown) }),
    dispensations: kept.dispensations.map(({ id: _id, revision: _revision, ...one }) => shownDispensationOf(one)),
    entries: shown.map(({ entry }) => entry),
  }
  return writeEdition(tx, kept.slug, { ...edition, note }, shown.map(({ record }) => record), today)
}

/** The address of a home is read by nothing here. */
function asShown({ id: _id, isHome, shown: _shown, revision: _revision, ...interest }: KeptInterest) {
  return { ...interest, ...(isHome ? { home: { address: '' } } : {}) }
}

async function readEntries(tx: Transaction, slug: string): Promise<ReadonlyMap<string, ShownInterest>> {
  const rows = await tx.reader.tables<InterestsTables>().selectFrom('published.interest_entries as written').selectAll('written').where('written.member', '=', slug).execute()
  return new Map(rows.map(({ entry, record }) => [entry, record]))
}

/** The entry that says this of the interest: its latest, or a new one where that says something else. */
async function entryOf(tx: Transaction, slug: string, { id, shown }: KeptInterest, record: ShownInterest, written: ReadonlyMap<string, ShownInterest>): Promise<string> {
  const latest = shown.at(-1)
  if (latest !== undefined && isDeepStrictEqual(written.get(latest), JSON.parse(JSON.stringify(record)))) return latest
  const entry = randomUUID()
  const tables = tx.tables<InterestsTables>()
  await tables.insertInto('published.interest_entries').values({ entry, member: slug, record: JSON.stringify(record) }).execute()
  await tables.updateTable('work.interests').set({ shown: JSON.stringify([...shown, entry]) }).where('work.interests.id', '=', id).execute()
  return entry
}

/** Takes what these entries said out of every edition. */
export async function takeAwayEntries(tx: Transaction, { id, shown }: Pick<KeptInterest, 'id' | 'shown'>, entries: readonly string[]): Promise<void> {
  if (entries.length === 0) return
  const tables = tx.tables<InterestsTables>()
  await tables.deleteFrom('published.interest_entries').where('published.interest_entries.entry', 'in', entries).execute()
  await tables.updateTable('work.interests').set({ shown: JSON.stringify(shown.filter((entry) => !entries.includes(entry))) }).where('work.interests.id', '=', id).execute()
  await markPublished(tx)
}

async function writeEdition(tx: Transaction, member: string, edition: Edition, interests: readonly ShownInterest[], today: LocalDate): Promise<boolean> {
  const tables = tx.tables<InterestsTables>()
  const latest = await tables
    .selectFrom('published.interest_editions as told')
    .select(['told.edition', 'told.record'])
    .where('told.member', '=', member)
    .orderBy('told.edition', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (latest === undefined ? saysNothing(edition) : isSame(latest.record, edition)) return false
  const number = (latest?.edition ?? 0) + 1
  const { entries: _entries, note: _note, ...facts } = edition
  const record = JSON.stringify({ member, edition: number, publishedOn: today, ...facts, interests })
  await tables.insertInto('published.interest_editions').values({ member, edition: number, record: JSON.stringify(edition), published_on: today }).execute()
  await tables.deleteFrom('published.current_interests').where('published.current_interests.member', '=', member).execute()
  await tables.insertInto('published.current_interests').values({ member, edition: number, name: edition.name, record, published_on: today }).execute()
  await markPublished(tx)
  return true
}

/** Nothing is registered yet: the public is not told that something waits. */
function saysNothing({ toldOn, hasWithheld: isWithheld, dispensations, entries }: Edition): boolean {
  return toldOn === undefined && !isWithheld && dispensations.length + entries.length === 0
}

function isSame({ note: _before, ...before }: Edition, { note: _after, ...after }: Edition): boolean {
  return isDeepStrictEqual(before, JSON.parse(JSON.stringify(after)))
}
