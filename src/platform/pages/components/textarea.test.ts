import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textarea } from './textarea.ts'

const written = (value: string) => textarea({ name: 'text', label: { text: 'Text' }, value }).toString()

test('a text that begins with an empty line comes back with it, though browsers drop the first', () => {
  assert.match(written('\nSecond line'), />\n\nSecond line<\/textarea>/)
  assert.match(written('\r\nSecond line'), />\n\r\nSecond line<\/textarea>/)
  assert.match(written('First line'), />First line<\/textarea>/)
})

test('what was typed cannot end the field', () => {
  assert.match(written('</textarea><script>'), />&lt;\/textarea&gt;&lt;script&gt;<\/textarea>/)
})
