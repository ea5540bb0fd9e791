import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paperDocument } from './paper-document.ts'

test('a page that begins inside a block can be found by its number too', () => {
  const paper = { id: 'item-6-report', item: 6, title: 'Budget', position: 1, isPublic: true, pictures: [], pages: { from: 30, to: 31 }, blockPages: [30], blocks: [{ kind: 'paragraph', content: [{ kind: 'text', text: 'Long.' }] }] } as const
  const written = String(paperDocument(paper, 'report', { headingLevel: 3, pictureAddress: () => '', fileAddress: () => '', notes: [], itemTitle: 'Budget' }))
  assert.match(written, /id="page-30"[^>]*>Pages 30 and <span id="page-31" tabindex="-1">31<\/span> of the pack, item 6</)
})
