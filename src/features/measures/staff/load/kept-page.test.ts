import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MeetingsApp } from '#features/meetings'
import { enterFigure } from '../../observations/enter-figure.ts'
import type { ObservationTables } from '../../observations/tables.ts'
import { eachMeasuresDesk } from '../../testing.ts'
import { pageOf, staffRequests, wordsOf } from '../testing.ts'
import { loadKeptPage } from './kept-page.ts'
import { loadPage } from './load-page.ts'

const header = 'measure,period,area,breakdown,numerator,denominator,value,status,note\n'

eachMeasuresDesk(({ store, app }) => {
  const request = staffRequests(store)
  const theApp = () => app() as unknown as MeetingsApp
  const send = (rows: readonly string[]) => loadPage.submit?.(request({ form: { kind: 'observations' }, files: { file: { name: 'q.csv', bytes: Buffer.from(header + rows.map((row) => `${row}\n`).join('')) } } }), theApp())
  const kept = async (address: string, verbs?: readonly string[]) => loadKeptPage.show?.(request({ params: { load: address }, ...(verbs === undefined ? {} : { verbs }) }), theApp())
  const loadIn = (body: string) => /href="\/staff\/measures\/load\/([0-9a-f-]{36})"/.exec(body)?.[1] ?? assert.fail(body)
  const row = (measure: string, period: string, value: string, area = 'E10000034') => `${measure},${period},${area},,,,${value},,`

  test('what is worth a look is kept with the load, each entry with the way to its figure, and the page of loads leads to it', async () => {
    const sent = pageOf(await send([row('contacts', '2022-23-q1', '200'), row('contacts', '2022-23-q2', '2100')])).body.toString()
    const form = pageOf(await loadPage.show?.(request(), theApp())).body.toString()
    assert.match(form.replaceAll(/<[^>]+>/g, ''), /Loaded last\s+Load [0-9a-f]{8}, 7 July 2023, [^:]+: Figures, one a row, by a command: 2 figures, 1 to look at/)
    assert.equal(loadIn(form), loadIn(sent))
    const page = await kept(loadIn(sent))
    assert.match(wordsOf(page), /Figures that it brought 2 Figures to look at .*Far from what is usual: 1 Row 3: Contacts, Q2 2022\/23 , “ 2100 ”\. In 2022-23-q1 it was 200, [^.]+\. It was loaded; look whether it is right\. $/)
    assert.match(pageOf(page).body.toString(), /href="\/staff\/measures\/contacts\/figure\?area=E10000034&amp;period=2022-23-q2"/)
  })

  test('an entry whose figure was given otherwise since says so', async () => {
    const sent = pageOf(await send([row('contacts', '2020-21-q1', '310'), row('contacts', '2020-21-q2', '3300'), row('contacts', '2020-21-q3', '320')])).body.toString()
    assert.doesNotMatch(wordsOf(await kept(loadIn(sent))), /Changed since/)
    const typed = { measure: 'contacts', period: '2020-21-q2', area: 'E10000034', breakdown: '', numerator: '', denominator: '', value: '330', status: 'revised', note: '', reason: 'A digit too many.' }
    assert.ok((await enterFigure(app().context(), { row: typed, seen: 1 }, app().now())).ok)
    assert.match(wordsOf(await kept(loadIn(sent))), /Changed since\. $/)
  })

  test('more than twenty of a kind are all there, the rest one press away', async () => {
    const areas = Array.from({ length: 9 }, (_, place) => `E1200000${place + 1}`)
    const slipped = (place: number, quarter: number) => (quarter === place + 2 ? 2200 : 200 + quarter)
    const slips = areas.flatMap((area) => [2016, 2017, 2018].flatMap((year, place) => [1, 2, 3, 4].map((quarter) => row('contacts', `${year}-${year - 1999}-q${quarter}`, String(slipped(place, quarter)), area))))
    const sent = pageOf(await send(slips)).body.toString()
    const count = Number(/Far from what is usual: (\d+)/.exec(sent)?.[1])
    assert.equal(count, 27)
    const body = pageOf(await kept(loadIn(sent))).body.toString()
    assert.equal(body.match(/\/figure\?/g)?.length, count)
    assert.match(body, new RegExp(`<details[^]*The other ${count - 20}<`))
  })

  test('every load can be gone back to, ten a page, each once', async () => {
    for (const year of Array.from({ length: 11 }, (_, place) => 2001 + place)) await send([row('contacts', `${year}-${String(year + 1).slice(2)}-q1`, '300')])
    const read = async (address: string) => pageOf(await loadPage.show?.(request({ query: address }), theApp())).body.toString()
    const loadsOn = (body: string) => [...body.matchAll(/load\/([0-9a-f-]{36})"/g)].map(([, id]) => id)
    const seen: (string | undefined)[] = []
    for (let after: string | undefined = ''; after !== undefined; ) {
      const body = await read(after)
      assert.match(body, after === '' ? />Loaded last</ : />Loaded before<[^]*Back to the last/)
      assert.ok(loadsOn(body).length <= 10)
      seen.push(...loadsOn(body))
      after = /\?(after=[0-9a-f-]{36})#loaded/.exec(body)?.[1]
    }
    const kept = await store().database.read('test', (reader) => reader.tables<ObservationTables>().selectFrom('work.observation_loads').select('id').where('what', '!=', 'page').execute())
    assert.deepEqual([seen.length, new Set(seen)], [kept.length, new Set(kept.map(({ id }) => id))])
    assert.ok(kept.length > 10)
    assert.match(await read('after=nonsense'), />Loaded before<[^]*Back to the last/)
  })

  test('a load that is not there, and one that the reader may not see, are refused', async () => {
    for (const [load, verbs, kind] of [['none', undefined, 'not-found'], ['none', [], 'not-allowed']] as const) {
      const answer = await kept(load, verbs)
      assert.ok(answer?.kind === 'refused' && answer.refusal.kind === kind, JSON.stringify(answer))
    }
  })
})
