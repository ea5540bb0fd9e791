import assert from 'node:assert/strict'
import { test } from 'node:test'
import { againstOthers } from './against-others.ts'
import { againstTarget } from './against-target.ts'

const figure = { value: 80, interval: { lower95: 75, upper95: 84 } }

test('a target is met or missed only where the whole interval says so', () => {
  assert.equal(againstTarget(figure, 75, 'higher').kind, 'met')
  assert.equal(againstTarget(figure, 76, 'higher').kind, 'cannot-tell')
  assert.equal(againstTarget(figure, 84, 'higher').kind, 'cannot-tell')
  assert.equal(againstTarget(figure, 84.1, 'higher').kind, 'missed')
  assert.equal(againstTarget(figure, 84, 'lower').kind, 'met')
  assert.equal(againstTarget(figure, 83, 'lower').kind, 'cannot-tell')
  assert.equal(againstTarget(figure, 74.9, 'lower').kind, 'missed')
})

test('a figure without an interval is compared as it stands, and says so', () => {
  assert.deepEqual(againstTarget({ value: 80 }, 80, 'higher'), { kind: 'met', target: 80, hasInterval: false })
  assert.deepEqual(againstTarget({ value: 79.9 }, 80, 'higher'), { kind: 'missed', target: 80, hasInterval: false })
})

test('without a target, a figure or a better side there is nothing to meet', () => {
  assert.deepEqual(againstTarget(figure, undefined, 'higher'), { kind: 'none', why: 'no-target' })
  assert.deepEqual(againstTarget({ value: undefined }, 80, 'higher'), { kind: 'none', why: 'no-figure' })
  assert.deepEqual(againstTarget(figure, 80, 'neither'), { kind: 'none', why: 'neither-is-better' })
})

test('a figure is similar to another that its interval holds, and else better or worse by polarity', () => {
  assert.equal(againstOthers(figure, 75, 'higher').kind, 'similar')
  assert.equal(againstOthers(figure, 74, 'higher').kind, 'better')
  assert.equal(againstOthers(figure, 85, 'higher').kind, 'worse')
  assert.equal(againstOthers(figure, 74, 'lower').kind, 'worse')
  assert.equal(againstOthers(figure, 85, 'lower').kind, 'better')
})

test('where neither side is better, the words are higher and lower', () => {
  assert.equal(againstOthers(figure, 74, 'neither').kind, 'higher')
  assert.equal(againstOthers(figure, 85, 'neither').kind, 'lower')
})

test('without an interval no difference is called one', () => {
  assert.deepEqual(againstOthers({ value: 80 }, 85, 'higher'), { kind: 'none', why: 'no-interval' })
  assert.equal(againstOthers({ value: 80 }, 80, 'higher').kind, 'similar')
})
