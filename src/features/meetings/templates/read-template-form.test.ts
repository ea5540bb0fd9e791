import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bodyTemplate, usualTemplate } from './body-template.ts'
import { readTemplateForm } from './read-template-form.ts'
import { rowField, valuesOfTemplate, type TemplateValues } from './template-values.ts'

const template = bodyTemplate.parse({
  body: 'panel',
  frame: 'board-cover-sheet',
  standingItems: [
    { title: 'Apologies', standing: 'apologies', place: 'opening', minutes: 2 },
    { title: 'Dates', standing: 'meeting-dates', place: 'closing', note: 'To be noted.' },
  ],
  usual: { time: '14:00', venue: 'Council Chamber', webcast: 'https://webcast.example/panel', contact: { office: 'Scrutiny', email: 'scrutiny@example.test' }, alsoInvited: ['All county councillors', 'Healthwatch'] },
  days: { draft: 12, clearance: 6, despatch: 0 },
  clearances: ['legal', 'equality'],
  rooms: ['Council Chamber', 'Kidderminster Room'],
  source: 'The constitution',
})
const values = valuesOfTemplate(template)
const fault = (changes: TemplateValues) => {
  const outcome = readTemplateForm('panel', { ...values, ...changes }, undefined)
  const [first] = outcome.ok ? [] : outcome.refusal.faults
  return first && `${first.field}: ${first.message}`
}

test('a template comes back from its form as it went in, its source too, which the form does not show', () => {
  assert.deepEqual(readTemplateForm('panel', values, 'The constitution'), { ok: true, value: template })
  assert.deepEqual(readTemplateForm('cabinet', valuesOfTemplate(usualTemplate('cabinet')), undefined), { ok: true, value: usualTemplate('cabinet') })
})

test('rows without a title fall away, and the others stand in the order of their figures', () => {
  const outcome = readTemplateForm('panel', { ...values, [rowField(1, 'order')]: '5', [rowField(3, 'title')]: 'Minutes', [rowField(3, 'order')]: '1', [rowField(4, 'title')]: '' }, undefined)
  assert.ok(outcome.ok)
  assert.deepEqual(outcome.value.standingItems.map(({ title }) => title), ['Minutes', 'Dates', 'Apologies'])
})

test('a fault of a standing item stands at its own row, though rows before it fall away', () => {
  assert.equal(fault({ [rowField(1, 'title')]: '', [rowField(2, 'minutes')]: '0' }), 'item-2-minutes: Give one minute or more')
})

test('draft, clearance and despatch come in this order', () => {
  assert.match(fault({ 'days-draft': '3' }) ?? '', /^days-draft: The draft comes first/)
  assert.equal(fault({ 'days-clearance': '' }), 'days-clearance: Give a whole number of working days')
})

test('an e-mail address without an office and an address of a webcast that is none are refused', () => {
  assert.equal(fault({ 'contact-office': '' }), 'contact-office: Give the office as well')
  assert.match(fault({ 'webcast-address': 'the usual one' }) ?? '', /^webcast-address: Give the whole address/)
})
