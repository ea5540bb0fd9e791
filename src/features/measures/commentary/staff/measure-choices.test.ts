import assert from 'node:assert/strict'
import { test } from 'node:test'
import { select } from '#platform/pages/components/select.ts'
import { measureChoices, type MeasureToChoose } from './measure-choices.ts'

const measure = (slug: string, owner: string, ...bodies: string[]): MeasureToChoose => ({ slug, name: slug.toUpperCase(), owner, bodies })
const own = measure('plans', 'Head of Inclusion', 'panel')
const all = [measure('visits', 'Head of Care', 'board'), measure('zeal', 'Head of Inclusion'), own, measure('contacts', 'Head of Care', 'board', 'panel'), measure('absence', 'Head of Inclusion', 'panel')]
const offered = (chosen?: string) => {
  const { items, groups } = measureChoices(own, all, chosen)
  return [items.map(({ value }) => value), ...groups.map(({ label, items: of }) => [label, ...of.map(({ value }) => value)])]
}

test('measures of the same owner are offered first, then those that a body reads beside this one, then all others', () => {
  assert.deepEqual(offered(), [[''], ['Answered for by the same owner, Head of Inclusion', 'absence', 'zeal'], ['Read by the same body', 'contacts'], ['All other measures', 'visits']])
})

test('a part without a measure has no heading', () => {
  assert.deepEqual(measureChoices(own, [own, measure('visits', 'Head of Care')], undefined).groups.map(({ label }) => label), ['All other measures'])
})

test('what was chosen stays chosen, in whichever part it stands, and also where there is no such measure', () => {
  const chosenIn = (slug: string) => [...String(select({ name: 'm', label: { text: 'Which' }, ...measureChoices(own, all, slug), value: slug })).matchAll(/<option value="([^"]*)" selected/g)].map(([, value]) => value)
  for (const slug of ['absence', 'contacts', 'visits', 'gone-since']) assert.deepEqual(chosenIn(slug), [slug])
  assert.match(String(select({ name: 'm', label: { text: 'Which' }, ...measureChoices(own, all, 'gone-since') })), /gone-since: there is no such measure now/)
})

test('where the words leave open which measure is meant, this one is a choice of its own', () => {
  const { items } = measureChoices(own, all, 'plans', true)
  assert.deepEqual(items, [{ value: '', text: 'Not said yet' }, { value: 'plans', text: 'This one: PLANS' }])
})
