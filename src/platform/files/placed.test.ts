import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { placed } from './placed.ts'
import { readYaml } from './yaml-file.ts'

const schema = z.strictObject({ name: z.string(), areas: z.array(z.strictObject({ personName: z.string() })) })

test('a fault found after reading names the row of its own field, and lists count from 1', () => {
  const read = readYaml('a.yaml', 'name: One\nareas:\n  - person-name: A\n  - person-name: B\n', schema)
  assert.ok(read.ok)
  const [entry = assert.fail()] = read.value
  assert.deepEqual(placed(entry, { field: 'areas[2].person-name', found: 'B', message: 'Who?' }), { file: 'a.yaml', row: 4, field: 'areas[2].person-name', found: 'B', message: 'Who?' })
  assert.deepEqual(placed(entry, { field: 'areas[2].from', message: 'When?' }), { file: 'a.yaml', row: 4, field: 'areas[2].from', message: 'When?' })
  assert.deepEqual(placed(entry, { message: 'All of it' }), { file: 'a.yaml', row: 1, field: 'the document', message: 'All of it' })
})

test('a field that chooses between forms is refused with the words that it may hold', () => {
  const form = z.strictObject({ entry: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('dated') }), z.strictObject({ kind: z.literal('possible') }), z.strictObject({ kind: z.literal('standing') })]) })
  const refused = (text: string) => {
    const read = readYaml('a.yaml', text, form)
    return read.ok ? [] : read.refusal.faults.map(({ row, field, found, message }) => [row, field, found, message])
  }
  assert.deepEqual(refused('entry:\n  kind: someday\n'), [[2, 'entry.kind', 'someday', 'Give kind as dated, possible or standing']])
  assert.deepEqual(refused('entry: {}\n'), [[1, 'entry.kind', undefined, 'This is missing. Give kind as dated, possible or standing']])
})
