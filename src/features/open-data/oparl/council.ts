import type { OparlObject } from './addresses.ts'
import { typeOf, type OparlAddresses } from './addresses.ts'
import type { BodyRecord } from '#features/bodies'
import type { Reader } from '#platform/database/database.ts'
import { dated } from './organizations.ts'

/** What is read of the council's own record, of which the latest edition holds. */
interface CouncilTable {
  'published.county': { edition: number; record: { readonly name: string; readonly shortName: string; readonly licence?: string; readonly contact: { readonly office: string; readonly email?: string } } }
}

/** What the council says of itself; undefined in a store that knows no council yet. One query. */
export async function councilOf(reader: Reader): Promise<CouncilTable['published.county']['record'] | undefined> {
  const row = await reader.tables<CouncilTable>().selectFrom('published.county as county').select('county.record').orderBy('county.edition', 'desc').limit(1).executeTakeFirst()
  return row?.record
}

type Council = Awaited<ReturnType<typeof councilOf>>

/** When the record of the council began and last changed: with its bodies, since its own facts have no moments. Undefined while no body is published. */
export interface WhenKept {
  readonly createdAt: Date
  readonly modifiedAt: Date
}

export function whenKept(records: readonly BodyRecord[]): WhenKept | undefined {
  if (records.length === 0) return undefined
  const moments = (of: 'createdAt' | 'modifiedAt') => records.map((record) => record[of].getTime())
  return { createdAt: new Date(Math.min(...moments('createdAt'))), modifiedAt: new Date(Math.max(...moments('modifiedAt'))) }
}

/** Where a client begins. */
export function systemObject(at: OparlAddresses, council: Council, when: WhenKept | undefined): OparlObject {
  return { id: at.at('system'), type: typeOf('System'), oparlVersion: 'https://schema.oparl.org/1.1/', body: at.at('bodies'), name: council?.name ?? 'Council', website: at.origin, web: at.origin, ...contactOf(council), ...(when === undefined ? {} : dated(when)) }
}

/** The council. The record holds no terms of office of the council, so the list of legislative terms is empty. */
export function bodyObject(at: OparlAddresses, council: Council, when: WhenKept | undefined): OparlObject {
  return {
    id: at.at('body'),
    type: typeOf('Body'),
    system: at.at('system'),
    name: council?.name ?? 'Council',
    ...(council === undefined ? {} : { shortName: council.shortName }),
    website: at.origin,
    web: at.origin,
    organization: at.at('organizations'),
    person: at.at('persons'),
    meeting: at.at('meetings'),
    paper: at.at('papers'),
    legislativeTerm: [],
    agendaItem: at.at('agenda-items'),
    consultation: at.at('consultations'),
    file: at.at('files'),
    locationList: at.at('locations'),
    legislativeTermList: at.at('legislative-terms'),
    membership: at.at('memberships'),
    ...contactOf(council),
    ...(when === undefined ? {} : dated(when)),
  }
}

/** Whom to ask, and under which licence the council gives its record away. */
function contactOf(council: Council) {
  if (council === undefined) return {}
  const { office, email } = council.contact
  const licence = council.licence === undefined ? {} : { license: council.licence }
  return { ...licence, contactName: office, ...(email === undefined ? {} : { contactEmail: email }) }
}
