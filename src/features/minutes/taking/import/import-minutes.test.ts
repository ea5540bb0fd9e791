import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Outcome } from '#core/outcome.ts'
import type { Reader } from '#platform/database/database.ts'
import { readPdf } from '#platform/documents/testing/read-pdf.ts'
import { publishedMeeting } from '#features/meetings'
import { minutesApi } from '../public/api.ts'
import { minutesPages } from '../public/minutes-page.ts'
import { minutesSection } from '../public/sections.ts'
import { minutesVersions, publishedMinutes } from '../public/published-minutes.ts'
import { eachMinutesDesk, june, may } from '../testing.ts'
import { saveMinute } from '../verbs/save-minute.ts'
import { minutesInWork } from '../work/read-minutes.ts'
import { minutesExporter } from './export-minutes.ts'

const signed = `body: panel
date: 2023-05-10
state: signed
circulated: 2023-05-20
attendance:
  opened: "10:00"
  closed: "11:30"
  present: [{ member: Cllr Dora Finch }, { member: Cllr Otto Lane }]
  apologies: [Cllr Ines Marsh]
minutes:
  - { item: 1, number: 391, text: One apology. }
  - item: 3
    number: 392
    text: Buses were **late**.
    resolutions:
      - { kind: noted, words: The report. }
      - { kind: recommended, words: That fares be frozen., whom: { name: Cabinet, body: cabinet }, due: 2023-09-01, vote: { for: 2, against: 0 } }
confirmed: { on: 2023-06-14, item: 2 }
signed: { by: Cllr Dora Finch, on: 2023-06-14 }
source: The minute book, page 3; the names are invented.
`
const draft = `body: panel
date: 2023-06-14
state: draft
minutes:
  - { item: 1, text: None. }
`

eachMinutesDesk(({ store, app, load, read, meetingOn, officer }) => {
  const why = (outcome: Outcome<unknown>) => (outcome.ok ? 'loaded' : outcome.refusal.faults.map(({ field, message }) => `${field}: ${message}`).join('\n'))

  test('minutes load whole or not at all; each fault is named', async () => {
    const wrong = signed.replace('item: 3', 'item: 33').replace('number: 392', 'number: 391').replace('on: 2023-06-14, item: 2', 'on: 2023-06-15, item: 2')
    assert.match(why(await load(`${draft}---\n${wrong}`)), /confirmed\.on: This body has no meeting on that day[^]*minutes\[2\]\.item: The agenda of this meeting has no item[^]*minutes\[2\]\.number: Another minute has this number/)
    assert.match(why(await load(draft.replace('None.', '<b>None</b>'))), /text-1: Item 1, line 1: HTML has no place/)
    assert.match(why(await load(signed.replace('Cllr Otto Lane', 'Cllr Nobody'))), /Nobody of this name has a seat/)
    assert.match(why(await load(draft.replace('state: draft', 'state: confirmed'))), /Say at which meeting and item/)
    assert.match(why(await load(draft.replace('2023-06-14', '2023-06-15'))), /No meeting of this body on this day/)
    assert.match(why(await load(draft.replace('text: None.', 'text: None., members-text: Secret.'))), /Only an exempt or confidential item/)
    const meeting = await meetingOn(june)
    assert.equal((await read((reader) => minutesInWork(reader, meeting))).minutes.size, 0)
  })

  test('confirmed minutes load with their numbers, attendance and signature, and are published as what they are', async () => {
    const loaded = await load(`${draft}---\n${signed}`)
    assert.deepEqual(loaded.ok ? loaded.value : why(loaded), { minutes: 2, published: 1 })
    const found = await read((reader) => publishedMinutes(reader, 'panel', may))
    assert.deepEqual([found?.minutes.state, found?.minutes.minutes.map(({ number }) => number), found?.minutes.sitting?.apologies.map(({ name }) => name)], ['signed', [391, 392], ['Cllr Ines Marsh']])
    assert.equal((await read((reader) => publishedMeeting(reader, 'panel', may)))?.meeting.status, 'minutes-confirmed')
    assert.equal(await read((reader) => publishedMinutes(reader, 'panel', june)), undefined, 'a draft is not published')
  })

  test('where loaded minutes come from, and what of them is invented, is read with them: on their page, their meeting’s, in the PDF and in the API', async () => {
    const said = /Source: (<bdi>)?The minute book, page 3; the names are invented\./
    const asked = (read: Reader) => ({ path: '', params: { body: 'panel', date: may }, query: new URLSearchParams(), today: june, origin: 'http://localhost', read, file: () => Promise.resolve(undefined) })
    await store().database.readPublished(async (reader) => {
      const page = await minutesPages([])[0]?.answer(asked(reader))
      assert.match(page?.kind === 'page' ? String(page.body) : '', said)
      const meeting = (await publishedMeeting(reader, 'panel', may))?.meeting ?? assert.fail()
      assert.match(String(await minutesSection(asked(reader), meeting)), said)
      const answer = await minutesApi[0]?.answer(asked(reader))
      assert.match(JSON.stringify(answer), /"source":"The minute book, page 3; the names are invented\."/)
    })
    const found = await read((reader) => publishedMinutes(reader, 'panel', may))
    const { texts } = await readPdf((await app().files.get(found?.pdf.checksum ?? '')) ?? new Uint8Array())
    assert.match(texts.join(' '), said)
  })

  test('loaded again they change nothing; confirmed minutes cannot be changed by a file', async () => {
    const again = await load(`${draft}---\n${signed}`)
    assert.deepEqual(again.ok ? again.value : why(again), { minutes: 2, published: 0 })
    assert.match(why(await load(signed.replace('**late**', 'early'))), /confirmed and stay as they are/)
    assert.equal((await read((reader) => minutesVersions(reader, 'panel', may))).length, 1)
  })

  test('circulated minutes take the next numbers from their file, and a changed file must say what it corrects', async () => {
    const circulated = draft.replace('state: draft', 'state: circulated').replace('item: 1,', 'item: 1, number: 393,')
    assert.match(why(await load(circulated.replace('393', '392'))), /The minutes of 2023-05-10 have this number already/)
    const loaded = await load(circulated)
    assert.ok(loaded.ok, why(loaded))
    assert.match(why(await load(circulated.replace('None.', 'One.'))), /Say in "correction"/)
    const corrected = await load(`${circulated.replace('None.', 'One.')}correction: One apology came late.\n`)
    assert.ok(corrected.ok, why(corrected))
    assert.deepEqual((await read((reader) => minutesVersions(reader, 'panel', june))).map(({ note }) => note), ['Corrected before confirmation: One apology came late.', 'The minutes are circulated as a draft, to be confirmed.'])
  })

  test('what is exported says the same when it is read again', async () => {
    const written = await minutesExporter.write(app())
    assert.ok(written.ok)
    assert.deepEqual(written.value.map(({ name }) => name), ['minutes/panel/2023-05-10.yaml', 'minutes/panel/2023-06-14.yaml'])
    const text = String(written.value[0]?.body)
    assert.match(text, /number: 392[^]*kind: recommended[^]*confirmed:\n {2}on: 2023-06-14/)
    assert.match(text, /id: /)
    assert.match(text, /source: The minute book, page 3/)
  })

  test('minutes that were worked on here are not overwritten by a file', async () => {
    const meeting = await meetingOn(june)
    const saved = await saveMinute(officer(), { meeting, item: 3 }, { text: 'More.', membersText: '', isPublicExcluded: true, basedOn: 0, at: new Date('2023-07-03T09:00:00Z') })
    assert.ok(saved.ok)
    assert.match(why(await load(`${draft.replace('state: draft', 'state: circulated').replace('item: 1,', 'item: 1, number: 393,')}correction: Again.\n`)), /worked on here since they were loaded/)
  })
})
