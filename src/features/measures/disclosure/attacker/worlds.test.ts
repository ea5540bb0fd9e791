import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MeasureSheet } from '../../sheets/sheet.ts'
import { attackByProgram, play, publish } from './testing/attacks.ts'
import { RandomWorld } from './testing/random-world.ts'
import { dice } from './testing/truth.ts'

async function attackWorld(seed: number, given: { readonly isYearStale?: boolean } = {}): Promise<number | undefined> {
  const roll = dice(seed + 20_000)
  const world = new RandomWorld(roll, given)
  const earlier: MeasureSheet[] = []
  const releases = 1 + roll(3)
  let attacked = 0
  for (let number = 1; number <= releases; number += 1) {
    const before = new Set(world.truth.numbers.keys())
    const shown = await publish(world.release(number), earlier)
    if (shown === undefined) return undefined
    // A release answers for what it brings; of what was hidden before it, or what nobody gives, for what those before it and measures that are exempt did not tell.
    const known = { sheets: [...earlier, ...shown.filter(({ definition }) => definition.policy === 'none')], isOf: (name: string) => before.has(name) || !isGiven(name) }
    earlier.push(...shown)
    attacked += await attackByProgram(world.truth, earlier, `world ${seed}, release ${number}`, { guarded: world.guarded, known })
  }
  return attacked
}

function isGiven(name: string): boolean {
  return /\|(?:value|numerator|denominator)@/.test(name)
}

test('measures defined by lot, in up to three releases with corrections, tell no small number', () => play(40, (game) => attackWorld(10 * game), { mayRefuse: true }))

test('what nobody gave is not taken for nought because it is: whoever does not know that cannot place the others by it', () => play(1, () => attackWorld(354)))

// Sums by cells whose parts have rows and columns alone, and sums that are named after figures of them were corrected.
for (const seed of [154, 186, 358, 372]) test(`what was once placed too closely in world ${seed} no longer is`, async () => assert.notEqual(await attackWorld(seed), 0))

test('a sum that does not add up any more does not untie what else a release hid', () => play(10, (game) => attackWorld(game + 40, { isYearStale: true }), { mayRefuse: true }))
