import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { Outcome } from '#core/outcome.ts'
import { date, type LocalDate } from '#core/dates.ts'
import type { Importer } from '#platform/command/transfer.ts'
import { meetingsImporter, publishedMeeting, type MeetingsApp } from '#features/meetings'
import { minutesVersions, publishedMinutes } from '../public/published-minutes.ts'
import { eachMinutesDesk, june, may } from '../testing.ts'
import { saveMinute } from '../verbs/save-minute.ts'
import { minutesInWork } from '../work/read-minutes.ts'
import { minutesExporter } from './export-minutes.ts'
import { minutesImporter } from './import-minutes.ts'

const agendaOnly = date('2023-06-28')
const announced = date('2023-06-30')
const agenda = (day: string) => `body: panel
date: ${day}
time: "10:00"
status: agenda-published
issued: 2023-06-12
items:
  - { number: 1, title: Confirmation of minutes, standing: minutes }
  - { number: 2, title: School meals }
`
const planned = `body: panel
date: 2023-06-30
time: "10:00"
status: planned
`
const ofMay = `body: panel
date: 2023-05-10
state: signed
attendance:
  opened: "10:00"
  closed: "11:30"
  present: [{ member: Cllr Dora Finch }, { member: Cllr Otto Lane, arrived: 2, out: [{ from: 4, until: 5 }] }]
  apologies: [Cllr Ines Marsh]
  in-attendance: [{ name: Pia Holt, role: Head of Transport }]
declarations:
  - { item: 4, member: Cllr Otto Lane, nature: other, words: A cousin bids. }
minutes:
  - item: 3
    number: 2
    text: Buses were **late**.
    resolutions:
      - { kind: noted, words: The report. }
      - { kind: recommended, words: That fares be frozen., whom: { name: Cabinet, body: cabinet }, due: 2023-09-01, vote: { for: 1, against: 1, casting-vote: for, named: [{ member: Cllr Dora Finch, voted: for }, { member: Cllr Otto Lane, voted: against }] } }
  - { item: 1, number: 1, text: One apology. }
confirmed: { on: 2023-06-14, item: 2 }
signed: { by: Cllr Dora Finch, on: 2023-06-14 }
source: The minute book, page 3.
`
const ofJune = `body: panel
date: 2023-06-14
state: circulated
circulated: 2023-06-20
attendance: { present: [{ member: Cllr Dora Finch }, { member: Cllr Otto Lane }] }
minutes:
  - { item: 1, number: 3, text: None. }
  - { item: 3, number: 4, text: Buses. , resolutions: [{ kind: agreed, words: To write. }] }
`
const ofAgendaOnly = `body: panel
date: 2023-06-28
state: circulated
circulated: 2023-06-30
attendance: { present: [{ member: Cllr Dora Finch }, { member: Cllr Otto Lane }] }
minutes:
  - { item: 1, number: 5, text: Confirmed. }
`

eachMinutesDesk(({ app, load, read, meetingOn, officer }) => {
  const why = (outcome: Outcome<unknown>) => (outcome.ok ? 'loaded' : [outcome.refusal.message, ...outcome.refusal.faults.map(({ file, row, field, message }) => `${file}:${row} ${field}: ${message}`)].join('\n'))
  const nothing = { minutes: 1, published: 0 }
  const exported = async (name: string) => {
    const written = await minutesExporter.write(app())
    return written.ok ? String(written.value.find((file) => file.name === name)?.body) : assert.fail(why(written))
  }
  /** Loads while an officer saves a minute, after the check and before everything is written. */
  const meanwhile = (work: () => Promise<unknown>): Importer<MeetingsApp> => ({
    ...minutesImporter,
    load: (files, loading, progress) =>
      minutesImporter.load(files, { ...loading, typeset: async (...given) => { await work(); return loading.typeset(...given) } }, progress),
  })
  const autosave = async (day: LocalDate, text: string, basedOn: number) => {
    const saved = await saveMinute(officer(), { meeting: await meetingOn(day), item: 1 }, { text, membersText: '', isPublicExcluded: true, basedOn, at: new Date('2023-07-03T09:00:00Z') })
    assert.ok(saved.ok, why(saved))
  }

  before(async () => {
    const loaded = await load([agenda('2023-06-21'), agenda('2023-06-22'), agenda('2023-06-28'), agenda('2023-06-29'), planned].join('---\n'), meetingsImporter)
    assert.ok(loaded.ok, why(loaded))
  })

  test('a vote is of those who are recorded as present, and of no more than may vote: the item and the resolution are named', async () => {
    const voted = (vote: string) => load(ofJune.replace('words: To write.', `words: To write., vote: { ${vote} }`))
    assert.match(why(await voted('for: 500, against: 0')), /file\.yaml:1 minutes\[2\]\.resolutions\[1\]\.vote\.for: Item 3, resolution a: 500 votes are recorded; 2 people present may vote/)
    assert.match(why(await voted('for: 1, against: 0, named: [{ member: Nobody At All, voted: for }]')), /minutes\[2\]\.resolutions\[1\]\.vote\.named: Item 3, resolution a: Nobody At All is not among those present/)
    assert.match(why(await voted('for: 1, against: 0, named: [{ member: Cllr Ines Marsh, voted: for }]')), /Cllr Ines Marsh may not vote on this item: Is not recorded as present/)
    const unattended = ofJune.replace(/attendance:.*\n/, '').replace('words: To write.', 'words: To write., vote: { for: 1, against: 0 }')
    assert.match(why(await load(unattended)), /resolutions\[1\]\.vote: Item 3, resolution a: Nobody is recorded as present/)
    const meeting = await meetingOn(june)
    assert.equal((await read((reader) => minutesInWork(reader, meeting))).revision, 0, 'nothing is kept of what was refused')
  })

  test('what is exported changes nothing in the store that it came from, confirmed or circulated', async () => {
    const loaded = await load(`${ofMay}---\n${ofJune}`)
    assert.deepEqual(loaded.ok ? loaded.value : why(loaded), { minutes: 2, published: 2 })
    for (const day of [may, june]) {
      const again = await load(await exported(`minutes/panel/${day}.yaml`))
      assert.deepEqual(again.ok ? again.value : why(again), nothing)
      assert.equal((await read((reader) => minutesVersions(reader, 'panel', day))).length, 1)
    }
  })

  test('a file that says the same in another form changes nothing, and one that says another thing is refused', async () => {
    const reordered = ofMay.replace(/source: .*\n/, '').replace(/ {2}- \{ item: 1.*\n/, '').replace('minutes:\n', 'minutes:\n  - { item: 1, number: 1, text: One apology. }\n')
    const again = await load(reordered)
    assert.deepEqual(again.ok ? again.value : why(again), nothing)
    assert.match(why(await load(reordered.replace('voted: against', 'voted: abstained').replace('against: 1', 'against: 0, abstained: 1').replace(', casting-vote: for', ''))), /confirmed and stay as they are/)
    assert.match(why(await load(ofMay.replace('arrived: 2, ', ''))), /confirmed and stay as they are/)
  })

  test('a resolution’s id that another meeting has, or that is given twice, is refused by name', async () => {
    const id = /id: (\S+)/.exec(await exported('minutes/panel/2023-05-10.yaml'))?.[1] ?? assert.fail('no id')
    const withId = ofJune.replace('kind: agreed', `id: ${id}, kind: agreed`)
    assert.match(why(await load(`${withId}correction: An id.\n`)), /^loaded$/, 'the same text with another id says nothing new')
    const changed = withId.replace('None.', 'One.')
    assert.match(why(await load(`${changed}correction: One.\n`)), /file\.yaml:1 minutes\[2\]\.resolutions\[1\]\.id: A resolution of panel on 2023-05-10 has this id already/)
    const twice = '{ id: 0aa3c5de-7d0c-4b5e-9a63-1c1d8a0f5e11, kind: noted, words: It. }'
    assert.match(why(await load(`${ofJune.replace('{ kind: agreed, words: To write. }', `${twice}, ${twice}`)}correction: Two.\n`)), /resolutions\[2\]\.id: Another resolution of this record has this id/)
  })

  test('a correction is dated today, though its file still has the day of circulation', async () => {
    const corrected = await load(`${ofJune.replace('None.', 'One apology.')}correction: An apology came late.\n`)
    assert.ok(corrected.ok, why(corrected))
    const days = (await read((reader) => minutesVersions(reader, 'panel', june))).map(({ publishedAt }) => publishedAt.toISOString().slice(0, 10))
    assert.deepEqual(days, ['2023-07-03', '2023-06-20'])
    assert.match(await exported('minutes/panel/2023-06-14.yaml'), /circulated: 2023-06-20/)
  })

  test('minutes on which somebody works while the PDFs are made are not loaded, and nothing of what was written is lost', async () => {
    assert.match(why(await load(ofAgendaOnly, meanwhile(() => autosave(agendaOnly, 'Meals are cold.', 0)))), /The minutes of panel on 28 June 2023 were worked on here while they were loaded/)
    const meeting = await meetingOn(agendaOnly)
    const kept = await read((reader) => minutesInWork(reader, meeting))
    assert.deepEqual([...kept.minutes.values()].map(({ text }) => text), ['Meals are cold.'])
    assert.match(why(await load(ofAgendaOnly)), /worked on here since they were loaded/)
    const same = await load(await exported('minutes/panel/2023-06-28.yaml'))
    assert.deepEqual(same.ok ? same.value : why(same), nothing, 'what was taken here is exported and says the same')
  })

  test('a loaded draft on which somebody works while its PDF is made is not loaded over, and a form with the former text is out of date', async () => {
    const draft = ofAgendaOnly.replace('2023-06-28', '2023-06-29').replace('state: circulated', 'state: draft').replace(/circulated: .*\n/, '').replace(' number: 5,', '')
    for (const text of [draft, draft.replace('Confirmed.', 'They were confirmed.')]) assert.ok((await load(text)).ok)
    const meeting = await meetingOn(date('2023-06-29'))
    const revisions = async () => (await read((reader) => minutesInWork(reader, meeting))).minutes.get(1)?.revision
    assert.equal(await revisions(), 2, 'each load is a further revision')
    const circulated = ofAgendaOnly.replace('2023-06-28', '2023-06-29').replace('number: 5', 'number: 7')
    assert.match(why(await load(circulated, meanwhile(() => autosave(date('2023-06-29'), 'As they stand.', 2)))), /worked on here while they were loaded/)
    assert.equal(await revisions(), 3)
  })

  test('minutes cannot be circulated of a meeting that is still to come, or whose agenda is not published', async () => {
    assert.match(why(await load(ofAgendaOnly.replace('2023-06-28', '2023-09-20'))), /file\.yaml:1 date: This meeting is still to come/)
    assert.match(why(await load(ofAgendaOnly.replace('2023-06-28', announced))), /file\.yaml:1 date: The agenda of this meeting is not published\. Publish it, or load the meeting as held/)
  })

  test('a meeting of which only the agenda was published was held, once its circulated or confirmed minutes are loaded', async () => {
    const confirmed = ofAgendaOnly.replace('2023-06-28', '2023-06-22').replace('number: 5', 'number: 6').replace('state: circulated', 'state: confirmed\nconfirmed: { on: 2023-06-28, item: 1 }')
    const circulated = ofAgendaOnly.replace('2023-06-28', '2023-06-21').replace('number: 5', 'number: 7')
    const loaded = await load(`${circulated}---\n${confirmed}`)
    assert.deepEqual(loaded.ok ? loaded.value : why(loaded), { minutes: 2, published: 2 })
    const status = async (day: string) => (await read((reader) => publishedMeeting(reader, 'panel', date(day))))?.meeting.status
    assert.deepEqual([await status('2023-06-21'), await status('2023-06-22')], ['minutes-draft', 'minutes-confirmed'])
    assert.equal((await read((reader) => publishedMinutes(reader, 'panel', date('2023-06-21'))))?.minutes.state, 'circulated')
  })
})
