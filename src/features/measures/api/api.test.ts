import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { date } from '#core/dates.ts'
import { nextPage, type ApiAnswer, type ApiResource } from '#platform/http/api.ts'
import { entryOf } from '../dashboards/testing.ts'
import { eachPagesDesk } from '../measure-pages/testing.ts'
import { publishEntries } from '../releases/testing.ts'
import { measuresApi } from './api.ts'

interface Asked {
  readonly query?: string
  readonly params?: Readonly<Record<string, string>>
}

eachPagesDesk(({ read, store }) => {
  const resource = (path: string): ApiResource => measuresApi.find((one) => one.path === path) ?? assert.fail(path)
  const ask = (path: string, { query = '', params = {} }: Asked = {}) => {
    let queries = 0
    return read(async (reader) => {
      const counting: typeof reader = { tables: <T>() => ((queries += 1), reader.tables<T>()) }
      const found = await resource(path).answer({ path, params, query: new URLSearchParams(query), today: date('2020-07-10'), origin: 'https://council.example', read: counting, file: () => Promise.resolve(undefined) })
      return { found, queries }
    })
  }
  const given = async (path: string, asked: Asked = {}): Promise<ApiAnswer> => {
    const { found } = await ask(path, asked)
    assert.ok(found.ok, JSON.stringify(found))
    return found.value
  }
  const items = async (path: string, query = '') => {
    const answer = await given(path, { query })
    assert.ok(answer.kind === 'list')
    return answer
  }
  /** Every item of a list, page by page as the door leads on. */
  const allPages = async (path: string, query: string) => {
    const seen: unknown[] = []
    let asked = query
    for (;;) {
      const { items: part, next, limit } = await items(path, asked)
      seen.push(...part)
      if (next === undefined) return seen
      asked = nextPage(`${path}?${query}`, next, limit).split('?')[1] ?? ''
    }
  }
  const faults = async (path: string, asked: Asked) => {
    const { found } = await ask(path, asked)
    return found.ok ? 'answered' : `${found.refusal.kind} ${found.refusal.faults.map(({ field }) => field).join(' ')}`
  }

  test('what is answered is what is described', async () => {
    const lists = ['/measures', '/observations', '/releases']
    for (const path of lists) z.array(resource(path).response).parse(JSON.parse(JSON.stringify((await items(path)).items)))
    const record = async (path: string, params: Record<string, string>) => {
      const answer = await given(path, { params })
      assert.ok(answer.kind === 'record')
      resource(path).response.parse(JSON.parse(JSON.stringify(answer.body)))
    }
    await record('/measures/{slug}', { slug: 'plans-on-time' })
    await record('/releases/{body}/{period}', { body: 'panel', period: '2019-20-q4' })
  })

  test('measures come in pages, and all pages together hold each once', async () => {
    const seen = await allPages('/measures', 'limit=2')
    assert.deepEqual((seen as { slug: string }[]).map(({ slug }) => slug), ['contacts', 'few-figures', 'hidden-count', 'plans-on-time'])
  })

  test('observations are narrowed by measure, area, period and breakdown, and gone through without loss', async () => {
    const { items: found } = await items('/observations', 'measure=plans-on-time&period=2019-20-q4&area=E10000034&breakdown=all')
    assert.deepEqual((found as { value: number; numerator: number }[]).map(({ value, numerator }) => [value, numerator]), [[46, 184]])
    const all = (await items('/observations', 'measure=plans-on-time&limit=100')).items
    assert.deepEqual(await allPages('/observations', 'measure=plans-on-time&limit=7'), all)
  })

  test('observations are narrowed by whose they are, how sure they are, and the days of their periods', async () => {
    type Row = { measure: string; period: string; role: string; status: string; areaName: string; from?: string; to?: string }
    const rows = async (query: string) => (await items('/observations', `limit=100&${query}`)).items as Row[]
    const all = (await allPages('/observations', 'limit=100')) as Row[]
    const same = async (query: string, isAsked: (row: Row) => boolean) => {
      const asked = await allPages('/observations', query)
      assert.deepEqual(asked, all.filter(isAsked), query)
      assert.ok(asked.length > 0 && asked.length < all.length, query)
    }
    assert.deepEqual((await rows('role=england')).map(({ measure, areaName }) => [measure, areaName]), [['plans-on-time', 'England']])
    assert.deepEqual((await rows('role=neighbour&measure=plans-on-time')).map(({ areaName }) => areaName), ['Hampshire', 'Kent', 'Devon', 'Dorset', 'Rutland'])
    await same('limit=3&role=own', ({ role }) => role === 'own')
    await same('limit=3&status=not-available', ({ status }) => status === 'not-available')
    await same('limit=3&from=2020-01-01', ({ from }) => from !== undefined && from >= '2020-01-01')
    await same('limit=3&to=2019-03-31', ({ to }) => to !== undefined && to <= '2019-03-31')
    await same('limit=3&from=2018-04-01&to=2019-03-31&role=own', ({ from = '', to = 'z', role }) => from >= '2018-04-01' && to <= '2019-03-31' && role === 'own')
    assert.deepEqual(await rows('from=2020-01-02&to=2020-03-30'), [], 'a quarter that is cut into is not within')
    assert.deepEqual(await rows('status=provisional'), [])
  })

  test('with days, too, each page but the last is full, by the same number of queries', async () => {
    const { items: part, next } = await items('/observations', 'from=2019-10-01&role=own&breakdown=all&limit=3')
    assert.deepEqual((part as { measure: string; period: string }[]).map(({ measure, period }) => `${measure} ${period}`), ['contacts 2019-20-q3', 'contacts 2019-20-q4', 'few-figures 2019-20-q3'])
    assert.ok(next !== undefined)
    assert.equal((await ask('/observations', { query: 'from=2019-10-01' })).queries, 2)
  })

  test('a refusal of a day, a role or a status says what to give', async () => {
    const said = async (query: string) => {
      const { found } = await ask('/observations', { query })
      return found.ok ? 'answered' : found.refusal.faults.map(({ field, message }) => `${field}: ${message}`).join()
    }
    for (const day of ['2019-20-q4', '2019-02-30', '01/04/2019', '']) assert.equal(await said(`from=${day}`), 'from: Give a day that exists, such as 2019-04-01', day)
    assert.equal(await said('from=2020-01-01&to=2019-12-31'), 'to: Give a day on or after 2020-01-01, which is given as from')
    assert.equal(await said('role=nation'), 'role: Give own, england, region, neighbours or neighbour')
    assert.equal(await said('status=sure'), 'status: Give provisional, final, revised, not-available or not-applicable')
  })

  test('a period that no frequency has is refused, and so is a measure, an area or a breakdown of which nothing is published, with what to give', async () => {
    const said = async (query: string) => {
      const { found } = await ask('/observations', { query })
      return found.ok ? 'answered' : found.refusal.faults.map(({ field, found: word, message }) => `${field} ${word}: ${message}`).join()
    }
    for (const period of ['2019-20-q9', '2019-13', 'last', '%25']) assert.match(await said(`period=${period}`), /^period .*: Give a period as its measure has it, such as 2022-04, 2019-20-q1, /, period)
    for (const period of ['2019-20-q3', '2019-20', '2019-20-ay', '2019-20-outturn', '2019-04', '1950-51-q1']) assert.equal(await said(`period=${period}`), 'answered', period)
    assert.match(await said('area=%25'), /^area %: No published figure is of this area: give its code, such as E92000001/)
    assert.match(await said('area=E99999999&measure=plans-on-time'), /^area E99999999/)
    assert.match(await said('breakdown=phase%3Dprimry'), /^breakdown phase=primry: No published figure has this breakdown/)
    for (const query of ['area=E12000003', 'area=E10000034&period=1950-51-q1', 'breakdown=all&area=statistical-neighbours&status=provisional']) assert.equal(await said(query), 'answered', query)
  })

  test('a hidden figure has no value, and says that it is hidden', async () => {
    const { items: found } = await items('/observations', 'measure=plans-on-time&breakdown=phase%3Dsecondary&period=2019-20-q4')
    assert.deepEqual((found as { value?: number; instead?: string }[]).map(({ value, instead }) => [value, instead]), [[undefined, 'c']])
  })

  test('what is asked wrongly is refused with its field, and what is not published is not found', async () => {
    for (const [path, query, field] of [['/measures', 'theme=none', 'theme'], ['/measures', 'body=nobody', 'body'], ['/measures', 'only=some', 'only'], ['/measures', 'cursor=zzz', 'cursor'], ['/observations', 'measure=none', 'measure'], ['/observations', 'sort=value', 'sort'], ['/releases', 'body=nobody', 'body']] as const) {
      assert.equal(await faults(path, { query }), `invalid ${field}`, `${path}?${query}`)
    }
    assert.match(await faults('/measures/{slug}', { params: { slug: 'none' } }), /^not-found/)
    assert.match(await faults('/releases/{body}/{period}', { params: { body: 'panel', period: '2019-20-q4' }, query: 'version=9' }), /^not-found/)
  })

  test('a release is told with every version, and an old one as it was', async () => {
    const answer = await given('/releases/{body}/{period}', { params: { body: 'panel', period: '2019-20-q4' }, query: 'version=1' })
    assert.ok(answer.kind === 'record')
    const { version, versions, measures } = answer.body as { version: number; versions: { version: number }[]; measures: { revised: unknown[] }[] }
    assert.deepEqual([version, versions.map((one) => one.version), measures.flatMap(({ revised }) => revised)], [1, [2, 1], []])
  })

  test('each resource takes a fixed number of queries', async () => {
    const counted = async (path: string, asked: Asked = {}) => (await ask(path, asked)).queries
    assert.deepEqual([await counted('/measures'), await counted('/measures/{slug}', { params: { slug: 'contacts' } }), await counted('/observations'), await counted('/releases')], [2, 1, 2, 1])
    assert.equal(await counted('/releases/{body}/{period}', { params: { body: 'panel', period: '2019-20-q4' } }), 2)
  })

  test('whoever asks for everything goes through more measures than are read at a time', async () => {
    const more = Array.from({ length: 12 }, (_, place) => entryOf({ measure: `more-${String(place).padStart(2, '0')}`, values: [1, 2, 3] }))
    await publishEntries(store(), more, { body: 'board', bodyName: 'Board' })
    const all = (await allPages('/observations', 'limit=100')) as { measure: string; period: string; breakdown: string; area: string; role: string }[]
    assert.deepEqual([...new Set(all.map(({ measure }) => measure))], ['contacts', 'few-figures', 'hidden-count', ...more.map(({ measure }) => measure), 'plans-on-time'])
    assert.equal(new Set(all.map((row) => [row.measure, row.role, row.area, row.breakdown, row.period].join('|'))).size, all.length)
    assert.equal(all.filter(({ measure }) => measure.startsWith('more-')).length, 36)
  })
  test('measures without a figure that fits are passed over, so that each page but the last is full', async () => {
    await publishEntries(store(), [entryOf({ measure: 'other-1', values: [1], england: 2 }), entryOf({ measure: 'other-2', values: [1], england: 2 }), entryOf({ measure: 'zeal', values: [1], england: 2 })], { body: 'others', bodyName: 'Others' })
    const sizes: number[] = []
    let asked = 'area=E92000001&limit=2'
    for (;;) {
      const { items: part, next, limit } = await items('/observations', asked)
      sizes.push(part.length)
      if (next === undefined) break
      asked = nextPage('/observations?area=E92000001&limit=2', next, limit).split('?')[1] ?? ''
    }
    assert.deepEqual([sizes.slice(0, -1).every((size) => size === 2), sizes.reduce((sum, size) => sum + size, 0)], [true, (await items('/observations', 'area=E92000001&limit=100')).items.length])
    assert.ok(sizes.length > 1)
    assert.deepEqual(await items('/observations', 'area=E12000003&limit=2').then(({ items: none, next }) => [none, next]), [[], undefined])
    assert.ok((await items('/observations', 'breakdown=all&period=2019-20-q4&limit=3')).items.length === 3)
  })
})
