import { randomUUID } from 'node:crypto'
import type { Context } from '#access/act.ts'
import type { AccountId, Actor, PersonId, Role } from '#access/actor.ts'
import type { AccessTables } from '#access/tables.ts'
import { testContext } from '#access/testing.ts'
import { date } from '#core/dates.ts'
import type { Database } from '#platform/database/database.ts'
import { insertItem, insertMeeting, saveItem } from '../work/keep-meeting.ts'
import { insertPaper } from '../work/keep-paper.ts'
import type { ItemFacts, MeetingId, PaperId } from '../work/meeting-in-work.ts'

/** People of the tests, with an account each. */
export interface Colleagues {
  readonly olga: Actor & { readonly kind: 'person' }
  readonly ada: Actor & { readonly kind: 'person' }
  readonly ben: Actor & { readonly kind: 'person' }
  readonly fay: Actor & { readonly kind: 'person' }
}

function person(name: string, ...roles: Role[]): Actor & { readonly kind: 'person' } {
  return { kind: 'person', account: randomUUID() as AccountId, person: randomUUID() as PersonId, name, roles }
}

/** An officer, two directors and a finance officer, each with an active account. */
export async function addColleagues(database: Database): Promise<Colleagues> {
  const people = { olga: person('Olga Officer', 'officer'), ada: person('Ada Author', 'director'), ben: person('Ben Other', 'director'), fay: person('Fay Finance', 'finance') }
  await database.write('operator:test', async (tx) => {
    const tables = tx.tables<AccessTables>()
    const all = Object.entries(people)
    await tables.insertInto('access.person').values(all.map(([, { person, name }]) => ({ id: person, name }))).execute()
    await tables
      .insertInto('access.account')
      .values(all.map(([key, { account, person }]) => ({ id: account, person, email: `${key}-${account.slice(0, 6)}@example.test`, status: 'active' as const, password: null, made_at: new Date(), last_used_at: null })))
      .execute()
    await tables
      .insertInto('access.account_role')
      .values(all.flatMap(([, { account, roles }]) => roles.map((role) => ({ account, role, held_from: date('2016-01-01'), held_until: null }))))
      .execute()
  })
  return people
}

/** What this person may do is what the product's roles let them; nobody but officers and writers comes into these tests. */
export function as(database: Database, actor: Actor): Context {
  return testContext(database, { actor, door: 'web' })
}

let day = 0

/** A meeting with one item of this author and its report, empty. */
export async function addReport(database: Database, author: PersonId | undefined, facts: Partial<ItemFacts> = {}): Promise<{ meeting: MeetingId; paper: PaperId }> {
  day += 1
  return database.write('operator:test', async (tx) => {
    const planned = { body: 'panel', date: date(`2023-09-${String(day).padStart(2, '0')}`), attendance: 'in-person', webcast: false, public: true, privateDevelopment: false, status: 'planned', alsoInvited: [] } as const
    const meeting = await insertMeeting(tx, { ...planned, alsoInvited: [] }, new Date())
    if (!meeting.ok) throw new Error(meeting.refusal.message)
    const said: ItemFacts = { title: 'School places', toFollow: false, confidential: false, ...facts }
    const item = await insertItem(tx, meeting.value, 1, said)
    await saveItem(tx, item, said, author)
    return { meeting: meeting.value, paper: await insertPaper(tx, item, { kind: 'report', position: 0, title: 'School places', frame: 'panel' }) }
  })
}
