import { test } from 'node:test'
import assert from 'node:assert/strict'
import { memberSlug } from './member-slug.ts'

test('a member’s address is the name in lower case with hyphens, without accents and apostrophes', () => {
  assert.equal(memberSlug('Cllr Isla Dunmore'), 'cllr-isla-dunmore')
  assert.equal(memberSlug('  Cllr Zoë O’Hara-Lloyd. '), 'cllr-zoe-ohara-lloyd')
})

test('a name without a Latin letter has an address of its own all the same', () => {
  assert.match(memberSlug('王芳'), /^member-[0-9a-f]{12}$/)
  assert.notEqual(memberSlug('王芳'), memberSlug('李娜'))
})
