import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AgendaItem } from '../../record/meeting.ts'
import { readAsking, type TypedAsking } from './asking-form.ts'

const items: AgendaItem[] = [{ number: 4, title: 'School places', toFollow: false, confidential: false, papers: [] }]
const typed: TypedAsking = { name: ' Ada  Lorne ', email: 'ada@example.test', phone: '', behalf: '', item: '4', statement: 'There are too few places.\n\nWhat is planned?', needs: '', named: 'no' }

function faults(changes: Partial<TypedAsking>): string[] {
  const read = readAsking({ ...typed, ...changes }, items)
  return read.ok ? [] : read.refusal.faults.map(({ field, message }) => `${field}: ${message}`)
}

test('what was left out stays out, and names stand on one line', () => {
  const read = readAsking(typed, items)
  assert.deepEqual(read.ok && read.value.asking, { name: 'Ada Lorne', email: 'ada@example.test', statement: typed.statement, mayBeNamed: false })
})

test('every fault is named at its field, in words that say what to do', () => {
  const nothing = { name: '', email: '', phone: 'call me', behalf: '', item: '', statement: ' ', needs: '', named: '' }
  assert.deepEqual(faults(nothing).map((fault) => fault.split(':')[0]), ['item', 'statement', 'name', 'email', 'phone', 'named'])
})

test('an item that is not on the agenda cannot be chosen', () => {
  assert.deepEqual(faults({ item: '5' }), ['item: Choose the item of the agenda that you wish to speak on'])
})

test('an address that mail could not take, or that smuggles in a second reader, is refused', () => {
  for (const email of ['ada', 'ada@example', 'ada@example.test, eve@example.test', 'ada@example.test\nBcc: eve@example.test', '<ada@example.test>', `${'a'.repeat(250)}@example.test`]) {
    assert.deepEqual(faults({ email }).length, 1, email)
  }
  assert.deepEqual(faults({ email: 'zoë.o’neill+panel@schule.münchen.example' }), [])
})

test('a statement has at most 300 words, and five megabytes are refused as quickly', () => {
  assert.deepEqual(faults({ statement: 'word '.repeat(300) }), [])
  assert.deepEqual(faults({ statement: 'word '.repeat(301) }), ['statement: Shorten what you wish to say to 300 words. You have 301'])
  assert.deepEqual(faults({ statement: 'a'.repeat(5_000_000) }), ['statement: Shorten what you wish to say to 3000 characters'])
  assert.match(faults({ statement: 'a '.repeat(2_500_000) })[0] ?? '', /You have 2,500,000$/)
})

test('control characters are marked, and markup stays the words that were typed', () => {
  const read = readAsking({ ...typed, name: 'Ada\u0000\u0007', statement: '<script>alert(1)</script>' }, items)
  assert.deepEqual(read.ok && [read.value.asking.name, read.value.asking.statement], ['Ada\uFFFD\uFFFD', '<script>alert(1)</script>'])
})
