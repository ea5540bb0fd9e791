import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pageMarks, typedPage } from './page-markers.ts'

test('the first block of each page is marked, and the paper’s own beginning', () => {
  const marks = pageMarks({ from: 3, to: 5 }, [3, 3, 4, 4, 5])
  assert.deepEqual(marks.title, { page: '3', within: [] })
  assert.deepEqual([...marks.blocks], [[2, { page: '4', within: [] }], [4, { page: '5', within: [] }]])
})

test('pages on which no block begins are named where the block begins that runs over them', () => {
  const marks = pageMarks({ from: 3, to: 9 }, [3, 4, 7])
  assert.deepEqual([...marks.blocks], [[1, { page: '4', within: ['5', '6'] }], [2, { page: '7', within: ['8', '9'] }]])
})

test('a paper that begins with a long table names its pages at its title', () => {
  assert.deepEqual(pageMarks({ from: 1, to: 3 }, [1]), { title: { page: '1', within: ['2', '3'] }, blocks: new Map() })
})

test('pages of the exempt part are named as they are printed', () => {
  assert.deepEqual(pageMarks({ from: 1, to: 2, part: 'exempt' }, [1, 2]).blocks.get(1), { page: 'E2', within: [] })
})

test('a paper without places of its blocks names all its pages at its title', () => {
  assert.deepEqual(pageMarks({ from: 8, to: 9 }, []).title, { page: '8', within: ['9'] })
})

test('a page is read as people type it', () => {
  assert.deepEqual(['12', ' page 12 ', 'p. 7', 'e3', 'E 03', '0', 'twelve', '-1', '123456'].map(typedPage), ['12', '12', '7', 'E3', 'E3', undefined, undefined, undefined, undefined])
})
