import { before } from 'node:test'
import { accessMigrations } from '#access/migrations.ts'
import { testContext } from '#access/testing.ts'
import { date } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import { eachDatabase, type TestStore } from '#platform/database/testing.ts'
import type { Answer, PublicRequest } from '#platform/http/answers.ts'
import { publicationRevision } from '#platform/http/publication.ts'
import { bodiesImporter, bodiesMigrations } from '#features/bodies'
import { filesInMemory } from '../../meetings/testing.ts'
import { entryOf, type MadeEntry } from '../dashboards/testing.ts'
import { publishedReleasesMigration } from '../releases/migration.ts'
import { publishEntries } from '../releases/testing.ts'
import type { SheetPoint, SheetSeries } from '../sheets/sheet.ts'
import { judgedSheet } from '../sheets/judged-sheet.ts'

const calm = [61, 59, 61, 59, 61, 59, 61, 59, 61, 59, 61, 59]

/** Neighbours in the last quarter with how many each counts, one of them hidden. */
function withNeighbours(entry: ReturnType<typeof entryOf>): ReturnType<typeof entryOf> {
  const at = (changes: Partial<SheetPoint>): readonly SheetPoint[] => [{ period: '2019-20-q4', status: 'final', confidentiality: 'open', ...changes }]
  const neighbour = (name: string, changes: Partial<SheetPoint>): SheetSeries => ({ role: 'neighbour', area: `E100000${name.length}`, name, breakdown: '', closeness: 'Close', points: at(changes) })
  const { definition, asOf, series } = entry.sheet
  const own = series.map((one) => (one.role === 'own' && one.breakdown === '' ? { ...one, points: one.points.map((point) => (point.value === undefined ? point : { ...point, denominator: 400, numerator: point.value * 4 })) } : one))
  const all = [neighbour('Hampshire', { value: 70, denominator: 900 }), neighbour('Kent', { value: 55, denominator: 1200 }), neighbour('Devon', { value: 66, denominator: 500 }), neighbour('Dorset', { value: 62, denominator: 300 }), neighbour('Rutland', { confidentiality: 'hidden' })]
  const together: SheetSeries = { role: 'neighbours', area: 'statistical-neighbours', name: 'Statistical neighbours', breakdown: '', points: at({ value: 63.25, made: { method: 'mean', used: 4, of: 5 } }) }
  return { ...entry, sheet: judgedSheet({ definition, asOf, series: [...own, together, ...all] }) }
}

/** What is published in these tests: one measure that gets worse and has all parts, one of few figures, one of context and one that is hidden. */
export const made: readonly MadeEntry[] = [
  {
    measure: 'plans-on-time',
    values: [...calm, 52, 51, 50, 49, 48, 47, 46],
    england: 60.4,
    parts: { 'phase=primary': [50, 51], 'phase=secondary': [44, 'hidden'] },
    revised: [{ period: '2019-20-q3', breakdown: '', was: '48.0%', now: '47.0%', reason: 'a school was late.' }],
    commentary: {
      happened: 'Two caseworkers left.', why: 'Posts are hard to fill.', doing: [{ what: 'Recruit', byWhom: 'Head of Inclusion', byWhen: '2020-09-30' }], backOnTrack: 'Quarter 3', signedBy: 'Director of Children’s Services', signedOn: '2020-07-03',
      claims: [{ words: 'worsened', measure: 'plans-on-time', verdict: 'supported', because: 'Concerning over time.', reason: '' }],
    },
  },
  { measure: 'few-figures', values: [64, 62], definition: { targets: [] }, isConfirmed: false },
  { measure: 'contacts', values: [...calm, 40, 41], definition: { polarity: 'neither', unit: 'count', decimals: 0, themes: ['front-door'], targets: [], name: 'Contacts <b>' } },
  { measure: 'hidden-count', values: [undefined], definition: { unit: 'count', decimals: 0, themes: [] } },
]

interface PagesDesk {
  readonly store: () => TestStore
  /** What a page answers, and by how many queries. */
  readonly visit: (answer: (request: PublicRequest) => Promise<Answer>, asked?: { readonly query?: string; readonly params?: Record<string, string> }) => Promise<{ readonly answer: Answer; readonly queries: number }>
  readonly read: <Found>(work: (reader: Reader) => Promise<Found>) => Promise<Found>
}

/** Runs these tests on each kind of database, with two releases published: the second of the same period, amended. */
export function eachPagesDesk(declare: (desk: PagesDesk) => void): void {
  eachDatabase([publicationRevision, ...accessMigrations, ...bodiesMigrations, publishedReleasesMigration], (store) => {
    const read: PagesDesk['read'] = (work) => store().database.readPublished(work)
    const visit: PagesDesk['visit'] = (answer, { query = '', params = {} } = {}) =>
      read(async (reader) => {
        let queries = 0
        const counting: Reader = { tables: <T>() => ((queries += 1), reader.tables<T>()) }
        const request: PublicRequest = { path: '/', params, query: new URLSearchParams(query), today: date('2020-07-10'), origin: 'http://localhost', read: counting, file: () => Promise.resolve(undefined) }
        return { answer: await answer(request), queries }
      })
    before(async () => {
      const app = { context: () => testContext(store().database), now: () => new Date('2020-07-01T09:00:00Z') }
      await bodiesImporter.load([filesInMemory({ 'bodies.yaml': 'slug: panel\nname: Children’s Panel\nkind: scrutiny-panel\npurpose: Asks.\nmeets-in-public: true\n' })], app, () => undefined)
      const entries = made.map(entryOf)
      const first = entries.map((entry) => ({ ...entry, revised: [] }))
      await publishEntries(store(), first)
      const asked = [{ text: 'Why do fewer plans on time go out?', href: '/questions/1', state: 'Answered' }, { text: 'A map of schools', href: '/questions/2', state: 'Waits' }]
      await publishEntries(store(), entries.map((entry) => (entry.measure === 'plans-on-time' ? withNeighbours(entry) : entry)), { version: 2, note: 'One figure was late.', publishedAt: new Date('2020-10-09T08:00:00Z'), asked })
    })
    declare({ store, visit, read })
  })
}

/** The words of a page, without its markup. */
export function wordsOf(answer: Answer): string {
  if (answer.kind === 'file') return String(answer.body)
  return answer.kind === 'page' ? `${answer.status ?? 200} ${answer.body.toString().replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')}` : answer.kind
}
