import type { Selectable } from 'kysely'
import { given } from '#core/given.ts'
import type { LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import type { Dispensation, Interest, MemberRegister } from './interest.ts'
import { memberSlug } from './member-slug.ts'
import type { Disclosure } from './registration-clock.ts'
import type { DispensationId, InterestId, InterestsTables } from './tables.ts'

/** An interest as it is kept. Its home’s address is not in it. */
export interface KeptInterest extends Omit<Interest, 'home'> {
  readonly id: InterestId
  readonly isHome: boolean
  /** Every form in which the public could read it, the latest last. */
  readonly shown: readonly string[]
  readonly revision: number
}

export interface KeptDispensation extends Dispensation {
  readonly id: DispensationId
  readonly revision: number
}

/** All that is kept of one member, but for the addresses of homes. */
export interface KeptRegister extends Pick<MemberRegister, 'member' | 'toldOn' | 'source'> {
  readonly slug: string
  readonly interests: readonly KeptInterest[]
  readonly dispensations: readonly KeptDispensation[]
  readonly disclosures: readonly Disclosure[]
}

/** What is kept of these members, of all where none are named; by member. Four queries. */
export async function keptRegisters(reader: Reader, members?: readonly string[]): Promise<ReadonlyMap<string, KeptRegister>> {
  if (members?.length === 0) return new Map()
  const tables = reader.tables<InterestsTables>()
  const one = members ?? []
  const people = await tables.selectFrom('work.interest_members as kept').selectAll('kept').$if(members !== undefined, (query) => query.where('kept.member', 'in', one)).execute()
  const interests = await tables.selectFrom('work.interests as kept').selectAll('kept').$if(members !== undefined, (query) => query.where('kept.member', 'in', one)).orderBy('kept.valid_from').orderBy('kept.ref').execute()
  const dispensations = await tables.selectFrom('work.dispensations as kept').selectAll('kept').$if(members !== undefined, (query) => query.where('kept.member', 'in', one)).orderBy('kept.valid_from').orderBy('kept.ref').execute()
  const disclosures = await tables.selectFrom('work.interest_disclosures as kept').selectAll('kept').$if(members !== undefined, (query) => query.where('kept.member', 'in', one)).orderBy('kept.disclosed_on').execute()
  const names = new Set([...people.map(({ member }) => member), ...disclosures.map(({ member }) => member)])
  const facts = new Map(people.map((row) => [row.member, row]))
  return new Map(
    Array.from(names, (member) => [
      member,
      {
        member,
        slug: facts.get(member)?.slug ?? memberSlug(member),
        ...given('toldOn', facts.get(member)?.told_on),
        ...given('source', facts.get(member)?.source),
        interests: interests.filter((row) => row.member === member).map(interestOf),
        dispensations: dispensations.filter((row) => row.member === member).map(dispensationOf),
        disclosures: disclosures.filter((row) => row.member === member).map((row) => ({ on: row.disclosed_on, about: row.about })),
      },
    ]),
  )
}

/** What is kept of one member, which may be nothing yet. */
export async function keptRegister(reader: Reader, member: string): Promise<KeptRegister> {
  return (await keptRegisters(reader, [member])).get(member) ?? { member, slug: memberSlug(member), interests: [], dispensations: [], disclosures: [] }
}

/** The addresses of these homes, for the member and for the monitoring officer’s office. */
export async function homesOf(reader: Reader, interests: readonly InterestId[]): Promise<ReadonlyMap<InterestId, string>> {
  if (interests.length === 0) return new Map()
  const rows = await reader.tables<InterestsTables>().selectFrom('work.interest_homes as home').selectAll('home').where('home.interest', 'in', interests).execute()
  return new Map(rows.map(({ interest, address }) => [interest, address]))
}

function interestOf(row: Selectable<InterestsTables['work.interests']>): KeptInterest {
  return {
    id: row.id,
    ref: row.ref,
    kind: row.kind,
    of: row.holder,
    words: row.words,
    subjects: [...row.subjects],
    isHome: row.is_home,
    from: row.valid_from,
    ...given('to', row.valid_to),
    toldOn: row.told_on,
    ...given('registeredOn', row.registered_on),
    ...given('disclosedOn', row.disclosed_on),
    ...(row.sensitivity === null ? {} : { sensitive: { reason: row.why_sensitive ?? '', state: row.sensitivity } }),
    shown: row.shown,
    revision: row.revision,
  }
}

function dispensationOf(row: Selectable<InterestsTables['work.dispensations']>): KeptDispensation {
  return {
    id: row.id,
    ref: row.ref,
    matter: row.matter,
    may: row.may,
    from: row.valid_from,
    to: row.valid_to,
    grantedBy: row.granted_by,
    grantedOn: row.granted_on,
    ground: row.ground,
    reason: row.reason,
    revision: row.revision,
  }
}

/** The first day on which a member told something. */
export function firstTold({ toldOn, interests }: Pick<KeptRegister, 'toldOn'> & { readonly interests: readonly Pick<Interest, 'toldOn'>[] }): LocalDate | undefined {
  return [...(toldOn === undefined ? [] : [toldOn]), ...interests.map((one) => one.toldOn)].toSorted()[0]
}
