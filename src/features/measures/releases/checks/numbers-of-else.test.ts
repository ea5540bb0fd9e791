import assert from 'node:assert/strict'
import { test } from 'node:test'
import { protectSheets } from '../../disclosure/protect-sheets.ts'
import { sheet } from '../../disclosure/testing.ts'
import { hiddenNumbers } from './number-checks.ts'

/** Children waiting: 63 a year ago and 66 now, of whom three in the north, two in the east and four in the west are hidden. */
const waiting = sheet(
  'waiting',
  { own: { '2018-19-q4': 63, '2019-20-q4': 66 }, 'own team=north': { '2019-20-q4': 3 }, 'own team=east': { '2019-20-q4': 2 }, 'own team=west': { '2019-20-q4': 4 }, 'own team=south': { '2019-20-q4': 57 } },
  { name: 'Children waiting', counted: 'children' },
)

/** What is found in these words. */
async function found(happened: string, sheets = [waiting]) {
  const hidden = await protectSheets(sheets, [])
  const [shown = assert.fail()] = hidden.ok ? hidden.value.sheets : []
  const commentary = { happened, why: '', doing: [], backOnTrack: '', signedBy: 'Head of Inclusion', signedOn: '2020-07-01', claims: [] }
  return hiddenNumbers({ measure: 'waiting', sheet: shown, commentary }, { sheets, hidden })
}

const kinds = async (happened: string, sheets = [waiting]) => [...new Set((await found(happened, sheets)).map(({ kind }) => kind))]

test('a hidden number beside a noun that is plainly something else is warned of, and a reason lets it stand', async () => {
  for (const text of ['Two family hubs opened.', 'Three councillors visited.', 'Two schools took part.', 'There are 4 vacancies.', 'The three teams met.', 'Three in four families said so.', 'Hire two more workers.']) assert.deepEqual(await kinds(text), ['number-in-words'], text)
  assert.match((await found('Two family hubs opened.'))[0]?.message ?? '', /says “Two family hubs”, which may tell a hidden figure of “Children waiting”\. Say it without the number, unless it counts something else\./)
})

test('a hidden number of children, of families, or of nothing that is named stops it', async () => {
  for (const text of ['Three children in the North team waited.', 'Three waited in the north.', 'It was three.', 'It went from nine to three.', 'Two families waited.', 'Three in the North team.', 'Three more.', 'Two team children', 'Three changed schools.', 'Three hubs opened. Each has one child waiting: as many children as hubs.'])
    assert.ok((await kinds(text)).includes('number-hidden'), text)
})

test('a figure of an earlier period that the public sees is no hidden one, and what a whole leaves still is warned of', async () => {
  for (const text of ['It was 66, against 63 a year before.', 'It is up from 63.', 'A year ago it was 63.']) assert.deepEqual(await kinds(text), [], text)
  for (const text of ['Of these 63 waited elsewhere.', 'From the other teams came 63.']) assert.deepEqual(await kinds(text), ['number-in-words'], text)
})

test('a number that the measure itself shows is not taken for a hidden one of another measure, unless it is small', async () => {
  const other = sheet('moved', { own: { '2019-20-q4': 69 }, 'own sex=b': { '2019-20-q4': 66 }, 'own sex=g': { '2019-20-q4': 3 } }, { name: 'Moves of homes' })
  assert.deepEqual(await kinds('It was 66.', [waiting, other]), [])
  const one = sheet('moved', { own: { '2019-20-q4': 5 } }, { name: 'Moves of homes' })
  assert.deepEqual(await kinds('Five meetings were held.', [waiting, one]), ['number-in-words'])
})
