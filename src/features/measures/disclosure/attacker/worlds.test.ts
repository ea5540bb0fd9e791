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
    const shown = await publish(world.release(number), earlier)
    if (shown === undefined) return undefined
    earlier.push(...shown)
    attacked += await attackByProgram(world.truth, earlier, `world ${seed}, release ${number}`, world.guarded)
  }
  return attacked
}

test('measures defined by lot, in up to three releases with corrections, tell no small number', () => play(34, attackWorld, { mayRefuse: true }))

test('a sum that does not add up any more does not untie what else a release hid', () => play(10, (game) => attackWorld(game + 23, { isYearStale: true }), { mayRefuse: true }))
