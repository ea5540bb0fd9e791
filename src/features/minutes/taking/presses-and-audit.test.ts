import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { date } from '#core/dates.ts'
import type { Outcome } from '#core/outcome.ts'
import type { StaffAnswer } from '#access/staff/staff-page.ts'
import { meetingsImporter, type MeetingId } from '#features/meetings'
import { logOf } from '../sitting/keep-log.ts'
import { record } from '../sitting/verbs/record.ts'
import type { Wish } from '../sitting/verbs/wish.ts'
import { confirmPage, signPage } from './pages/confirm-pages.ts'
import { minutePage } from './pages/minute-pages.ts'
import { circulatePage } from './pages/publish-pages.ts'
import { addResolutionPage, resolutionPage } from './pages/resolution-pages.ts'
import { takingPage } from './pages/taking-page.ts'
import { minutesVersions } from './public/published-minutes.ts'
import { resolution } from './record/resolution.ts'
import { eachMinutesDesk, june, may } from './testing.ts'
import { addResolution, changeResolved, removeResolution } from './verbs/resolve.ts'
import { saveMinute } from './verbs/save-minute.ts'
import { circulateMinutes, correctMinutes, signMinutes } from './verbs/turns.ts'
import { minutesInWork } from './work/read-minutes.ts'

const unpublished = (day: string, more = '') => `body: panel
date: ${day}
time: "10:00"
status: planned
${more}items:
  - { number: 1, title: Nobody was told }
`

eachMinutesDesk(({ store, app, officer, meetingOn, read, load, audited, visit }) => {
  const at = new Date('2023-07-03T09:00:00Z')
  const why = (outcome: Outcome<unknown>) => (outcome.ok ? 'done' : [outcome.refusal.message, ...outcome.refusal.faults.map(({ message }) => message)].join(' '))
  const kept = (meeting: MeetingId) => read((reader) => minutesInWork(reader, meeting))
  const seen = async (meeting: MeetingId) => ({ meeting, basedOn: (await kept(meeting)).revision })
  const write = (meeting: MeetingId, item: number, text: string, basedOn = 0, by?: string) => saveMinute(officer(by), { meeting, item }, { text, membersText: '', isPublicExcluded: true, basedOn, at })
  const press = (meeting: MeetingId, wish: Wish, mark: string = randomUUID()) => record(officer(), app(), { meeting, press: mark, item: 0, wish })
  const movedTo = (answer: StaffAnswer) => (answer.kind === 'moved' ? answer.to : answer.kind === 'page' ? answer.body.toString().replaceAll(/<[^>]+>/g, ' ') : `${answer.kind}: ${answer.kind === 'refused' ? answer.refusal.message : ''}`)
  const rowsOf = async (verb: string, work: () => Promise<unknown>) => {
    const before = (await audited(verb)).length
    await work()
    return (await audited(verb)).slice(before)
  }

  test('minutes of a public meeting whose agenda was never published are not begun; a private one has no public agenda', async () => {
    const loaded = await load([unpublished('2023-06-01'), unpublished('2023-06-02', 'public: false\n'), unpublished('2023-06-03', 'private-development: true\npublic: false\n')].join('---\n'), meetingsImporter)
    assert.ok(loaded.ok, JSON.stringify(loaded))
    const [open, ...closed] = [await meetingOn(date('2023-06-01')), await meetingOn(date('2023-06-02')), await meetingOn(date('2023-06-03'))]
    const refused = await write(open, 1, 'It was heard.')
    assert.match(why(refused), /never published, so no item of it could be considered/)
    assert.match(movedTo(await visit(takingPage, { meeting: open })), /never published/)
    assert.deepEqual((await kept(open)).minutes.size, 0)
    for (const meeting of closed) assert.ok((await write(meeting, 1, 'It was heard.')).ok)
    const file = `body: panel\ndate: 2023-06-01\nstate: draft\nminutes: [{ item: 1, text: It was heard. }]\n`
    assert.match(why(await load(file)), /never published/)
  })

  test('the form of a resolution that is sent twice adds it once and says so; other words in the same form are another', async () => {
    const meeting = await meetingOn(may)
    for (const wish of [{ does: 'open', at: '10:00' }, { does: 'everybody' }, { does: 'close', at: '11:30' }] as const) assert.ok((await press(meeting, wish)).ok)
    const sending = randomUUID()
    const send = async (words: string) => movedTo(await visit(addResolutionPage, { meeting, item: '3' }, { fields: [['sending', sending], ['item-3-kind', 'agreed'], ['item-3-words', words]] }))
    const [first, second] = await Promise.all([send('A plan of routes.'), send('A plan of routes.')])
    assert.deepEqual(new Set([first, second].map((to) => /done=([a-z-]+)/.exec(to)?.[1])), new Set(['resolved', 'resolved-already']))
    assert.match(await send('A plan of fares.'), /done=resolved&/)
    assert.deepEqual((await kept(meeting)).resolutions.get(3)?.map(({ words, place }) => [words, place]), [['A plan of routes.', 1], ['A plan of fares.', 2]])
  })

  test('a form that was refused keeps its mark, and a page of the minutes gives each form its own', async () => {
    const meeting = await meetingOn(may)
    const sending = randomUUID()
    const again = await visit(addResolutionPage, { meeting, item: '3' }, { fields: [['sending', sending], ['item-3-kind', 'recommended'], ['item-3-words', 'A plan.']] })
    assert.ok(again.kind === 'page' && again.status === 400)
    const marks = [...again.body.toString().matchAll(/name="sending" value="([^"]+)"/g)].map(([, mark]) => mark)
    assert.ok(marks.includes(sending))
    assert.equal(new Set(marks).size, marks.length)
  })

  test('the link to each resolution names its item, so that no two of a page read the same', async () => {
    const meeting = await meetingOn(may)
    assert.ok((await addResolution(officer(), { meeting, item: 1 }, resolution.parse({ kind: 'noted', words: 'Who is away.' }), at)).ok)
    const shown = await visit(takingPage, { meeting })
    assert.ok(shown.kind === 'page')
    const links = [...shown.body.toString().matchAll(/<a [^>]*resolutions[^>]*>(.*?)<\/a>/g)].map(([, words = '']) => words.replaceAll(/<[^>]+>/g, ''))
    assert.ok(links.length >= 3)
    assert.deepEqual([...new Set(links)], links)
    assert.ok(links.some((words) => /^Change or record a vote on resolution a of item 1, \w/.test(words)), links.join(' | '))
  })

  test('a vote that is saved twice is no conflict', async () => {
    const meeting = await meetingOn(may)
    const [one] = (await kept(meeting)).resolutions.get(3) ?? []
    assert.ok(one)
    const save = async () => movedTo(await visit(resolutionPage, { meeting, item: '3', resolution: one.id }, { fields: [['revision', String(one.revision)], ['kind', 'agreed'], ['words', one.words], ['for', '3'], ['against', '0'], ['abstained', '0']] }))
    assert.match(await save(), /done=changed/)
    assert.match(await save(), /done=changed/)
    const other = await changeResolved(officer(), { meeting, item: 3, id: one.id, basedOn: one.revision }, resolution.parse({ kind: 'agreed', words: 'Another.' }), at)
    assert.equal(!other.ok && other.refusal.kind, 'conflict')
  })

  test('the same press with other words, after the Back button, is another line of the record; the same words are one', async () => {
    const meeting = await meetingOn(june)
    assert.ok((await press(meeting, { does: 'open', at: '10:00' })).ok)
    const mark = randomUUID()
    const attends = (name: string) => press(meeting, { does: 'attends', name, role: 'Head of Transport' }, mark)
    for (const name of ['Pia Holt', 'Pia Holt', 'Rolf Ashe']) assert.ok((await attends(name)).ok)
    const whip = { does: 'whip', whip: { group: 'The group', words: 'No whip.' } } as const
    for (const wish of [whip, whip]) assert.ok((await press(meeting, wish)).ok)
    const log = await read((reader) => logOf(reader, meeting))
    assert.deepEqual(log.flatMap(({ what }) => (what.kind === 'attends' ? what.name : [])), ['Pia Holt', 'Rolf Ashe'])
    assert.equal(log.filter(({ what }) => what.kind === 'whips').length, 1)
  })

  test('of an exempt item nothing is said of an exclusion before an officer says it: nothing is ticked, and circulation asks by the item', async () => {
    const meeting = await meetingOn(may)
    const send = (fields: readonly (readonly [string, string])[]) => visit(minutePage, { meeting, item: '4' }, { fields: [['withheld', 'yes'], ['do', 'save'], ...fields] })
    assert.match(movedTo(await send([['revision', '0'], ['text-4', 'Bids were opened.']])), /done=saved/)
    const asked = async () => {
      const shown = await visit(takingPage, { meeting })
      assert.ok(shown.kind === 'page')
      const page = shown.body.toString()
      return { ticked: [.../name="excluded-4"[^>]*value="(yes|no)"[^>]*checked/.exec(page)?.slice(1) ?? []], saysResolved: page.includes('that the public be excluded'), isOpen: /Item 4 is exempt: say in its minute/.test(movedTo(await visit(circulatePage, { meeting }))) }
    }
    assert.deepEqual(await asked(), { ticked: [], saysResolved: false, isOpen: true })
    assert.match(why(await circulateMinutes(officer(), app(), await seen(meeting))), /Item 4 is exempt: say in its minute whether the public was excluded by resolution/)
    assert.match(movedTo(await send([['revision', '1'], ['text-4', 'Bids were opened.'], ['excluded-4', 'no']])), /done=saved/)
    assert.deepEqual(await asked(), { ticked: ['no'], saysResolved: false, isOpen: false })
    assert.match(movedTo(await send([['revision', '2'], ['text-4', 'Bids were opened.'], ['excluded-4', 'yes']])), /done=saved/)
    assert.deepEqual(await asked(), { ticked: ['yes'], saysResolved: true, isOpen: false })
  })

  test('two officers at once lose nothing: of one minute the second is told, of two items both stand, resolutions of both are lettered', async () => {
    const meeting = await meetingOn(may)
    const both = await Promise.all([write(meeting, 3, 'Buses were late.', 0, 'Olive Reyes'), write(meeting, 3, 'Buses were early.', 0, 'Ned Hale'), write(meeting, 5, 'The roof.', 0, 'Ned Hale')])
    assert.deepEqual(both.map((one) => (one.ok ? 'saved' : one.refusal.kind)).toSorted(), ['conflict', 'saved', 'saved'])
    const resolve = (name: string, words: string) => addResolution(officer(name), { meeting, item: 5 }, resolution.parse({ kind: 'agreed', words }), at)
    for (const one of await Promise.all([resolve('Olive Reyes', 'To mend it.'), resolve('Ned Hale', 'To pay for it.')])) assert.ok(one.ok, why(one))
    assert.deepEqual((await kept(meeting)).resolutions.get(5)?.map(({ place }) => place), [1, 2])
    const shown = await visit(minutePage, { meeting, item: '3' }, { context: officer('Ned Hale'), fields: [['revision', '0'], ['text-3', 'Buses were on time.'], ['do', 'save']] })
    assert.match(movedTo(shown), /Nothing is lost[^]*Buses were on time\.[^]*Buses were (late|early)\./)
  })

  test('the audit names records that exist and nothing that was typed, and each refusal is one row', async () => {
    const meeting = await meetingOn(may)
    const typed = 'the family of Rose Lane'
    const removed = await rowsOf('minutes.take', () => removeResolution(officer(), { meeting, item: 3, id: typed, basedOn: 1 }, at))
    assert.deepEqual(removed.map(({ outcome, detail }) => [outcome, detail]), [['refused', { item: 3 }]])
    const [, fares] = (await kept(meeting)).resolutions.get(3) ?? []
    assert.ok(fares)
    const [row] = await rowsOf('minutes.take', () => removeResolution(officer(), { meeting, item: 3, id: fares.id, basedOn: fares.revision }, at))
    assert.deepEqual([row?.outcome, row?.detail, row?.subject_id], ['done', { item: 3, removed: fares.id }, meeting])
    await visit(takingPage, { meeting: typed }, { context: { ...officer(), may: () => false } })
    await write(typed as MeetingId, 1, 'x')
    const told = JSON.stringify(await audited())
    assert.doesNotMatch(told, /Rose Lane/)
  })

  test('a circulation that is refused leaves exactly one row, whether it is not ready or the person may not', async () => {
    const [meeting, draft] = [await meetingOn(may), await meetingOn(june)]
    const mayNot = { ...officer(), may: () => false }
    const refused = async (work: () => Promise<Outcome<unknown>>) => {
      const rows = await rowsOf('minutes.publish', async () => assert.equal((await work()).ok, false))
      assert.deepEqual(rows.map(({ outcome }) => outcome), ['refused'])
    }
    await refused(async () => circulateMinutes(officer(), app(), await seen(draft)))
    await refused(async () => circulateMinutes(mayNot, app(), await seen(meeting)))
    await refused(async () => circulateMinutes(officer(), app(), { meeting, basedOn: 999 }))
    await refused(async () => correctMinutes(officer(), app(), await seen(meeting), ''))
    await refused(async () => signMinutes(officer(), app(), await seen(meeting), { by: '', on: june }))
    await refused(() => circulateMinutes(officer(), app(), { meeting: 'no meeting', basedOn: 1 }))
  })

  test('a second press of Circulate, of Publish corrections, of Confirm and of Sign says that it is done already', async () => {
    const meeting = await meetingOn(may)
    const twice = async (page: typeof circulatePage, fields: readonly (readonly [string, string])[]) => {
      const revision = ['revision', String((await kept(meeting)).revision)] as const
      const send = async () => /done=([a-z-]+)/.exec(movedTo(await visit(page, { meeting }, { fields: [revision, ...fields] })))?.[1]
      return [await send(), await send()]
    }
    assert.deepEqual(await twice(circulatePage, []), ['circulated', 'circulated-already'])
    assert.ok((await write(meeting, 5, 'The roof is shut.', 1)).ok)
    assert.deepEqual(await twice(circulatePage, [['note', 'The roof.']]), ['corrected', 'corrected-already'])
    const confirming = await meetingOn(june)
    assert.ok((await press(confirming, { does: 'everybody' })).ok)
    assert.ok((await press(confirming, { does: 'come-to', to: 2 })).ok)
    assert.deepEqual(await twice(confirmPage, [['meeting', `${june} 2`], ['amended', '']]), ['confirmed', 'confirmed-already'])
    const signature = [['by', 'Cllr Dora Finch'], ['on', june]] as const
    assert.deepEqual(await twice(signPage, signature), ['signed', 'signed-already'])
    assert.equal((await kept(meeting)).signed?.by, 'Cllr Dora Finch')
  })

  test('whoever confirms or signs otherwise than it was recorded meanwhile is told what stands, beside what they had; no second success', async () => {
    const meeting = await meetingOn(may)
    const sent = (page: typeof confirmPage, fields: readonly (readonly [string, string])[]) => visit(page, { meeting }, { fields: [['revision', '1'], ...fields] })
    const confirmed = await sent(confirmPage, [['meeting', `${june} 3`], ['amended', 'The roof is open.']])
    assert.deepEqual(confirmed.kind === 'page' && [confirmed.status, confirmed.hasFaults], [409, true])
    assert.match(movedTo(confirmed), /Nothing of yours was recorded[^]*What stands[^]*item 2, as they stood[^]*What you had[^]*item 3, with this amendment:\s+The roof is open\./)
    const signed = await sent(signPage, [['by', 'Cllr Otto Lane'], ['on', '2023-06-15']])
    assert.equal(signed.kind === 'page' && signed.status, 409)
    assert.match(movedTo(signed), /Signed by\s+Cllr Dora Finch\s+on 14 June 2023[^]*Signed by\s+Cllr Otto Lane\s+on 15 June 2023/)
    assert.match(movedTo(await sent(signPage, [['by', ' Cllr Dora Finch '], ['on', '14 June 2023']])), /signed-already/)
  })

  test('nothing joins the record of a meeting whose minutes are confirmed, by verb or by any statement of staff, and the meeting stays one of its body', async () => {
    const meeting = await meetingOn(may)
    assert.match(why(await press(meeting, { does: 'attends', name: 'Somebody', role: 'Late' })), /minutes of this meeting are confirmed: its record stays as it is/)
    const place = await read(async (reader) => (await logOf(reader, meeting)).length)
    const statements = [
      `insert into work.sitting_log (meeting, place, item, happening, press, recorded_by, recorded_at) values ('${meeting}', ${place + 1}, 0, '{"kind":"attends","name":"x","role":"y"}', 'x', 'x', now())`,
      `update work.meetings set body = 'cabinet' where id = '${meeting}'`,
      `update work.meetings set meeting_date = '2023-05-11' where id = '${meeting}'`,
      `update work.meetings set body = 'cabinet' where id = '${await meetingOn(june)}'`,
      `update work.minutes_of_meetings set body = 'cabinet' where meeting = '${meeting}'`,
      `update work.minutes set text = 'x' where meeting = '${meeting}'`,
      `insert into work.minutes (meeting, body, item, text, revision, saved_at) values ('${meeting}', 'panel', 2, 'x', 1, now())`,
      `delete from work.minute_changes where meeting = '${meeting}'`,
      `update work.resolutions set content = '{}' where meeting = '${meeting}'`,
      `delete from work.minutes_of_meetings where meeting = '${meeting}'`,
      `update work.members_minutes set version = 9 where meeting = '${meeting}'`,
    ]
    for (const statement of statements) {
      await assert.rejects(store().database.write('operator:test', (tx) => sql.raw(statement).execute(tx.tables())), statement)
    }
    assert.deepEqual((await read((reader) => minutesVersions(reader, 'panel', may))).length, 4)
  })
})
