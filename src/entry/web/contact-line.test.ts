import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { contactLine } from './contact-line.ts'

const facts = { name: 'Borsetshire', languages: [], isNamed: true, isExample: false, today: date('2023-07-07') }

test('only the ways that the council has given are offered', () => {
  const line = (contact: { office: string; phone?: string; email?: string }) => contactLine({ ...facts, contact }).toString().replaceAll(/<[^>]*>/g, '')
  assert.equal(line({ office: 'Member Services' }), 'Write to Member Services.')
  assert.equal(line({ office: 'Member Services', phone: '01632 960001' }), 'Ring Member Services: 01632 960001.')
  assert.equal(line({ office: 'Member Services', email: 'ms@borset.example' }), 'Write to Member Services: ms@borset.example.')
  assert.equal(
    line({ office: 'Member Services', phone: '01632 960001', email: 'ms@borset.example' }),
    'Write to or ring Member Services: 01632 960001, ms@borset.example.',
  )
})
