import assert from 'node:assert/strict'
import { test } from 'node:test'
import { childrenNamedIn } from './children-named.ts'

const found = (text: string) => childrenNamedIn(text, ['Worcestershire', 'Bromsgrove'])

test('a family told by its size and its place is found', () => {
  assert.deepEqual(found('One family of five in Upton waited longest.'), ['One family of five in Upton'])
  assert.deepEqual(found('It grew with a family of 7 from Bewdley.'), ['a family of 7 from Bewdley'])
  assert.deepEqual(found('A family with six children in Hallow came.'), ['A family with six children in Hallow'])
  assert.deepEqual(found('A family of four in Worcestershire gets the same, and one family of schools in Upton too.'), [])
})

test('a child told by where it came from and its place is found', () => {
  assert.deepEqual(found('A Syrian girl in Bewdley has no school.'), ['A Syrian girl in Bewdley'])
  assert.deepEqual(found('It was one Roma boy from Hallow.'), ['one Roma boy from Hallow'])
  assert.deepEqual(found('A Black pupil at St Mary’s was excluded.'), ['A Black pupil at St Mary'])
  assert.deepEqual(found('The Afghan twins in Upton have places.'), ['The Afghan twins in Upton'])
  assert.deepEqual(found('A Syrian girl in Worcestershire has a right to a school.'), [])
  assert.deepEqual(found('Each Syrian girl in Upton has a school.'), [])
})

test('a child told by what few have and its place is found', () => {
  assert.deepEqual(found('A deaf boy in Bewdley has no signer.'), ['A deaf boy in Bewdley'])
  assert.deepEqual(found('We placed one newly adopted girl from Upton.'), ['one newly adopted girl from Upton'])
  assert.deepEqual(found('A deaf child in Worcestershire has a right to a signer, and disabled children in Upton have a club.'), [])
})

test('children of a family’s name are found', () => {
  assert.deepEqual(found('The rise is the Smith children.'), ['the Smith children'])
  assert.deepEqual(found('The Okafor boys were moved.'), ['the Okafor boys'])
  assert.deepEqual(found('The Syrian children, the Upton children, the Bromsgrove children, the Somali boys and the Covid children have places.'), [])
})
