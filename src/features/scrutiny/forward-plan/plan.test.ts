import assert from 'node:assert/strict'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import { sql } from 'kysely'
import type { AccountId, PersonId } from '#access/actor.ts'
import type { Context } from '#access/act.ts'
import { accessMigrations } from '#access/migrations.ts'
import { testContext } from '#access/testing.ts'
import { date } from '#core/dates.ts'
import { eachDatabase } from '#platform/database/testing.ts'
import { typeset } from '#platform/documents/typst/typeset.ts'
import { openContentStore } from '#platform/files/content-store.ts'
import { publicationRevision } from '#platform/http/publication.ts'
import { mailOutbox } from '#platform/mail/outbox-migration.ts'
import { bodiesImporter, bodiesMigrations } from '#features/bodies'
import { meetingsImporter, meetingsMigrations } from '#features/meetings'
import { rulesMigrations, saveLocalSettings } from '#features/rules'
import { callInMigrations } from '../call-in/migration.ts'
import { considerCallIn } from '../call-in/consider.ts'
import { placeCallIn, signCallIn } from '../call-in/sign.ts'
import { agreeUrgency } from './deeds/agree-urgency.ts'
import { addEntry, changeEntry } from './deeds/change-entry.ts'
import { recordDecision } from './deeds/decide.ts'
import { carryOut, endEntry } from './deeds/end-entry.ts'
import { publishNotice, publishSecondNotice, takeException, noteRepresentation } from './deeds/notices.ts'
import { placeWaiting, referEntry } from './deeds/refer.ts'
import { turnEntry, type EntryTurn } from './deeds/turn-entry.ts'
import { planExporter, planImporter } from './import/import-plan.ts'
import { usualValues, readEntry } from './pages/entry-values.ts'
import { comingDecisions } from './store/coming-decisions.ts'
import { forwardPlan } from './forward-plan.ts'
import { messageOf, typedDecision } from './testing.ts'
import { decidedEntries, entriesReferredTo, openWindows, plannedEntries, publishedEntry, stoppedEntries } from './store/published-plan.ts'

const seat = (person: string, capacity = 'voting', votes = 'all') => `  - { seat: Member, organisation: County Council, capacity: ${capacity}, votes: ${votes}, person: ${person}, from: 2020-01-01 }\n`
const body = (slug: string, kind: string, members: string) => `slug: ${slug}\nname: ${slug}\nkind: ${kind}\npurpose: Serves.\nmeets-in-public: true\nmembers:\n${members}`
const bodies = [
  body('cabinet', 'cabinet', seat('Cllr Leader', 'chair')),
  body('council', 'council', seat('Cllr Mayor', 'chair')),
  body('board', 'scrutiny-board', seat('Cllr Chair', 'chair') + seat('Cllr One') + seat('Cllr Two') + seat('Canon Church', 'co-opted', 'education-only')),
].join('---\n')

const migrations = [publicationRevision, mailOutbox, ...accessMigrations, ...bodiesMigrations, ...meetingsMigrations, ...rulesMigrations, ...(forwardPlan.migrations ?? []), ...callInMigrations]
const people = ['Cllr Leader', 'Cllr Mayor', 'Cllr Chair', 'Cllr One', 'Cllr Two', 'Canon Church', 'Nobody']
const personOf = (name: string) => `00000000-0000-4000-8000-00000000000${people.indexOf(name)}` as PersonId
/** An account has a name of its own, which is not published: members are named as their seats have them. */
const actorOf = (name: string) => ({ kind: 'person', account: personOf(name) as unknown as AccountId, person: personOf(name), name: `Account of ${name}`, roles: ['councillor'] }) as const

const typed = { ...usualValues, matter: 'Future of the library', from: '2023-06-29', spend: '£1,250,000', documents: 'Report', 'copies-from': 'County Hall' }
const setting = { files: openContentStore(join(tmpdir(), 'golden-thread-plan-no-files')), typeset, council: () => Promise.resolve({ name: 'County Council', alternativeFormats: 'Ask.' }) }

eachDatabase(migrations, (store) => {
  /** Somebody at a moment of London time; in June it is an hour before in UTC. */
  const at = (day: string, clock: string, name?: string): { context: Context; app: { now: () => Date } } => ({
    context: testContext(store().database, { today: date(day), ...(name === undefined ? {} : { actor: actorOf(name) }) }),
    app: { now: () => new Date(Date.parse(`${day}T${clock}:00Z`) - 3_600_000) },
  })
  const turn = (reference: string, day: string, what: EntryTurn, name?: string) => {
    const { context, app } = at(day, '10:00', name)
    return turnEntry(context, app, { reference }, 'forward-plan.edit', what)
  }
  const sign = (reference: string, day: string, clock: string, name: string, reason = `${name} had no papers.`) => {
    const { context, app } = at(day, clock, name)
    return signCallIn(context, app, reference, { principle: 'openness', reason })
  }
  const add = async (values: Readonly<Record<string, string>>, day: string) => {
    const facts = readEntry(values)
    assert.ok(facts.ok, messageOf(facts))
    const { context, app } = at(day, '10:00')
    const added = await addEntry(context, app, facts)
    assert.ok(added.ok, messageOf(added))
    return added.value.reference
  }
  const published = (reference: string) => store().database.readPublished((reader) => publishedEntry(reader, reference))
  const file = (text: string) => ({ name: 'plan.yaml', bytes: Buffer.from(text), text: () => ({ ok: true, value: text }) as const, beside: async () => assert.fail() })

  /** A meeting of the board on 10 July 2023. */
  const meeting = async (status: string) => {
    const { context, app } = at('2023-07-10', '10:00')
    const loaded = await meetingsImporter.load([file(`body: board\ndate: 2023-07-10\nstatus: ${status}\n`)], { ...setting, origin: 'http://localhost', background: () => undefined, context: () => context, ...app }, () => undefined)
    assert.ok(loaded.ok, messageOf(loaded))
  }

  before(async () => {
    const { context } = at('2023-06-19', '10:00')
    const text = bodies
    assert.ok((await bodiesImporter.load([file(text)], { context: () => context }, () => undefined)).ok)
    await store().database.write('operator:test', async (tx) => {
      await saveLocalSettings(tx, { rules: { 'call-in': { amount: 5, unit: 'working days', at: '17:00' as never, members: 3 } }, keyDecisions: { spend: 500_000 } })
      await tx.tables<{ 'work.member_accounts': { member: string; person: string } }>().insertInto('work.member_accounts').values(people.map((member) => ({ member, person: personOf(member) }))).execute()
    })
  })

  describe('an entry published too late', () => {
    test('is unknown to the public as a draft, and names its members once published', async () => {
      const reference = await add(typed, '2023-06-19')
      assert.equal(reference, 'future-of-the-library')
      assert.equal(await published(reference), undefined)
      assert.equal(messageOf(await turn(reference, '2023-06-19', publishNotice)), 'done')
      assert.deepEqual((await published(reference))?.entry.decisionMaker.members, ['Cllr Leader'])
    })

    test('is not recorded as decided without a reason, and the refusal gives both dates', async () => {
      const refused = messageOf(await turn('future-of-the-library', '2023-06-29', recordDecision(typedDecision('2023-06-29'))))
      // For 29 June with weekends and 29 May left out: 28 to 1 June 20, 31, 30 May 22, 26 to 19 May 28; so 18 May. In calendar days 31 May.
      assert.match(refused, /short-reason: The notice of this key decision was published on Monday 19 June 2023\. With weekends and bank holidays left out, it was due by Thursday 18 May 2023, and was 32 days late\. With weekends and bank holidays counted, it was due by Wednesday 31 May 2023, and was 19 days late\./)
    })

    test('is decided by the general exception after five clear days, and not before', async () => {
      assert.match(messageOf(await turn('future-of-the-library', '2023-06-19', takeException('', 'the chair'))), /reason/)
      assert.equal(messageOf(await turn('future-of-the-library', '2023-06-19', takeException('The grant came late.', 'the chair of board'))), 'done')
      // 20, 21, 22, 23, 26 June are clear: from 27 June.
      assert.match(messageOf(await turn('future-of-the-library', '2023-06-26', recordDecision(typedDecision('2023-06-26')))), /Tuesday 27 June 2023/)
      assert.match(messageOf(await turn('future-of-the-library', '2023-06-29', recordDecision(typedDecision('2023-06-30')))), /on: .*this day is to come/)
      assert.equal(messageOf(await turn('future-of-the-library', '2023-06-29', recordDecision(typedDecision('29 June 2023')))), 'done')
      assert.deepEqual((await published('future-of-the-library'))?.entry.decision?.window, { closes: '2023-07-06T17:00', members: 3 })
    })

    test('is called in on the last minute by three members, and not a minute after', async () => {
      const windows = () => store().database.readPublished((reader) => openWindows(reader, date('2023-07-06'), 10))
      assert.deepEqual((await windows()).map(({ entry }) => entry.reference), ['future-of-the-library'])
      assert.match(messageOf(await turn('future-of-the-library', '2023-07-06', carryOut(''))), /can still be called in/)
      assert.deepEqual(await sign('future-of-the-library', '2023-07-05', '12:00', 'Cllr One'), { ok: true, value: { signatures: 1, isCalledIn: false } })
      assert.deepEqual(await sign('future-of-the-library', '2023-07-05', '12:01', 'Cllr One'), { ok: true, value: { signatures: 1, isCalledIn: false } }, 'the same words sent twice are one signature')
      assert.match(messageOf(await sign('future-of-the-library', '2023-07-05', '12:02', 'Cllr One', 'Other words.')), /signed for this call-in already/)
      assert.match(messageOf(await sign('future-of-the-library', '2023-07-05', '12:00', 'Canon Church')), /education matters only/)
      assert.match(messageOf(await sign('future-of-the-library', '2023-07-05', '12:00', 'Cllr Leader')), /Members of the executive/)
      assert.match(messageOf(await sign('future-of-the-library', '2023-07-05', '12:00', 'Nobody')), /You sit on none today/)
      assert.ok((await sign('future-of-the-library', '2023-07-05', '13:00', 'Cllr Two')).ok)
      assert.match(messageOf(await sign('future-of-the-library', '2023-07-06', '17:01', 'Cllr Chair')), /ended at 5\.00 pm on Thursday 6 July 2023\. It is now 5\.01 pm/)
      assert.equal((await published('future-of-the-library'))?.entry.callIn, undefined)
      await store().database.owner((tx) => sql`update work.call_in_signatures set member = 'Account of Cllr One' where member = 'Cllr One'`.execute(tx.tables()))
      assert.deepEqual(await sign('future-of-the-library', '2023-07-06', '17:00', 'Cllr Chair'), { ok: true, value: { signatures: 3, isCalledIn: true } })
      const callIn = (await published('future-of-the-library'))?.entry.callIn
      // Ten working days after 6 July.
      assert.deepEqual([callIn?.members, callIn?.considerBy, callIn?.at], [['Cllr One', 'Cllr Two', 'Cllr Chair'], '2023-07-20', '2023-07-06T17:00'])
      assert.deepEqual(await windows(), [])
    })

    test('is stopped until scrutiny has considered it at a meeting that is recorded as held, and then carried out', async () => {
      const reference = 'future-of-the-library'
      assert.match(messageOf(await turn(reference, '2023-07-10', carryOut(''))), /called in/)
      assert.match(messageOf(await turn(reference, '2023-07-10', considerCallIn({ on: '2023-07-05', outcome: 'accepted', words: 'Fine.' }))), /on or after the call-in/)
      assert.match(messageOf(await turn(reference, '2023-07-10', considerCallIn({ on: '2023-07-10', outcome: 'accepted', words: 'Fine.' }))), /on: The record has no meeting of this body on 10 July 2023/)
      await meeting('planned')
      assert.match(messageOf(await turn(reference, '2023-07-10', considerCallIn({ on: '2023-07-10', outcome: 'accepted', words: 'Fine.' }))), /on: It is not recorded that the meeting of 10 July 2023 was held/)
      await meeting('held')
      assert.equal(messageOf(await turn(reference, '2023-07-10', considerCallIn({ on: '2023-07-10', outcome: 'accepted', words: 'Fine.' }))), 'done')
      assert.deepEqual(await store().database.readPublished((reader) => stoppedEntries(reader, 10)), [])
      assert.equal(messageOf(await turn(reference, '2023-07-11', carryOut('Begun.'))), 'done')
      assert.equal((await published(reference))?.edition, 6)
    })
  })

  describe('urgency', () => {
    test('is agreed by the chair of scrutiny, or the council’s chair who says why not they; by nobody else', async () => {
      const reference = await add({ ...typed, matter: 'Urgent home', maker: 'member', 'maker-name': 'Cllr Leader', 'maker-title': 'Leader of the council' }, '2023-06-19')
      assert.equal(messageOf(await turn(reference, '2023-06-19', publishNotice)), 'done')
      const agree = (name: string, unable = '') => turn(reference, '2023-06-20', agreeUrgency(actorOf(name), { what: 'urgency', reason: 'The home closes.', unable }), name)
      assert.match(messageOf(await turn(reference, '2023-06-20', recordDecision(typedDecision('2023-06-20')))), /short-reason: The notice of this key decision was published/, 'without the agreement of a chair')
      assert.match(messageOf(await agree('Cllr One')), /Only the chair/)
      assert.match(messageOf(await agree('Cllr Mayor')), /unable: /)
      assert.match(messageOf(await turn(reference, '2023-06-20', recordDecision(typedDecision('2023-06-20')))), /short-reason: /, 'a refused agreement is none')
      assert.equal(messageOf(await agree('Cllr Chair')), 'done')
      const { route } = (await published(reference))?.entry ?? {}
      assert.equal(route?.kind === 'special-urgency' && route.by, 'Cllr Chair')
      assert.match(messageOf(await turn(reference, '2023-06-20', recordDecision(typedDecision('2023-06-19')))), /after the decision/)
      assert.match(messageOf(await turn(reference, '2023-06-20', recordDecision(typedDecision('2023-06-20', { differs: 'The home closes.', exemptReason: 'Children wait.' })))), /exempt-by/)
      assert.equal(messageOf(await turn(reference, '2023-06-20', recordDecision(typedDecision('2023-06-20', { differs: 'The home closes.', exemptReason: 'Children wait.', exemptBy: 'Chair of board' })))), 'done')
      assert.match(messageOf(await sign(reference, '2023-06-20', '12:00', 'Cllr One')), /exempt from call-in: Children wait/)
      const urgent = await store().database.readPublished((reader) => decidedEntries(reader, { which: 'urgent', limit: 5 }))
      assert.deepEqual(urgent.map(({ entry }) => entry.reference), [reference])
    })
  })

  describe('what is heard in private', () => {
    test('has a first notice with its entry and a second with every representation answered', async () => {
      const reference = await add({ ...typed, matter: 'Sale of a site', from: '2023-09-28', private: 'whole', 'private-reason': 'Offers', paragraph: '3' }, '2023-06-19')
      assert.equal(messageOf(await turn(reference, '2023-06-19', publishNotice)), 'done')
      assert.equal((await published(reference))?.entry.private?.firstNotice, '2023-06-19')
      assert.equal(messageOf(await turn(reference, '2023-06-21', noteRepresentation('Hear it in public.', ''))), 'done')
      assert.match(messageOf(await turn(reference, '2023-06-22', publishSecondNotice)), /needs its answer/)
    })
  })

  describe('the plan', () => {
    test('refuses a notice that lacks one of its contents, by field, and stays a draft', async () => {
      const reference = await add({ ...typed, matter: 'Bare', documents: '', procedure: '' }, '2023-06-19')
      assert.match(messageOf(await turn(reference, '2023-06-19', publishNotice)), /eight contents.*documents: .*procedure: /)
      assert.equal(await published(reference), undefined)
    })

    test('moves an entry with its history, defers and takes it up again, and shows it to whoever plans', async () => {
      const reference = await add({ ...typed, matter: 'Admissions', from: '2023-09-28', subjects: 'admissions' }, '2023-06-19')
      assert.ok((await turn(reference, '2023-06-19', publishNotice)).ok)
      const facts = readEntry({ ...typed, matter: 'Admissions', from: '2023-10-26', subjects: 'admissions' }, reference)
      assert.ok(facts.ok && (await turn(reference, '2023-06-20', changeEntry(facts.value))).ok)
      assert.match((await published(reference))?.entry.history.at(-1)?.what ?? '', /Moved: expected Thursday 26 October 2023, instead of Thursday 28 September 2023/)
      assert.ok((await turn(reference, '2023-06-21', endEntry('deferred', 'More is asked.'))).ok)
      const coming = () => store().database.readPublished((reader) => comingDecisions(reader, { from: date('2023-06-19'), subjects: ['admissions'] }))
      assert.deepEqual(await coming(), [])
      const again = readEntry({ ...typed, matter: 'Admissions', from: '2023-11-30', subjects: 'admissions' }, reference)
      assert.ok(again.ok && (await turn(reference, '2023-06-22', changeEntry(again.value))).ok)
      assert.deepEqual((await coming()).map(({ expected }) => expected.from), ['2023-11-30'])
    })

    test('keeps a period among what is to come until its last day is over', async () => {
      const reference = await add({ ...typed, matter: 'Motions', from: '2023-06-20', to: '2023-06-30', key: 'not-key', spend: '' }, '2023-06-19')
      assert.ok((await turn(reference, '2023-06-19', publishNotice)).ok)
      const coming = async (from: string) => (await store().database.readPublished((reader) => comingDecisions(reader, { from: date(from) }))).some((one) => one.reference === reference)
      assert.deepEqual([await coming('2023-06-30'), await coming('2023-07-01')], [true, false])
    })

    test('refers an entry to scrutiny once, with a reason; without a planned meeting it waits, and is tried again', async () => {
      const refer = (to: string, reason: string) => turn('motions', '2023-06-20', referEntry(to, reason))
      assert.match(messageOf(await refer('cabinet', '')), /body: .*reason: /)
      assert.equal(messageOf(await refer('board', 'It touches all.')), 'done')
      assert.match(messageOf(await refer('board', 'Again.')), /referred to the board already/)
      assert.match((await published('motions'))?.entry.history.at(-1)?.what ?? '', /goes on the next agenda that is planned/)
      const { context, app } = at('2023-06-21', '10:00')
      assert.deepEqual(await placeWaiting(context, app, placeCallIn), { ok: true, value: { placed: 0 } })
    })

    test('what is referred to a meeting is found from that meeting', async () => {
      const reference = await add({ ...typed, matter: 'Bus fares', key: 'not-key', spend: '' }, '2023-06-19')
      assert.ok((await turn(reference, '2023-06-19', publishNotice)).ok)
      assert.ok((await turn(reference, '2023-06-20', (entry) => ({ ok: true, value: { entry: { ...entry, referrals: [{ body: 'board', on: date('2023-06-20'), reason: 'Towns.', meeting: date('2023-07-12') }] }, what: 'Referred.' } }))).ok)
      const found = (day: string) => store().database.readPublished((reader) => entriesReferredTo(reader, 'board', date(day), 5))
      assert.deepEqual([(await found('2023-07-12')).map(({ entry }) => entry.reference), await found('2023-07-13')], [[reference], []])
      assert.ok((await turn(reference, '2023-06-29', recordDecision(typedDecision('2023-06-29')))).ok)
      assert.match((await published(reference))?.entry.history.at(-1)?.what ?? '', /Decided before board considered it at its meeting on Wednesday 12 July 2023/)
    })

    test('refuses what nobody could read again: a reason that is too long, and a matter of two lines', async () => {
      assert.match(messageOf(await turn('motions', '2023-06-20', endEntry('deferred', 'x'.repeat(4001)))), /reason: Shorten this to 4000 characters/)
      const long = readEntry({ ...typed, matter: 'Of\ntwo lines' })
      assert.match(messageOf(long), /matter: Give the matter on one line/)
      assert.match(messageOf(readEntry({ ...typed, from: '31 February 2024', spend: 'much', maker: 'officer', private: 'whole' })), /from: .*spend: .*maker-title: .*private-reason: /)
    })

    test('a day beyond the known holidays leaves the notice uncounted, and says so', async () => {
      const reference = await add({ ...typed, matter: 'Far off', from: '2190-01-07' }, '2023-06-19')
      assert.ok((await turn(reference, '2023-06-19', publishNotice)).ok)
      const moved = readEntry({ ...typed, matter: 'Far off', from: '2023-09-28' }, reference)
      assert.ok(moved.ok && (await turn(reference, '2023-06-19', changeEntry(moved.value, { change: 'new-notice', reason: '' }))).ok)
    })

    test('pages on from a place, and a stale form is refused with nothing saved', async () => {
      const [first] = await store().database.readPublished((reader) => plannedEntries(reader, { stage: 'coming', limit: 1 }))
      assert.ok(first !== undefined)
      const after = { date: first.entry.expected.from, reference: first.entry.reference }
      const rest = await store().database.readPublished((reader) => plannedEntries(reader, { stage: 'coming', after, limit: 50 }))
      assert.ok(rest.every(({ entry }) => entry.reference !== first.entry.reference))
      const { context, app } = at('2023-06-23', '10:00')
      const stale = await turnEntry(context, app, { reference: first.entry.reference, revision: 1 }, 'forward-plan.edit', endEntry('withdrawn', 'No need.'))
      assert.equal(stale.ok ? '' : stale.refusal.kind, 'conflict')
    })

    test('written out and loaded again it is the same, and publishes nothing new', async () => {
      const { context, app } = at('2023-07-12', '10:00')
      const door = { ...setting, context: () => context, ...app }
      const written = await planExporter.write(door)
      assert.ok(written.ok)
      const loaded = await planImporter.load([file(String(written.value[0]?.body))], door, () => undefined)
      assert.ok(loaded.ok, messageOf(loaded))
      assert.equal(loaded.value['published'], 0)
    })

    test('does not load a file with a decision without its notice, or with a body that is not known', async () => {
      const { context, app } = at('2023-07-12', '10:00')
      const bad = 'reference: x\nmatter: X\ndecision-maker: { kind: body, body: nowhere }\nexpected: { from: 2023-07-20 }\nkey: not-key\nimplemented: { on: 2023-07-21 }\n'
      const refused = await planImporter.load([file(bad)], { ...setting, context: () => context, ...app }, () => undefined)
      assert.deepEqual(refused.ok ? [] : refused.refusal.faults.map(({ field }) => field), ['decision-maker.body', 'implemented'])
    })
  })
})
