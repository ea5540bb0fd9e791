import assert from 'node:assert/strict'
import { date } from '#core/dates.ts'
import { parsePeriod } from '#core/periods/period.ts'
import { nationalAreas, type Area } from '../comparators/area.ts'
import { definition } from '../definitions/definition.ts'
import type { ReleaseOut } from '../releases/published-releases.ts'
import type { ReleaseEntry } from '../releases/release.ts'
import { judgedSheet } from '../sheets/judged-sheet.ts'
import type { StandingFigure } from '../sheets/series-points.ts'
import { sheetOf } from '../sheets/sheet-of.ts'
import type { SheetPoint } from '../sheets/sheet.ts'

const own = 'E10000034'
const areas = new Map<string, Area>([
  ...nationalAreas.map((area) => [area.code, area] as const),
  [own, { code: own, name: 'Worcestershire', kind: 'council', region: 'E12000005', isOwn: true }],
  ['E10000014', { code: 'E10000014', name: 'Hampshire', kind: 'council', isOwn: false }],
  ['E10000016', { code: 'E10000016', name: 'Kent', kind: 'council', isOwn: false }],
])
const neighbours = ['E10000014', 'E10000016'].map((area) => ({ from: date('2019-04-01'), area, closeness: 'Close' as const }))

const plans = definition.parse({
  slug: 'plans-on-time', name: 'Plans on time', definition: 'Plans issued within 20 weeks.', why: 'Families wait.', denominator: 'all plans issued', unit: 'percent', decimals: 1, polarity: 'higher',
  frequency: 'quarter', counting: 'period', source: { name: 'SEN2' }, steward: 'Intelligence', owner: 'Head of Inclusion', lag: { days: 30 }, interval: 'wilson',
  comparators: ['england', 'statistical-neighbours'], breakdowns: [{ name: 'phase', values: ['primary', 'secondary'] }],
  targets: [{ from: '2019-20-q1', value: 60, whose: 'council', setBy: 'Cabinet', setOn: '2019-03-01' }], breaks: [{ period: '2019-20-q3', reason: 'Counted anew, "by" week' }],
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
  return { period, status, confidentiality: 'primary' }
}

export const exampleSite = { origin: 'https://council.example', publisher: 'Example County', dataLicence: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/' }
