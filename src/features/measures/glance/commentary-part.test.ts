import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entryOf } from '../dashboards/testing.ts'
import { confirmedKey, confirmedLast } from '../releases/store/published-entries.ts'
import { commentaryPart } from './commentary-part.ts'

const entry = entryOf({ measure: 'plans', values: [50, 40] })
const out = (version: number, isConfirmed: boolean) => ({ body: 'panel', period: '2019-20-q4', version, publishedAt: new Date(`2020-0${version}-01`), entry: { ...entry, isConfirmed } })

test('where the owner has not confirmed a figure since it was corrected, the way leads to what they confirmed before', () => {
  const confirmedBefore = confirmedLast([out(1, true), out(2, true), out(3, false)]).get(confirmedKey(entry))
  assert.deepEqual(confirmedBefore, { body: 'panel', period: '2019-20-q4', version: 2 })
  const said = String(commentaryPart({ ...entry, isConfirmed: false, ...(confirmedBefore === undefined ? {} : { confirmedBefore }) }))
  assert.match(said, /Not confirmed as it stands\.<\/strong> Its owner \(<bdi>Head of Inclusion<\/bdi>\) confirmed the figure as it was published before, and has not confirmed it since: <a [^>]*href="\/dashboards\/panel\/2019-20-q4\?version=2"/)
  assert.doesNotMatch(said, /said nothing/)
})

test('an owner who never confirmed the period is said to have said nothing, whatever they confirmed of another', () => {
  const other = { ...out(1, true), entry: { ...entry, sheet: { ...entry.sheet, asOf: '2019-20-q3' } } }
  assert.equal(confirmedLast([other]).get(confirmedKey(entry)), undefined)
  assert.match(String(commentaryPart({ ...entry, isConfirmed: false })), /has not confirmed this figure, and has said nothing of it/)
})
