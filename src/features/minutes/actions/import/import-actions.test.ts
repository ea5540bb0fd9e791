import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ImportFile } from '#platform/command/transfer.ts'
import { bodiesImporter } from '#features/bodies'
import { meetingsImporter } from '#features/meetings'
import { filesInMemory } from '../../../meetings/testing.ts'
import { actionsOf } from '../actions-of.ts'
import { publishedReport } from '../reports.ts'
import { eachActionsDesk } from '../testing.ts'
import { actionsExporter, actionsImporter } from './import-actions.ts'

const asked = `ref: transport-1
kind: recommendation
body: panel
asked-on: 2023-01-10
words: Review the routes.
asked-of: { name: The board, body: board }
subjects: [transport]
`
const served = `steps:
  - { what: served, on: 2023-02-01, report: School transport }
`
const answered = `${served}  - { what: answered, on: 2023-03-30, answer: accepted, response: It is reviewed. }
`
const inPrivate = `---
ref: in-private
kind: action
body: board
asked-on: 2023-01-11
words: The price of a bid.
asked-of: { name: Director of Children’s Services }
public: false
`

eachActionsDesk(({ store, app }) => {
  const load = async (text: string) => {
    const file: ImportFile = filesInMemory({ 'recommendations.yaml': text })
    const loaded = await actionsImporter.load([file], app(), () => undefined)
    return loaded.ok ? loaded.value : loaded.refusal.faults.map(({ row, field, message }) => `${row} ${field}: ${message}`)
  }
  const published = () => store().database.readPublished((reader) => actionsOf(reader, { limit: 20 }))

  test('files of recommendations load whole: the next references, their chain, the report in which they were served', async () => {
    assert.deepEqual(await load(`${asked}${served}${inPrivate}`), { recommendations: 2, published: 1 }, 'what was asked in private is kept, and not published')
    assert.deepEqual((await published()).map(({ reference, state, waitsUntil }) => [reference, state, waitsUntil]), [[1, 'served', '2023-03-31']])
    assert.equal((await store().database.readPublished((reader) => publishedReport(reader, 1)))?.title, 'School transport')
  })

  test('loaded again nothing changes, and steps that are new are added behind those that are there', async () => {
    assert.deepEqual(await load(`${asked}${served}${inPrivate}`), { recommendations: 2, published: 0 })
    assert.deepEqual(await load(`${asked}${answered}`), { recommendations: 1, published: 1 })
    assert.deepEqual(await load(`${asked}${served}`), { recommendations: 1, published: 0 })
    assert.deepEqual((await published()).map(({ state, chain }) => [state, chain.length]), [['accepted', 2]])
  })

  test('an answer that was entered later than it was received comes with both days, and is written as it is read', async () => {
    const late = (on: string) => `ref: late\nkind: action\nbody: panel\nasked-on: 2023-01-11\nwords: A list.\nasked-of: { name: Head of transport }\nsteps:\n  - { what: answered, on: 2023-02-01, answer: accepted, response: Yes., entered: { on: ${on}, how: By letter, why: Mislaid } }\n`
    const wrong = await load(late('2023-02-01'))
    assert.match(Array.isArray(wrong) ? wrong.join() : '', /steps\[1\]\.entered\.on: Give the day on which it was entered: after/)
    assert.deepEqual(await load(late('2023-03-01')), { recommendations: 1, published: 1 })
    const written = await actionsExporter.write(app())
    assert.match(written.ok ? String(written.value[0]?.body) : '', /entered:\s+on: 2023-03-01\s+how: By letter\s+why: Mislaid/)
    assert.deepEqual(await load(late('2023-03-01')), { recommendations: 1, published: 0 })
  })

  test('a file names no person as who must answer', async () => {
    const faults = await load('ref: named\nkind: action\nbody: panel\nasked-on: 2023-01-11\nwords: A list.\nasked-of: { name: "Transport, The director" }\n')
    assert.match(Array.isArray(faults) ? faults.join() : 'loaded', /^6 asked-of\.name: The director is a person’s name/)
  })

  test('a file that tells a recorded step otherwise is refused', async () => {
    assert.deepEqual(await load(`${asked}${answered.replace('accepted', 'rejected, reason: Too dear')}`), ['10 steps[2]: This step is recorded otherwise, and what is recorded stays. Give it as it is recorded, and what is new behind it.'])
  })

  test('each fault of a file is named where it stands: an unknown body, a day to come, a chain that cannot be, a reason left out', async () => {
    const wrong = `ref: a
kind: recommendation
body: nobody
asked-on: 2023-07-04
words: Do it.
asked-of: { name: The board }
---
ref: b
kind: recommendation
body: panel
asked-on: 2023-01-10
words: Do it.
asked-of: { name: The board }
steps: [{ what: done, on: 2023-02-01, evidence: Seen. }]
---
ref: c
kind: action
body: panel
asked-on: 2023-01-10
words: Do it.
asked-of: { name: The board }
number: 1
steps: [{ what: answered, on: 2023-02-01, answer: rejected, response: No. }]
`
    assert.deepEqual(await load(wrong), [
      '3 body: No body has this address word. Load that body first, or correct the word.',
      '4 asked-on: Give a day that is not to come',
      '14 steps[1]: It is not answered yet.',
      '23 steps[1].reason: Give the reason',
    ])
    assert.deepEqual(await load(`${asked.replace('transport-1', 'other')}number: 1\n`), ['8 number: This number belongs to something else that was asked. Leave it out, or give another.'])
  })

  test('what was asked names a meeting of the body in the calendar, and an item of its published agenda', async () => {
    const at = (day: string) => load(`${asked.replace('transport-1', 'at-a-meeting')}meeting: ${day}\n`)
    assert.deepEqual(await at('2023-05-11'), ['8 meeting: This body has no meeting on this day. Correct the day, or have the meeting in the calendar first.'])
    const agenda = 'body: panel\ndate: 2023-06-14\ntime: "10:00"\nstatus: held\nissued: 2023-06-06\nitems:\n  - { number: 1, title: Apologies, standing: apologies }\n'
    assert.ok((await meetingsImporter.load([filesInMemory({ 'meeting.yaml': agenda })], app(), () => undefined)).ok)
    assert.deepEqual(await at('2023-06-14\nitem: 4'), ['9 item: The agenda of this meeting has no item of this number. It has 1.'])
  })

  test('the answer of the command says whose account is still to come', async () => {
    const heard: string[] = []
    const file = filesInMemory({ 'recommendations.yaml': `${asked.replace('transport-1', 'to-come')}public: false\nowner: nobody.yet@example.test\n` })
    assert.deepEqual(await actionsImporter.load([file], app(), (line) => heard.push(line)), { ok: true, value: { recommendations: 1, published: 0, 'owners without an account yet': 1 } })
    assert.match(heard.join(), /nobody has an account at nobody\.yet@example\.test yet/)
  })

  test('a body asks and is asked while there is one, and evidence of a file is what the public can open', async () => {
    const bodies = 'slug: old\nname: The old board\nkind: partner-body\npurpose: Was.\nmeets-in-public: true\nto: 2022-06-30\n---\nslug: new\nname: The new board\nkind: partner-body\npurpose: Is.\nmeets-in-public: true\nfrom: 2022-07-01\n'
    assert.ok((await bodiesImporter.load([filesInMemory({ 'bodies.yaml': bodies })], app(), () => undefined)).ok)
    const of = (body: string, on: string, by = 'panel') => asked.replace('transport-1', `${body}-${on}`).replace('body: board', `body: ${body}`).replace('body: panel', `body: ${by}`).replace('2023-01-10', on)
    assert.deepEqual(await load(`${of('new', '2022-01-11')}---\n${of('old', '2022-07-01')}---\n${of('board', '2022-07-01', 'old')}`), [
      '6 asked-of.body: The new board began on 1 July 2022. Name the body that there was on 11 January 2022, or ask anew of the one that came after it.',
      '14 asked-of.body: The old board ended on 30 June 2022. Name the body that there was on 1 July 2022, or ask anew of the one that came after it.',
      '19 body: The old board ended on 30 June 2022. Name the body that there was on 1 July 2022, or ask anew of the one that came after it.',
    ])
    const hidden = of('old', '2022-06-30').replace('kind: recommendation', 'kind: action') + 'steps: [{ what: done, on: 2023-02-01, evidence: Seen., link: /staff/meetings }]\n'
    assert.match(JSON.stringify(await load(hidden)), /^\["8 steps\[1\]\.link: The public cannot open this address\. Give a published paper/)
    assert.deepEqual(await load(hidden.replace('/staff/meetings', '/meetings')), { recommendations: 1, published: 1 })
  })

  test('what is exported is read again by the import and changes nothing', async () => {
    const written = await actionsExporter.write(app())
    assert.ok(written.ok)
    const [file] = written.value
    assert.equal(typeof file?.body, 'string')
    assert.match(String(file?.body), /public: false/)
    assert.deepEqual(await load(String(file?.body)), { recommendations: 5, published: 0, 'owners without an account yet': 1 })
  })

  test('what is served on a partner says what binds it, and the executive has its two months', async () => {
    const to = (body: string, duty: string) => `ref: ${body}\nkind: recommendation\nbody: panel\nasked-on: 2023-05-10\nwords: A list.\nasked-of: { name: The ${body}, body: ${body} }\nsteps:\n  - { what: served, on: 2023-06-20, report: Lists${duty} }\n`
    assert.match(JSON.stringify(await load(to('trust', ''))), /steps\[1\]\.duty: Only the council and its executive have two months\. Give health-scrutiny-response or partner-regard/)
    assert.match(JSON.stringify(await load(to('board', ', duty: partner-regard'))), /steps\[1\]\.duty: The council and its executive have two months/)
    assert.match(JSON.stringify(await load(to('trust', ', duty: executive-response'))), /duty: Give the duty as health-scrutiny-response or partner-regard/)
    assert.deepEqual(await load(to('trust', ', duty: health-scrutiny-response')), { recommendations: 1, published: 1 })
    const [waits] = (await published()).filter(({ askedOf }) => askedOf.body === 'trust').map(({ waitsUntil }) => waitsUntil)
    assert.equal(waits, '2023-07-18', '28 days after the request')
    const written = await actionsExporter.write(app())
    assert.deepEqual(await load(written.ok ? String(written.value[0]?.body) : ''), { recommendations: 6, published: 0, 'owners without an account yet': 1 })
  })
})
