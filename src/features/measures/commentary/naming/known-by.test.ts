import assert from 'node:assert/strict'
import { test } from 'node:test'
import { childrenNamedIn } from './children-named.ts'

const found = (text: string) => childrenNamedIn(text, ['Worcester City Council'])

test('a child of a report, a family and a house are found', () => {
  assert.deepEqual(found('Child Q died.'), ['Child Q'])
  assert.deepEqual(found('It was Child A, then Child 2.'), ['Child A', 'Child 2'])
  assert.deepEqual(found('The rise is the Smith family.'), ['the Smith family'])
  assert.deepEqual(found('the boy from 12 High Street'), ['12 High Street'])
  assert.deepEqual(found('Her mother lives in WR10 1AB.'), ['WR10 1AB'])
})

test('a school year is an age', () => {
  assert.deepEqual(found('a Year 6 boy at Hanley Castle'), ['a Year 6 boy at Hanley Castle'])
  assert.deepEqual(found('It was a girl in Year 9 at Hanley Castle.'), ['a girl in Year 9 at Hanley Castle'])
  assert.deepEqual(found('A child in Year 6 is 10 or 11. Each pupil in Year 9 at a school in Redditch.'), [])
})

test('a school called after a saint is a place', () => {
  assert.deepEqual(found('A Reception boy at St Mary’s was moved.'), ['A Reception boy at St Mary'])
})

test('a service, an office and where families came from point to nobody', () => {
  assert.deepEqual(found('The Afghan family, the Family Front Door, the Worcester family and the Malvern family hub. Child A level results. The team moved to 12 High Street, WR1 2AB.'), [])
})
