import assert from 'node:assert/strict'
import { parsePeriod } from '#core/periods/period.ts'
import { definition } from '../definitions/definition.ts'
import type { ReleaseOut } from '../releases/published-releases.ts'
import type { ReleaseEntry } from '../releases/release.ts'
import { judgedSheet } from '../sheets/judged-sheet.ts'
import type { StandingFigure } from '../sheets/series-points.ts'
import { sheetOf } from '../sheets/sheet-of.ts'
import type { SheetPoint } from '../sheets/sheet.ts'
import { areas, neighbours, own, plansOnTime } from '../sheets/testing.ts'

const plans = definition.parse({
  ...plansOnTime,
  comparators: ['england', 'statistical-neighbours'], breakdowns: [{ name: 'phase', values: ['primary', 'secondary'] }],
  targets: [{ from: '2019-20-q1', value: 60, whose: 'council', setBy: 'Cabinet', setOn: '2019-03-01', reviewedOn: '2019-11-01' }], breaks: [{ period: '2019-20-q3', reason: 'Counted anew, "by" week' }],
})

function figure(period: string, value: number, changes: Partial<StandingFigure> = {}): StandingFigure {
  return { measure: 'plans-on-time', area: own, breakdown: '', period, numerator: value * 2, denominator: 200, value, status: 'final', note: '', reason: '', revision: 1, ...changes }
}

const other = { numerator: undefined, denominator: undefined }
const figures: readonly StandingFigure[] = [
  figure('2019-20-q2', 61),
  figure('2019-20-q3', 63, { status: 'revised', revision: 2, reason: 'A school was late', before: { value: 60, status: 'final' } }),
  figure('2019-20-q4', 70, { status: 'provisional', note: '=Counted by hand' }),
  figure('2019-20-q4', 3, { breakdown: 'phase=primary', numerator: 3, denominator: 100 }),
  figure('2018-19', 58.26, { area: 'E92000001', ...other }),
  figure('2019-20-q4', 50, { area: 'E10000014', ...other }),
]

/** A release of one measure in which a breakdown is hidden, one period is missing and one was revised. */
export function exampleRelease(): ReleaseOut {
  const until = parsePeriod('2019-20-q4') ?? assert.fail()
  const sheet = sheetOf({ versions: [plans], figures, areas, neighbours }, until)
  const series = sheet.series.map((one) => (one.breakdown === '' ? one : { ...one, points: one.points.map(hidden) }))
  const entry: ReleaseEntry = { measure: 'plans-on-time', heading: 'Inclusion', sheet: judgedSheet({ ...sheet, series }), isConfirmed: false, exception: 'none', revised: [] }
  const release = {
    body: 'panel', bodyName: 'Children’s Panel', period: '2019-20-q4', version: 1, title: 'Figures of quarter 4', publishedAt: new Date('2020-07-09T08:00:00Z'), note: '', approvedBy: 'Director', approvedOn: '2020-07-08',
    headings: ['Inclusion'], rankings: [], asked: [], policy: 'one-to-five v1',
  }
  return { release, entries: [entry], versions: [{ version: 1, publishedAt: release.publishedAt, note: '' }] }
}

function hidden({ period, status }: SheetPoint): SheetPoint {
  return { period, status, confidentiality: 'hidden' }
}

export const exampleSite = { origin: 'https://council.example', publisher: 'Example County', dataLicence: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/' }
