import { test } from 'node:test'
import assert from 'node:assert/strict'
import { date } from '#core/dates.ts'
import { faultLine } from '#core/outcome.ts'
import { readMeetingsFiles } from './read-meetings-file.ts'
import { withoutReportsToFollow } from '../record/meeting-draft.ts'
import { filesInMemory } from '../testing.ts'

const today = date('2023-07-03')
const bodies = new Set(['cabinet', 'panel'])

const report = `---
title: School places
frame: panel
---
## Summary

There are 312 places.
`

function meeting(more: string): string {
  return `body: panel
date: 2023-07-07
time: "10:00"
status: agenda-published
issued: 2023-06-29
items:
  - number: 1
    title: Apologies
  - number: 2
    title: School places
${more}`
}

async function faults(files: Record<string, string>, on = today): Promise<string[]> {
  const read = await readMeetingsFiles([filesInMemory(files)], bodies, on)
  return read.ok ? [] : read.refusal.faults.map(faultLine)
}

test('a meeting is read with the papers beside its file', async () => {
  const read = await readMeetingsFiles([filesInMemory({ 'm.yaml': meeting('    report: places.md\n'), 'places.md': report })], bodies, today)
  assert.ok(read.ok)
  const [draft] = read.value
  assert.deepEqual(draft?.papers.map((paper) => [paper.id, paper.title]), [['item-2-report', 'School places']])
  assert.equal(draft?.papers[0]?.text?.blocks.length, 2)
})

test('a meeting to come is neither held nor adjourned, and no decision on openness is of a day to come', async () => {
  for (const status of ['held', 'minutes-draft', 'minutes-confirmed', 'adjourned']) {
    assert.match((await faults({ 'm.yaml': meeting('').replace('agenda-published', status) })).join(), new RegExp(`^m\\.yaml, row 4, status: found "${status}"\\. This meeting is still to come \\(2023-07-07\\)`))
    assert.deepEqual(await faults({ 'm.yaml': meeting('').replace('agenda-published', status) }, date('2023-07-07')), [])
  }
  const decided = (on: string) => meeting(`    exempt: { paragraph: 3, reason: It would harm the tender. }\n    withheld: { decided-on: ${on} }\n  - { number: 3, title: Buses, released: { decided-by: Monitoring Officer, decided-on: ${on} } }\n`)
  assert.deepEqual(await faults({ 'm.yaml': decided('2023-07-03') }), [])
  assert.deepEqual((await faults({ 'm.yaml': decided('2023-07-04') })).map((line) => /items\S+: found "[^"]+"/.exec(line)?.[0]), ['items[2].withheld.decided-on: found "2023-07-04"', 'items[3].released.decided-on: found "2023-07-04"'])
})

test('the state of a meeting is no part of what its papers say', async () => {
  const [one, other] = await Promise.all(
    ['agenda-published', 'held'].map((status) => readMeetingsFiles([filesInMemory({ 'm.yaml': meeting('').replace('agenda-published', status) })], bodies, date('2023-07-07'))),
  )
  assert.ok(one?.ok && other?.ok)
  assert.equal(one.value[0]?.fingerprint, other.value[0]?.fingerprint)
})

test('a changed word in a report changes the fingerprint', async () => {
  const read = (text: string) => readMeetingsFiles([filesInMemory({ 'm.yaml': meeting('    report: places.md\n'), 'places.md': text })], bodies, today)
  const [one, other] = [await read(report), await read(report.replace('312', '313'))]
  assert.ok(one.ok && other.ok)
  assert.notEqual(one.value[0]?.fingerprint, other.value[0]?.fingerprint)
})

test('an agenda issued with fewer than five clear working days is refused without the chair’s reason', async () => {
  const late = meeting('').replace('2023-06-29', '2023-06-30')
  assert.deepEqual(await faults({ 'm.yaml': late }), [
    'm.yaml, row 1, late-reason: The agenda was issued 4 clear working days before the meeting; the law asks for 5. Give the chair\'s reason for urgency.',
  ])
  assert.deepEqual(await faults({ 'm.yaml': `${late}late-reason: A school closed without notice.\n` }), [])
})

test('every fault of a file is named at once, by file, row and field', async () => {
  const found = await faults({
    'm.yaml': `body: nobody
date: 2023-02-30
status: perhaps
colour: red
items:
  - number: one
    title: ""
`,
  })
  assert.deepEqual(found, [
    'm.yaml, row 2, date: found "2023-02-30". Give a day that exists, as 2023-07-07',
    'm.yaml, row 3, status: found "perhaps". Give one of: planned, agenda-published, held, minutes-draft, minutes-confirmed, cancelled, adjourned',
    'm.yaml, row 6, items[1].number: found "one". Give the number of the item',
    'm.yaml, row 7, items[1].title: found "". Give the title of the item',
    'm.yaml, row 4, colour: There is no field called colour here. Take it out or correct its name.',
  ])
})

test('a body that is not held, a meeting given twice and items out of order are refused', async () => {
  const twice = `${meeting('').replace('number: 2', 'number: 1')}---\n${meeting('').replace('body: panel', 'body: choir').replace('2023-07-07', '2023-07-07')}---\n${meeting('')}`
  const found = await faults({ 'm.yaml': twice })
  assert.deepEqual(found, [
    'm.yaml, row 24, date: found "panel on 2023-07-07". This meeting is given already in m.yaml, row 1. Give each meeting once.',
    'm.yaml, row 9, items[2].number: found "1". Items go up in number; the one before is 1.',
    'm.yaml, row 12, body: found "choir". No body has this address word. Load the body first, or correct the word.',
  ])
})

test('a paper that is missing or cannot be read refuses the whole load', async () => {
  assert.deepEqual(await faults({ 'm.yaml': meeting('    report: places.md\n') }), ['m.yaml, row 11, items[2].report: found "places.md". Put the file beside this one, or correct its name.'])
  assert.match((await faults({ 'm.yaml': meeting('    report: places.md\n'), 'places.md': report.replace('## Summary', '<b>Summary</b>') }))[0] ?? '', /^places\.md, row 5: .*HTML/)
})

test('a report that is to follow may have been begun: it is kept, and no part of what is published', async () => {
  const read = await readMeetingsFiles([filesInMemory({ 'm.yaml': meeting('    to-follow: true\n    report: places.md\n'), 'places.md': report })], bodies, today)
  assert.ok(read.ok)
  const [draft] = read.value
  assert.deepEqual([draft?.papers.length, draft && withoutReportsToFollow(draft).papers.length], [1, 0])
})

test('a document beside the pack is read with its kind and its name; what is too large, of another kind or not what its name says is refused', async () => {
  const appendix = (file: string) => meeting(`    appendices:\n      - { title: The figures, attachment: ${file} }\n`)
  const read = await readMeetingsFiles([filesInMemory({ 'm.yaml': appendix('item-2-appendix-1/Übersicht (final).csv'), 'item-2-appendix-1/Übersicht (final).csv': 'Year;Places\n2023;312\n' })], bodies, today)
  assert.ok(read.ok, JSON.stringify(read))
  const [paper] = read.value[0]?.papers ?? []
  assert.deepEqual([paper?.attachment?.name, paper?.attachment?.mediaType, paper?.text], ['Übersicht (final).csv', 'text/csv', undefined])
  assert.match((await faults({ 'm.yaml': appendix('a.pdf'), 'a.pdf': 'no PDF' }))[0] ?? '', /a\.pdf cannot be used/)
  assert.match((await faults({ 'm.yaml': appendix('a.md'), 'a.md': 'words' }))[0] ?? '', /a Markdown text\. Give a PDF/)
  assert.match((await faults({ 'm.yaml': appendix('a.csv'), 'a.csv': `a\n${'1\n'.repeat(26 * 1024 * 1024)}` }))[0] ?? '', /50 MB/)
  assert.match((await faults({ 'm.yaml': appendix('../a.csv'), 'a.csv': 'a' }))[0] ?? '', /without a path that leaves its folder/)
})

test('an appendix keeps its number where one before it is gone', async () => {
  const numbered = (more: string) => meeting(`    appendices:\n      - { title: Costs, note: Held elsewhere., number: 2 }\n      - { title: Maps, note: Held elsewhere.${more} }\n`)
  const read = await readMeetingsFiles([filesInMemory({ 'm.yaml': numbered('') })], bodies, today)
  assert.deepEqual(read.ok && read.value[0]?.papers.map(({ id }) => id), ['item-2-appendix-2', 'item-2-appendix-3'])
  assert.match((await faults({ 'm.yaml': numbered(', number: 2') }))[0] ?? '', /Appendices go up in number; the one before is 2/)
})

test('an agenda cannot have been issued on a day that is still to come', async () => {
  assert.match((await faults({ 'm.yaml': meeting('').replace('2023-06-29', '2023-07-04') }))[0] ?? '', /issued: found "2023-07-04"\. This day is still to come/)
})
