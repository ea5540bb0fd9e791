import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Role } from '#access/actor.ts'
import type { KnownPerson } from '#access/people.ts'
import { thoseOfKindFirst } from './clearance-officers.ts'

test('whoever asks for finance clearance reads the finance officers first', () => {
  const person = (name: string, ...roles: Role[]) => ({ person: name, name, email: '', roles }) as unknown as KnownPerson
  const officers = [person('Ada', 'officer'), person('Fay', 'finance'), person('Olga', 'officer')]
  assert.deepEqual(thoseOfKindFirst(officers, 'finance').map(({ name }) => name), ['Fay', 'Ada', 'Olga'])
  assert.deepEqual(thoseOfKindFirst(officers, 'legal').map(({ name }) => name), ['Ada', 'Fay', 'Olga'])
})
