import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isPlaceEmpty, partsInImport, partsWith, withoutParts } from './parts-in-import.ts'

const imported = `## Summary

Places rose.

## Recommendations

The Board is asked to:

1. note the **plan** for [places](https://example.org);
2. agree R\\&D; and

## 5. Legal implications

None arise.

The Act applies.

## Background papers

None.

## Contact points

Scrutiny office

- Places team

## Financial implications

| Year | Cost |
| - | - |
| 2023 | 4 |
`

const found = partsInImport(imported)

test('sections that a part of the form is made for are found by their headings, with their plain words', () => {
  assert.deepEqual(found.map(({ part, heading, entries }) => [part, heading, entries]), [
    ['recommendations', 'Recommendations', ['note the plan for places', 'agree R&D']],
    ['implications', 'Legal implications', ['None arise.', 'The Act applies.']],
    ['backgroundPapers', 'Background papers', []],
    ['contactPoints', 'Contact points', ['Scrutiny office', 'Places team']],
  ])
})

test('a section with a table, a picture, a note or headings in it, or without words, stays in the text', () => {
  for (const inside of ['![a](b.png)', 'Words.[^1]', '### More\n\nWords.', '', 'Table: T\n\n| a |']) assert.deepEqual(partsInImport(`## HR implications\n\n${inside}\n`), [], inside)
  assert.equal(partsInImport('## Implications for schools\n\nWords.').length, 0)
})

test('what is moved leaves the text, and everything else stays as it was', () => {
  assert.equal(withoutParts(imported, found), '## Summary\n\nPlaces rose.\n\n## Financial implications\n\n| Year | Cost |\n| - | - |\n| 2023 | 4 |')
  assert.equal(withoutParts(imported, []), imported.trim())
})

test('what is moved comes after what stands in the part already', () => {
  const standing = { recommendations: { recommendations: ['thank the officers'] } }
  const parts = partsWith(standing, found)
  assert.deepEqual(parts.recommendations?.recommendations, ['thank the officers', 'note the plan for places', 'agree R&D'])
  assert.deepEqual(parts.implications?.implications, [{ heading: 'Legal implications', text: 'None arise.\nThe Act applies.' }])
  assert.deepEqual(parts.closing, { supportingInformation: [], contactPoints: ['Scrutiny office', 'Places team'], backgroundPapers: [] })
  assert.deepEqual(partsWith(standing, []), {})
})

test('a place is empty where nobody has written in it, and a statement that there are no background papers is something', () => {
  const [recommendations, legal, papers] = found
  assert.ok(recommendations && legal && papers)
  assert.ok([recommendations, legal, papers].every((one) => isPlaceEmpty({}, one)))
  const written = { recommendations: { recommendations: ['note it'] }, implications: { implications: [{ heading: 'Legal Implications', text: 'None.' }] }, closing: { supportingInformation: [], contactPoints: [], backgroundPapers: [] } }
  assert.ok([recommendations, legal, papers].every((one) => !isPlaceEmpty(written, one)))
})
