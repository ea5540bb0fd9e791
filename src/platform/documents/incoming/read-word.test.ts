import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readWord } from './read-word.ts'
import { hostileFiles } from './testing/hostile-files.ts'
import { dot, messageOf } from './testing/read-word-here.ts'
import { paragraph, picture, wordFile } from './testing/word-file.ts'

test('what cannot be read is refused by the process, which ends as it should', async () => {
  const macros = wordFile({ body: '', more: [{ name: 'word/vbaProject.bin', content: 'x' }] })
  assert.match(messageOf(await readWord(macros)), /macros/)
  assert.match(messageOf(await readWord(hostileFiles['bomb that lies about its size']?.() ?? macros)), /damaged/)
})

test('a document that takes too long or too much memory is given up, and the site goes on', async () => {
  const large = wordFile({ body: Array.from({ length: 40_000 }, (_, index) => paragraph(`Paragraph ${index}`)).join('') })
  assert.match(messageOf(await readWord(large, { seconds: 0.3 })), /too long or too much memory/)
  assert.match(messageOf(await readWord(large, { megabytes: 90 })), /too long or too much memory/)
  assert.match(messageOf(await readWord(large)), /too much for one report/)
})

test('a document is read in a process of its own, which gives back its text and the bytes of its pictures', async () => {
  const outcome = await readWord(wordFile({ body: `${paragraph('Words.')}<w:p>${picture('one.png', 'A dot')}</w:p>`, pictures: [['one.png', dot]] }))
  assert.ok(outcome.ok)
  assert.equal(outcome.value.markdown, 'Words.\n\n![A dot](picture-1.png)\n')
  assert.ok(dot.equals(outcome.value.pictures[0]?.bytes ?? Buffer.alloc(0)))
})
