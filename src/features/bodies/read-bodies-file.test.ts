import { test } from 'node:test'
import assert from 'node:assert/strict'
import { faultLine } from '#core/outcome.ts'
import { writeYaml } from '#platform/files/yaml-file.ts'
import { readBodiesFiles } from './read-bodies-file.ts'

const cabinet = `slug: cabinet
name: Cabinet
kind: cabinet
purpose: Decides.
meets-in-public: true
reports-to:
  - body: council
    cadence: monthly
terms-of-reference:
  source: the constitution
  quorum: { at-least: 3, substitutes-count: false, source: the constitution }
members:
  - { seat: Leader, organisation: Council, capacity: chair, votes: all, person: Ines Marlowe, from: 2021-05-10 }
`

function faults(text: string, held: readonly string[] = ['council']): string[] {
  const read = readBodiesFiles([{ name: 'b.yaml', text }], new Set(held))
  return read.ok ? [] : read.refusal.faults.map(faultLine)
}

test('a body written out is read again as the same body', () => {
  const read = readBodiesFiles([{ name: 'b.yaml', text: cabinet }], new Set(['council']))
  assert.ok(read.ok)
  const again = readBodiesFiles([{ name: 'b.yaml', text: writeYaml(read.value) }], new Set(['council']))
  assert.deepEqual(again, read)
})

test('a body may report to one that stands later in the files', () => {
  const council = 'slug: council\nname: Council\nkind: council\npurpose: Sets the budget.\nmeets-in-public: true\n'
  assert.deepEqual(faults(`${cabinet}---\n${council}`, []), [])
})

test('a body that reports to an unknown body, or to itself, is refused', () => {
  assert.deepEqual(faults(cabinet, []), ['b.yaml, row 1, reports-to[1].body: found "council". No body has this address word. Load that body too, or correct the word.'])
  assert.match(faults(cabinet.replace('body: council', 'body: cabinet'))[0] ?? '', /cannot report to itself/)
})

test('a body given twice is refused with the place of the first', () => {
  assert.deepEqual(faults(`${cabinet}---\n${cabinet}`), ['b.yaml, row 15, slug: found "cabinet". This body is given already in b.yaml, row 1. Give each body once.'])
})

test('a membership that ends before it begins, and a quorum that asks for nothing, are refused', () => {
  const found = faults(cabinet.replace('from: 2021-05-10', 'from: 2021-05-10, to: 2021-05-09').replace('at-least: 3, ', ''))
  assert.deepEqual(found, [
    'b.yaml, row 1, members[1].to: found "2021-05-09". This ends before it begins (2021-05-10). Correct one of the days.',
    'b.yaml, row 1, terms-of-reference.quorum: Give at-least (a number of members) or share (a share of the voting seats).',
  ])
})

test('an unknown field is refused by its own name and row', () => {
  assert.deepEqual(faults(`${cabinet}colour-of-chairs: red\n`), ['b.yaml, row 14, colour-of-chairs: There is no field called colour-of-chairs here. Take it out or correct its name.'])
})

test('YAML that cannot be read is refused with its row', () => {
  assert.match(faults('slug: cabinet\n  name: x\n')[0] ?? '', /^b\.yaml, row 1: This is not YAML that can be read/)
})
