import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayInput, timeInput } from './day-input.ts'

test('a day is picked where the browser can, and the hint says what is asked for whichever order the browser shows', () => {
  const text = dayInput({ name: 'due', label: 'Draft due', hint: 'Before the clearance.' }).toString()
  assert.match(text, /<label class="govuk-label" for="due">Draft due<\/label>/)
  assert.match(text, /<div id="due-hint" class="govuk-hint">Before the clearance\. Day, month and year\.<\/div>/)
  assert.match(text, /<input class="govuk-input govuk-input--width-10" id="due" name="due" type="date" aria-describedby="due-hint" placeholder="2026-04-14">/)
})

test('a day that could not be read comes back as it was typed, marked and with its fault', () => {
  const text = dayInput({ name: 'due', label: 'Draft due', value: '31 "June"', error: { text: 'June has 30 days' } }).toString()
  assert.match(text, /value="31 &quot;June&quot;" aria-describedby="due-hint due-error"/)
  assert.match(text, /<p id="due-error" class="govuk-error-message"><span class="govuk-visually-hidden">Error:<\/span> June has 30 days<\/p>/)
  assert.match(text, /govuk-input--error/)
})

test('in rows of many the parts are not said each time, but a hint of its own is', () => {
  assert.doesNotMatch(dayInput({ name: 'due', label: 'Draft due', isFormatSaid: false }).toString(), /hint/)
  assert.match(dayInput({ name: 'due', label: 'Due', hint: 'If known', isFormatSaid: false }).toString(), /class="govuk-hint">If known<\/div>/)
})

test('a time of day is picked or typed on the clock of 24 hours', () => {
  const text = timeInput({ name: 'start', label: 'Starts', value: '14:00', attributes: { min: '09:00' } }).toString()
  assert.match(text, /Hours and minutes\./)
  assert.match(text, /type="time" value="14:00" aria-describedby="start-hint" placeholder="14:00" min="09:00">/)
})
