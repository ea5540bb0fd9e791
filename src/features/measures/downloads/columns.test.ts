import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import type { SheetPoint } from '../sheets/sheet.ts'
import { measureDownload } from './downloads.ts'
import { exampleRelease, exampleSite } from './testing.ts'

const out = exampleRelease()

test('what stood before a revision is confidential where the figure is hidden, and not available where it was never published', () => {
  const entry = out.entries[0] ?? assert.fail()
  const told = (point: Partial<SheetPoint>) => {
    const series = [{ role: 'own' as const, area: 'E10000034', name: 'Worcestershire', breakdown: '', points: [{ period: '2019-20-q4', status: 'final' as const, confidentiality: 'open' as const, ...point }] }]
    const [only] = parse<Record<string, string>>(String(measureDownload({ entry: { ...entry, sheet: { ...entry.sheet, series } }, release: out.release }, 'csv', exampleSite).body), { bom: true, columns: true })
    return [only?.['value_before'], only?.['revision_reason']]
  }
  assert.deepEqual(told({ confidentiality: 'hidden', revision: 2 }), ['c', 'c'])
  assert.deepEqual(told({ confidentiality: 'hidden', revision: 1 }), ['z', 'z'])
  assert.deepEqual(told({ value: 5, status: 'revised', revision: 2 }), ['x', 'x'])
  assert.deepEqual(told({ value: 5, status: 'revised', revision: 2, before: { value: 4, status: 'final', reason: '' } }), ['4', 'x'])
})
