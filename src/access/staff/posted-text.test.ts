import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { cleanText, isCleanText } from '#platform/documents/clean-text.ts'
import { readYaml, writeYaml } from '#platform/files/yaml-file.ts'
import { postedForm } from './posted-form.ts'

const strange = 'A\u0001 b\u001B c\u000B d\u0096 e\uFFFE f\u202Eg\uFEFF\r\ni\tj \uD800k'

test('control characters and halves of characters are seen as a mark, marks that turn words are left out, lines and letters stay', () => {
  assert.equal(cleanText(strange), 'A\uFFFD b\uFFFD c\uFFFD d\uFFFD e\uFFFD fg\ni\tj \uFFFDk')
  assert.equal(cleanText('Zoë O’Neill – \u2067٣\u2069 ✓ 你好 👩‍👧'), 'Zoë O’Neill – \u2067٣\u2069 ✓ 你好 👩‍👧')
})

test('what was cleaned is clean, whatever its line ends', () => {
  assert.equal(isCleanText(cleanText(strange)), true)
  assert.equal(isCleanText('one\r\ntwo'), true)
  for (const text of ['\u0001', '\u202E', '\uFEFF', '\uD800', '\u0085']) assert.equal(isCleanText(text), false, JSON.stringify(text))
})

test('what any form takes, an export writes and an import reads again', () => {
  const typed = postedForm([['words', strange]]).text('words')
  const sheet = z.object({ words: z.string() })
  for (const words of [typed, strange]) {
    const read = readYaml('sheet.yaml', writeYaml([{ words }]), sheet)
    assert.ok(read.ok, read.ok ? '' : JSON.stringify(read.refusal))
    assert.equal(read.value[0]?.value.words, cleanText(strange))
  }
})
