import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { Context } from '#access/act.ts'
import type { PersonId, AccountId, Role } from '#access/actor.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import { testContext } from '#access/testing.ts'
import { date } from '#core/dates.ts'
import type { Outcome } from '#core/outcome.ts'
import type { MailTables } from '#platform/mail/tables.ts'
import { importMeetings } from '../import/import-meetings.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { filesInMemory } from '../testing.ts'
import type { MeetingId } from '../work/meeting-in-work.ts'
import { meetingIdOn } from '../work/read-work.ts'
import { askToSpeak } from './ask/ask-to-speak.ts'
import type { TypedAsking } from './ask/asking-form.ts'
import { clearOldRequests } from './clear-old-requests.ts'
import { decideRequest, withdrawRequest } from './decide/decide-request.ts'
import { moveSpeaker, speakersAmong, speakersMark } from './decide/order-speakers.ts'
import { tellSpeakers } from './mail/tell-speakers.ts'
import { speakersLink } from './pages/speakers-link.ts'
import { speakingSection } from './pages/speaking-section.ts'
import { lookAtSpeakers } from './pages/speakers-view.ts'
import { meetingsWithSpeakers, requestsOf } from './read-requests.ts'
import { publishedResponses } from './response/published-responses.ts'
import { noteTurn, publishResponse, saveResponse } from './response/respond.ts'
import { responsesSection } from './response/responses-section.ts'
import type { SpeakingRequest } from './speaking-request.ts'
import type { SpeakingTables } from './tables.ts'
import { bodyFile } from '../../bodies/testing.ts'
import { eachMeetingsDesk } from '../work/testing.ts'

const terms = 'terms-of-reference: { source: Constitution, public-participation: { closes-at: "09:00", working-days-before: 1, minutes-in-all: 20, minutes-each: 3, written-response-days: 28 } }'
const panel = bodyFile('panel', 'Children’s Panel', `${terms}\nmembers: [{ seat: Chair, organisation: County Council, capacity: chair, votes: all, person: Cllr Dora Finch, from: 2022-01-01 }, { seat: Member, organisation: County Council, capacity: voting, votes: all, person: Cllr Otto Lane, from: 2022-01-01 }]\n`)
const agenda = (day: string, status: string) => `body: panel
date: ${day}
time: "10:00"
status: ${status}
issued: 2023-06-29
contact: { office: Scrutiny, email: scrutiny@example.test }
items:
  - { number: 1, title: Apologies, standing: apologies }
  - { number: 2, title: School places }
`
const day = date('2023-07-07')
const typed: TypedAsking = { name: 'Ada Lorne', email: 'ada@example.test', phone: '01632 960001', behalf: 'Parents of Lakeview', item: '2', statement: 'Too few places.', needs: 'A loop.', named: 'yes' }

eachMeetingsDesk(panel, ({ store, app: atRest }) => {
  let now = new Date('2023-07-03T09:00:00Z')
  let today = date('2023-07-03')
  /** The product's day and the clock together. */
  const at = (moment: string) => {
    now = new Date(`${moment}Z`)
    today = date(moment.slice(0, 10))
  }
  const app = (): MeetingsApp => ({ ...atRest(), now: () => now })
  const allowed: Record<string, readonly string[]> = { public: ['speaking.ask'], officer: ['speaking.ask', 'speaking.see', 'speaking.decide'], chair: ['speaking.see'] }
  const may: Context['may'] = (actor, verb) => (actor.kind === 'person' ? actor.roles : [actor.kind]).some((role) => role === 'operator' || allowed[role]?.includes(verb))
  const anybody = () => testContext(store().database, { actor: { kind: 'public' }, door: 'web', may, today })
  const person = (role: Role) =>
    testContext(store().database, { actor: { kind: 'person', person: '00000000-0000-4000-8000-000000000001' as PersonId, account: '00000000-0000-4000-8000-000000000002' as AccountId, name: 'Olive Reyes', roles: [role] }, may, today })
  const officer = () => person('officer')
  const ask = (changes: Partial<TypedAsking> = {}, sending = 'form-1', on = day, from: { address?: string } = {}) => askToSpeak(anybody(), app(), { body: 'panel', date: on }, { ...typed, ...changes }, { mark: sending, ...from })
  const meetingOn = (on = day): Promise<MeetingId> => store().database.read('operator:test', async (reader) => (await meetingIdOn(reader, 'panel', on)) ?? assert.fail())
  const requests = async (on = day) => {
    const id = await meetingOn(on)
    return store().database.read('operator:test', (reader) => requestsOf(reader, id))
  }
  const requestBy = async (name: string): Promise<SpeakingRequest> => (await requests()).find(({ asking }) => asking?.name === name) ?? assert.fail(name)
  const mails = () => store().database.read('operator:test', (reader) => reader.tables<MailTables>().selectFrom('platform.outbox as mail').select(['mail.recipient', 'mail.subject', 'mail.text']).orderBy('mail.queued_at').execute())
  const audit = () =>
    store().database.read('operator:test', (reader) =>
      reader.tables<{ 'access.audit': { verb: string; actor: string; detail: unknown } }>().selectFrom('access.audit as row').select(['row.verb', 'row.actor', 'row.detail']).where('row.verb', 'like', 'speaking.%').execute(),
    )
  const kind = (outcome: Outcome<unknown>) => (outcome.ok ? 'done' : outcome.refusal.kind)

  before(async () => {
    for (const [meetingDay, status] of [['2023-07-07', 'agenda-published'], ['2023-07-14', 'cancelled']] as const) {
      const loaded = await importMeetings(app(), [filesInMemory({ 'meeting.yaml': agenda(meetingDay, status) })], () => undefined)
      assert.ok(loaded.ok, JSON.stringify(loaded))
    }
  })

  test('a request that is asked in time is kept, and its arrival is confirmed without a stranger’s words', async () => {
    const done = await ask()
    assert.ok(done.ok, JSON.stringify(done))
    assert.match(done.value.reference, /^[B-Z2-9]{4}-[B-Z2-9]{4}$/)
    const [kept] = await requests()
    assert.deepEqual([kept?.asking?.statement, kept?.askedAt, kept?.isLate, kept?.standing.state], ['Too few places.', '2023-07-03T10:00', false, 'asked'])
    const [mail] = await mails()
    assert.equal(mail?.recipient, 'ada@example.test')
    assert.match(mail?.text ?? '', new RegExp(done.value.reference))
    assert.doesNotMatch(mail?.text ?? '', /Ada|Too few places|Lakeview/)
  })

  test('the same form sent twice is one request with one e-mail; other words in it are another', async () => {
    const [first, second, both] = [await ask(), await ask(), await Promise.all([ask({ name: 'Ben Okoro' }), ask({ name: 'Ben Okoro' })])]
    assert.ok(first.ok && second.ok && both[0].ok && both[1].ok)
    assert.deepEqual([first.value.reference === second.value.reference, both[0].value.reference === both[1].value.reference], [true, true])
    assert.equal((await requests()).length, 2)
    assert.equal((await mails()).length, 2)
  })

  test('what cannot be used leaves nothing behind: another item, a cancelled meeting, a day without one', async () => {
    assert.equal(kind(await ask({ item: '1' }, 'x')), 'invalid')
    assert.equal(kind(await ask({ statement: 'word '.repeat(1_000_000) }, 'x')), 'invalid')
    assert.equal(kind(await ask({}, 'x', date('2023-07-14'))), 'not-now')
    assert.equal(kind(await ask({}, 'x', date('2023-07-15'))), 'not-found')
    assert.equal((await requests()).length, 2)
  })

  test('nobody can fill a stranger’s mailbox: three letters a day, five requests for a meeting, however the address is spelled', async () => {
    const spellings = ['v.ictim@gmail.com', 'VICTIM@gmail.com', 'victim+1@gmail.com', 'vic.tim+two@googlemail.com', 'victim@gmail.com']
    const taken = []
    for (const [index, email] of spellings.entries()) taken.push(await ask({ email, name: `Eve ${index}` }, 'flood'))
    assert.deepEqual(taken.map((done) => done.ok && done.value.isMailed), [true, true, true, false, false])
    const sixth = await ask({ email: 'victim+6@gmail.com', name: 'Eve 6' }, 'flood')
    assert.equal(!sixth.ok && sixth.refusal.faults[0]?.field, 'email')
    assert.equal((await mails()).filter(({ recipient }) => /gmail|googlemail/.test(recipient)).length, 3)
    assert.equal((await requests()).filter(({ isMailed }) => !isMailed).length, 2)
    const meeting = await meetingOn()
    const told = await store().database.write('operator:test', (tx) => tellSpeakers(tx, meeting, 'Moved', ['It was moved.']))
    assert.deepEqual(told, { ok: true, value: 2 }, 'one letter for Ada and Ben, who gave one address, and one for Eve')
    await forget('%@g%mail.com')
  })

  test('one network sends no more than twenty requests in a day, and other networks are not kept out by it', async () => {
    const from = (address: string, count: number) => ask({ email: `n${count}@example.test`, name: `Nell ${count}` }, 'network', day, { address })
    for (let count = 1; count <= 20; count += 1) assert.equal(kind(await from(`2001:db8:1:2::${count}`, count)), 'done')
    assert.equal(kind(await from('2001:db8:1:2::99', 21)), 'not-now')
    assert.equal(kind(await from('2001:db8:1:3::1', 22)), 'done')
    at('2023-07-04T09:00:00')
    assert.equal(kind(await from('2001:db8:1:2::99', 23)), 'done')
    const marked = await store().database.owner((tx) => tx.tables<SpeakingTables>().selectFrom('work.speaking_requests').select('network').where('network', 'is not', null).execute())
    assert.equal(marked.length, 1, 'marks of networks are kept for a day')
    at('2023-07-03T09:00:00')
    await forget('n%@example.test')
  })

  /** Takes away what a test asked and what was written for it, so that the next ones count theirs alone. */
  async function forget(addresses: string): Promise<void> {
    await store().database.owner((tx) => tx.tables<SpeakingTables>().deleteFrom('work.speaking_requests').where('email', 'ilike', addresses).execute())
    await store().database.owner((tx) => tx.tables<MailTables>().deleteFrom('platform.outbox').where((where) => where.or([where('recipient', 'ilike', addresses), where('subject', '=', 'Moved')])).execute())
  }

  test('the public may ask and nothing more; the chair sees and does not decide', async () => {
    const { id, revision } = await requestBy('Ada Lorne')
    assert.equal(kind(await decideRequest(anybody(), app(), { id, revision }, { decision: 'accepted', reason: '' })), 'not-allowed')
    assert.equal(kind(await lookAtSpeakers(anybody(), await meetingOn())), 'not-allowed')
    assert.equal(kind(await decideRequest(person('chair'), app(), { id, revision }, { decision: 'accepted', reason: '' })), 'not-allowed')
    assert.equal(kind(await lookAtSpeakers(person('chair'), await meetingOn())), 'not-allowed', 'a chair without a seat on this body')
    assert.equal(kind(await lookAtSpeakers(officer(), await meetingOn())), 'done')
    const seat = { member: 'Cllr Dora Finch', person: '00000000-0000-4000-8000-000000000001' }
    await store().database.owner((tx) => tx.tables<{ 'access.person': { id: string; name: string } }>().insertInto('access.person').values({ id: seat.person, name: seat.member }).execute())
    const plain = { ...seat, member: 'Cllr Otto Lane' }
    await store().database.write('operator:test', (tx) => tx.tables<{ 'work.member_accounts': typeof seat }>().insertInto('work.member_accounts').values(plain).execute())
    assert.equal(kind(await lookAtSpeakers(person('chair'), await meetingOn())), 'not-allowed', 'a chair elsewhere who is a plain member of this body')
    await store().database.write('operator:test', (tx) => tx.tables<{ 'work.member_accounts': typeof seat }>().updateTable('work.member_accounts').set(seat).execute())
    const seen = await lookAtSpeakers(person('chair'), await meetingOn())
    assert.deepEqual(seen.ok && [seen.value.requests.length, seen.value.mayDecide], [2, false], 'the chair of this body')
  })

  test('of two officers who decide at once one is told, and the speaker has one answer', async () => {
    const { id, revision } = await requestBy('Ada Lorne')
    const outcomes = await Promise.all([
      decideRequest(officer(), app(), { id, revision }, { decision: 'accepted', reason: '' }),
      decideRequest(officer(), app(), { id, revision }, { decision: 'declined', reason: 'Not about an item.' }),
    ])
    assert.deepEqual(outcomes.map(kind).toSorted(), ['conflict', 'done'])
    assert.equal((await mails()).length, 3)
  })

  test('a decision is changed with its reason, which the speaker reads', async () => {
    const { id, revision, standing } = await requestBy('Ada Lorne')
    const other = standing.state === 'accepted' ? 'declined' : 'accepted'
    assert.equal(kind(await decideRequest(officer(), app(), { id, revision }, { decision: other, reason: '' })), 'invalid')
    assert.equal(kind(await decideRequest(officer(), app(), { id, revision }, { decision: other, reason: 'The chair asked for this.' })), 'done')
    assert.match((await mails()).at(-1)?.text ?? '', /The chair asked for this\./)
    if (other === 'accepted') return
    const again = await requestBy('Ada Lorne')
    assert.equal(kind(await decideRequest(officer(), app(), again, { decision: 'accepted', reason: 'There is time after all.' })), 'done')
  })

  test('a request after the closing time is late, and is answered like any other', async () => {
    at('2023-07-06T08:01:00')
    const done = await ask({ name: 'Cy Dunne', named: 'no' }, 'form-2')
    assert.ok(done.ok)
    assert.equal(done.value.isLate, true)
    const { id, revision } = await requestBy('Cy Dunne')
    assert.equal(kind(await decideRequest(officer(), app(), { id, revision }, { decision: 'accepted', reason: '' })), 'done')
    assert.match((await mails()).at(-1)?.text ?? '', /after the closing time, and the chair has agreed/)
  })

  test('speakers are moved in the order that was seen, and not in one that changed meanwhile', async () => {
    const meeting = await meetingOn()
    const speakers = speakersAmong(await requests())
    const [basedOn, second] = [speakersMark(speakers), speakers[1]?.id ?? '']
    assert.equal(kind(await moveSpeaker(officer(), meeting, { request: second, move: 'up', basedOn })), 'done')
    assert.equal(speakersAmong(await requests())[0]?.id, second)
    assert.equal(kind(await moveSpeaker(officer(), meeting, { request: second, move: 'down', basedOn })), 'conflict')
  })

  test('a speaker withdraws, and only those who still wait or speak are told what becomes of the meeting', async () => {
    assert.equal(kind(await withdrawRequest(officer(), app(), await requestBy('Ben Okoro'))), 'done')
    const meeting = await meetingOn()
    const told = await store().database.write('operator:test', (tx) => tellSpeakers(tx, meeting, 'Moved', ['It was moved.']))
    assert.deepEqual(told, { ok: true, value: 1 }, 'Ada and Cy gave one address')
  })

  test('“Your work” has the way to the speakers until the meeting is over, and the day after asks the officers to note who spoke', async () => {
    const work = async (context: Context) => String(await speakingSection({ context, today } as StaffRequest, app()))
    assert.match(await work(person('chair')), /2 people are accepted to speak at the <a[^>]*\/speakers">Children’s Panel, 7 July 2023/)
    const linked = (context: Context) => store().database.read('operator:test', async (reader) => (await speakersLink(reader, context, { body: 'panel', date: day })) !== undefined)
    assert.deepEqual([await linked(person('chair')), await linked(officer()), await linked(person('councillor'))], [true, true, false])
    const before = today
    at('2023-07-08T09:00:00')
    assert.match(await work(officer()), /To note after the <a[^>]*>Children’s Panel, 7 July 2023<\/a>: did the 2 speakers speak, and was a response promised\?/)
    assert.doesNotMatch(await work(person('chair')), /7 July 2023/)
    at(`${before}T09:00:00`)
  })

  test('after the meeting it is noted who spoke, and a promised response is due 28 days later', async () => {
    assert.equal(kind(await noteTurn(officer(), app(), await requestBy('Ada Lorne'), { spoke: 'yes', promised: 'yes' })), 'not-now')
    at('2023-07-08T09:00:00')
    assert.equal(kind(await noteTurn(officer(), app(), await requestBy('Ada Lorne'), { spoke: '', promised: 'yes' })), 'invalid')
    for (const name of ['Ada Lorne', 'Cy Dunne']) assert.equal(kind(await noteTurn(officer(), app(), await requestBy(name), { spoke: 'yes', promised: 'yes' })), 'done')
    const { response } = await requestBy('Ada Lorne')
    assert.equal(response.state === 'promised' && response.due, '2023-08-04')
    const [meeting] = await store().database.read('operator:test', (reader) => meetingsWithSpeakers(reader, { today, limit: 5 }))
    assert.deepEqual([meeting?.undecided, meeting?.toNote, meeting?.promised, meeting?.due], [0, 0, 2, '2023-08-04'])
  })

  test('a response is written in peace, published whole, and names the speaker only where they agreed', async () => {
    const said = { askedAbout: 'Will there be more places?', text: 'There will be **thirty**.\n\n- In Lakeview\n- In Hillside', correction: '' }
    assert.equal(kind(await saveResponse(officer(), app(), await requestBy('Ada Lorne'), { ...said, text: '<b>unfinished' })), 'done')
    assert.equal(kind(await publishResponse(officer(), app(), await requestBy('Ada Lorne'), { ...said, text: '<script>alert(1)</script>' })), 'invalid')
    assert.equal(kind(await publishResponse(officer(), app(), await requestBy('Ada Lorne'), said)), 'done')
    assert.equal(kind(await publishResponse(officer(), app(), await requestBy('Cy Dunne'), { ...said, askedAbout: 'And the <i>cost</i>?' })), 'done')
    const published = await store().database.readPublished((reader) => publishedResponses(reader, 'panel', day))
    assert.deepEqual(published.map(({ number, speaker }) => [number, speaker]), [[1, 'Ada Lorne, for Parents of Lakeview'], [2, 'A member of the public']])
    assert.deepEqual([...new Set(published.map(({ publishedAt }) => publishedAt.slice(0, 10)))], [officer().today], 'published on the product’s day, not on the machine’s')
    const section = String(await store().database.readPublished((reader) => responsesSection(reader, 'panel', day, 2)))
    assert.match(section, /And the &lt;i&gt;cost&lt;\/i&gt;\?/)
    assert.equal(await store().database.readPublished((reader) => responsesSection(reader, 'panel', day, 1)), undefined)
  })

  test('a published response is corrected by a new version that says what it corrects; the old one stays', async () => {
    const said = { askedAbout: 'Will there be more places?', text: 'There will be forty.', correction: '' }
    assert.equal(kind(await publishResponse(officer(), app(), await requestBy('Ada Lorne'), said)), 'invalid')
    assert.equal(kind(await publishResponse(officer(), app(), await requestBy('Ada Lorne'), { ...said, correction: 'The number of places.' })), 'done')
    const published = await store().database.readPublished((reader) => publishedResponses(reader, 'panel', day, 2))
    assert.deepEqual(published.map(({ number, version, note }) => [number, version, note]), [[1, 2, 'The number of places.'], [1, 1, undefined], [2, 1, undefined]])
    const section = String(await store().database.readPublished((reader) => responsesSection(reader, 'panel', day)))
    assert.equal(section.match(/<h3/g)?.length, 2)
    assert.match(section, /As it was before the correction/)
  })

  test('the audit of all this holds no personal details', async () => {
    const rows = await audit()
    assert.ok(rows.some(({ verb, actor }) => verb === 'speaking.ask' && actor === 'public'))
    assert.doesNotMatch(JSON.stringify(rows), /Ada|Ben|Cy|Lorne|Okoro|Dunne|ada@|Lakeview|places/)
  })

  test('a year after the meeting what people said of themselves is cleared, and what is published stays', async () => {
    const operator = testContext(store().database, { may })
    assert.deepEqual(await clearOldRequests(operator, date('2024-07-06')), { ok: true, value: { cleared: 0 } })
    assert.deepEqual(await clearOldRequests(operator, date('2024-07-07')), { ok: true, value: { cleared: 3 } })
    assert.deepEqual(await clearOldRequests(operator, date('2024-07-08')), { ok: true, value: { cleared: 0 } })
    const kept = await requests()
    assert.deepEqual(kept.map(({ asking }) => asking), [undefined, undefined, undefined])
    assert.doesNotMatch(JSON.stringify(kept), /Lorne|Okoro|Dunne|01632|loop/)
    assert.equal((await store().database.readPublished((reader) => publishedResponses(reader, 'panel', day))).length, 3)
  })
})
