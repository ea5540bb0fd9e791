import { date } from '#core/dates.ts'
import { nationalAreas, type Area } from '../comparators/area.ts'

/** The code of the council of these tests. */
export const own = 'E10000034'

/** The council of these tests, two others and the areas of every council. */
export const areas = new Map<string, Area>([
  ...nationalAreas.map((area) => [area.code, area] as const),
  [own, { code: own, name: 'Worcestershire', kind: 'council', region: 'E12000005', isOwn: true }],
  ['E10000014', { code: 'E10000014', name: 'Hampshire', kind: 'council', isOwn: false }],
  ['E10000016', { code: 'E10000016', name: 'Kent', kind: 'council', isOwn: false }],
])

/** The two others, as neighbours from April 2019. */
export const neighbours = [
  { from: date('2019-04-01'), area: 'E10000014', closeness: 'Very Close' as const },
  { from: date('2019-04-01'), area: 'E10000016', closeness: 'Close' as const },
]

/** A share of plans in time, by quarter, as a file would define it: `definition.parse` reads it, with what a test changes. */
export const plansOnTime = {
  slug: 'plans-on-time', name: 'Plans on time', definition: 'Plans issued within 20 weeks.', why: 'Families wait.', denominator: 'all plans issued', unit: 'percent', decimals: 1, polarity: 'higher',
  frequency: 'quarter', counting: 'period', source: { name: 'SEN2' }, steward: 'Intelligence', owner: 'Head of Inclusion', lag: { days: 30 }, interval: 'wilson',
  comparators: ['england', 'region', 'statistical-neighbours'], targets: [{ from: '2019-20-q1', value: 60, whose: 'council', setBy: 'Cabinet' }],
}
