import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Outcome } from '#core/outcome.ts'
import { timesOnAgenda } from '#features/meetings'
import { filesInMemory } from '../../../meetings/testing.ts'
import { programmesExporter, programmesImporter } from '../import/import-programmes.ts'
import { entryOf, placeOf } from '../model/change-programme.ts'
import type { Entry, ProgrammeYear, TimedEntry } from '../model/work-programme.ts'
import { holdProgramme, publicChanges, publicProgramme, type ProgrammeKey } from '../store/read-programmes.ts'
import { eachProgrammeDesk, key, programmeText } from '../testing.ts'
import { entryMark, newEntryValues, valuesOfEntry } from '../typed/entry-values.ts'
import { headMark } from '../typed/head-values.ts'
import { addTyped, editTyped, orderEntry, placeTyped, putBack, scoreTyped, takeOut } from './edit-entries.ts'
import { beginProgramme, publishProgramme, saveHead } from './keep-head.ts'
import { answerProposal, proposalsOf, proposeIssue } from './propose.ts'
import { settleProgrammes } from './settle-programmes.ts'

function unwrap<T>(outcome: Outcome<T>): T {
  assert.ok(outcome.ok, JSON.stringify(outcome))
  return outcome.value
}

function refusalOf(outcome: Outcome<unknown>) {
  assert.ok(!outcome.ok, 'it was not refused')
  return outcome.refusal
}

eachProgrammeDesk(({ store, app, officer, member, load, published, callOff, agenda }) => {
  const standing = async (slug: string): Promise<Entry> => {
    const { programme } = await published((reader) => publicProgramme(reader, 'panel'))
    const found = programme && entryOf(programme, slug)
    assert.ok(found, slug)
    return found
  }
  const mark = async (slug: string) => entryMark(await standing(slug))
  const kept = (which: ProgrammeKey) => store().database.write('operator:test', async (tx) => (await holdProgramme(tx, which)) ?? assert.fail(which.year))
  const headOf = async (which: ProgrammeKey) => headMark(await kept(which))
  const place = async (slug: string) => placeOf(await kept(key), await standing(slug))
  const history = () => published((reader) => publicChanges(reader, key, { limit: 100 }))

  test('a programme is loaded, written out and read again the same; loaded again it changes nothing', async () => {
    const written = unwrap(await programmesExporter.write(app()))
    assert.deepEqual(unwrap(await programmesImporter.load([filesInMemory({ 'again.yaml': String(written[0]?.body) })], app(), () => undefined)), { programmes: 1, entries: 4, published: 0 })
    assert.deepEqual((await history()).map(({ what }) => what), ['Programme entered'])
  })

  test('when a matter was reported is derived from the published agendas', async () => {
    const times = await published((reader) => timesOnAgenda(reader, ['school-transport', 'youth-justice']))
    assert.deepEqual(times.map(({ subject, date: day, item, title }) => [subject, day, item, title]), [['school-transport', '2023-05-10', 1, 'School transport review']])
  })

  test('with the load of a programme, standing items go on the next open agenda and dated entries on that of their meeting, each once', async () => {
    assert.deepEqual(await agenda('2023-09-20'), ['Apologies', 'Performance', 'Update'], 'what stands there on the same matter is not put there again')
    assert.deepEqual(await agenda('2023-11-15'), ['Apologies', 'Youth justice'])
    assert.deepEqual(unwrap(await settleProgrammes(app().context(), app())), { placed: 0 })
  })

  test('an issue is added and scored, and placed at a meeting whose agenda then has it; the public reads each step', async () => {
    const typed = newEntryValues({ issue: 'Children missing\neducation', subject: 'Children missing education', kind: 'possible', 'chosen-who': 'The panel', 'chosen-why': 'Numbers rise' })
    unwrap(await addTyped(officer(), app(), key, typed))
    unwrap(await addTyped(officer(), app(), key, typed))
    const slug = 'children-missing-education'
    const added = await standing(slug)
    assert.deepEqual([added.issue, added.subject, (await published((reader) => publicProgramme(reader, 'panel'))).programme?.entries.length], ['Children missing education', slug, 5])
    unwrap(await scoreTyped(officer(), app(), key, slug, { priority: { answer: 'yes', why: 'In the plan' }, newLaw: { answer: 'no', why: '' } }, entryMark(added)))
    const placed = unwrap(await placeTyped(officer(), app(), key, slug, '2024-01-17', await mark(slug)))
    assert.deepEqual(placed.onAgendas.map(({ entry, date: day }) => [entry.slug, day]), [[slug, '2024-01-17']])
    assert.deepEqual(await agenda('2024-01-17'), ['Apologies', 'Children missing education'])
    const said = (await history()).filter(({ entry }) => entry === slug)
    assert.deepEqual(said.map(({ what, why, byRole }) => [what, why, byRole]), [
      ['Placed: Wednesday 17 January 2024', undefined, 'scrutiny officer'],
      ['Held against the criteria: 1 yes, 1 no', undefined, 'scrutiny officer'],
      ['Added: possible future item, to be confirmed', 'Numbers rise', 'scrutiny officer'],
    ])
  })

  test('a form that rests on what somebody else changed meanwhile is refused, and a change says why in public', async () => {
    const before = await standing('transport')
    const typed = { ...valuesOfEntry(before), 'follow-up': 'With the costs' }
    unwrap(await editTyped(officer(), app(), key, 'transport', typed, { basedOn: entryMark(before), reason: 'The panel asked' }))
    assert.equal(refusalOf(await editTyped(officer(), app(), key, 'transport', { ...typed, lead: 'Chair' }, { basedOn: entryMark(before), reason: '' })).kind, 'conflict')
    assert.deepEqual((await history())[0], { ...(await history())[0], what: 'Changed: follow-up', why: 'The panel asked' })
    assert.equal(refusalOf(await scoreTyped(officer(), app(), key, 'transport', { priority: { answer: 'yes', why: '' } }, entryMark(before))).kind, 'conflict')
  })

  test('two officers who place an entry or take it out: the second is told, and what the first did stands', async () => {
    const before = await mark('transport')
    unwrap(await placeTyped(officer(), app(), key, 'transport', '2024-01-17', before))
    assert.match(refusalOf(await placeTyped(officer(), app(), key, 'transport', '2023-11-15', before)).message, /Somebody else changed this entry/)
    assert.equal(refusalOf(await takeOut(officer(), app(), key, 'transport', 'Done', before)).kind, 'conflict')
    const { when, takenOut } = { takenOut: undefined, ...(await standing('transport')) } as TimedEntry
    assert.deepEqual([when, takenOut], [{ meeting: '2024-01-17' }, undefined])
    unwrap(await placeTyped(officer(), app(), key, 'transport', '', await mark('transport')))
  })

  test('an entry is refused at a meeting of another body and on a day without one, in the form and where it is placed, with what to do', async () => {
    await load('meetings', 'body: council\ndate: 2023-10-05\ntime: "10:00"\nstatus: planned\n')
    for (const day of ['2023-10-05', '2023-10-06']) {
      const placed = refusalOf(await placeTyped(officer(), app(), key, 'transport', day, await mark('transport')))
      const typed = refusalOf(await editTyped(officer(), app(), key, 'transport', { ...valuesOfEntry(await standing('transport')), meeting: day }, { basedOn: await mark('transport'), reason: '' }))
      for (const { kind, faults } of [placed, typed]) assert.deepEqual([kind, faults.map(({ field, message }) => `${field}: ${message}`)], ['invalid', [`meeting: The calendar has no meeting of this body on ${Number(day.slice(8))} October 2023. Choose a planned meeting, or give a month`]])
    }
  })

  test('what is typed badly is refused at its field', async () => {
    const add = async (changes: object) => refusalOf(await addTyped(officer(), app(), key, { ...newEntryValues({ issue: 'X' }), ...changes })).faults.map(({ field }) => field)
    assert.deepEqual(await add({ issue: '' }), ['issue'])
    assert.deepEqual(await add({ month: 'soon' }), ['month'])
    assert.deepEqual(await add({ meeting: '2023-09-21' }), ['meeting'])
    assert.deepEqual(await add({ month: 'March 2024', 'to-month': 'January 2024' }), ['to-month'])
    assert.deepEqual(await add({ kind: 'standing', frequency: 'in-months', months: '' }), ['months'])
    assert.deepEqual(await add({ 'chosen-why': 'Because' }), ['chosen-who'])
    assert.deepEqual(await add({ reported: '23 March 2022\nlong ago' }), ['reported'])
  })

  test('an entry moves among its kind, is taken out with a reason and put back', async () => {
    unwrap(await orderEntry(officer(), app(), key, 'children-missing-education', 'up', await place('children-missing-education')))
    assert.equal(refusalOf(await takeOut(officer(), app(), key, 'transport', '', await mark('transport'))).faults[0]?.field, 'reason')
    unwrap(await takeOut(officer(), app(), key, 'transport', 'Cabinet has decided', await mark('transport')))
    assert.deepEqual((await standing('transport')).takenOut, { on: '2023-07-03', who: 'scrutiny officer', reason: 'Cabinet has decided' })
    unwrap(await putBack(officer(), app(), key, 'transport'))
    assert.equal((await standing('transport')).takenOut, undefined)
  })

  test('the entries of a meeting that is cancelled come back with the reason, and cannot be placed there again', async () => {
    await callOff('2023-11-15', 'The meeting is cancelled. The hall is flooded.')
    assert.match(refusalOf(await placeTyped(officer(), app(), key, 'transport', '2023-11-15', await mark('transport'))).faults[0]?.message ?? '', /is cancelled\. Choose another meeting/)
    unwrap(await settleProgrammes(app().context(), app()))
    const returned = await standing('youth-justice')
    assert.deepEqual(returned.kind === 'dated' && returned.when, { returnedFrom: '2023-11-15', reason: 'The meeting is cancelled. The hall is flooded.' })
    assert.deepEqual((await history())[0], { ...(await history())[0], what: 'Came back to be placed: the meeting on 15 November 2023 is cancelled', byRole: 'the system' })
    unwrap(await placeTyped(officer(), app(), key, 'youth-justice', '2024-01-17', await mark('youth-justice')))
    assert.equal((await history())[0]?.what, 'Placed: Wednesday 17 January 2024; it was to come on 15 November 2023')
  })

  test('an entry follows its meeting to another day, in the deed that touches the programme next', async () => {
    await callOff('2024-01-17', 'Moved.', '2024-01-24')
    await load('meetings', 'body: panel\ndate: 2024-01-24\ntime: "10:00"\nstatus: planned\n')
    unwrap(await orderEntry(officer(), app(), key, 'standing-update', 'up', await place('standing-update')))
    const moved = await standing('youth-justice')
    assert.deepEqual(moved.kind === 'dated' && moved.when, { meeting: '2024-01-24' })
    const said = (await history()).slice(0, 9).filter(({ what }) => what.startsWith('Moved with its meeting'))
    assert.deepEqual([...new Set(said.map(({ byRole }) => byRole))], ['the system'], 'whoever’s deed noted it')
  })

  test('a programme that is drawn up is not public; published, it brings its whole history', async () => {
    const draft = { body: 'panel', year: '2024-25' as ProgrammeYear }
    assert.deepEqual(refusalOf(await beginProgramme(officer(), app(), { body: 'nobody', year: 'next', from: '', to: '' })).faults.map(({ field }) => field), ['body', 'year', 'from', 'to'])
    unwrap(await beginProgramme(officer(), app(), { body: 'panel', year: '2024/25', from: '1 May 2024', to: '30 April 2025' }))
    assert.equal(refusalOf(await beginProgramme(officer(), app(), { body: 'panel', year: '2024-25', from: '2 May 2024', to: '30 April 2025' })).kind, 'conflict')
    unwrap(await addTyped(officer(), app(), draft, newEntryValues({ issue: 'Secret until agreed' })))
    assert.equal((await published((reader) => publicProgramme(reader, 'panel', '2024-25'))).programme, undefined)
    assert.deepEqual(await published((reader) => publicChanges(reader, draft, { limit: 9 })), [])
    await load('meetings', 'body: council\ndate: 2024-05-18\nstatus: planned\n')
    unwrap(await saveHead(officer(), app(), draft, { focus: 'Places', remit: 'Education', leads: 'Education: Champion', recommendedBy: '', recommendedOn: '', recommendedItem: '', agreedBy: 'council', agreedOn: '18 May 2024', agreedItem: '7', note: '' }, await headOf(draft)))
    unwrap(await publishProgramme(officer(), app(), draft))
    const shown = await published((reader) => publicProgramme(reader, 'panel'))
    assert.deepEqual([shown.years, shown.programme?.year, shown.programme?.agreed], [['2024-25', '2023-24'], '2024-25', { body: 'council', on: '2024-05-18', item: 7 }])
    assert.equal((await published((reader) => publicChanges(reader, draft, { limit: 9 }))).length, 4)
  })

  test('a member proposes, the officer accepts or declines with a reason, once', async () => {
    const sending = '00000000-0000-4000-8000-00000000000a'
    assert.deepEqual(refusalOf(await proposeIssue(member(), app(), 'panel', { issue: '', why: '', subject: '', sending })).faults.map(({ field }) => field), ['issue', 'why'])
    for (let time = 0; time < 2; time += 1) unwrap(await proposeIssue(member(), app(), 'panel', { issue: 'Nursery places', why: 'Parents ask', subject: 'Nursery places', sending }))
    const read = () => store().database.read('operator:test', (reader) => proposalsOf(reader, 'panel'))
    const [proposal, ...others] = await read()
    assert.ok(proposal)
    assert.deepEqual(others, [])
    assert.deepEqual(refusalOf(await answerProposal(officer(), app(), key, proposal.id, { decision: 'accepted', reason: '' })).faults.map(({ field }) => field), [`reason-${proposal.id}`])
    unwrap(await answerProposal(officer(), app(), key, proposal.id, { decision: 'accepted', reason: 'It touches many families' }))
    assert.equal(refusalOf(await answerProposal(officer(), app(), key, proposal.id, { decision: 'declined', reason: 'No' })).kind, 'conflict')
    const entry = entryOf((await published((reader) => publicProgramme(reader, 'panel', '2023-24'))).programme ?? assert.fail(), 'nursery-places')
    assert.deepEqual([entry?.origin, entry?.chosen], [{ who: 'Member of a panel or board', when: '3 July 2023', words: 'Parents ask' }, { who: 'Scrutiny officer', why: 'It touches many families' }])
    assert.equal((await read())[0]?.state, 'accepted')
  })

  test('a file of an unknown body, a year given twice and a public programme that would no longer be are refused, and nothing is loaded', async () => {
    for (const text of [programmeText.replace('body: panel', 'body: nobody'), `${programmeText}---\n${programmeText}`, programmeText.replace('entries:', 'public: false\nentries:'), programmeText.replace('body: council', 'body: nobody')]) {
      const refused = await programmesImporter.load([filesInMemory({ 'bad.yaml': text })], app(), () => undefined)
      assert.ok(!refused.ok, text)
    }
  })

  test('on an agenda that is still empty, an entry about one of the standing items with which it begins is not put there again', async () => {
    const march = (slug: string, issue: string) => `  - { slug: ${slug}, kind: dated, issue: ${issue}, subject: ${slug}, when: { meeting: 2024-03-20 } }\n`
    await load('meetings', 'body: panel\ndate: 2024-03-20\nstatus: planned\n')
    await load('programmes', `${programmeText}${march('thresholds', 'Thresholds')}${march('minutes', 'Minutes of July')}`)
    unwrap(await settleProgrammes(app().context(), app()))
    assert.deepEqual(await agenda('2024-03-20'), ['Apologies and Welcome', 'Declarations of Interest', 'Confirmation of the Minutes of the Previous Meeting', 'Thresholds'])
  })
})
