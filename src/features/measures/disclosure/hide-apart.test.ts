import assert from 'node:assert/strict'
import { test } from 'node:test'
import { protectSheets } from './protect-sheets.ts'
import { sheet } from './testing.ts'

const table = (girls: number) => sheet('missing', { own: { '2019-20-q4': girls + 30 }, 'own sex=g': { '2019-20-q4': girls }, 'own sex=b': { '2019-20-q4': 30 } })

async function hiddenIn(girls: number): Promise<readonly string[]> {
  const outcome = await protectSheets([table(girls)], [])
  return outcome.ok ? outcome.value.hidden.map(({ breakdown }) => breakdown) : assert.fail('refused')
}

test('while small numbers are hidden everybody else is served', async () => {
  let turns = 0
  const next = (): NodeJS.Immediate => setImmediate(() => ((turns += 1), (turning = next())))
  let turning = next()
  assert.deepEqual(await hiddenIn(3), ['sex=g', 'sex=b'])
  clearImmediate(turning)
  // Loading the solver and asking it takes the thread far longer than a hundred turns.
  assert.ok(turns > 100, `${turns} turns`)
})

test('whoever asks at once with others gets their own answer', async () => {
  assert.deepEqual(await Promise.all([3, 20, 5].map(hiddenIn)), [['sex=g', 'sex=b'], [], ['sex=g', 'sex=b']])
})
