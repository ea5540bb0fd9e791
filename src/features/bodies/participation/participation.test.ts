import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusedWith, ruleDesk } from '../rule-page/testing.ts'
import { participationPage } from './participation-page.ts'

const forum = 'slug: forum\nname: Parents’ Forum\nkind: scrutiny-panel\npurpose: Asks.\nmeets-in-public: true\n'
const rule = { heard: 'yes', 'closes-at': '12:00', 'days-before': '1', 'minutes-in-all': '30', 'minutes-each': '', 'response-days': '10', source: 'Council Constitution, part 4' }

const { address, send, edition } = ruleDesk(participationPage, forum)

test('of a rule that cannot be used each fault stands at its field beside what was typed', async () => {
  const page = refusedWith(await send({ ...rule, 'closes-at': 'noon', 'days-before': '', 'minutes-in-all': '0', source: '', 'based-on': 'none' }), 400)
  for (const field of ['closes-at', 'days-before', 'minutes-in-all', 'source']) assert.ok(page.includes(`href="#${field}"`), field)
  assert.match(page, /value="noon"/)
})

test('the rule by which the public may speak is public at once, and taken away again', async () => {
  assert.deepEqual(await send({ ...rule, 'based-on': 'none' }), { kind: 'moved', to: `${address}?done=saved` })
  const { body, edition: number } = await edition()
  assert.deepEqual([number, body.termsOfReference?.source, body.termsOfReference?.publicParticipation], [
    2,
    'Council Constitution, part 4',
    { closesAt: '12:00', workingDaysBefore: 1, minutesInAll: 30, writtenResponseDays: 10 },
  ])
  assert.equal((await send({ ...rule, heard: 'no', 'based-on': '12:00 1 30  10' })).kind, 'moved')
  assert.equal((await edition()).body.termsOfReference?.publicParticipation, undefined)
})

test('a rule that somebody else changed meanwhile is not overwritten', async () => {
  const page = refusedWith(await send({ ...rule, 'minutes-each': '7', 'based-on': '09:00 5   ' }), 409)
  assert.match(page, /value="7"/)
  assert.match(page, /name="based-on" value="none"/)
})
