import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bodyTemplate } from '../templates/body-template.ts'
import { missingStandingItems, placeOfBusiness, placeOfStanding } from './standing-items.ts'

const template = bodyTemplate.parse({
  body: 'panel',
  standingItems: [
    { title: 'Apologies', standing: 'apologies', place: 'opening' },
    { title: 'Declarations', standing: 'interests', place: 'opening' },
    { title: 'Chair’s announcements', place: 'opening' },
    { title: 'Work Programme', standing: 'work-programme', place: 'closing' },
    { title: 'Future Meeting Dates', standing: 'meeting-dates', place: 'closing' },
  ],
})
const apologies = { facts: { title: 'Apologies and Welcome', standing: 'apologies' as const } }
const dates = { facts: { title: 'Dates', standing: 'meeting-dates' as const } }
const business = { facts: { title: 'School places' } }
const named = (title: string) => {
  const found = template.standingItems.find((item) => item.title === title)
  assert.ok(found)
  return found
}

test('standing items are not added twice, under another title or in other letters either', () => {
  const agenda = [apologies, { facts: { title: 'chair’s announcements ' } }, business, dates]
  assert.deepEqual(missingStandingItems(template, agenda).map(({ title }) => title), ['Declarations', 'Work Programme'])
})

test('an opening item joins after those that come before it in the template, or first', () => {
  assert.equal(placeOfStanding(named('Declarations'), template, [apologies, business]), 1)
  assert.equal(placeOfStanding(named('Apologies'), template, [business]), 0)
})

test('a closing item joins before those that come after it in the template, or last', () => {
  assert.equal(placeOfStanding(named('Work Programme'), template, [apologies, business, dates]), 2)
  assert.equal(placeOfStanding(named('Future Meeting Dates'), template, [apologies, business]), 2)
})

test('new business joins before the standing items that close the agenda', () => {
  assert.equal(placeOfBusiness(template, [apologies, business, dates]), 2)
  assert.equal(placeOfBusiness(template, [apologies, business]), 2)
  assert.equal(placeOfBusiness(template, []), 0)
})

test('what puts itself on an agenda stands before what is outstanding, and both before what is heard without the public', () => {
  const outstanding = { facts: { title: 'Outstanding', origin: 'actions' } }
  const exempt = { facts: { title: 'Sale', exempt: { paragraph: 3, reason: 'Offers' } } }
  const confidential = { facts: { title: 'Advice', confidential: true } }
  assert.equal(placeOfBusiness(template, [apologies, business, outstanding, exempt, confidential, dates], { origin: 'groups/a' }), 2)
  assert.equal(placeOfBusiness(template, [apologies, business, exempt, dates], outstanding.facts), 2)
  assert.equal(placeOfBusiness(template, [apologies, business, dates, exempt]), 2)
  assert.equal(placeOfBusiness(template, [apologies, business, outstanding, exempt, dates], exempt.facts), 4)
})

test('new business comes after an exempt item that stands in the midst of the business', () => {
  const exempt = { facts: { title: 'Sale', exempt: { paragraph: 3, reason: 'Offers' } } }
  assert.equal(placeOfBusiness(template, [apologies, exempt, business, dates]), 3)
})
