import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { PersonActor } from '#access/actor.ts'
import type { Context } from '#access/act.ts'
import { date, type LocalDate } from '#core/dates.ts'
import type { Outcome } from '#core/outcome.ts'
import { observationsImporter } from '../../observations/import-observations.ts'
import { marksOf } from '../checks/finding-marks.ts'
import { releasePreview } from '../preview/read-preview.ts'
import { currentEntries, releaseOut } from '../published-releases.ts'
import { releaseKept, stepsOf } from '../store/read-releases.ts'
import { approveRelease } from './approve-release.ts'
import { sendBack } from './send-back.ts'
import { assembleRelease } from './assemble-release.ts'
import { beginRelease } from './begin-release.ts'
import { checkRelease } from './check-release.ts'
import { amendRelease, dropAmendment } from './amend-release.ts'
import { embargoRelease, liftEmbargo, publishRelease } from './publish-release.ts'
import { publishDue } from './publish-due.ts'
import { eachReleasesDesk, figuresFile } from './testing.ts'

const key = { body: 'panel', period: '2022-23-q4' }
const director = 'Director of Children’s Services'
const explained = { happened: 'Fewer plans were on time.', why: 'Two posts were empty.' }
const reasons = { provisional: 'The final count comes in August.', unconfirmed: 'Contacts are confirmed once a year.' }

const refusedAs = (outcome: Outcome<unknown>) => (outcome.ok ? 'done' : outcome.refusal.kind)
const told = (outcome: Outcome<unknown>) => (outcome.ok ? [] : [outcome.refusal.message, ...outcome.refusal.faults.map(({ message }) => message)])

eachReleasesDesk(({ store, as, app, load, sign, read }) => {
  const seen = async () => {
    const kept = await read((reader) => releaseKept(reader, key))
    return kept ?? assert.fail('no release')
  }
  const state = async () => (await seen()).standing.state
  const previewNow = async (today: LocalDate) => {
    const kept = await seen()
    return read((reader) => releasePreview(reader, kept, today))
  }
  const marks = async ({ today }: Pick<Context, 'today'>) => marksOf((await previewNow(today)).found)
  const check = async (given: Readonly<Record<string, string>>, context = as(), its = app()) => checkRelease(context, its, await seen(), { reasons: given, shown: await marks(context) })
  const typed = (measures: Readonly<Record<string, string>>) => ({ title: 'Figures of winter', rankings: [], measures: Object.entries(measures).map(([slug, part], place) => ({ slug, part, place: String(place) })) })
  const all = typed({ 'plans-on-time': 'Plans', contacts: 'Front door', exclusions: 'Schools' })

  test('a release is of a body and a period that is over, and is begun once', async () => {
    assert.deepEqual(told(await beginRelease(as(), app(), { body: 'nobody', period: '2023-24-q2' })).slice(1), ['Choose the body that reads the figures', 'This period is not over, so its figures cannot be known. Give one that is'])
    assert.deepEqual(await beginRelease(as(), app(), key), { ok: true, value: key })
    assert.deepEqual(await beginRelease(as(), app(), key), { ok: true, value: key })
    assert.deepEqual((await read((reader) => stepsOf(reader, key))).map(({ did }) => did), ['begun'])
  })

  test('a period that is written otherwise is answered as it is written here', async () => {
    const answered = async (period: string) => told(await beginRelease(as(), app(), { body: 'nobody', period }))[2]
    assert.deepEqual([await answered('Q4 2022/23'), await answered('January 2023'), await answered('2022/23'), await answered('spring')], ['Write the period as 2022-23-q4', 'Write the period as 2023-01', 'Write the period as 2022-23', 'Give a period such as 2019-20-q4, 2022-04 or 2022-23'])
  })

  test('a release without a measure stops at its check', async () => {
    assert.deepEqual(told(await check({})).slice(1), ['Choose the measures that the body reads.'])
    assert.equal(await state(), 'assembling')
  })

  test('the form refuses a measure that nobody defined by its own field, and a stale form by what the other did', async () => {
    const refused = await assembleRelease(as(), app(), await seen(), typed({ nonsense: 'Plans' }))
    assert.deepEqual(!refused.ok && refused.refusal.faults.map(({ field }) => field), ['part-nonsense'])
    const before = await seen()
    assert.equal(refusedAs(await assembleRelease(as(), app(), before, all)), 'done')
    assert.equal(refusedAs(await assembleRelease(as(), app(), before, all)), 'done', 'the same press twice is one')
    const stale = await assembleRelease(as(), app(), before, typed({ contacts: 'Front door' }))
    assert.equal(refusedAs(stale), 'conflict')
    assert.match(told(stale)[0] ?? '', /^test changed this release at 9\.00 am \(assembled\)/)
  })

  test('an exception that nobody explained stops it, and each kind of warning needs a reason', async () => {
    await sign('plans-on-time', key.period)
    assert.deepEqual(told(await check(reasons)).slice(1), ['“Plans on time” is an exception and is confirmed without a word of what happened. Ask the Head of Inclusion to say what happened and to sign it.'])
    await sign('plans-on-time', key.period, explained)
    const refused = await check({ provisional: 'It is known soon.' })
    assert.deepEqual(!refused.ok && refused.refusal.faults.map(({ field }) => field), ['reason-unconfirmed'])
    assert.equal(refusedAs(await approveRelease(as(), app(), await seen(), director)), 'not-now')
    assert.equal(refusedAs(await publishRelease(as(), app(), await seen())), 'not-now')
    assert.equal(refusedAs(await check(reasons)), 'done')
  })

  test('a number in the commentary that the figures hide stops it', async () => {
    assert.equal(refusedAs(await sendBack(as(), app(), await seen(), 'One more look.')), 'done')
    await sign('exclusions', key.period, { happened: 'Four children of primary schools were excluded.' })
    assert.match(told(await check(reasons)).join(), /The commentary on “Exclusions” says “Four children/)
    await sign('exclusions', key.period, { happened: 'Few of them were of primary schools.' })
    assert.equal(refusedAs(await check(reasons)), 'done')
  })

  test('it is approved in the name of a post, and what is changed afterwards is to be checked again', async () => {
    assert.equal(refusedAs(await approveRelease(as(), app(), await seen(), '')), 'invalid')
    assert.deepEqual(told(await approveRelease(as(), app(), await seen(), `The ${director}`)).slice(1), [`Give the post without “The”: ${director}`])
    assert.deepEqual(told(await approveRelease(as(), app(), await seen(), `${director}, of the 4 children`)).slice(1), ['Give the post alone, without a number of children'])
    const ann = { kind: 'person', account: '', person: '', name: 'operator:test', roles: ['director'] } as unknown as PersonActor
    assert.equal(refusedAs(await approveRelease(as({ actor: ann }), app(), await seen(), director)), 'done')
    assert.equal((await read((reader) => stepsOf(reader, key)))[0]?.words, `${director}\nThe same person signed 2 commentaries in it.`)
    await sign('exclusions', key.period, { happened: 'Few were of primary schools.' })
    assert.deepEqual(told(await publishRelease(as(), app(), await seen())), ['This changed since it was checked, so it is not what was looked at. Check it again.', '“Exclusions”: what its owner says of it.'])
    assert.equal(await read((reader) => releaseOut(reader, key)), undefined)
    assert.equal(refusedAs(await assembleRelease(as(), app(), await seen(), all)), 'done')
    assert.equal(await state(), 'assembling')
    assert.equal(refusedAs(await check(reasons)), 'done')
    assert.equal(refusedAs(await approveRelease(as(), app(), await seen(), director)), 'done')
  })

  test('it goes out by itself at its moment of London’s time, not before, and once', async () => {
    const at = (clock: string) => app({ today: date('2023-07-10') }, clock)
    assert.equal(refusedAs(await embargoRelease(as(), app(), await seen(), { day: '1 July 2023', time: '09:00' })), 'invalid')
    assert.equal(refusedAs(await embargoRelease(as(), app(), await seen(), { day: 'soon', time: '9' })), 'invalid')
    assert.equal(refusedAs(await embargoRelease(as(), app(), await seen(), { day: '10 July 2023', time: '09:30' })), 'done')
    assert.equal(refusedAs(await liftEmbargo(as(), app(), await seen())), 'done')
    assert.equal(refusedAs(await embargoRelease(as(), app(), await seen(), { day: '10 July 2023', time: '09:30' })), 'done')
    await publishDue(as({ today: date('2023-07-10') }), at('09:29'))
    assert.equal(await state(), 'embargoed')
    await Promise.all([publishDue(as({ today: date('2023-07-10') }), at('09:30')), publishDue(as({ today: date('2023-07-10') }), at('09:30'))])
    assert.equal(await state(), 'published')
    const out = await store().database.readPublished((reader) => releaseOut(reader, key))
    assert.deepEqual([out?.release.version, out?.release.approvedBy, out?.release.publishedAt.toISOString(), out?.versions.length], [1, director, '2023-07-10T08:30:00.000Z', 1])
    assert.deepEqual(out?.entries.map(({ measure, heading, exception, isConfirmed }) => [measure, heading, exception, isConfirmed]), [['plans-on-time', 'Plans', 'new', true], ['contacts', 'Front door', 'none', false], ['exclusions', 'Schools', 'none', true]])
  })

  test('nobody finds in public what is hidden or not published, by whatever query', async () => {
    const names = await store().database.readPublished(async (reader) => (await sql<{ name: string }>`select table_name as name from information_schema.tables where table_schema = 'published'`.execute(reader.tables() as never)).rows)
    assert.ok(names.some(({ name }) => name === 'release_measures'))
    const all = await Promise.all(names.map(({ name }) => store().database.readPublished(async (reader) => (await sql<{ row: string }>`select to_jsonb(every_row)::text as row from ${sql.table(`published.${name}`)} as every_row`.execute(reader.tables() as never)).rows)))
    const everything = all.flat().map(({ row }) => row).join('\n')
    assert.match(everything, /Few were of primary schools/)
    for (const secret of [/The final count comes in August/, /One more look/, /"lowest": 1\b/, /wording/, /print/]) assert.doesNotMatch(everything, secret)
    const exclusions = everything.split('\n').find((row) => row.includes('"slug": "exclusions"')) ?? assert.fail()
    assert.doesNotMatch(exclusions, /\b37\b/, 'the larger part would tell the small one')
    assert.doesNotMatch(exclusions, /(value|numerator)": ?4\b/)
    assert.match(exclusions, /"value": ?41\b/, 'the total is shown')
    for (const table of ['work.releases', 'work.release_steps', 'work.observations', 'work.commentaries'])
      await assert.rejects(store().database.readPublished(async (reader) => sql`select * from ${sql.table(table)}`.execute(reader.tables() as never)), /permission denied/)
  })

  const then = () => as({ today: date('2023-07-12') })
  const later = () => app({ today: date('2023-07-12') })

  test('what is published is amended by a next version with a note, and its figures say what was there before', async () => {
    assert.match(told(await assembleRelease(then(), later(), await seen(), all)).join(), /never changed/)
    assert.equal(refusedAs(await amendRelease(then(), later(), await seen(), ' ')), 'invalid')
    const revised = `${figuresFile.split('\n')[0]},reason\ncontacts,2022-23-q4,E10000034,,,,1260,revised,,Late returns came\n`
    const loaded = await load(observationsImporter, revised, 'revised.csv')
    assert.ok(loaded.ok, JSON.stringify(loaded))
    assert.equal(refusedAs(await amendRelease(then(), later(), await seen(), 'Late returns are counted.')), 'done')
    assert.equal((await store().database.readPublished((reader) => releaseOut(reader, key)))?.release.version, 1, 'what stands stands')
    const warned = { unconfirmed: 'As before.', revised: 'Late returns came.' }
    assert.equal(refusedAs(await check(warned, then(), later())), 'done')
    assert.equal(refusedAs(await approveRelease(then(), later(), await seen(), director)), 'done')
    const before = await seen()
    const pressed = await Promise.all([publishRelease(then(), later(), before), publishRelease(then(), later(), before)])
    assert.deepEqual(pressed.map(refusedAs), ['done', 'done'])
    const out = await store().database.readPublished((reader) => releaseOut(reader, key))
    assert.deepEqual(out?.versions.map(({ version, note }) => [version, note]), [[2, 'Late returns are counted.'], [1, '']])
    assert.deepEqual(out?.entries.flatMap(({ revised: found }) => found), [{ period: '2022-23-q4', breakdown: '', was: '1,250 [p]', now: '1,260 [r]', reason: 'Late returns came' }])
    const current = await store().database.readPublished((reader) => currentEntries(reader, ['contacts']))
    assert.deepEqual(current.map(({ release }) => release.version), [2])
    const old = await store().database.readPublished((reader) => releaseOut(reader, key, 1))
    assert.equal(old?.entries[1]?.sheet.series[0]?.points.at(-1)?.value, 1250)
  })

  test('an amendment that was begun may be dropped in any state: what is published stands, with what it was made of', async () => {
    assert.equal(refusedAs(await dropAmendment(then(), later(), await seen())), 'not-now', 'none was begun')
    const before = await seen()
    assert.equal(refusedAs(await amendRelease(then(), later(), before, 'A slip.')), 'done')
    assert.equal(refusedAs(await assembleRelease(then(), later(), await seen(), typed({ contacts: 'Front door' }))), 'done')
    assert.equal(refusedAs(await check({ unconfirmed: 'As before.', revised: 'Late returns came.', provisional: 'So.' }, then(), later())), 'done')
    const checked = await seen()
    assert.deepEqual((await Promise.all([dropAmendment(then(), later(), checked), dropAmendment(then(), later(), checked)])).map(refusedAs), ['done', 'done'])
    const after = await seen()
    assert.deepEqual([after.standing.state, after.version, after.note, after.draft], ['published', before.version, '', before.draft])
    assert.equal((await store().database.readPublished((reader) => releaseOut(reader, key)))?.versions.length, before.version)
    assert.deepEqual((await read((reader) => stepsOf(reader, key)))[0]?.did, 'dropped')
  })

  test('one that is not any more what was approved does not go out at its moment, and comes back with the reason', async () => {
    assert.equal(refusedAs(await amendRelease(then(), later(), await seen(), 'A word.')), 'done')
    assert.equal(refusedAs(await check({ unconfirmed: 'As before.' }, then(), later())), 'done')
    assert.equal(refusedAs(await approveRelease(then(), later(), await seen(), director)), 'done')
    assert.equal(refusedAs(await embargoRelease(then(), later(), await seen(), { day: '2023-07-14', time: '09:00' })), 'done')
    await sign('contacts', key.period)
    await publishDue(as({ today: date('2023-07-14') }), app({ today: date('2023-07-14') }))
    const kept = await seen()
    assert.equal(kept.version, 2)
    assert.match(kept.standing.state === 'assembling' ? (kept.standing.back ?? '') : '', /^It was not published at its moment\. This changed since it was checked.*“Contacts”: what its owner says of it\./)
  })

  test('the release of the next period begins with the parts of the one before', async () => {
    const next = { ...key, period: '2023-24-q1' }
    assert.ok((await beginRelease(as(), app(), next)).ok)
    const [before, begun] = [await seen(), await read((reader) => releaseKept(reader, next))]
    assert.deepEqual(begun?.draft.headings, before.draft.headings)
    assert.equal(begun?.draft.title, 'Figures for April to June 2023 (quarter 1 of 2023/24)')
    assert.deepEqual((await read((reader) => stepsOf(reader, next))).map(({ words }) => words), ['As in “Figures of winter”'])
  })
})
