import { test } from 'node:test'
import assert from 'node:assert/strict'
import { isTooGeneral } from './significant-words.ts'
import { mentionsIn } from './touch.ts'

const item = (title: string, more: object = {}) => ({ number: 4, title, ...more })
const found = (title: string, ...names: string[]) => mentionsIn(item(title), names).map((one) => one.found)

test('a name is found with other capitals, another form of company, and “&” for “and”', () => {
  assert.deepEqual(found('Contract with BROOK AND VALE LIMITED for 2024', 'Brook & Vale Ltd'), ['BROOK AND VALE'])
  assert.deepEqual(found('The Élan Trust’s lease', 'Elan Trust'), ['Élan Trust’s'])
})

test('all words of a name must stand together in their order', () => {
  assert.deepEqual(found('Vale of Evesham and Brook Lane', 'Brook and Vale'), [])
  assert.deepEqual(found('Kingfisher School, Redditch', 'Kingfisher Nursery'), [])
})

test('a part of a word is not the word', () => {
  assert.deepEqual(found('Markets in the county', 'Mark'), [])
  assert.deepEqual(found('Upton Snodsbury bypass', 'Upton-upon-Severn'), [])
})

test('a plural and a possessive are found by the singular', () => {
  assert.deepEqual(found('Worcestershire Carers’ Hub', 'Worcestershire Carer'), ['Worcestershire Carers'])
})

test('words that stand in every agenda are never found alone, and a name must have one that tells it from others', () => {
  for (const name of ['the Council', 'Community Services Ltd', 'Children', '2023', 'of the']) {
    assert.equal(isTooGeneral(name), true, name)
    assert.deepEqual(found('Children, community services and the Council in 2023', name), [])
  }
  assert.equal(isTooGeneral('Kingfisher School'), false)
  assert.deepEqual(found('Home-to-school transport', 'Home to School Transport'), ['Home-to-school transport'], 'three together do tell')
})

test('it is said where the name stands: title, note, presenter, paper, matter', () => {
  const wide = item('Buses', { note: 'With Larkmead Coaches.', presenter: 'Head of Larkfield House', papers: [{ title: 'Larkspur review' }], subjects: ['larch-way'] })
  const where = (name: string) => mentionsIn(wide, [name])[0]?.where
  assert.deepEqual(['Larkmead Coaches', 'Larkfield House', 'Larkspur', 'Larch Way', 'Elm Way'].map(where), ['its note', 'the name of who presents it', 'the title of a paper', 'the matter it is about', undefined])
})

test('a text of signs, an empty name and a name of patterns find nothing and break nothing', () => {
  assert.deepEqual(found('((((', '.*', '', '   ', '\\'), [])
  assert.deepEqual(found('', 'Larkmead'), [])
})
