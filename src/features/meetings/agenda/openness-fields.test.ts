import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refuse } from '#core/outcome.ts'
import { newItemValues, type ItemValues } from './item-values.ts'
import { opennessFields } from './openness-fields.ts'

const shown = (values: Partial<ItemValues>, fault?: string) =>
  opennessFields({ values: { ...newItemValues(''), ...values }, refusal: fault === undefined ? undefined : refuse('invalid', '', [{ field: fault, message: 'Not so' }]).refusal }).toString()
const grounds = /<details[^>]*data-grounds[^>]*>/

test('beside the choice stands how only an appendix or a passage is kept from the public', () => {
  const page = shown({})
  assert.match(page, /add a second item, exempt, with the appendix at its report/)
  assert.match(page, /“Begin a version that the public may read”/)
})

test('the ground is asked behind a line, which is open for an item that is not, and where something is wrong with it', () => {
  assert.doesNotMatch(grounds.exec(shown({}))?.[0] ?? assert.fail(), / open/)
  assert.match(grounds.exec(shown({ openness: 'exempt' }))?.[0] ?? '', / open/)
  assert.match(grounds.exec(shown({}, 'review-on'))?.[0] ?? '', / open/)
})
