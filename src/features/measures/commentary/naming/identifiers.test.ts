import assert from 'node:assert/strict'
import { test } from 'node:test'
import { childrenNamedIn } from './children-named.ts'

const found = (text: string) => childrenNamedIn(text, [])

test('a day of birth is found, and one from which on many were born is not', () => {
  assert.deepEqual(found('Maya Brown (DOB 03/05/2011)'), ['DOB 03/05/2011'])
  assert.deepEqual(found('Born 3 May 2011 in Pershore'), ['Born 3 May 2011'])
  assert.deepEqual(found('Date of birth: 2011-05-03.'), ['Date of birth: 2011-05-03'])
  assert.deepEqual(found('Children born on 1 September 2011, and all born 1 September 2010 or later, who start on 3 May 2015.'), [])
})

test('an NHS number with its check digit and a number of a pupil are found', () => {
  assert.deepEqual(found('It is 943 476 5919, or 9434765919.'), ['943 476 5919', '9434765919'])
  assert.deepEqual(found('It is 943 476 5918 of 1234567890.'), [])
  assert.deepEqual(found('A123456789012 and T12345678901B'), ['A123456789012', 'T12345678901B'])
  assert.deepEqual(found('E10000034 and E06000123456'), [])
})

test('an e-mail address of a person is found, and one of a team is not', () => {
  assert.deepEqual(found('Write to maya.brown@example.org or maya11@example.com.'), ['maya.brown@example.org', 'maya11@example.com'])
  assert.deepEqual(found('Write to children.services@worcestershire.gov.uk, info@example.com or eps@worcestershire.gov.uk.'), [])
})

test('a telephone number is found, and one for everybody is not', () => {
  assert.deepEqual(found('Ring 07700 900123, +44 7700 900123 or 01632 960123.'), ['07700 900123', '+44 7700 900123', '01632 960123'])
  assert.deepEqual(found('Ring 0300 123 4567 or 0800 1111. It rose by 0.12345678901, on 01/02/2020.'), [])
})

test('words in other letters are found, and a sign of mathematics is not', () => {
  for (const name of ['محمد علي', '王小明', 'Юлия Гагина']) assert.ok(found(`It rose since ${name} came.`).includes(name), name)
  assert.deepEqual(found('The χ² of it, with β and µ, as in Zoë’s café.'), [])
})
