import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusedWith, ruleDesk } from '../rule-page/testing.ts'
import { body } from '../body.ts'
import { date } from '#core/dates.ts'
import { substitutable, substitutesMark } from './change-substitutes.ts'
import { noSubstitutes } from './no-substitutes.ts'
import { substitutesPage } from './substitutes-page.ts'
import { bodyFile } from '../testing.ts'

const forum = `${bodyFile('forum', 'Parents’ Forum')}members:
  - { seat: Chair, organisation: County Council, capacity: chair, votes: all, person: Ines Marlowe, from: 2021-05-10 }
  - { seat: County councillor, organisation: County Council, capacity: voting, votes: all, person: Jonah Pike, substitute: Ruth Abbot, from: 2021-05-10 }
  - { seat: County councillor, organisation: County Council, capacity: voting, votes: all, from: 2021-05-10 }
  - { seat: Observer, organisation: Health Watch, capacity: observer, votes: none, person: Wanda Quill, from: 2021-05-10 }
---
${bodyFile('cabinet', 'Cabinet', '', 'cabinet')}members:
  - { seat: Cabinet Member, organisation: County Council, capacity: voting, votes: all, person: Otto Vane, from: 2021-05-10 }
`

const { address, send, edition } = ruleDesk(substitutesPage, forum)
const seats = async () => Object.fromEntries(substitutable((await edition()).body, date('2026-05-01')).map(({ field, membership }) => [membership.person, field]))
const mark = async () => substitutesMark((await edition()).body)
const named = async () => Object.fromEntries((await edition()).body.members.flatMap(({ person, substitute }) => (person === undefined ? [] : [[person, substitute]])))

test('a substitute is named for a seat that somebody holds, and neither for a vacant one nor for an observer', async () => {
  assert.deepEqual(Object.keys(await seats()), ['Ines Marlowe', 'Jonah Pike'])
  const { 'Ines Marlowe': ines = '', 'Jonah Pike': jonah = '' } = await seats()
  const basedOn = await mark()
  const form = { [ines]: 'Petra Lund', [jonah]: '', 'based-on': basedOn }
  const sent = await Promise.all([send(form), send(form)])
  for (const answer of sent) assert.deepEqual(answer, { kind: 'moved', to: `${address}?done=saved` })
  assert.deepEqual(await named(), { 'Ines Marlowe': 'Petra Lund', 'Jonah Pike': undefined, 'Wanda Quill': undefined })
})

test('nobody is named who has a seat of their own, or is of the executive, and all that was typed is still there', async () => {
  const { 'Ines Marlowe': ines = '', 'Jonah Pike': jonah = '' } = await seats()
  const page = refusedWith(await send({ [ines]: 'Jonah Pike', [jonah]: 'Otto Vane', 'based-on': await mark() }), 400)
  assert.match(page, /Jonah Pike has a seat of their own here/)
  assert.match(page, /Otto Vane is a member of the cabinet on this day/)
  for (const field of [ines, jonah]) assert.ok(page.includes(`href="#${field}"`), field)
  assert.match(page, /value="Otto Vane"/)
  assert.match(refusedWith(await send({ [ines]: 'Ines Marlowe', [jonah]: '', 'based-on': await mark() }), 400), /holds this seat/)
})

test('of two officers the second is told, and what they typed is kept', async () => {
  const { 'Ines Marlowe': ines = '' } = await seats()
  const page = refusedWith(await send({ [ines]: 'Somebody Else', 'based-on': 'an older page' }), 409)
  assert.match(page, /value="Somebody Else"/)
  assert.notEqual((await named())['Ines Marlowe'], 'Somebody Else')
})

test('the council itself and its executive have no substitutes to name', () => {
  assert.deepEqual(body.shape.kind.options.filter((kind) => noSubstitutes(kind) !== undefined), ['council', 'cabinet'])
})
