import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { faultLine } from '#core/outcome.ts'
import { readYaml, writeYaml } from './yaml-file.ts'

const river = z.strictObject({
  name: z.string('Give the name of the river').min(1, 'Give the name of the river'),
  kind: z.enum(['brook', 'stream']),
  isTidal: z.boolean(),
  shortNames: z.array(z.string()).default([]),
})

function faults(text: string): string[] {
  const read = readYaml('rivers.yaml', text, river)
  return read.ok ? [] : read.refusal.faults.map(faultLine)
}

test('a field of two words has a hyphen in the file and none in the record, and is written back with it', () => {
  const text = 'name: Teme\nkind: stream\nis-tidal: false\nshort-names:\n  - T\n'
  const read = readYaml('rivers.yaml', text, river)
  assert.deepEqual(read.ok && read.value[0]?.value, { name: 'Teme', kind: 'stream', isTidal: false, shortNames: ['T'] })
  assert.equal(writeYaml(read.ok ? [read.value[0]?.value] : []), text)
})

test('what is missing or of the wrong kind is said in the reader’s words', () => {
  assert.deepEqual(faults('name: 7\nkind: lake\n'), [
    'rivers.yaml, row 1, name: found "7". Give the name of the river',
    'rivers.yaml, row 2, kind: found "lake". Give one of: brook, stream',
    'rivers.yaml, row 1, is-tidal: This is missing. Give true or false',
  ])
})

test('a control character is refused by its field, also when it is written as an escape', () => {
  assert.match(faults('name: "Te\\0me"\nkind: stream\nis-tidal: false\n')[0] ?? '', /row 1, name: .*control character/)
  assert.match(faults('name: Teme\u202Efdp\nkind: stream\nis-tidal: false\n')[0] ?? '', /row 1, name: .*control character/)
})

test('a file that is not UTF-8 is refused as such', () => {
  assert.match(faults(Buffer.from('name: Teme', 'utf16le').toString())[0] ?? '', /Save the file as UTF-8/)
})

test('a table is refused as such, and it is said what a file looks like', () => {
  for (const text of ['slug;name;kind\na;b;c\n', 'slug,name,kind\na,b,c\n', 'A letter.', '7']) {
    assert.match(faults(text).join('\n'), /^rivers\.yaml, row 1, the document: found .*Write each as “name: value” on a line of its own.*a table \(CSV\) is not read$/)
  }
})

test('a file that grows without end by reference is refused', () => {
  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]', ...'bcdefg'.split('').map((letter, index) => `${letter}: &${letter} [${Array(9).fill(`*${'abcdefg'[index]}`).join(', ')}]`)].join('\n')
  assert.match(faults(bomb)[0] ?? '', /repeats itself by reference too often/)
})

test('a field given twice is refused with its row', () => {
  assert.match(faults('name: Teme\nname: Salwarpe\nkind: stream\nis-tidal: false\n')[0] ?? '', /row 2: .*Map keys must be unique/)
})

test('names that JavaScript gives a meaning are no fields', () => {
  assert.match(faults('name: Teme\nkind: stream\nis-tidal: false\n__proto__: { is-tidal: true }\n').join(), /There is no field called __proto__/)
})

test('a field written with a capital is no field, so that it cannot stand for another', () => {
  assert.deepEqual(faults('name: Teme\nkind: stream\nis-tidal: false\nisTidal: true\n'), ['rivers.yaml, row 4, isTidal: There is no field called isTidal here. Take it out or correct its name.'])
})

test('half a character is refused by its field', () => {
  assert.match(faults('name: "Te\\uD800me"\nkind: stream\nis-tidal: false\n')[0] ?? '', /row 1, name: .*control character/)
})

test('a file that is nested without end is refused in one line', () => {
  for (const text of ['['.repeat(20_000), '- '.repeat(20_000), '{a: '.repeat(20_000)]) {
    assert.deepEqual(faults(text), ['rivers.yaml, row 1: This is nested too deeply to be read. Write each record as docs/formats.md shows.'])
  }
})

test('what is wrong is said once a line, and no more of it than anybody reads', () => {
  assert.deepEqual(faults('name: ]\n').map((line) => line.split(':')[0]), ['rivers.yaml, row 1'])
  const many = faults('name: Teme\n'.repeat(500))
  assert.equal(many.length, 201)
  assert.match(many[0] ?? '', /row 2: .*Map keys must be unique/)
  assert.equal(many.at(-1), 'rivers.yaml: There are 299 faults more. Correct these first.')
})
