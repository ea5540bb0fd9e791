import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ImportFile } from '#platform/command/transfer.ts'
import { bodiesImporter } from '#features/bodies'
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
    assert.deepEqual(await load(`${asked}${served}${inPrivate}`), { recommendations: 2, changed: 2 })
    assert.deepEqual((await published()).map(({ reference, state, waitsUntil }) => [reference, state, waitsUntil]), [[1, 'served', '2023-03-31']])
    assert.equal((await store().database.readPublished((reader) => publishedReport(reader, 1)))?.title, 'School transport')
  })

  test('loaded again nothing changes, and steps that are new are added behind those that are there', async () => {
    assert.deepEqual(await load(`${asked}${served}${inPrivate}`), { recommendations: 2, changed: 0 })
    assert.deepEqual(await load(`${asked}${answered}`), { recommendations: 1, changed: 1 })
    assert.deepEqual(await load(`${asked}${served}`), { recommendations: 1, changed: 0 })
    assert.deepEqual((await published()).map(({ state, chain }) => [state, chain.length]), [['accepted', 2]])
  })

  test('a file that tells a recorded step otherwise is refused', async () => {
    assert.deepEqual(await load(`${asked}${answered.replace('accepted', 'rejected, reason: Too dear')}`), ['1 steps[1]: This step is recorded otherwise, and what is recorded stays. Give it as it is recorded, and what is new behind it.'])
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
      '1 body: No body has this address word. Load that body first, or correct the word.',
      '1 asked-on: Give a day that is not to come',
      '8 steps[0]: It is not answered yet.',
      '16 steps[0].reason: Give the reason',
    ])
    assert.deepEqual(await load(`${asked.replace('transport-1', 'other')}number: 1\n`), ['1 number: This number belongs to something else that was asked. Leave it out, or give another.'])
  })

  test('a body asks and is asked while there is one, and evidence of a file is what the public can open', async () => {
    const bodies = 'slug: old\nname: The old board\nkind: partner-body\npurpose: Was.\nmeets-in-public: true\nto: 2022-06-30\n---\nslug: new\nname: The new board\nkind: partner-body\npurpose: Is.\nmeets-in-public: true\nfrom: 2022-07-01\n'
    assert.ok((await bodiesImporter.load([filesInMemory({ 'bodies.yaml': bodies })], app(), () => undefined)).ok)
    const of = (body: string, on: string, by = 'panel') => asked.replace('transport-1', `${body}-${on}`).replace('body: board', `body: ${body}`).replace('body: panel', `body: ${by}`).replace('2023-01-10', on)
    assert.deepEqual(await load(`${of('new', '2022-01-11')}---\n${of('old', '2022-07-01')}---\n${of('board', '2022-07-01', 'old')}`), [
      '1 asked-of.body: The new board began on 1 July 2022. Name the body that there was on 11 January 2022, or ask anew of the one that came after it.',
      '9 asked-of.body: The old board ended on 30 June 2022. Name the body that there was on 1 July 2022, or ask anew of the one that came after it.',
      '17 body: The old board ended on 30 June 2022. Name the body that there was on 1 July 2022, or ask anew of the one that came after it.',
    ])
    const hidden = of('old', '2022-06-30').replace('kind: recommendation', 'kind: action') + 'steps: [{ what: done, on: 2023-02-01, evidence: Seen., link: /staff/meetings }]\n'
    assert.match(JSON.stringify(await load(hidden)), /^\["1 steps\[0\]\.link: The public cannot open this address\. Give a published paper/)
    assert.deepEqual(await load(hidden.replace('/staff/meetings', '/meetings')), { recommendations: 1, changed: 1 })
  })

  test('what is exported is read again by the import and changes nothing', async () => {
    const written = await actionsExporter.write(app())
    assert.ok(written.ok)
    const [file] = written.value
    assert.equal(typeof file?.body, 'string')
    assert.match(String(file?.body), /public: false/)
    assert.deepEqual(await load(String(file?.body)), { recommendations: 3, changed: 0 })
  })
})
