import { randomUUID } from 'node:crypto'
import { date } from '#core/dates.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Reader } from '#platform/database/database.ts'
import { act, type Context, type Deed } from '../act.ts'
import { actorKey, type AccountId, type PersonId, type Role } from '../actor.ts'
import { hashPassword, passwordMatches } from '../passwords/password-hash.ts'
import { checkLength } from '../passwords/password-rule.ts'
import { endSessionsOf } from '../sessions/session-store.ts'
import type { AccessTables } from '../tables.ts'
import { insertAccount, setPassword } from './account-store.ts'

/** One account for each role; the people are invented. */
const examplePeople: readonly { readonly role: Role; readonly name: string }[] = [
  { role: 'officer', name: 'Imogen Fairweather' },
  { role: 'chair', name: 'Cllr Deborah Quennell' },
  { role: 'councillor', name: 'Cllr Isla Dunmore' },
  { role: 'coopted', name: 'Jonah Pettigrew' },
  { role: 'director', name: 'Marguerite Thornbury' },
  { role: 'analyst', name: 'Kiran Redfern' },
  { role: 'finance', name: 'Aurelia Birchall' },
  { role: 'partnership', name: 'Tobias Whitlock' },
  { role: 'manager', name: 'Yewande Castellan' },
  { role: 'practitioner', name: 'Niamh Pemberton-Rao' },
  { role: 'auditor', name: 'Cornelius Wetherell' },
  { role: 'admin', name: 'Saoirse Holloway-Finch' },
]

/** Before any meeting of the example, so that a fixed day of the product finds every role held. */
const heldFrom = date('2016-01-01')

const deed: Deed = { verb: 'accounts.add', subject: { kind: 'example', id: 'accounts' }, detail: { accounts: examplePeople.length } }

/**
 * Adds the accounts of the example county that are not there yet, all with one password: `officer@example.test` and so on. The password
 * need only be long enough, and is hashed once for all: these accounts are nobody's. With nothing to add, nothing is done or recorded.
 */
export async function addExampleAccounts(context: Context, password: string, now: Date): Promise<Outcome<{ added: readonly string[] }>> {
  const checked = checkLength(password)
  if (!checked.ok) return checked
  const there = new Set((await readExampleAccounts(context)).map(({ email }) => email))
  const missing = examplePeople.filter(({ role }) => !there.has(emailOf(role)))
  if (missing.length === 0) return ok({ added: [] })
  const hash = await hashPassword(password)
  const accounts = missing.map(({ role, name }) => ({
    id: randomUUID() as AccountId,
    person: randomUUID() as PersonId,
    name,
    email: emailOf(role),
    password: hash,
    roles: [role],
    from: heldFrom,
  }))
  return act(context, deed, async (tx) => {
    for (const account of accounts) {
      if (!(await insertAccount(tx, account, now))) return refuse('conflict', 'Another process is adding the example accounts.')
    }
    return ok({ added: accounts.map(({ email }) => email) })
  })
}

/** Makes this the password of every example account that is there: what the setting EXAMPLE_PASSWORD promises at a later start. */
export async function setExamplePassword(context: Context, password: string): Promise<Outcome<{ changed: number }>> {
  const checked = checkLength(password)
  if (!checked.ok) return checked
  const accounts = await readExampleAccounts(context)
  const right = new Set<string | null>()
  for (const kept of new Set(accounts.map((account) => account.password))) {
    if (await passwordMatches(kept ?? undefined, password)) right.add(kept)
  }
  const others = accounts.filter((account) => !right.has(account.password))
  if (others.length === 0) return ok({ changed: 0 })
  const hash = await hashPassword(password)
  return act(context, { ...deed, verb: 'access.change-password' }, async (tx) => {
    for (const { id } of others) {
      await setPassword(tx, id, hash)
      await endSessionsOf(tx, id)
    }
    return ok({ changed: others.length })
  })
}

function readExampleAccounts(context: Context) {
  return context.database.read(actorKey(context.actor), (reader: Reader) =>
    reader
      .tables<AccessTables>()
      .selectFrom('access.account as account')
      .select(['account.id', 'account.email', 'account.password'])
      .where('account.email', 'in', examplePeople.map(({ role }) => emailOf(role)))
      .execute(),
  )
}

function emailOf(role: Role): string {
  return `${role}@example.test`
}
