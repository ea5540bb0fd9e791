import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MeetingsApp } from '#features/meetings'
import { historyOf } from '../../observations/read-figures-kept.ts'
import { eachMeasuresDesk } from '../../testing.ts'
import { pageOf, staffRequests, wordsOf } from '../testing.ts'
import { loadPage } from './load-page.ts'
import { mostMegabytes } from './load-upload.ts'

const header = 'measure,period,area,breakdown,numerator,denominator,value,status,note\n'
const named = (name: string, text: string) => ({ name, bytes: Buffer.from(text) })

eachMeasuresDesk(({ store, app }) => {
  const request = staffRequests(store)
  const theApp = () => app() as unknown as MeetingsApp
  const send = (kind: string, files: Readonly<Record<string, { readonly name: string; readonly bytes: Uint8Array }>>, verbs?: readonly string[]) =>
    loadPage.submit?.(request({ form: { kind }, files, ...(verbs === undefined ? {} : { verbs }) }), theApp())
  const values = (measure: string, period: string) =>
    store().database.read('operator:test', async (reader) => (await historyOf(reader, { measure, area: 'E10000034', breakdown: '', period })).map(({ value }) => value))

  test('a file with faults loads nothing, and each fault stands in a table by row and column with what was found', async () => {
    const page = pageOf(await send('observations', { file: named('q.csv', `${header}plans-on-time,2022-23-q1,E10000034,,,,61,,\nplans-on-time,2022-23-q2,E10000034,,,,"1,300",,\nno-such,2022-23-q2,E10000034,,,,<b>,,\n`) }))
    assert.equal(page.status, 400)
    const body = page.body.toString()
    assert.match(body, /href="#faults">[23] things in the file have to be mended/)
    assert.match(wordsOf(page), /Row 3, value “ 1,300 ” Write the number without a thousands separator: 1300 Row 4, measure “ no-such ” There is no such measure/)
    assert.doesNotMatch(body, /<b>/)
    assert.deepEqual(await values('plans-on-time', '2022-23-q1'), [])
  })

  test('more faults than anybody reads are counted', async () => {
    const rows = Array.from({ length: 150 }, (_, row) => `plans-on-time,2022-23-q1,E10000034,,,,wrong${row},,\n`).join('')
    assert.match(wordsOf(await send('observations', { file: named('q.csv', header + rows) })), /And 50 more\./)
  })

  test('a file that is right is loaded, what looks strange is told, and the same file again changes nothing', async () => {
    const file = named('q.csv', `${header}contacts,2022-23-q1,E10000034,,,,200,,\ncontacts,2022-23-q2,E10000034,,,,2100,,\n`)
    const page = await send('observations', { file })
    assert.equal(pageOf(page).status, undefined)
    assert.match(wordsOf(page), /The file is loaded\. What was loaded Figures, one a row Rows 2 New figures 2 Revisions 0 Figures to look at 1 Figures to look at .*Far from what is usual: 1 Row 3: Contacts, Q2 2022\/23 , “ 2100 ”\. In 2022-23-q1 it was 200, /)
    assert.deepEqual(await values('contacts', '2022-23-q2'), [2100])
    assert.match(wordsOf(await send('observations', { file })), /Everything in the file stands already\. Nothing was changed\./)
  })

  test('figures that others publish are loaded by a second file that names the first', async () => {
    const data = named('cin.csv', 'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,new_la_code,la_name,phase,share\n202122,Academic year,National,E92000001,England,,,,,Total,22.5\n')
    const mapping = (file: string) => named('map.yaml', `file: ${file}\nsource: Absence, 2021/22\nfigures:\n  - measure: absence\n    value: share\n    where: [{ column: phase, is: Total }]\n`)
    assert.match(pageOf(await send('ees', { file: data })).body.toString(), /href="#mapping">Choose the file that says which/)
    assert.match(wordsOf(await send('ees', { file: data, mapping: mapping('other.csv') })), /The file that was chosen is called cin\.csv/)
    assert.match(wordsOf(await send('ees', { file: data, mapping: mapping('cin.csv') })), /The file is loaded\. .*New figures 1/)
  })

  test('neighbours are loaded by their own importer', async () => {
    assert.match(wordsOf(await send('neighbours', { file: named('n.csv', 'from,area,name,closeness\n2023-04-01,E10000014,Hampshire,Very Close\n') })), /Neighbours 1 Sets 1/)
    assert.match(wordsOf(await send('neighbours', { file: named('n.csv', 'from,area\n') })), /What has to be mended in the file/)
  })

  test('no file, no kind, a file of nothing, one that is too large and one that is no text are each told at their field', async () => {
    const fieldOf = async (kind: string, files: Parameters<typeof send>[1]) => /govuk-error-summary__list[^]*?href="#(\w+)">([^<]+)/.exec(pageOf(await send(kind, files)).body.toString())?.slice(1).join(': ')
    assert.match((await fieldOf('observations', {})) ?? '', /^file: Choose the file/)
    assert.match((await fieldOf('<b>', {})) ?? '', /^kind: Say what the file holds/)
    assert.match((await fieldOf('observations', { file: named('q.csv', '') })) ?? '', /^file: This file is empty/)
    assert.match((await fieldOf('observations', { file: { name: 'q.csv', bytes: new Uint8Array(mostMegabytes * 1024 * 1024 + 1) } })) ?? '', /^file: This file is larger than the 10 MB.*of any size is loaded on the server.*npx golden-thread import observations figures\.csv/)
    assert.match((await fieldOf('observations', { file: { name: 'q.xlsx', bytes: Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]) } })) ?? '', /^faults: /)
  })

  test('a file with no rows says so, and one with another separator, encoding or kind says what to save', async () => {
    const told = async (bytes: Uint8Array | string, kind = 'observations') => wordsOf(await send(kind, { file: { name: 'q.csv', bytes: Buffer.from(bytes) } }))
    assert.match(await told(header), /q\.csv The file has no rows below the names of its columns\. Give one row at least/)
    assert.match(await told(header.replaceAll(',', ';')), /Row 1 .*separated by semicolons\. Save the file with commas/)
    assert.match(await told(Buffer.from(`\uFEFF${header}`, 'utf16le')), /Row 1 .*it seems to be UTF-16/)
    assert.match(await told(Buffer.from(`${header}contacts,2022-23-q1,E10000034,,,,7,,Cost £5\n`, 'latin1')), /Row 2 .*Windows-1252, with the sign “£”/)
    for (const kind of ['neighbours', 'areas']) {
      const columns = kind === 'areas' ? 'code,name,region,own\n' : 'from,area,name,closeness\n'
      assert.match(await told(columns, kind), /q\.csv The file has no rows below the names of its columns/, kind)
      assert.match(await told('\n', kind), /q\.csv The file is empty/, kind)
      assert.match(await told(columns.replaceAll(',', '\t'), kind), /Row 1 .*separated by tabs/, kind)
    }
  })

  test('whoever may not load sees no form and loads nothing', async () => {
    for (const answer of [await loadPage.show?.(request({ verbs: ['measures.see'] }), theApp()), await send('observations', { file: named('q.csv', `${header}contacts,2021-22-q3,E10000034,,,,7,,\n`) }, ['measures.see'])]) {
      assert.ok(answer?.kind === 'refused' && answer.refusal.kind === 'not-allowed')
    }
    assert.deepEqual(await values('contacts', '2021-22-q3'), [])
    assert.match(pageOf(await loadPage.show?.(request(), theApp())).body.toString(), /enctype="multipart\/form-data"/)
  })
})
