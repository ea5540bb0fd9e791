import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { observationsImporter } from '../../observations/import-observations.ts'
import { eachMeasuresDesk } from '../../testing.ts'
import { saveCommentary } from '../deeds/keep-commentary.ts'
import { nothingSaid } from '../model/commentary.ts'
import { commentariesExporter, commentariesImporter } from './import-commentaries.ts'

const figures = `measure,period,area,breakdown,numerator,denominator,value,status,note
plans-on-time,2021-22-q4,Worcestershire,,49,1000,4.9,,
plans-on-time,2022-23-q4,Worcestershire,,52,1000,5.2,,
contacts,2022-23-q4,Worcestershire,,,,300,,
`

const signed = `measure: plans-on-time
period: 2022-23-q4
happened: It was higher than a year before, 5.2% against 4.9%. Recording improved.
why: Two more officers write plans.
doing:
  - what: Review the plans that were late
    by-whom: Inclusion team
    by-when: 30 September 2023
back-on-track: By the end of 2023.
claims:
  - words: Recording improved
    about: time
    reason: An audit of forty plans found it.
signed: { by: Head of Inclusion, on: 2023-06-01 }
`
const draft = 'measure: contacts\nperiod: 2022-23-q4\nhappened: There were 300 contacts.\n'

eachMeasuresDesk(({ app, load, faults }) => {
  before(async () => assert.ok((await load(observationsImporter, { 'a.csv': figures })).loaded.ok))

  test('commentaries are loaded signed or as drafts, and the same files once more change nothing', async () => {
    const files = { 'a.yaml': `${signed}---\n${draft}` }
    assert.deepEqual((await load(commentariesImporter, files)).loaded, { ok: true, value: { commentaries: 2, 'new editions': 2 } })
    assert.deepEqual((await load(commentariesImporter, files)).loaded, { ok: true, value: { commentaries: 2, 'new editions': 0 } })
  })

  test('what is written out is read again the same', async () => {
    const written = await commentariesExporter.write(app())
    assert.ok(written.ok)
    assert.deepEqual(written.value.map(({ name }) => name), ['commentaries/contacts.yaml', 'commentaries/plans-on-time.yaml'])
    const { loaded } = await load(commentariesImporter, Object.fromEntries(written.value.map(({ name, body }) => [name, String(body)])))
    assert.deepEqual(loaded, { ok: true, value: { commentaries: 2, 'new editions': 0 } })
  })

  test('a signature over a claim that nothing bears is refused by the row of its words, and nothing is loaded', async () => {
    const bare = signed.replace(/claims:[^]*?forty plans found it\.\n/, '')
    const found = await faults(commentariesImporter, { 'a.yaml': `${draft.replace('300 contacts', '300')}---\n${bare}` })
    assert.equal(found.length, 1)
    assert.match(found[0] ?? '', /^a\.yaml 7 happened: “Recording improved”: the figures cannot tell\. .*Change the words, tie them to another measure, or give a reason under claims\.$/)
    assert.deepEqual((await load(commentariesImporter, { 'a.yaml': draft })).loaded, { ok: true, value: { commentaries: 1, 'new editions': 0 } })
  })

  test('words that a file says are no claim need a reason once signed, and both are written out', async () => {
    const aside = signed.replace('period: 2022-23-q4', 'period: 2021-22-q4').replace(/It was higher.*4\.9%\. /, '').replace('2023-06-01', '2022-06-01')
    const [fault] = await faults(commentariesImporter, { 'a.yaml': aside.replace(/reason: An audit.*/, 'no-claim: true') })
    assert.match(fault ?? '', /happened: “Recording improved”: say why it is no claim about a measure/)
    assert.ok((await load(commentariesImporter, { 'a.yaml': aside.replace('reason: An audit', 'no-claim: true\n    reason: An audit') })).loaded.ok)
    const written = await commentariesExporter.write(app())
    const file = written.ok ? String(written.value.find(({ name }) => name.endsWith('plans-on-time.yaml'))?.body) : ''
    assert.match(file, /no-claim: true/)
    assert.deepEqual((await load(commentariesImporter, { 'b.yaml': file })).loaded, { ok: true, value: { commentaries: 2, 'new editions': 0 } })
  })

  test('unknown measures and periods, words that do not stand in the text and a commentary given twice are told by their rows', async () => {
    const wrong = (from: string, to: string) => faults(commentariesImporter, { 'a.yaml': signed.replace(from, to) })
    assert.match((await wrong('plans-on-time', 'plans')).join(), /a\.yaml 1 measure: There is no such measure/)
    assert.match((await wrong('2022-23-q4', '2023-04')).join(), /a\.yaml 2 period: This period is not one of the measure/)
    assert.match((await wrong('words: Recording improved', 'words: Recording got better')).join(), /a\.yaml 11 claims\[1\]\.words: These words do not stand in the text/)
    assert.match((await wrong('2023-06-01', '2023-08-01')).join(), /signed\.on: Give a day that is not to come/)
    assert.match((await faults(commentariesImporter, { 'a.yaml': `${draft}---\n${draft}` })).join(), /a\.yaml 6 period: This measure and period stands in what was given before/)
  })

  test('a signature that its figure has outlived is not written out, and words that fit the figure are signed anew', async () => {
    assert.ok((await load(observationsImporter, { 'b.csv': 'measure,period,area,breakdown,numerator,denominator,value,status,note,reason\nplans-on-time,2022-23-q4,Worcestershire,,53,1000,5.3,revised,,One plan was late to be recorded.\n' })).loaded.ok)
    const again = signed.replace('5.2% against', '5.3% against')
    const { loaded } = await load(commentariesImporter, { 'a.yaml': signed })
    assert.ok(!loaded.ok, 'its words are held against the figure as it stands')
    const written = await commentariesExporter.write(app())
    const file = written.ok ? String(written.value.find(({ name }) => name.endsWith('plans-on-time.yaml'))?.body) : ''
    assert.match(file, /5\.2% against 4\.9%/)
    assert.doesNotMatch(file.slice(file.indexOf('2022-23-q4')), /signed:/)
    assert.deepEqual((await load(commentariesImporter, { 'b.yaml': file })).loaded, { ok: true, value: { commentaries: 2, 'new editions': 0 } })
    assert.deepEqual((await load(commentariesImporter, { 'a.yaml': again })).loaded, { ok: true, value: { commentaries: 1, 'new editions': 1 } })
  })

  test('the same signature loaded once more renews nothing', async () => {
    const figure = (value: number, status: string) => load(observationsImporter, { 'c.csv': `measure,period,area,breakdown,numerator,denominator,value,status,note\ncontacts,2022-23-q3,Worcestershire,,,,${value},${status},\n` })
    const silent = { 'a.yaml': 'measure: contacts\nperiod: 2022-23-q3\nsigned: { by: Head of Inclusion, on: 2023-06-01 }\n' }
    assert.ok((await figure(300, 'provisional')).loaded.ok)
    assert.deepEqual((await load(commentariesImporter, silent)).loaded, { ok: true, value: { commentaries: 1, 'new editions': 1 } })
    assert.ok((await figure(310, 'provisional')).loaded.ok)
    assert.deepEqual((await load(commentariesImporter, silent)).loaded, { ok: true, value: { commentaries: 1, 'new editions': 0 } })
  })

  test('a file undoes nothing that somebody wrote here', async () => {
    assert.ok((await saveCommentary(app().context(), app(), { measure: 'contacts', period: '2022-23-q4', seen: 1 }, { ...nothingSaid, happened: 'My own words.' })).ok)
    assert.match((await faults(commentariesImporter, { 'a.yaml': draft })).join(), /Somebody has worked on this commentary here/)
  })
})
