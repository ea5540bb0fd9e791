import { accessMigrations } from '#access/migrations.ts'
import { periodBefore } from '#core/periods/period-order.ts'
import { parsePeriod } from '#core/periods/period.ts'
import type { Transaction } from '#platform/database/database.ts'
import { eachDatabase, type TestStore } from '#platform/database/testing.ts'
import { publicationRevision } from '#platform/http/publication.ts'
import { bodiesMigrations } from '#features/bodies'
import { interestsRooms } from '#features/interests'
import { meetingsMigrations } from '#features/meetings'
import { minutesRooms } from '#features/minutes'
import { mailOutbox } from '#platform/mail/outbox-migration.ts'
import { rulesMigrations } from '#features/rules'
import { definition, type Definition } from '../definitions/definition.ts'
import { publishedReleasesMigration } from '../releases/migration.ts'
import { keepPublished } from '../releases/keep-published.ts'
import type { CommentaryOut, Release, ReleaseEntry } from '../releases/release.ts'
import { judgedSheet } from '../sheets/judged-sheet.ts'
import type { SheetPoint, SheetSeries } from '../sheets/sheet.ts'

const usual: Definition = definition.parse({
  slug: 'plans-on-time', name: 'Plans on time', definition: 'Plans issued within 20 weeks.', why: 'Families wait.', unit: 'percent', decimals: 1, polarity: 'higher', frequency: 'quarter',
  counting: 'period', source: { name: 'SEN2' }, steward: 'Intelligence', owner: 'Head of Inclusion', lag: { days: 30 }, themes: ['send'],
  targets: [{ from: '2000-01-q1', value: 60, whose: 'national', setBy: 'The Department' }],
})

type MadeFigure = number | 'hidden' | undefined

/** What a test says of a measure; of the rest there is something usual. */
export interface MadeEntry extends Partial<Omit<ReleaseEntry, 'measure' | 'sheet'>> {
  readonly measure: string
  /** The last figures up to the period that is judged. */
  readonly values: readonly (number | undefined)[]
  readonly definition?: Partial<Definition>
  /** `factor=neglect` and its last figures; `hidden` where one is since it is small. */
  readonly parts?: Readonly<Record<string, readonly MadeFigure[]>>
  readonly england?: number
  /** Its last figures, each from a council like ours. */
  readonly neighbours?: readonly number[]
}

/** An entry of a release of the last quarter of 2019/20, judged as the product judges it. */
export function entryOf({ measure, values, definition: changes, parts = {}, england, neighbours = [], ...entry }: MadeEntry): ReleaseEntry {
  const made: Definition = { ...usual, slug: measure, name: nameOf(measure), ...changes }
  const target = made.targets[0]?.value
  const own: SheetSeries = { role: 'own', area: 'E10000034', name: 'Worcestershire', breakdown: '', points: pointsOf(values, target) }
  const broken = Object.entries(parts).map(([breakdown, figures]): SheetSeries => ({ ...own, breakdown, points: pointsOf(figures) }))
  const others: readonly SheetSeries[] = england === undefined ? [] : [{ role: 'england', area: 'E92000001', name: 'England', breakdown: '', points: pointsOf([england]) }]
  const alike = neighbours.map((value, place): SheetSeries => ({ role: 'neighbour', area: `E1000010${place}`, name: `Council ${place + 1}`, breakdown: '', points: pointsOf(Array<number>(8).fill(value)) }))
  const sheet = judgedSheet({ definition: made, asOf: '2019-20-q4', series: [own, ...broken, ...others, ...alike] })
  return { measure, heading: 'Education', sheet, isConfirmed: true, exception: sheet.judgement.isException ? 'new' : 'none', revised: [], ...entry }
}

function nameOf(slug: string): string {
  return slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll('-', ' ')
}

function pointsOf(values: readonly MadeFigure[], target?: number): readonly SheetPoint[] {
  let period = parsePeriod('2019-20-q4')
  const points = values.toReversed().flatMap((value): SheetPoint[] => {
    const slug = period?.slug
    period = period && periodBefore(period)
    if (slug === undefined) return []
    if (typeof value === 'string') return [{ period: slug, status: 'final', confidentiality: 'hidden' }]
    return [{ period: slug, status: value === undefined ? 'not-available' : 'final', confidentiality: 'open', ...(value === undefined ? {} : { value, revision: 1 }), ...(target === undefined ? {} : { target }) }]
  })
  return points.toReversed()
}

const said: CommentaryOut = {
  happened: 'Fewer were on time than in the quarter before, most of them in the south of the county.',
  why: 'Two posts stood empty from January on, and reports of other services came late.',
  doing: [
    { what: 'Both posts are advertised again', byWhom: 'Head of Inclusion', byWhen: '2020-08-31' },
    { what: 'A weekly list of late reports goes to each service', byWhom: 'Business Intelligence', byWhen: '2020-07-31' },
  ],
  backOnTrack: 'By the end of December 2020.', signedBy: 'Head of Inclusion', signedOn: '2020-07-01', claims: [],
}

const subjects = ['Plans on time', 'Pupils in school', 'Visits within ten days', 'Reviews in time', 'Leavers in work']

/** A whole dashboard: forty measures of twenty quarters under five headings, some of them red, some worsening, some for context, with breakdowns and neighbours. */
function fortyMeasures(): readonly ReleaseEntry[] {
  return Array.from({ length: 40 }, (_, index) => {
    const level = index % 7 === 3 ? 52 : 66 + (index % 5)
    const values = Array.from({ length: 20 }, (__, quarter) => level + ((quarter * 7 + index * 3) % 5) - 2 - (index % 11 === 4 ? Math.max(0, quarter - 12) * 1.5 : 0))
    const isContext = index % 8 === 6
    const entry = entryOf({
      measure: `measure-${index + 1}`, values, heading: `Part ${1 + Math.floor(index / 8)}`, england: 65, neighbours: Array.from({ length: 10 }, (__, place) => 60 + place), isConfirmed: index % 9 !== 5,
      parts: Object.fromEntries(['primary', 'middle', 'secondary'].map((phase, place) => [`phase=${phase}`, values.map((value) => value + place)])),
      definition: { name: `${subjects[index % subjects.length]}, area ${1 + Math.floor(index / subjects.length)}`, polarity: isContext ? 'neither' : 'higher', themes: [index % 2 === 0 ? 'send' : 'education'] },
    })
    return { ...entry, ...(index % 9 === 5 ? {} : { commentary: said }), ...(entry.exception === 'new' && index % 2 === 0 ? { exception: 'continuing' as const } : {}) }
  })
}

/** Publishes them as the figures of a quarter; in the transaction of a bench or a test. */
export async function publishFortyMeasures(tx: Transaction, body: string): Promise<void> {
  const release: Release = {
    body, bodyName: 'The panel', period: '2019-20-q4', version: 1, title: 'Forty measures, quarter 4 of 2019/20', publishedAt: new Date('2020-07-09T08:00:00Z'), note: '', approvedBy: 'Director of Children’s Services',
    approvedOn: '2020-07-08', headings: [], rankings: [{ measure: 'measure-1', by: 'phase', top: 3, title: 'By phase' }], asked: [{ text: 'Why are plans late in the south?', href: '/recommendations', state: 'late by 20 days' }], policy: 'one-to-five v1',
  }
  await keepPublished(tx, release, fortyMeasures())
}

const rooms = [...interestsRooms, ...minutesRooms].flatMap((room) => room.migrations ?? [])

/** Runs these tests on each kind of database, in which nothing is published yet. */
export function eachDashboardStore(declare: (store: () => TestStore) => void): void {
  eachDatabase([publicationRevision, mailOutbox, ...accessMigrations, ...rulesMigrations, ...bodiesMigrations, ...meetingsMigrations, ...rooms, publishedReleasesMigration], declare)
}
