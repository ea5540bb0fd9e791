import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPlanQuery, urgencies, whens } from './plan-query.ts'

const asked = (text: string) => {
  const { choice, after, refusal } = readPlanQuery(new URLSearchParams(text), 'when', whens)
  return [choice, after?.reference, ...(refusal?.faults ?? []).map(({ field = '', message }) => `${field}: ${message}`)]
}

test('a filter that is one of the choices is used, and none is the first of them', () => {
  assert.deepEqual(asked(''), ['coming', undefined])
  assert.deepEqual(asked('when=past&after=2023-07-20.library'), ['past', 'library'])
  assert.equal(readPlanQuery(new URLSearchParams('urgent=yes'), 'urgent', urgencies).choice, 'yes')
})

test('nonsense in a filter is named at its field with what can be chosen, and the rest is used', () => {
  assert.deepEqual(asked('when=<b>&after=2023-07-20.library'), ['coming', 'library', 'when: Choose one of these: “To come”, “Expected earlier, and not recorded as decided”'])
  assert.deepEqual(asked('when=past&after=2023-02-30.x'), ['past', undefined, ': No place in this list has that address: the list is shown from its beginning'])
})
