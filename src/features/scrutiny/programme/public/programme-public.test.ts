import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { date, type LocalDate } from '#core/dates.ts'
import type { Answer } from '#platform/http/answers.ts'
import { eachProgrammeDesk, programmeText } from '../testing.ts'
import { programmeApi } from './api.ts'
import { programmePage } from './programme-page.ts'

interface Item {
  readonly programme: string
  readonly entry: { readonly slug: string }
  readonly lastReported: readonly { readonly date: string }[]
  readonly comesOn: readonly string[]
}

const transport = { reference: 'bus-fares', matter: 'Bus fares to school', decisionMaker: { kind: 'body', name: 'Cabinet', body: 'cabinet' }, expected: { from: '2024-06-20' }, key: 'key', subjects: ['school-transport'], noticed: '2023-07-01' }

function wordsOf(answer: Answer): string {
  return answer.kind === 'page' ? String(answer.body).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ') : assert.fail(answer.kind)
}

eachProgrammeDesk(({ store, load, published }) => {
  const request = (path: string, params: Record<string, string>, today: LocalDate) => {
    const { pathname, searchParams } = new URL(path, 'https://council.example')
    return { path: pathname, params, query: searchParams, today, origin: 'https://council.example', file: () => Promise.resolve(undefined) }
  }
  const page = (today: string, year = '2023-24') => published(async (read) => wordsOf(await programmePage({ ...request(`/bodies/panel/work-programme?year=${year}`, { body: 'panel' }, date(today)), read })))
  const asked = (path: string, index: number, params: Record<string, string> = {}) =>
    published(async (read) => {
      const found = await (programmeApi[index] ?? assert.fail()).answer({ ...request(path, params, date('2023-07-03')), read })
      return found.ok ? (found.value as { readonly items: readonly Item[]; readonly next?: string }) : assert.fail(JSON.stringify(found))
    })

  test('the last meeting to speak before a decision is one of the body’s, in the year of the programme or after it', async () => {
    await load('meetings', 'body: panel\ndate: 2024-05-22\ntime: "10:00"\nstatus: planned\n')
    await store().database.write('operator:test', (tx) =>
      sql`insert into published.current_plan (reference, edition, record, stage, body, expected_from, expected_until, is_stopped, is_key, is_urgent, published_at)
        values ('bus-fares', 1, ${JSON.stringify(transport)}::jsonb, 'coming', 'cabinet', '2024-06-20', '2024-06-20', false, true, false, timestamptz '2023-07-01')`.execute(tx.tables() as never),
    )
    assert.match(await page('2023-07-03'), /Decision coming Bus fares to school , Thursday 20 June 2024\. Last meeting before it: 22 May 2024; to be on its agenda by 14 May 2024.*Decisions that are coming.*Bus fares to school Key decision/)
  })

  test('a programme whose year is over is not set beside decisions still to come', async () => {
    assert.doesNotMatch(await page('2024-05-01'), /Bus fares|Decisions that are coming/)
  })

  test('a standing item that meets no meeting says so and why', async () => {
    await load('programmes', `${programmeText}  - { slug: standing-april, kind: standing, issue: April report, frequency: { in-months: [4] } }\n`)
    assert.match(await page('2023-07-03'), /April report When April Comes at no meeting No public meeting is planned whose turn it would be \(April\)/)
  })

  test('programs read the programmes by body and year, page by page, and no draft', async () => {
    await load('programmes', 'body: council\nyear: 2023-24\nfrom: 2023-05-01\nto: 2024-04-30\n---\nbody: panel\nyear: 2022-23\nfrom: 2022-05-01\nto: 2023-04-30\n---\nbody: panel\nyear: 2024-25\nfrom: 2024-05-01\nto: 2025-04-30\npublic: false\n')
    const list = async (query: string) => (await asked(`/work-programmes?${query}`, 0)).items.map(({ programme }) => programme)
    assert.deepEqual(await list(''), ['council.2023-24', 'panel.2023-24', 'panel.2022-23'])
    assert.deepEqual([await list('body=panel'), await list('year=2022-23')], [['panel.2023-24', 'panel.2022-23'], ['panel.2022-23']])
    const pages: string[] = []
    for (let cursor: string | undefined = ''; cursor !== undefined; ) {
      const { items, next }: { readonly items: readonly Item[]; readonly next?: string } = await asked(`/work-programmes?limit=1${cursor}`, 0)
      pages.push(...items.map(({ programme }) => programme))
      cursor = next === undefined ? undefined : `&cursor=${Buffer.from(`1:${next}`).toString('base64url')}`
    }
    assert.deepEqual(pages, ['council.2023-24', 'panel.2023-24', 'panel.2022-23'])
  })

  test('programs read the entries of a programme by kind, matter and meeting, with when each was last reported', async () => {
    const entries = async (query: string) => (await asked(`/work-programmes/panel.2023-24/entries?${query}`, 2, { programme: 'panel.2023-24' })).items.map(({ entry, lastReported, comesOn }) => [entry.slug, lastReported.map((one) => one.date), comesOn])
    assert.deepEqual(await entries('kind=possible'), [['transport', ['2023-05-10'], []]])
    assert.deepEqual(await entries('meeting=2023-11-15'), [['youth-justice', [], ['2023-11-15']], ['standing-performance', [], ['2023-09-20', '2023-11-15']], ['standing-update', [], ['2023-05-10', '2023-09-20', '2023-11-15', '2024-01-17']]])
    assert.deepEqual((await entries('subject=update')).length, 1)
    assert.deepEqual(await entries('takenOut=yes'), [])
    const { items, next } = await asked('/work-programmes/panel.2023-24/entries?limit=2', 2, { programme: 'panel.2023-24' })
    assert.deepEqual([items.length, next], [2, 'youth-justice'])
  })
})
