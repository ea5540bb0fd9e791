import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PersonId } from '#access/actor.ts'
import { newItemValues, valuesOf, type ItemValues } from './item-values.ts'
import { readItemForm } from './read-item-form.ts'

const ada = '00000000-0000-4000-8000-000000000001' as PersonId
const read = (changes: Partial<ItemValues>) => readItemForm({ ...newItemValues('decision'), title: 'A contract', ...changes }, undefined, [ada])
function fault(changes: Partial<ItemValues>): string | undefined {
  const outcome = read(changes)
  const [first] = outcome.ok ? [] : outcome.refusal.faults
  return first && `${first.field}: ${first.message}`
}
const exempt = { openness: 'exempt', paragraph: '3', 'public-interest': 'A tender is open.' }

test('what a form says of an item comes back in its form', () => {
  const typed = { ...newItemValues('decision'), title: 'A contract', ...exempt, 'decided-by': 'Monitoring Officer', 'decided-on': '2026-01-05', 'review-on': '2026-06-05', 'public-title': 'A matter of business', author: ada }
  const outcome = readItemForm(typed, undefined, [ada])
  assert.ok(outcome.ok, JSON.stringify(outcome))
  const { facts, author, needsReport } = outcome.value
  assert.equal(needsReport, true)
  assert.deepEqual({ ...valuesOf({ facts, papers: [], ...(author === undefined ? {} : { author }) }), report: 'yes' }, typed)
})

test('an item has a title on one line', () => {
  assert.equal(fault({ title: '' }), 'title: Give the item a title')
  const outcome = read({ title: 'A\n  contract' })
  assert.equal(outcome.ok && outcome.value.facts.title, 'A contract')
})

test('an exempt item names its paragraph and how the public interest was weighed', () => {
  assert.equal(fault({ ...exempt, paragraph: '' }), 'paragraph: Choose the paragraph of Schedule 12A that is relied on')
  assert.match(fault({ ...exempt, 'public-interest': '' }) ?? '', /^public-interest: Say why/)
})

test('days are read as people type them, and a review comes after the decision', () => {
  const outcome = read({ ...exempt, 'decided-on': '5 January 2026', 'review-on': '5/6/2026' })
  assert.ok(outcome.ok)
  assert.deepEqual(outcome.value.facts.withheld, { decidedOn: '2026-01-05', reviewOn: '2026-06-05' })
  assert.match(fault({ ...exempt, 'decided-on': 'last week' }) ?? '', /^decided-on: Give the day as 14 April 2026/)
  assert.match(fault({ ...exempt, 'decided-on': '2026-01-05', 'review-on': '2026-01-05' }) ?? '', /^review-on/)
})

test('an open item keeps nothing of a decision that was typed and taken back', () => {
  const outcome = read({ ...exempt, openness: 'open', 'decided-by': 'Monitoring Officer' })
  assert.ok(outcome.ok)
  assert.deepEqual([outcome.value.facts.exempt, outcome.value.facts.withheld, outcome.value.facts.confidential], [undefined, undefined, false])
})

test('an item has minutes or fixed times, not both, and ends after it begins', () => {
  assert.equal(fault({ minutes: '10', from: '10:00', to: '10:10' }), 'minutes: Give minutes or fixed times, not both')
  assert.equal(fault({ from: '10:10', to: '10:00' }), 'to: Give a time after the one at which it begins')
  assert.equal(fault({ minutes: 'ten' }), 'minutes: Give whole minutes, from 1 to 600')
  assert.match(fault({ from: '10:00' }) ?? '', /^to: Give a time of day/)
})

test('somebody who may not write reports cannot be made an author', () => {
  assert.match(fault({ author: '00000000-0000-4000-8000-000000000002' }) ?? '', /^author/)
})

test('subjects are kept in the words by which records know them, each once', () => {
  const outcome = read({ subjects: 'School transport, children’s plan; SEND,, send' })
  assert.ok(outcome.ok)
  assert.deepEqual(outcome.value.facts.subjects, ['school-transport', 'childrens-plan', 'send'])
  assert.equal(valuesOf({ facts: outcome.value.facts, papers: [] }).subjects, 'school-transport, childrens-plan, send')
  const none = read({ subjects: ' ' })
  assert.equal(none.ok && none.value.facts.subjects, undefined)
})
