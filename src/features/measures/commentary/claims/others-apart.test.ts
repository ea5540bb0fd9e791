import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MeasureSheet } from '../../sheets/sheet.ts'
import { nothingSaid } from '../model/commentary.ts'
import { calm, sheetWith } from '../testing.ts'
import { checkCommentary, openClaims } from './check-commentary.ts'

const checked = (happened: string, sheet: MeasureSheet) => checkCommentary({ ...nothingSaid, happened }, { own: sheet, others: new Map() }).claims
const verdicts = (text: string, sheet: MeasureSheet) => checked(text, sheet).map(({ verdict }) => verdict).join(' ')

const nearing = sheetWith([9, 8.5, 8, 7.5, 7], { others: { england: [5, 5.1, 5.2, 5.3, 5.4] } })
const leaving = sheetWith([7, 7.5, 8, 8.5, 9], { others: { england: [5, 5, 5, 5, 5] } })

test('whether a gap has narrowed is held against the figures of others at both times', () => {
  const said = 'The gap to England has narrowed. The gap has widened. We are closing the gap. We are catching up with England.'
  assert.equal(verdicts(said, nearing), 'supported not-supported supported supported')
  assert.equal(verdicts(said, leaving), 'not-supported supported not-supported not-supported')
  assert.equal(verdicts('The gap to England has not narrowed. The gap to the region has narrowed.', nearing), 'not-supported cannot-tell')
  assert.match(checked('The gap to England has narrowed.', nearing)[0]?.because ?? '', /^7\.0% in Q4 2019\/20 beside 5\.4% of England, and 7\.5% in Q3 2019\/20 beside 5\.3%, 9\.0% in Q4 2018\/19 beside 5\.0%\.$/)
})

test('a gap is not known where no newer figure of others is held, where it went both ways, or of somebody else', () => {
  assert.equal(verdicts('The gap to England has narrowed.', sheetWith([9, 8, 7], { others: { england: 5 } })), 'cannot-tell')
  assert.equal(verdicts('The gap to England has narrowed.', sheetWith([9, 8, 7, 6, 7], { others: { england: [5, 5, 5, 5, 5] } })), 'cannot-tell')
  assert.equal(verdicts('The gap to England has narrowed since last quarter.', sheetWith([9, 8, 7, 6, 7], { others: { england: [5, 5, 5, 5, 5] } })), 'not-supported')
  assert.equal(verdicts('The gap between boys and girls has narrowed.', nearing), 'cannot-tell')
  assert.equal(verdicts('The gap to the target has narrowed. The gap to target widened.', sheetWith([9, 8, 7, 6.5, 6], { target: 5 })), 'supported not-supported')
})

test('of a measure that is a gap its own figure narrows', () => {
  const gap = sheetWith([...calm, 5], { changes: { name: 'Gap in attainment', chart: { baseline: 12 } } })
  assert.equal(verdicts('The gap has narrowed. The gap has widened.', gap), 'supported not-supported')
})

test('the top quartile is looked for among the statistical neighbours', () => {
  const among = (value: number) => sheetWith([value], { neighbours: [2, 4, 5, 6, 7, 8, 9] })
  const said = 'We are in the top quartile. We are in the bottom quartile of our neighbours. We are in the top half.'
  assert.equal(verdicts(said, among(3)), 'supported not-supported supported', 'lower is better')
  assert.equal(verdicts(said, among(8.5)), 'not-supported supported not-supported')
  assert.match(checked('We are in the top quartile.', among(3))[0]?.because ?? '', /^Of the 8 figures of the council and its statistical neighbours 1 is lower than 3\.0% in Q4 2019\/20\.$/)
  assert.equal(verdicts('We are in the top quartile nationally.', among(3)), 'cannot-tell')
  assert.equal(verdicts('We are in the top quartile.', sheetWith([3], { neighbours: [2] })), 'cannot-tell')
  assert.equal(verdicts('We are in the top quartile.', sheetWith([3], { neighbours: [2, 4, 5], changes: { polarity: 'neither' } })), 'cannot-tell')
})

test('that nobody need worry is not borne out of a measure to look at first, and that a target will be met nothing shows', () => {
  const said = 'This is no longer a concern. There is no cause for concern. The position is under control.'
  assert.equal(verdicts(said, sheetWith([6], { target: 5, around: 0.5 })), 'not-supported not-supported not-supported')
  assert.equal(verdicts(said, sheetWith([4], { target: 5, around: 0.5 })), 'cannot-tell cannot-tell cannot-tell')
  assert.equal(verdicts('We will meet the target. The target will be met. We are set to meet our target.', sheetWith([4], { target: 5, around: 0.5 })), 'cannot-tell cannot-tell cannot-tell')
  assert.equal(verdicts('We aim to meet the target.', sheetWith([4], { target: 5 })), '', 'what the check proposes is none')
})

test('when it will be back on track may be said in the field that asks for it', () => {
  const found = checkCommentary({ ...nothingSaid, happened: 'It was 6%.', backOnTrack: 'We will meet the target by July.' }, { own: sheetWith([6], { target: 5 }), others: new Map() })
  assert.deepEqual(openClaims(found), [])
})

test('ahead of and behind the trajectory are held against the target of the period', () => {
  const said = 'We are ahead of trajectory. We are behind plan. We are on trajectory.'
  assert.equal(verdicts(said, sheetWith([4], { target: 5, around: 0.5 })), 'supported not-supported supported')
  assert.equal(verdicts(said, sheetWith([4])), 'cannot-tell cannot-tell cannot-tell')
})
