import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listAddress, readListQuery } from './list-query.ts'

const known = { bodies: new Map([['panel', 'Children’s Panel']]), states: ['waiting', 'late'] as const }

test('filters that are understood are used, and what is not is said and left out', () => {
  assert.deepEqual(readListQuery(new URLSearchParams('body=panel&state=late&before=12&q=more'), known), { asked: { body: 'panel', state: 'late', before: 12 } })
  assert.deepEqual(readListQuery(new URLSearchParams('body=&state='), known), { asked: {} })
  const { asked, refusal } = readListQuery(new URLSearchParams('body=panel&state=<b>&before=-1'), known)
  assert.deepEqual([asked, refusal?.faults.map(({ field, found }) => [field, found])], [{ body: 'panel' }, [['state', '<b>'], [undefined, '-1']]])
  for (const wrong of ['before=0', 'before=1e9', 'before=9999999999', 'body=cabinet', 'state=Late', 'state=constructor']) assert.equal(readListQuery(new URLSearchParams(wrong), known).refusal?.faults.length, 1, wrong)
})

test('the next page keeps the filters', () => {
  assert.deepEqual([listAddress('/questions', {}), listAddress('/questions', { body: 'panel', state: 'late', before: 9 }, 4)], ['/questions', '/questions?body=panel&state=late&before=4'])
})
