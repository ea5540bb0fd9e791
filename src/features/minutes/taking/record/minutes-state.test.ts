import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mayBeWritten, mayTurn, mayWrite, minutesStates, turnsOfMinutes } from './minutes-state.ts'

test('minutes go from draft to circulated, confirmed, signed, and never back', () => {
  const order = minutesStates.map((from) => minutesStates.filter((to) => mayTurn(from, to).ok))
  assert.deepEqual(order, [['circulated'], ['circulated', 'confirmed'], ['signed'], []])
  for (const [at, from] of minutesStates.entries()) for (const to of turnsOfMinutes[from]) assert.ok(minutesStates.indexOf(to) >= at, `${from} to ${to}`)
})

test('minutes are written until they are confirmed, and then it is said what to do instead', () => {
  assert.deepEqual(minutesStates.filter(mayBeWritten), ['draft', 'circulated'])
  const refused = mayWrite('signed')
  assert.match(refused.ok ? '' : refused.refusal.message, /put right by a resolution of a later meeting/)
})
