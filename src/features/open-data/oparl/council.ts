import type { OparlObject } from './addresses.ts'
import { typeOf, type OparlAddresses } from './addresses.ts'
import type { Reader } from '#platform/database/database.ts'

/** What is read of the council's own record, of which the latest edition holds. */
interface CouncilTable {
  'published.county': { edition: number; record: { readonly name: string; readonly shortName: string; readonly contact: { readonly office: string; readonly email?: string } } }
}

/** What the council says of itself; undefined in a store that knows no council yet. One query. */
export async function councilOf(reader: Reader): Promise<CouncilTable['published.county']['record'] | undefined> {
  const row = await reader.tables<CouncilTable>().selectFrom('published.county as county').select('county.record').orderBy('county.edition', 'desc').limit(1).executeTakeFirst()
  return row?.record
}

type Council = Awaited<ReturnType<typeof councilOf>>

/** Where a client begins. */
export function systemObject(at: OparlAddresses, council: Council): OparlObject {
  return { id: at.at('system'), type: typeOf('System'), oparlVersion: 'https://schema.oparl.org/1.1/', body: at.at('bodies'), name: council?.name ?? 'Council', website: at.origin, web: at.origin, ...contactOf(council) }
}

/** The council. The record holds no terms of office of the council, so the list of legislative terms is empty. */
export function bodyObject(at: OparlAddresses, council: Council): OparlObject {
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
  }
}

function contactOf(council: Council) {
  if (council === undefined) return {}
  const { office, email } = council.contact
  return { contactName: office, ...(email === undefined ? {} : { contactEmail: email }) }
}
