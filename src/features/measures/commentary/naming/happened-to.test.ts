import assert from 'node:assert/strict'
import { test } from 'node:test'
import { childrenNamedIn } from './children-named.ts'

const found = (text: string) => childrenNamedIn(text, ['Worcestershire', 'Worcestershire Children First'])

test('a name to whom happened what happens to children is found without a word for a child', () => {
  for (const text of [
    'Maya Brown went missing.', 'Maya Brown was placed with carers.', 'Since Maya Brown died, we look again.', 'Maya Brown was permanently excluded.', 'Maya Brown, who had been moved twice, settled.', 'Maya Brown came into care.', 'Then Maya Brown was hurt.', 'Maya Brown ran away.', 'Maya Brown left.', 'Maya Brown, missing since May, is back.', 'Maya Brown’s placement broke down.', 'Maya Brown and her carers moved.', 'In March Maya Brown was hurt.', 'It rose, and on Monday Maya Brown left.',
    'Maya Brown was adopted.', 'Maya Brown has been arrested.', 'A 15-year-old girl ran away from home … Maya Brown went missing again before.', 'We placed Maya Brown in March.',
  ]) assert.deepEqual(found(text), ['Maya Brown'], text)
  assert.deepEqual(found('Maya (9) was hurt.'), ['Maya'])
  assert.deepEqual(found('In March Maya ran away.'), ['Maya'])
  assert.deepEqual(found('AMY BROWN went missing.'), ['AMY BROWN'])
})

test('several first names together are found', () => {
  assert.deepEqual(found('Tim, Ann and Bo were placed.'), ['Tim, Ann and Bo'])
  assert.deepEqual(found('Tim and Ann Smith were moved.'), ['Tim', 'Ann Smith', 'Tim and Ann Smith'])
})

test('what else is moved, placed, adopted or left names no child', () => {
  for (const text of [
    'Restorative Practice was adopted in 2021.', 'The Signs of Safety framework was adopted by Cabinet.', 'Family Group Conferences were moved online.', 'Operation Encompass was placed on hold.', 'Redditch and Malvern were placed last.', 'The NHS and CCG moved to Teams.', 'GET SAFE was moved to the front door.',
    'Worcestershire Children First left the trust.', 'Independent Reviewing Officers were placed in teams.', 'Teenagers were placed with carers.', 'Girls and Boys were excluded.', 'In Wyre Forest more were excluded.', 'Wyre Forest was left with few.', 'Redditch was excluded from the count.', 'Roma and Traveller were excluded most.', 'Covid-19 and Brexit left us short.',
  ]) assert.deepEqual(found(text), [], text)
})
