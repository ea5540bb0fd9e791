import assert from 'node:assert/strict'
import { test } from 'node:test'
import { claimsNote } from '../glance/claims-note.ts'
import { commentaryOut } from './commentaries-for.ts'
import { nothingSaid, type Tie } from './model/commentary.ts'
import { sheetWith } from './testing.ts'

const read = (tie: Tie) => {
  const sheet = sheetWith([4, 5])
  const held = { standing: [sheet], shown: [sheet] }
  return commentaryOut({ measure: 'absence', content: { ...nothingSaid, happened: 'Recording improved.', claims: [tie] }, standing: { state: 'signed', signature: { by: 'Head of Inclusion', on: '2020-05-04' } } }, held)?.claims ?? []
}

test('words that their owner says are no claim are read as that, with the reason', () => {
  const claims = read({ words: 'Recording improved', noClaim: true, reason: 'It speaks of our records.' })
  assert.deepEqual(claims.map(({ words, verdict, reason }) => [words, verdict, reason]), [['Recording improved', 'no-claim', 'It speaks of our records.']])
  assert.match(String(claimsNote(claims)).replaceAll(/<[^>]+>/g, ''), /“Recording improved”: its owner says that this is no claim about a measure\. Why: It speaks of our records\./)
})

test('of an edition that was signed before a reason was asked for, none was kept', () => {
  assert.deepEqual(read({ words: 'Recording improved', noClaim: true }).map(({ verdict, reason }) => [verdict, reason]), [['no-claim', 'No reason was kept.']])
})
