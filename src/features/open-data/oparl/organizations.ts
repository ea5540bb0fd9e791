import { capacityWords, kindInWords, type Body, type BodyRecord, type Membership } from '#features/bodies'
import { typeOf, type OparlAddresses, type OparlObject } from './addresses.ts'

/** When a record was made and last changed, as every object of the standard says. */
export function dated({ createdAt, modifiedAt }: { readonly createdAt: Date; readonly modifiedAt: Date }) {
  return { created: createdAt.toISOString(), modified: modifiedAt.toISOString() }
}

/** A board, a panel, a partnership. */
export function organizationObject(at: OparlAddresses, record: BodyRecord, omitInternal: boolean): OparlObject {
  const { body } = record
  const [above] = body.reportsTo
  return {
    id: at.organization(body.slug),
    type: typeOf('Organization'),
    body: at.at('body'),
    name: body.name,
    ...(body.shortName === undefined ? {} : { shortName: body.shortName }),
    ...(omitInternal ? {} : { membership: membershipsOf(body).map((member) => membershipAddress(at, body, member)) }),
    meeting: at.at(`organizations/${body.slug}/meetings`),
    consultation: at.at(`organizations/${body.slug}/consultations`),
    ...(above === undefined ? {} : { subOrganizationOf: at.organization(above.body) }),
    organizationType: body.heldBy === undefined ? 'Gremium' : 'externes Gremium',
    // The standard asks for this word for whatever is highest.
    classification: body.kind === 'council' ? 'Parlament' : kindInWords[body.kind],
    ...(body.from === undefined ? {} : { startDate: body.from }),
    ...(body.to === undefined ? {} : { endDate: body.to }),
    website: `${at.origin}/bodies/${body.slug}`,
    web: `${at.origin}/bodies/${body.slug}`,
    ...dated(record),
  }
}

type Held = Membership & { readonly person: string }

/** The seats that somebody holds or held; of a vacant one there is no membership. */
export function membershipsOf(body: Body): Held[] {
  return body.members.filter((member): member is Held => member.person !== undefined)
}

function membershipAddress(at: OparlAddresses, body: Pick<Body, 'slug'>, { person, from, seat }: Held): string {
  return at.membership(body.slug, person, from, seat)
}

export function membershipObject(at: OparlAddresses, record: BodyRecord, member: Held): OparlObject {
  return {
    id: membershipAddress(at, record.body, member),
    type: typeOf('Membership'),
    person: at.person(member.person),
    organization: at.organization(record.body.slug),
    role: `${capacityWords[member.capacity]}: ${member.seat}`,
    votingRight: member.votes !== 'none',
    startDate: member.from,
    ...(member.to === undefined ? {} : { endDate: member.to }),
    ...dated(record),
  }
}

/** Somebody whom the record of a body names, with every seat that it knows. */
export interface PersonRecord {
  readonly name: string
  readonly seats: readonly { readonly record: BodyRecord; readonly member: Held }[]
  readonly createdAt: Date
  readonly modifiedAt: Date
}

/** Everybody whom the bodies name today, by name. */
export function personRecords(records: readonly BodyRecord[]): PersonRecord[] {
  const seats = records.flatMap((record) => membershipsOf(record.body).map((member) => ({ record, member })))
  return [...Map.groupBy(seats, ({ member }) => member.person)]
    .map(([name, own]) => ({ name, seats: own, createdAt: earliest(own.map(({ record }) => record.createdAt)), modifiedAt: latest(own.map(({ record }) => record.modifiedAt)) }))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
}

export function personObject(at: OparlAddresses, person: PersonRecord, omitInternal: boolean): OparlObject {
  return {
    id: at.person(person.name),
    type: typeOf('Person'),
    body: at.at('body'),
    name: person.name,
    ...(omitInternal ? {} : { membership: person.seats.map(({ record, member }) => membershipObject(at, record, member)) }),
    ...dated(person),
  }
}

/** What an earlier edition named and no edition names today: the address stays and says that the object is gone. */
export function goneFrom(at: OparlAddresses, records: readonly BodyRecord[]): { readonly memberships: readonly Gone[]; readonly persons: readonly Gone[] } {
  const standing = new Set(records.flatMap(({ body }) => membershipsOf(body).flatMap((member) => [membershipAddress(at, body, member), at.person(member.person)])))
  const memberships = new Map<string, Gone>()
  const persons = new Map<string, Gone>()
  for (const record of records) {
    for (const member of record.earlier.flatMap(membershipsOf)) {
      const [seat, person] = [membershipAddress(at, record.body, member), at.person(member.person)]
      if (!standing.has(seat)) memberships.set(seat, gone(seat, 'Membership', record))
      if (!standing.has(person)) persons.set(person, gone(person, 'Person', record))
    }
  }
  return { memberships: [...memberships.values()], persons: [...persons.values()] }
}

interface Gone {
  readonly object: OparlObject
  readonly createdAt: Date
  readonly modifiedAt: Date
}

function gone(id: string, kind: 'Membership' | 'Person', { createdAt, modifiedAt }: BodyRecord): Gone {
  return { object: goneObject(id, kind, { createdAt, modifiedAt }), createdAt, modifiedAt }
}

/** OParl 1.1, "Gelöschte Objekte": no more than that it was. */
export function goneObject(id: string, kind: Parameters<typeof typeOf>[0], when: { readonly createdAt: Date; readonly modifiedAt: Date }): OparlObject {
  return { id, type: typeOf(kind), deleted: true, ...dated(when) }
}

function earliest(moments: readonly Date[]): Date {
  return new Date(Math.min(...moments.map((moment) => moment.getTime())))
}

function latest(moments: readonly Date[]): Date {
  return new Date(Math.max(...moments.map((moment) => moment.getTime())))
}
