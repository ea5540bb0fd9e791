import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { date } from '#core/dates.ts'
import { testDatabase } from '#platform/database/testing.ts'
import type { Reader } from '#platform/database/database.ts'
import { disableAccount } from './accounts/disable-account.ts'
import { addPerson } from './accounts/testing.ts'
import type { Context } from './act.ts'
import { accessMigrations } from './migrations.ts'
import { emailsOf, peopleWith } from './people.ts'
import type { AccessTables } from './tables.ts'
import { testContext } from './testing.ts'

let store: Awaited<ReturnType<typeof testDatabase>>
let operator: Context
before(async () => {
  store = await testDatabase(accessMigrations)
  operator = testContext(store.database)
  await addPerson(operator, 'officer@example.test', ['officer'])
  await addPerson(operator, 'both@example.test', ['director', 'officer'])
  await addPerson(operator, 'analyst@example.test', ['analyst'])
  await addPerson(operator, 'gone@example.test', ['officer'])
  await disableAccount(operator, 'gone@example.test', 'left')
})
after(() => store.close())

const read = <T>(reading: (reader: Reader) => Promise<T>) => store.database.read('person:test', reading)
const emails = (people: readonly { email: string }[]) => people.map(({ email }) => email)

test('the people to choose from have an active account and one of the roles on the day', async () => {
  const officers = await read((reader) => peopleWith(reader, operator.today, ['officer']))
  assert.deepEqual(emails(officers), ['both@example.test', 'officer@example.test'])
  assert.deepEqual(officers[0]?.roles, ['director', 'officer'])
  const all = await read((reader) => peopleWith(reader, operator.today))
  assert.deepEqual(emails(all).toSorted(), ['analyst@example.test', 'both@example.test', 'officer@example.test'])
  assert.deepEqual(await read((reader) => peopleWith(reader, operator.today, [])), [])
  assert.deepEqual(await read((reader) => peopleWith(reader, date('2023-07-06'))), [])
})

test('e-mail addresses are those of people whose account is active', async () => {
  const asked = await read((reader) => peopleWith(reader, operator.today, ['director', 'analyst']))
  const found = await read((reader) => emailsOf(reader, asked.map(({ person }) => person)))
  assert.deepEqual(found, new Map(asked.map(({ person, email }) => [person, email])))
  assert.equal(found.size, 2)
  const gone = await store.database.read('person:test', (reader) =>
    reader.tables<AccessTables>().selectFrom('access.account').select('person').where('email', '=', 'gone@example.test').executeTakeFirstOrThrow(),
  )
  assert.equal((await read((reader) => emailsOf(reader, [gone.person]))).size, 0)
  assert.equal((await read((reader) => emailsOf(reader, []))).size, 0)
})
