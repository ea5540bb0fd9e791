import type { LocalDate } from '#core/dates.ts'
import type { Transaction } from '#platform/database/database.ts'
import type { LoadedFields } from '#platform/files/since-loaded.ts'
import type { Dispensation, Interest } from './interest.ts'
import type { KeptInterest } from './kept-registers.ts'
import { memberSlug } from './member-slug.ts'
import type { DispensationId, InterestId, InterestsTables } from './tables.ts'

/** Opens the register of a member, where there is none, and holds it until the deed is done: two who change one register come after one another. */
export async function openRegister(tx: Transaction, member: string): Promise<void> {
  await tx
    .tables<InterestsTables>()
    .insertInto('work.interest_members')
    .values({ member, slug: memberSlug(member) })
    .onConflict((conflict) => conflict.columns(['council', 'member'] as never).doUpdateSet({ slug: memberSlug(member) }))
    .execute()
}

/** Notes the first day on which a member told something; an earlier one stands. */
export async function noteTold(tx: Transaction, member: string, day: LocalDate, source?: string): Promise<void> {
  const tables = tx.tables<InterestsTables>()
  await tables
    .updateTable('work.interest_members')
    .set({ told_on: day })
    .where('work.interest_members.member', '=', member)
    .where((where) => where.or([where('work.interest_members.told_on', 'is', null), where('work.interest_members.told_on', '>', day)]))
    .execute()
  if (source !== undefined) await tables.updateTable('work.interest_members').set({ source }).where('work.interest_members.member', '=', member).execute()
}

/** Adds an interest, with the address apart where it is a home; `loaded` is what a file said of it. */
export async function addInterest(tx: Transaction, member: string, interest: Interest, loaded?: LoadedFields): Promise<InterestId> {
  const tables = tx.tables<InterestsTables>()
  const { id } = await tables.insertInto('work.interests').values({ member, ...interestRow(interest), ...asLoaded(loaded) }).returning('work.interests.id').executeTakeFirstOrThrow()
  await keepHome(tx, id, interest.home?.address)
  return id
}

/** Replaces an interest that is still at this revision; false where somebody else has changed it meanwhile. */
export async function replaceInterest(tx: Transaction, { id, revision }: Pick<KeptInterest, 'id' | 'revision'>, interest: Interest, loaded?: LoadedFields): Promise<boolean> {
  const changed = await tx
    .tables<InterestsTables>()
    .updateTable('work.interests')
    .set({ ...interestRow(interest), ...asLoaded(loaded), revision: revision + 1 })
    .where('work.interests.id', '=', id)
    .where('work.interests.revision', '=', revision)
    .executeTakeFirst()
  if (changed.numUpdatedRows !== 1n) return false
  await keepHome(tx, id, interest.home?.address)
  return true
}

function interestRow({ ref, kind, of, words, subjects, home, from, to, toldOn, registeredOn, disclosedOn, sensitive }: Interest) {
  return {
    ref,
    kind,
    holder: of,
    words,
    subjects: JSON.stringify(subjects),
    is_home: home !== undefined,
    valid_from: from,
    valid_to: to ?? null,
    told_on: toldOn,
    registered_on: registeredOn ?? null,
    disclosed_on: disclosedOn ?? null,
    sensitivity: sensitive?.state ?? null,
    why_sensitive: sensitive?.reason ?? null,
  }
}

/** Whoever works on an entry here leaves what was loaded as it was: so the difference shows. */
function asLoaded(loaded: LoadedFields | undefined) {
  return loaded === undefined ? {} : { loaded: JSON.stringify(loaded) }
}

async function keepHome(tx: Transaction, interest: InterestId, address: string | undefined): Promise<void> {
  const tables = tx.tables<InterestsTables>()
  await tables.deleteFrom('work.interest_homes').where('work.interest_homes.interest', '=', interest).execute()
  if (address !== undefined) await tables.insertInto('work.interest_homes').values({ interest, address }).execute()
}

/** Takes back what was told and not registered; false where it was registered or changed meanwhile. */
export async function takeBack(tx: Transaction, { id, revision }: Pick<KeptInterest, 'id' | 'revision'>): Promise<boolean> {
  const gone = await tx
    .tables<InterestsTables>()
    .deleteFrom('work.interests')
    .where('work.interests.id', '=', id)
    .where('work.interests.revision', '=', revision)
    .where('work.interests.registered_on', 'is', null)
    .executeTakeFirst()
  return gone.numDeletedRows === 1n
}

export async function addDispensation(tx: Transaction, member: string, dispensation: Dispensation, loaded?: LoadedFields): Promise<void> {
  await tx.tables<InterestsTables>().insertInto('work.dispensations').values({ member, ...dispensationRow(dispensation), ...asLoaded(loaded) }).execute()
}

/** Replaces a dispensation that is still at this revision; false where somebody else has changed it meanwhile. */
export async function replaceDispensation(tx: Transaction, id: DispensationId, revision: number, dispensation: Dispensation, loaded?: LoadedFields): Promise<boolean> {
  const changed = await tx
    .tables<InterestsTables>()
    .updateTable('work.dispensations')
    .set({ ...dispensationRow(dispensation), ...asLoaded(loaded), revision: revision + 1 })
    .where('work.dispensations.id', '=', id)
    .where('work.dispensations.revision', '=', revision)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

function dispensationRow({ ref, matter, may, from, to, grantedBy, grantedOn, ground, reason }: Dispensation) {
  return { ref, matter, may, valid_from: from, valid_to: to, granted_by: grantedBy, granted_on: grantedOn, ground, reason }
}

/** Notes that a member disclosed at a meeting an interest that is not registered; noted again it stays as it was. */
export async function addDisclosure(tx: Transaction, member: string, disclosure: { readonly on: LocalDate; readonly origin: string; readonly about: string }): Promise<void> {
  await tx
    .tables<InterestsTables>()
    .insertInto('work.interest_disclosures')
    .values({ member, disclosed_on: disclosure.on, origin: disclosure.origin, about: disclosure.about })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
