import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entryOf } from '../dashboards/testing.ts'
import { assuranceWords } from '../glance/icons-of.ts'

const level = [70, 71, 69, 70, 72, 70, 71, 69, 70, 71, 70, 69, 70, 71, 69, 70]
/** The judgement of these figures and then a last one, against a target. */
const judged = (last: number, target: number) => entryOf({ measure: 'plans', values: [...level, last], definition: { targets: [{ from: '2000-01-q1', value: target, whose: 'council', setBy: 'Cabinet' }] } }).sheet.judgement

test('a figure that misses a target which its process reaches is said to, in the sentence and beside the icon', () => {
  const judgement = judged(40, 60)
  assert.deepEqual([judgement.rag, judgement.time.assurance], ['red', 'always'])
  assert.match(judgement.sentence, /lower limit\. This figure misses the target; any figure within the limits of the process would reach it\. The target of 60\.0% .* is missed/)
  assert.doesNotMatch(judgement.sentence, /is reached by this process as it is/)
  assert.equal(assuranceWords(judgement), 'This figure misses the target; any figure within the limits of the process would reach it')
})

test('a figure that meets a target which its process never reaches is said to', () => {
  const judgement = judged(99, 90)
  assert.deepEqual([judgement.target.found.kind, judgement.time.assurance], ['met', 'never'])
  assert.match(judgement.time.note, /This figure meets the target; no figure within the limits of the process would\.$/)
})

test('a target that chance alone decides on is said to be missed where it is', () => {
  assert.match(judged(69, 70).time.note, /^No signal: .* This figure misses the target; within the limits of the process some figures reach it and others miss it, by chance\.$/)
  assert.match(judged(71, 70).time.note, /The target is reached in some periods and missed in others, by chance\.$/)
})

test('where figure and process agree, the process alone is said', () => {
  assert.deepEqual([judged(70, 60), judged(70, 90)].map((judgement) => assuranceWords(judgement)), ['The target is reached by this process as it is', 'The target is outside what this process reaches'])
  assert.equal(assuranceWords(entryOf({ measure: 'plans', values: [70] }).sheet.judgement), undefined)
})
