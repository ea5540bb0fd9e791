import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { Answer, PublicRequest } from '#platform/http/answers.ts'
import { filesInMemory } from '../../../meetings/testing.ts'
import { actionsImporter } from '../import/import-actions.ts'
import { eachActionsDesk, today } from '../testing.ts'
import { recommendationPage } from './recommendation-page.ts'
import { homeSections } from './sections.ts'
import { placeText, trackerPage, type TrackerFilter } from './read-tracker.ts'
import { trackerTable } from './tracker-csv.ts'
import { trackerListPage } from './tracker-page.ts'

const asked = (ref: string, more: string) => `ref: ${ref}\nkind: action\nbody: panel\nasked-on: 2023-01-10\nwords: The words ${ref}.\nasked-of: { name: Head of transport }\n${more}`
const file = [
  asked('late-and-invented', 'due: 2023-02-01\nsource: Made up\ninvented: everything\n'),
  asked('coming', 'due: 2023-09-01\nsource: "Pack, 7 July 2023"\n'),
  asked('half', 'due: 2023-05-01\ninvented: what-followed\nsteps: [{ what: progress, on: 2023-02-01, words: Begun. }]\n'),
  asked('also-invented', 'source: Made up\ninvented: everything\n'),
].join('---\n')

eachActionsDesk(({ store, app }) => {
  const request = (query: string, params: Record<string, string>) => ({ path: '/', params, query: new URLSearchParams(query), today, origin: 'http://localhost', file: () => Promise.resolve(undefined) })
  const words = (answer: (request: PublicRequest) => Promise<Answer>, query = '', params: Record<string, string> = {}) =>
    store().database.readPublished(async (read) => {
      const found = await answer({ ...request(query, params), read })
      return found.kind === 'file' ? String(found.body) : found.kind === 'page' ? found.body.toString().replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ') : found.kind
    })
  const listed = (filter: TrackerFilter, limit = 10) => store().database.readPublished((reader) => trackerPage(reader, filter, today, limit))

  before(async () => {
    const loaded = await actionsImporter.load([filesInMemory({ 'a.yaml': file })], app(), () => undefined)
    assert.ok(loaded.ok, JSON.stringify(loaded))
  })

  test('what is of record comes first in every list, and within each what is late', async () => {
    const order = async (filter: TrackerFilter) => (await listed(filter)).map(({ reference }) => reference)
    assert.deepEqual(await order({}), [3, 2, 1, 4])
    assert.deepEqual(await order({ body: 'panel', text: 'words' }), [3, 2, 1, 4])
    assert.deepEqual(await order({ state: 'late' }), [3, 1])
    assert.deepEqual(await order({ record: 'of-record' }), [3, 2])
    assert.deepEqual(await order({ record: 'invented', text: 'the' }), [1, 4])
  })

  test('its pages go on from what is of record to what is invented, and leave nothing out', async () => {
    const seen: number[] = []
    let after: TrackerFilter['after']
    for (;;) {
      const [one] = await listed({ after }, 1)
      if (one === undefined) break
      seen.push(one.reference)
      after = one.at
    }
    assert.deepEqual(seen, [3, 2, 1, 4])
    const [, , first] = await listed({})
    assert.ok(first)
    assert.match(await words(trackerListPage, `after=${placeText(first)}`), /each late first Action 4/)
  })

  test('the first page counts what is of record and tells of the rest; what is invented says so on its page, in lists and in the table', async () => {
    const [section] = homeSections
    const home = await store().database.readPublished(async (read) => (await section?.({ ...request('', {}), read }))?.toString().replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' '))
    assert.match(home ?? '', /2 asked by boards and panels 1 late today.*2 more are invented for the example/)
    assert.match(await words(trackerListPage), /4 asked in all.*2 of these are invented for the example, and marked so.*Action 3.*Partly invented.*Action 2.*Action 1.*Invented example/)
    assert.match(await words(recommendationPage, '', { reference: '1' }), /Invented example This is not of record.*Source Made up/)
    const genuine = await words(recommendationPage, '', { reference: '2' })
    assert.match(genuine, /Source Pack, 7 July 2023/)
    assert.doesNotMatch(genuine, /nvented|of record/)
    assert.match(await words(trackerTable), /Of record,"Pack, 7 July 2023"[^]*Invented example,Made up/)
  })
})
