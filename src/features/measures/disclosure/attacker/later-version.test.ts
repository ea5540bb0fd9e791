import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import type { MeasureSheet } from '../../sheets/sheet.ts'
import { sheet } from '../testing.ts'
import { publish } from './testing/attacks.ts'

const own = { '2019-20-q2': 4, '2019-20-q3': 30, '2019-20-q4': 3 }
const exempt = { policy: 'none', exempt: 'Counted by placement from now on.' } as const

const pointsIn = (sheets: readonly MeasureSheet[] | undefined) => Object.fromEntries((sheets?.[0]?.series[0]?.points ?? []).map(({ period, value, confidentiality }) => [period, value ?? confidentiality]))

test('a later version that hides nothing uncovers no period that ended before it holds', async () => {
  const { '2019-20-q4': _last, ...before } = own
  const first = await publish([sheet('moved', { own: before })])
  const second = await publish([sheet('moved', { own }, { ...exempt, version: 2, effectiveFrom: date('2020-03-01') })], first)
  assert.deepEqual(pointsIn(second), { '2019-20-q2': 'hidden', '2019-20-q3': 30, '2019-20-q4': 3 })
  // A third release reads the second, and has to keep hidden what that hid.
  assert.deepEqual(pointsIn(await publish([sheet('moved', { own }, { ...exempt, version: 2, effectiveFrom: date('2020-03-01') })], [...(first ?? []), ...(second ?? [])])), pointsIn(second))
})

test('a period that no release had yet is hidden by the version of its time as well', async () => {
  const first = await publish([sheet('moved', { own: { '2019-20-q3': 30 } })])
  assert.deepEqual(pointsIn(await publish([sheet('moved', { own }, { ...exempt, version: 2, effectiveFrom: date('2020-03-01') })], first)), { '2019-20-q2': 'hidden', '2019-20-q3': 30, '2019-20-q4': 3 })
})

test('a later version that lets what a share leaves be known shows it only from its own time on', async () => {
  const share = { unit: 'percent', decimals: 1 } as const
  const first = await publish([sheet('in-time', { own: { '2019-20-q2': [30, 33] } }, { ...share, policy: 'one-to-five-v2' })])
  const second = await publish([sheet('in-time', { own: { '2019-20-q2': [30, 33], '2019-20-q4': [40, 43] } }, { ...share, version: 2, effectiveFrom: date('2020-03-01') })], first)
  assert.deepEqual(pointsIn(second), { '2019-20-q2': 'hidden', '2019-20-q4': 93 })
})
