import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { eachMeasuresDesk } from '../../testing.ts'
import { observationsImporter } from '../../observations/import-observations.ts'
import { sheetsFor } from '../../sheets/read-sheets.ts'
import { parsePeriod } from '#core/periods/period.ts'
import { commentariesFor, unconfirmedMeasures } from '../commentaries-for.ts'
import { nothingSaid, type Content } from '../model/commentary.ts'
import { outlivedInWords } from '../model/outlived-in-words.ts'
import { editionNow, editionsOf } from '../store/read-commentaries.ts'
import { saveCommentary, signCommentary, takeBack } from './keep-commentary.ts'

const figures = `measure,period,area,breakdown,numerator,denominator,value,status,note
plans-on-time,2021-22-q4,Worcestershire,,49,1000,4.9,,
plans-on-time,2022-23-q4,Worcestershire,,52,1000,5.2,,
contacts,2022-23-q4,Worcestershire,,,,300,,
`
const post = 'Head of Inclusion'
const at = (period: string, seen = 0) => ({ measure: 'plans-on-time', period, seen })
const says = (happened: string, more: Partial<Content> = {}): Content => ({ ...nothingSaid, happened, ...more })

eachMeasuresDesk(({ store, app, load }) => {
  const context = () => app().context()
  const save = (key: ReturnType<typeof at>, content: Content) => saveCommentary(context(), app(), key, content)
  const sign = (key: ReturnType<typeof at>, content: Content, as = post) => signCommentary(context(), app(), key, content, as)
  const deeds = (period: string) => store().database.read('operator:test', async (reader) => (await editionsOf(reader, at(period))).map(({ deed }) => deed))
  const faults = (outcome: Awaited<ReturnType<typeof sign>>) => (outcome.ok ? [] : outcome.refusal.faults.map(({ field, message }) => `${field ?? ''}: ${message}`))

  before(async () => assert.ok((await load(observationsImporter, { 'a.csv': figures })).loaded.ok))

  test('a claim that nothing bears and nobody gave a reason for keeps a commentary from being signed', async () => {
    const refused = await sign(at('2022-23-q4'), says('Timeliness improved.'))
    assert.match(faults(refused).join(), /claim-1-reason: “Timeliness improved”: the figures cannot tell\. .*You could write: “was higher than a year before, 5\.2% against 4\.9%”/)
    const reasoned = says('Timeliness improved.', { claims: [{ words: 'Timeliness improved', reason: 'An audit of 40 plans found it.' }] })
    assert.deepEqual(await sign(at('2022-23-q4'), reasoned), { ok: true, value: 1 })
  })

  test('a signed commentary is frozen until the signature is taken back with a reason, and every edition is kept', async () => {
    assert.equal((await save(at('2022-23-q4', 1), says('Other words.'))).ok, false)
    assert.deepEqual(faults(await takeBack(context(), app(), at('2022-23-q4', 1), ' ')), ['reason: Say why the signature is taken back'])
    assert.ok((await takeBack(context(), app(), at('2022-23-q4', 1), 'The figure was revised.')).ok)
    assert.ok((await takeBack(context(), app(), at('2022-23-q4', 1), 'The figure was revised.')).ok, 'the same press twice is one')
    assert.ok((await sign(at('2022-23-q4', 2), says('It was higher than a year before, 5.2% against 4.9%.'))).ok)
    assert.deepEqual(await deeds('2022-23-q4'), ['signed', 'taken-back', 'signed'])
  })

  test('a press sent twice makes one edition, and a stale form is refused', async () => {
    const words = says('A first word.')
    assert.deepEqual([await save(at('2021-22-q4'), words), await save(at('2021-22-q4'), words)], [{ ok: true, value: 1 }, { ok: true, value: 1 }])
    const stale = await save(at('2021-22-q4'), says('Other words.'))
    assert.ok(!stale.ok && stale.refusal.kind === 'conflict')
    assert.deepEqual(await deeds('2021-22-q4'), ['saved'])
  })

  test('of two who save at once one is told of the other', async () => {
    const key = { measure: 'absence', period: '2020-21-ay', seen: 0 }
    const both = await Promise.all(['Ann’s words.', 'Ben’s words.'].map((words) => saveCommentary(context(), app(), key, says(words))))
    assert.deepEqual(both.map((one) => (one.ok ? 'saved' : one.refusal.kind)).toSorted(), ['conflict', 'saved'])
  })

  test('no person signs by name, no period is signed before a figure is given, and a measure without exception is confirmed without a word', async () => {
    assert.deepEqual(faults(await sign(at('2021-22-q4', 1), nothingSaid, '')), ['as: Say which post signs, such as Head of Inclusion'])
    assert.match(faults(await sign(at('2022-23-q1'), nothingSaid)).join(), /No figure was given for this period yet/)
    assert.ok((await sign({ measure: 'contacts', period: '2022-23-q4', seen: 0 }, nothingSaid)).ok)
    const early = await sign(at('2023-24-q2'), nothingSaid)
    assert.ok(!early.ok && early.refusal.kind === 'not-now')
    const unknown = await sign({ measure: 'nothing', period: '2022-23-q4', seen: 0 }, nothingSaid)
    assert.ok(!unknown.ok && unknown.refusal.kind === 'not-found')
  })

  test('a release reads what is signed, and says of a hidden figure nothing but that it is hidden', async () => {
    const until = parsePeriod('2022-23-q4') ?? assert.fail()
    const keys = ['plans-on-time', 'contacts', 'absence'].map((measure) => ({ measure, period: '2022-23-q4' }))
    const out = await store().database.read('operator:test', async (reader) => {
      const standing = await sheetsFor(reader, keys.map(({ measure }) => measure), until)
      const hidden = standing.map((sheet) => ({ ...sheet, series: sheet.series.map((series) => ({ ...series, points: series.points.map(({ period }) => ({ period, status: 'final' as const, confidentiality: 'hidden' as const })) })) }))
      return {
        open: (await commentariesFor(reader, keys, { standing, shown: standing })).commentaries,
        closed: (await commentariesFor(reader, keys, { standing, shown: hidden })).commentaries,
        unconfirmed: await unconfirmedMeasures(reader, keys),
      }
    })
    assert.deepEqual(out.open.get('plans-on-time')?.claims.map(({ verdict, because }) => [verdict, because]), [['supported', '5.2% in Q4 2022/23, against 4.9% in Q4 2021/22.']])
    assert.deepEqual(out.closed.get('plans-on-time')?.claims.map(({ verdict, because }) => [verdict, because]), [['supported', 'Held against figures that are hidden, since they are small or would tell a small number.']])
    assert.deepEqual([...out.open.keys()], ['contacts', 'plans-on-time'])
    assert.deepEqual(out.unconfirmed.map(({ measure }) => measure), ['absence'])
  })

  test('a signature is of the figure that stood: after a change the period is not confirmed until it is signed again', async () => {
    const key = { measure: 'contacts', period: '2022-23-q3', seen: 0 }
    const enter = async (value: number, status: string, reason = '') => assert.ok((await load(observationsImporter, { 'b.csv': `measure,period,area,breakdown,numerator,denominator,value,status,note,reason\ncontacts,2022-23-q3,Worcestershire,,,,${value},${status},,${reason}\n` })).loaded.ok)
    const stands = () => store().database.read('operator:test', async (reader) => {
      const sheets = await sheetsFor(reader, ['contacts'], parsePeriod('2022-23-q3') ?? assert.fail())
      return {
        state: (await editionNow(reader, key))?.standing.state,
        published: (await commentariesFor(reader, [key], { standing: sheets, shown: sheets })).commentaries.has('contacts'),
        unconfirmed: (await unconfirmedMeasures(reader, [key])).length,
      }
    })
    const confirmed = { state: 'signed', published: true, unconfirmed: 0 }
    const outlived = { state: 'outlived', published: false, unconfirmed: 1 }
    await enter(5400, 'provisional')
    assert.ok((await sign(key, nothingSaid)).ok)
    assert.deepEqual(await stands(), confirmed)
    await enter(540, 'provisional')
    assert.deepEqual(await stands(), outlived)
    const edition = await store().database.read('operator:test', (reader) => editionNow(reader, key))
    const [measure] = await store().database.read('operator:test', (reader) => sheetsFor(reader, ['contacts'], parsePeriod('2022-23-q3') ?? assert.fail()))
    assert.equal(outlivedInWords(edition ?? assert.fail(), measure?.definition ?? assert.fail()), 'signed before the figure was changed from 5,400 to 540')
    const taken = await takeBack(context(), app(), { ...key, seen: 1 }, 'The figure changed.')
    assert.ok(!taken.ok)
    assert.match(taken.refusal.message, /^This commentary was signed before the figure was changed from 5,400 to 540\. .*sign it again/)
    assert.ok((await sign({ ...key, seen: 1 }, nothingSaid)).ok, 'it is signed again without the signature being taken back')
    assert.deepEqual(await stands(), confirmed)
    await enter(540, 'final')
    assert.deepEqual(await stands(), outlived, 'its status counts too')
  })
})
