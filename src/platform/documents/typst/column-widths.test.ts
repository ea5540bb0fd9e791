import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blocksTypst } from './blocks-typst.ts'
import { typeset } from './typeset.ts'

/** Checks within the typesetter, each a line of its language. */
async function holds(...checks: readonly string[]): Promise<void> {
  const source = ['#import "blocks.typ": *', '#set document(title: "Columns")', ...checks.map((check) => `#assert(${check}, message: ${JSON.stringify(check)})`), 'Done.'].join('\n')
  const outcome = await typeset({ source, data: null, files: new Map([blocksTypst]) })
  assert.ok(outcome.ok, JSON.stringify(outcome))
}

test('a column of a table is never narrower than its longest word, as long as the longest words of all have room', async () => {
  const columns = '((word: 12, share: 31), (word: 9, share: 9), (word: 16, share: 29), (word: 9, share: 80))'
  await holds(`column-shares(${columns}, 90).zip((12, 9, 16, 9)).all(((share, word)) => share >= word)`, `calc.abs(column-shares(${columns}, 90).sum() - 90) < 0.001`)
})

test('what is left goes by what the columns ask for, and where the words have no room everything does', async () => {
  await holds('column-shares(((word: 9, share: 5), (word: 9, share: 20), (word: 9, share: 40)), 69) == (9, 20, 40)', 'column-shares(((word: 50, share: 30), (word: 50, share: 60)), 90) == (30, 60)')
})
