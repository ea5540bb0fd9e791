import assert from 'node:assert/strict'
import { test } from 'node:test'
import { approvedInWords } from './approved-words.ts'
import type { CommentaryOut } from './release.ts'

const signed = (signedBy: string): { readonly commentary: CommentaryOut } => ({ commentary: { happened: '', why: '', doing: [], backOnTrack: '', signedBy, signedOn: '2020-07-01', claims: [] } })
const approved = { approvedBy: 'Director', approvedOn: '2020-07-08' }

test('a post that approved what it signed itself is said to have done so, and of how much', () => {
  assert.equal(approvedInWords(approved, [signed('Head of Care'), {}]), 'Approved by the Director, 8 July 2020.')
  assert.equal(approvedInWords(approved, [signed('Head of Care'), signed('the director'), {}]), 'Approved by the Director, 8 July 2020. The same post signed 1 of the 2 commentaries in it.')
  assert.equal(approvedInWords(approved, [signed('Director'), signed('Director')]), 'Approved by the Director, 8 July 2020. The same post signed both commentaries in it.')
  assert.equal(approvedInWords(approved, [signed('Director')]), 'Approved by the Director, 8 July 2020. The same post signed the commentary in it.')
})

test('no article stands twice, and of nobody nothing is said', () => {
  assert.equal(approvedInWords({ approvedBy: 'The Queen', approvedOn: '' }, []), 'Approved by the Queen.')
  assert.equal(approvedInWords({ approvedBy: '', approvedOn: '' }, []), '')
})
