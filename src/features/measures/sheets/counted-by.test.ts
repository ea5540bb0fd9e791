import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parsePeriod } from '#core/periods/period.ts'
import { definition, type Definition } from '../definitions/definition.ts'
import { longForm } from '../downloads/long-form.ts'
import { definitionsSheet } from '../downloads/sheets/definitions-sheet.ts'
import { definitionSection } from '../measure-pages/definition-section.ts'
import { figuresTable } from '../measure-pages/figures-table.ts'
import { countedBy, versionsHeld } from './counted-by.ts'
import { sheetOf } from './sheet-of.ts'
import type { StandingFigure } from './series-points.ts'
import { areas, neighbours, own, plansOnTime } from './testing.ts'

const version = (changes: object): Definition => definition.parse({ ...plansOnTime, ...changes })
const versions = [
  version({ definition: 'Plans issued within 26 weeks.' }),
  version({ version: 2, effectiveFrom: '2019-09-01', changed: 'The law allows 20 weeks.' }),
  version({ version: 3, effectiveFrom: '2019-12-31', owner: 'Head of Plans', changed: 'Another owner.' }),
]
const figure = (period: string, value: number): StandingFigure => ({ measure: 'plans-on-time', area: own, breakdown: '', period, value, status: 'final', note: '', reason: '', revision: 1, numerator: undefined, denominator: undefined })
const figures = [figure('2019-20-q1', 60), figure('2019-20-q2', 61), figure('2019-20-q3', 62), figure('2019-20-q4', 63)]
const sheet = sheetOf({ versions, figures, areas, neighbours }, parsePeriod('2019-20-q4') ?? assert.fail())

test('each figure is counted by the version of the definition that held as its period ended, in every file', () => {
  const byPeriod = longForm([{ measure: 'plans-on-time', heading: '', sheet, isConfirmed: false }]).map(({ period, definitionVersion }) => `${period} ${definitionVersion}`)
  assert.deepEqual(byPeriod, ['2019-20-q1 1', '2019-20-q2 2', '2019-20-q3 3', '2019-20-q4 3'])
  assert.equal(countedBy(sheet, '2018-19', 'england').version, 1)
})

test('a sheet of an earlier period knows nothing of a version that held only later', () => {
  const before = sheetOf({ versions, figures, areas, neighbours }, parsePeriod('2019-20-q1') ?? assert.fail())
  assert.deepEqual([before.definition.version, before.earlier], [1, undefined])
})

test('every version says from when to when it held, and files give the words of each', () => {
  assert.deepEqual(versionsHeld(sheet).map(({ definition: { version: number }, from, until }) => [number, from, until]), [[3, '2019-12-31', undefined], [2, '2019-09-01', '2019-12-30'], [1, undefined, '2019-08-31']])
  assert.deepEqual(definitionsSheet([{ sheet }]).rows.map((row) => row[1]), ['Plans issued within 20 weeks.', 'Plans issued within 20 weeks.', 'Plans issued within 26 weeks.'])
})

test('the page gives the words of earlier versions, and says beneath the table which figures were counted by others', () => {
  const words = (markup: unknown) => String(markup).replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
  assert.match(words(definitionSection(sheet)), /3, from 31 December 2019: Another owner\. How it was counted before Version 2, 1 September 2019 to 30 December 2019 .* Version 1, until 31 August 2019 What it was Plans issued within 26 weeks\./)
  const table = words(figuresTable(sheet))
  assert.match(table, /Q1 2019\/20 \[note 1\] 60\.0% .*\[note 1\] Counted by version 1 of the definition: Plans issued within 26 weeks\./)
  assert.doesNotMatch(table, /version 2/, 'another owner does not count otherwise')
})
