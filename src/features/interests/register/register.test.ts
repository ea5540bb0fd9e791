import { after, before, test } from 'node:test'
import assert from 'node:assert/strict'
import { addDays, date } from '#core/dates.ts'
import { testDatabase, type TestStore } from '#platform/database/testing.ts'
import { endDispensation, grantDispensation } from './keeping/keep-dispensations.ts'
import { keepInterest, noteNothing, registerInterest } from './keeping/keep-interests.ts'
import { keptRegister } from './kept-registers.ts'
import { noteDisclosure } from './note-disclosure.ts'
import { editionsOf, publishedEdition, publishedRegister } from './published-registers.ts'
import { allPublished, as, beginPanel, done, interestsTestMigrations, today, typed } from './testing.ts'
import { askToWithhold, changeTold, endOwnInterest, takeBackTold, tellInterest, tellNothing } from './telling/tell-interests.ts'
import { dispensationsOn, interestsOf, touchedInterests } from './touching/touched-interests.ts'

let store: TestStore
before(async () => {
  store = await testDatabase(interestsTestMigrations)
  await beginPanel(store.database)
})
after(() => store.close())

const ada = (day = today) => as(store.database, 'ada@example.test', day)
const olive = (day = today) => as(store.database, 'olive@example.test', day)
const kept = (member = 'Ada Lorne') => store.database.read('operator:test', (reader) => keptRegister(reader, member))
const shown = (slug = 'ada-lorne') => store.database.readPublished((reader) => publishedRegister(reader, slug))
const history = (slug = 'ada-lorne') => store.database.readPublished((reader) => editionsOf(reader, slug))
const named = async (words: string, member = 'Ada Lorne') => (await kept(member)).interests.find((one) => one.words === words) ?? assert.fail(words)

test('what a member tells is not public before the monitoring officer registers it; then it is, with the days of both', async () => {
  const id = done(await tellInterest(await ada(), typed()))
  assert.equal(await shown(), undefined)
  assert.doesNotMatch(await allPublished(store.database), /Larkmead/)
  done(await keepInterest(await olive(addDays(today, 1)), 'Ada Lorne', { id, revision: 1 }, typed({ 'told-on': today }), 'register', false))
  const [interest] = (await shown())?.interests ?? []
  assert.deepEqual(interest, { shows: 'details', kind: 'employment', of: 'member', words: 'Gardener at Larkmead Nurseries', from: '2020-05-01', toldOn: '2023-07-03', registeredOn: '2023-07-04' })
})

test('of a home the public reads that it is one: no address, no words and no name of a place stands anywhere in what is published', async () => {
  const home = { kind: 'land', home: 'yes', words: 'House with the green door', address: '9 Secret Lane, Merrow', subjects: 'Merrow' }
  const id = done(await tellInterest(await ada(), typed(home)))
  done(await keepInterest(await olive(), 'Ada Lorne', { id, revision: 1 }, typed({ ...home, 'told-on': today }), 'register', false))
  assert.equal((await shown())?.interests.some((one) => one.shows === 'home'), true)
  assert.doesNotMatch(await allPublished(store.database), /Secret Lane|Merrow|green door/)
})

test('of a sensitive interest the public reads only that there is one, and its details are taken out of every earlier edition', async () => {
  const words = 'Keeper of Sorrel House'
  const id = done(await registerInterest(await olive(), 'Ada Lorne', typed({ words, subjects: 'Sorrel House' }), 'register'))
  const [before] = await history()
  assert.match(JSON.stringify(await shown()), /Keeper of Sorrel House/)
  done(await askToWithhold(await ada(), id, 1, 'A threat was made.'))
  assert.match(JSON.stringify(await shown()), /Keeper of Sorrel House/, 'asking decides nothing')
  done(await keepInterest(await olive(), 'Ada Lorne', { id, revision: 2 }, typed({ words, subjects: 'Sorrel House' }), 'withhold', false))
  assert.equal((await shown())?.hasWithheld, true)
  assert.doesNotMatch(await allPublished(store.database), /Sorrel|threat/)
  const old = await store.database.readPublished((reader) => publishedEdition(reader, 'ada-lorne', before?.edition ?? 0))
  assert.equal(old?.takenOut, 1)
  assert.equal(old.interests.length, 2, 'the rest of the old edition stands')
})

test('what was asked to be withheld and not registered stays out of the register until it is decided', async () => {
  const id = done(await tellInterest(await ada(), typed({ words: 'Witness in a trial', subjects: 'Tansy Court', sensitive: 'yes', reason: 'Threats.' })))
  const editions = (await history()).length
  assert.equal((await history()).length, editions)
  const again = await keepInterest(await olive(), 'Ada Lorne', { id, revision: 1 }, typed({ words: 'Witness in a trial', subjects: 'Tansy Court', reason: 'Threats.' }), 'withhold', false)
  done(again)
  assert.equal((await history()).length, editions, 'a second withheld one is no news: the public is not told how many')
  assert.doesNotMatch(await allPublished(store.database), /Witness|Tansy|Threats/)
})

test('an interest that ended stays in the register with its last day, and the edition before is still read as it was', async () => {
  const interest = await named('Gardener at Larkmead Nurseries')
  const [before] = await history()
  done(await endOwnInterest(await ada(), interest.id, interest.revision, '30 June 2023'))
  assert.equal((await shown())?.interests.find((one) => one.shows === 'details')?.to, '2023-06-30')
  const old = await store.database.readPublished((reader) => publishedEdition(reader, 'ada-lorne', before?.edition ?? 0))
  assert.equal(old?.interests.find((one) => one.shows === 'details')?.to, undefined)
})

test('an interest ends neither before it began nor on a day to come', async () => {
  const id = done(await registerInterest(await olive(), 'Ada Lorne', typed({ words: 'Tenant of a shop', subjects: 'Tallow Yard' }), 'register'))
  for (const day of ['2020-04-30', '4 July 2023', 'yesterday', '']) {
    const refused = await endOwnInterest(await ada(), id, 1, day)
    assert.equal(refused.ok ? '' : refused.refusal.faults[0]?.field, 'last-day', day)
  }
})

test('a change that rests on an older revision is refused as a conflict, and nothing of it is saved', async () => {
  const id = done(await tellInterest(await ada(), typed({ words: 'Author' })))
  done(await changeTold(await ada(), id, 1, typed({ words: 'Author of two books' })))
  const late = await keepInterest(await olive(), 'Ada Lorne', { id, revision: 1 }, typed({ words: 'Writer' }), 'register', false)
  assert.equal(late.ok ? '' : late.refusal.kind, 'conflict')
  assert.equal((await named('Author of two books')).registeredOn, undefined)
  done(await takeBackTold(await ada(), id, 2))
})

test('a member changes and takes back only what is not registered, and only what is their own', async () => {
  const id = done(await registerInterest(await olive(), 'Ada Lorne', typed({ words: 'Baker', subjects: 'Crumb & Co' }), 'register'))
  for (const refused of [await changeTold(await ada(), id, 1, typed()), await takeBackTold(await ada(), id, 1)]) assert.equal(refused.ok ? '' : refused.refusal.kind, 'not-now')
  const others = done(await registerInterest(await olive(), 'Ben Okoro', typed({ words: 'Cobbler', subjects: 'Last & Sole' }), 'register'))
  const refused = await endOwnInterest(await ada(), others, 1, '2023-06-30')
  assert.equal(refused.ok ? '' : refused.refusal.kind, 'not-found')
})

test('somebody whose account is linked to no member has no register to tell in', async () => {
  const refused = await tellInterest(await olive(), typed())
  assert.equal(refused.ok ? '' : refused.refusal.kind, 'not-now')
})

test('nonsense is refused at each field, all at once', async () => {
  const refused = await tellInterest(await ada(), typed({ kind: 'gold', of: '', words: '', subjects: 'the council', from: '31 February', home: 'yes', address: '', sensitive: 'yes', reason: '' }))
  const fields = refused.ok ? [] : refused.refusal.faults.map(({ field = '' }) => field)
  assert.deepEqual(fields.toSorted((one, other) => one.localeCompare(other)), ['address', 'from', 'kind', 'of', 'reason', 'subjects'])
})

test('a reason or an address that was typed without its box is refused where it stands, and never lost in silence', async () => {
  const unticked = typed({ words: 'Shares in Quarry Lane', address: '5 Hidden Row', reason: 'A neighbour threatens me.' })
  const fields = (refused: Awaited<ReturnType<typeof tellInterest>>) => (refused.ok ? [] : refused.refusal.faults.map(({ field }) => field))
  assert.deepEqual(fields(await tellInterest(await ada(), unticked)), ['address', 'reason'])
  assert.deepEqual(fields(await registerInterest(await olive(), 'Ada Lorne', { ...unticked, address: '' }, 'register')), ['reason'])
  const id = done(await tellInterest(await ada(), { ...unticked, address: '', sensitive: 'yes' }))
  const told = await named('Shares in Quarry Lane')
  assert.deepEqual(told.sensitive, { reason: 'A neighbour threatens me.', state: 'asked' })
  done(await takeBackTold(await ada(), id, told.revision))
})

test('words that told where somebody lives can be taken out of the history when they are corrected', async () => {
  const id = done(await registerInterest(await olive(), 'Ben Okoro', typed({ kind: 'land', words: 'House at 5 Hidden Row', subjects: 'Hidden Row' }), 'register'))
  done(await keepInterest(await olive(), 'Ben Okoro', { id, revision: 1 }, typed({ kind: 'land', words: '', home: 'yes', address: '5 Hidden Row', subjects: 'Hidden Row' }), 'save', true))
  assert.doesNotMatch(await allPublished(store.database), /Hidden Row/)
})

test('that there is nothing is told too, on a day that has come, and not beside an interest that has not ended', async () => {
  assert.equal((await noteNothing(await olive(), 'Cy Dunne', '2023-07-04')).ok, false)
  done(await noteNothing(await olive(), 'Cy Dunne', '1 July 2023'))
  assert.equal((await shown('cy-dunne'))?.toldOn, '2023-07-01')
  const refused = await tellNothing(await ada())
  assert.equal(refused.ok ? '' : refused.refusal.kind, 'not-now')
})

test('a dispensation is public, holds on its days alone, and ends before its time with its history kept', async () => {
  const dispensation = { matter: 'School places', may: 'speak', from: '2023-07-01', to: '2025-06-30', 'granted-by': 'Standards Committee', 'granted-on': '2023-06-20', ground: 'c', reason: 'Many live there.' }
  const long = await grantDispensation(await olive(), 'Ben Okoro', { ...dispensation, to: '2027-07-01' })
  assert.match(long.ok ? '' : (long.refusal.faults[0]?.message ?? ''), /at most four years/)
  done(await grantDispensation(await olive(), 'Ben Okoro', dispensation))
  const on = (day: string) => store.database.read('operator:test', (reader) => dispensationsOn(reader, 'Ben Okoro', date(day)))
  assert.deepEqual([(await on('2023-06-30')).length, (await on('2023-07-01')).length, (await on('2025-06-30')).length, (await on('2025-07-01')).length], [0, 1, 1, 0])
  const [granted] = await on('2023-07-01')
  done(await endDispensation(await olive(), 'Ben Okoro', { id: granted?.id ?? '', revision: 1 }, '31 December 2023'))
  assert.equal((await shown('ben-okoro'))?.dispensations[0]?.to, '2023-12-31')
  const stale = await endDispensation(await olive(), 'Ben Okoro', { id: granted?.id ?? '', revision: 1 }, '30 November 2023')
  assert.equal(stale.ok ? '' : stale.refusal.kind, 'conflict')
})

test('an item that mentions what a member told is found for them, while they have it; an interest without a mention, ended or of somebody else is not', async () => {
  const actor = (await ada()).actor
  const person = actor.kind === 'person' ? actor.person : assert.fail()
  const items = [{ number: 4, title: 'The future of Crumb & Co', on: date('2023-07-07') }, { number: 5, title: 'Larkmead Nurseries and Last & Sole', on: date('2023-07-07') }, { number: 6, title: 'Sorrel House', on: date('2023-07-07') }]
  const touched = await store.database.read('operator:test', (reader) => touchedInterests(reader, { person }, items))
  assert.deepEqual(touched.map(({ item, interest }) => `${item.number} ${interest.words}`), ['4 Baker', '6 Keeper of Sorrel House'])
  assert.equal(touched[1]?.interest.publicWords.includes('Sorrel'), false)
  const ofDay = await store.database.read('operator:test', (reader) => interestsOf(reader, 'Ada Lorne', date('2023-07-07')))
  assert.equal(JSON.stringify(ofDay).includes('Secret Lane'), false, 'an address is not handed on')
})

test('a disclosure of what is not registered is noted once, and one of what is registered not at all', async () => {
  const baker = await named('Baker')
  const note = async (origin: string, interest?: string) => store.database.write('operator:test', (tx) => noteDisclosure(tx, 'Ada Lorne', { on: today, origin, about: 'Panel, item 4', ...(interest === undefined ? {} : { interest }) }))
  await note('declaration-1')
  await note('declaration-1')
  await note('declaration-2', baker.id)
  assert.deepEqual((await kept()).disclosures, [{ on: today, about: 'Panel, item 4' }])
})

test('a form that is sent three times at once tells one interest, registers one and grants one dispensation; other words in it are another', async () => {
  const counted = async () => (await kept()).interests.length + (await kept()).dispensations.length
  const before = await counted()
  const [member, office] = [await ada(), await olive()]
  const three = async (send: () => Promise<{ readonly ok: boolean }>) => assert.ok((await Promise.all([send(), send(), send()])).every(({ ok }) => ok))
  await three(() => tellInterest(member, typed({ words: 'Trustee of the Orchard Fund' }), 'one-form'))
  await three(() => registerInterest(office, 'Ada Lorne', typed({ words: 'Treasurer of the Orchard Fund' }), 'register', 'one-form'))
  const leave = { matter: 'The orchard', may: 'speak', from: '2023-07-01', to: '2024-06-30', 'granted-by': 'Monitoring Officer', 'granted-on': '2023-07-01', ground: 'c', reason: 'It is in the interest of those who live here.' }
  await three(() => grantDispensation(office, 'Ada Lorne', leave, 'one-form'))
  assert.equal(await counted(), before + 3)
  done(await tellInterest(member, typed({ words: 'Patron of the Orchard Fund' }), 'one-form'))
  assert.equal(await counted(), before + 4)
})
