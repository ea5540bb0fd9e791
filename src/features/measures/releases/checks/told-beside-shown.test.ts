import assert from 'node:assert/strict'
import { test } from 'node:test'
import { protectSheets } from '../../disclosure/protect-sheets.ts'
import { sheet } from '../../disclosure/testing.ts'
import type { MeasureSheet } from '../../sheets/sheet.ts'
import { hiddenNumbers } from './number-checks.ts'

/** Children hurt: nine in the quarter before and three now, hidden. */
const hurt = sheet('hurt', { own: { '2018-19-q4': 12, '2019-20-q3': 9, '2019-20-q4': 3 } }, { name: 'Children hurt', counted: 'children' })

async function kinds(happened: string, of = hurt, ...beside: readonly MeasureSheet[]): Promise<readonly string[]> {
  const hidden = await protectSheets([of, ...beside], [])
  const [shown = assert.fail()] = hidden.ok ? hidden.value.sheets : []
  const commentary = { happened, why: '', doing: [], backOnTrack: '', signedBy: 'Head of Inclusion', signedOn: '2020-07-01', claims: [] }
  return [...new Set(hiddenNumbers({ measure: 'hurt', sheet: shown, commentary }, { sheets: [of, ...beside], hidden }).map(({ kind }) => kind))]
}

test('a change in words that comes to a hidden number beside the quarter or the year before is warned of', async () => {
  for (const text of ['It is down six.', '6 fewer', 'Six fewer children were hurt.', 'The change was -6.', 'The change was six.', 'It went down by nine over the year.', 'A fall of six.', 'It was a third of what it was.', 'It is a quarter of what it was a year before.', 'Hurt: III', 'It fell by two thirds.', 'It fell to a third.', 'It fell by 67%.', 'It is 75% lower than a year before.', 'It was six below the quarter before.']) assert.deepEqual(await kinds(text), ['number-in-words'], text)
})

test('children who are counted by two numbers of one sentence stop it', async () => {
  for (const text of ['Six fewer children than the nine of the quarter before were hurt.', 'A pair of siblings and one other child were hurt.']) assert.deepEqual(await kinds(text), ['number-hidden'], text)
})

test('what stops it does so though another measure hides as large a number as one of its words', async () => {
  const moves = sheet('moves', { own: { '2019-20-q4': 30 }, 'own sex=g': { '2019-20-q4': 24 }, 'own sex=b': { '2019-20-q4': 6 } }, { name: 'Moves of homes' })
  const small = sheet('moves', { own: { '2019-20-q4': 8 }, 'own sex=g': { '2019-20-q4': 2 }, 'own sex=b': { '2019-20-q4': 6 } }, { name: 'Moves of homes' })
  for (const beside of [moves, small]) assert.ok((await kinds('Six fewer children than the nine of the quarter before were hurt.', hurt, beside)).includes('number-hidden'))
})

test('a change that comes to no hidden number, or of something else, is none', async () => {
  for (const text of ['It is down two.', 'We held six fewer meetings than last year.', 'Six more social workers came.', 'We set up six.', 'It is down six per cent.', 'It fell over six months.', 'It doubled.', 'It was half of what we feared.', 'It fell by 40%.', 'It fell by 67 percentage points.', 'It rose by a third.', 'Six under fives were seen.']) assert.deepEqual(await kinds(text), [], text)
})

test('a figure that follows a hidden one, and the whole of a hidden part, tell it too', async () => {
  const before = sheet('hurt', { own: { '2019-20-q3': 3, '2019-20-q4': 9 } }, { name: 'Children hurt' })
  for (const text of ['It is up six.', 'It trebled.']) assert.deepEqual(await kinds(text, before), ['number-in-words'], text)
  const part = sheet('hurt', { own: { '2019-20-q4': 40 }, 'own sex=g': { '2019-20-q4': 2 } }, { name: 'Children hurt' })
  assert.deepEqual(await kinds('There were 38 fewer girls.', part), ['number-in-words'])
})

test('no number that the public sees is told by its neighbours', async () => {
  const open = sheet('hurt', { own: { '2019-20-q3': 19, '2019-20-q4': 13 } }, { name: 'Children hurt' })
  assert.deepEqual(await kinds('It is down six.', open), [])
})
