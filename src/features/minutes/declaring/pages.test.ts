import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { postedForm } from '#access/staff/posted-form.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { date } from '#core/dates.ts'
import type { MeetingsApp } from '#features/meetings'
import { sittingPage } from '../sitting/page/sitting-page.ts'
import { strikePage } from '../sitting/page/strike-page.ts'
import { sittingAt } from '../sitting/read-sitting.ts'
import { eachSittingDesk, type Somebody } from '../sitting/verbs/testing.ts'
import { declarePage } from './declare-page.ts'
import { ownPage } from './own-page.ts'
import { ownWay } from './own-way.ts'

eachSittingDesk((desk) => {
  const visit = async (page: StaffPage<MeetingsApp>, who: Somebody, { day = '2023-07-07', today = day, line = '', query = '', fields }: Visit = {}): Promise<StaffAnswer> => {
    const meeting = await desk.meetingOf(day)
    const context = desk.as(who, date(today))
    const params = { meeting, body: 'panel', date: day, line }
    const path = page.path.replace(':meeting', meeting).replace(':body', 'panel').replace(':date', day).replace(':line', line)
    const session = { actor: context.actor, formToken: { field: 'token', value: 'secret' } }
    const request = { context, session, path, params, query: new URLSearchParams(query), form: postedForm(fields ?? []), today: date(today), now: desk.app.now(), origin: 'https://council.example' } as unknown as StaffRequest
    return (fields === undefined ? await page.show?.(request, desk.app) : await page.submit?.(request, desk.app)) ?? assert.fail('there is no such page')
  }
  const words = (answer: StaffAnswer) => (answer.kind === 'page' ? answer.body.toString().replaceAll(/<(?!textarea|input|option)[^>]+>/g, ' ').replaceAll(/\s+/g, ' ') : answer.kind === 'refused' ? `${answer.refusal.kind}: ${answer.refusal.message}` : answer.kind)
  const press = (...fields: [string, string][]): [string, string][] => [['press', randomUUID()], ['seen', '0'], ...fields]
  const at = async (item: number) => {
    const meeting = await desk.meetingOf('2023-07-07')
    return desk.store().database.read('operator:test', (reader) => sittingAt(reader, meeting, item))
  }

  test('a member declares ahead of the meeting for their own seat, and for nobody else’s', async () => {
    const ahead = { today: '2023-07-03' }
    assert.match(words(await visit(ownPage, 'finch', ahead)), /3\. The contract|3\. /)
    assert.equal((await visit(ownPage, 'finch', { ...ahead, fields: press(['item', '2'], ['nature', 'disclosable-pecuniary'], ['words', 'Paid as a foster carer.'], ['marks', 'unregistered'], ['member', 'Cllr Otto Lane']) })).kind, 'moved')
    assert.deepEqual((await at(2)).declarations.map(({ declaration }) => declaration.member), ['Cllr Dora Finch'])
    assert.match(words(await visit(ownPage, 'finch', ahead)), /Declared already Item 2: Disclosable pecuniary interest Paid as a foster carer\./)
    for (const who of ['outsider', 'imogen'] as const) assert.match(words(await visit(ownPage, who, ahead)), /not-allowed: Only a member of this body/)
  })

  test('what was declared and is not registered waits in the register of interests', async () => {
    const noted = await desk.store().database.read('operator:test', (reader) => reader.tables<{ 'work.interest_disclosures': { member: string; about: string; disclosed_on: string } }>().selectFrom('work.interest_disclosures').select(['work.interest_disclosures.member', 'work.interest_disclosures.about', 'work.interest_disclosures.disclosed_on']).execute())
    assert.deepEqual(noted, [{ member: 'Cllr Dora Finch', about: 'Item 2 at the meeting of The panel on 7 July 2023', disclosed_on: '2023-07-07' }])
  })

  test('a declaration without its words comes back with all that was typed', async () => {
    const fields = press(['item', '3'], ['nature', 'other'], ['marks', 'leaves'], ['words', ''])
    const answer = await visit(ownPage, 'finch', { today: '2023-07-03', fields })
    assert.ok(answer.kind === 'page' && answer.status === 400)
    assert.match(words(answer), /There is a problem.*Say what the interest is/)
    assert.match(answer.body.toString(), /<option value="3" selected>/)
    assert.match(answer.body.toString(), /value="leaves" checked/)
  })

  test('a member is offered what they registered and an item mentions, chooses it, and writes nothing twice; nobody else is offered it', async () => {
    const ahead = { today: '2023-07-03' }
    const offered = words(await visit(ownPage, 'finch', ahead))
    assert.match(offered, /From your own interests.*Only you see the list.*Item 2: Trustee of a fund for foster carers.*Item 2: Keeper of Sorrel House Its details are withheld/)
    const page = await visit(ownPage, 'finch', ahead)
    const values = [...(page.kind === 'page' ? page.body.toString() : '').matchAll(/name="known"[^>]*value="(2 [^"]+)"/g)].map(([, value]) => value ?? '')
    const [charity = '', refuge = ''] = values
    assert.equal((await visit(ownPage, 'finch', { ...ahead, fields: press(['known', charity], ['item', ''], ['nature', 'other'], ['words', '']) })).kind, 'moved')
    const told = (await at(2)).declarations.find(({ declaration }) => declaration.nature === 'other')?.declaration
    assert.deepEqual([told?.words, told?.registered, told?.sensitive], ['Trustee of a fund for foster carers', true, false])
    const both = await visit(ownPage, 'finch', { ...ahead, fields: press(['known', refuge], ['nature', 'dispensation'], ['words', 'I keep Sorrel House.']) })
    assert.match(words(both), /The details of the interest that you chose are withheld: leave this empty/)
    assert.match(both.kind === 'page' ? both.body.toString() : '', new RegExp(`value="${refuge}" checked`))
    assert.equal((await visit(ownPage, 'finch', { ...ahead, fields: press(['known', refuge], ['nature', 'dispensation'], ['words', '']) })).kind, 'moved')
    const sensitive = (await at(2)).declarations.find(({ declaration }) => declaration.nature === 'dispensation')?.declaration
    assert.deepEqual([sensitive?.sensitive, sensitive?.words], [true, undefined])
    assert.doesNotMatch(JSON.stringify(await at(2)), /Sorrel/)
    for (const known of ['2 nothing', `99 ${refuge}`, '<b>']) {
      assert.match(words(await visit(ownPage, 'finch', { ...ahead, fields: press(['known', known], ['item', '2'], ['nature', 'other'], ['words', 'Mine.']) })), /Choose one of the interests listed/)
    }
    assert.doesNotMatch(words(await visit(declarePage, 'imogen')), /Sorrel|Trustee of a fund/)
  })

  /** What the page of the pack says to a member of the body. */
  const onPack = async (who: Somebody, today: string, status = 'agenda-published') => {
    const context = desk.as(who, date(today))
    const pack = { meeting: { body: 'panel', date: date('2023-07-07'), status, items: [{}] }, right: { sees: 'everything', as: 'member' } } as unknown as Parameters<typeof ownWay>[1]
    return String((await desk.store().database.read('operator:test', (reader) => ownWay(reader, pack, { context, today: date(today) } as unknown as StaffRequest))) ?? '')
  }

  test('until the meeting has begun a member’s pack has the way to declare', async () => {
    assert.match(await onPack('finch', '2023-07-03'), /href="\/staff\/packs\/panel\/2023-07-07\/declare"/)
    assert.equal(await onPack('finch', '2023-07-08'), '')
  })

  test('the officer sees on the day what was declared, what follows, and by when it is to be registered', async () => {
    await visit(sittingPage, 'imogen', { fields: press(['does', 'open'], ['at', '10:00'], ['item', '0']) })
    await visit(sittingPage, 'imogen', { fields: press(['does', 'everybody'], ['item', '1']) })
    const page = words(await visit(sittingPage, 'imogen', { query: 'item=2' }))
    assert.match(page, /Cllr Dora Finch Disclosable pecuniary interest Must leave Paid as a foster carer\..*notice is due by Thursday 3 August 2023/)
    assert.match(page, /Leaves for an interest Cllr Dora Finch/)
    assert.match(words(await visit(ownPage, 'finch')), /not-now: The meeting has begun/)
    const told = await onPack('finch', '2023-07-07')
    assert.match(told, /The meeting has begun\. To declare an interest now, say so at the meeting and tell the officer/)
    assert.doesNotMatch(told, /href=/)
  })

  test('an officer declares for a substitute who may sit; for a stranger to the body nobody does', async () => {
    const form = (member: string) => press(['does', 'declare'], ['member', member], ['item', '3'], ['nature', 'other'], ['words', 'My brother works there.'])
    assert.equal((await visit(declarePage, 'imogen', { fields: form('Cllr Ada Pell') })).kind, 'moved')
    const stranger = await visit(declarePage, 'imogen', { fields: form('Cllr Nell Gray') })
    assert.ok(stranger.kind === 'page' && stranger.status === 400)
    assert.match(words(stranger), /Choose who declares.*My brother works there\./)
    assert.match(words(await visit(declarePage, 'imogen', { fields: press(['does', 'declare']) })), /There is a problem.*Choose an item.*Choose who declares.*Say which kind of interest it is/s)
  })

  test('a party whip stands against its item or the whole meeting, with its group', async () => {
    assert.equal((await visit(declarePage, 'imogen', { fields: press(['does', 'whip'], ['whip-item', '0'], ['group', 'The group'], ['whip-words', 'No whip.']) })).kind, 'moved')
    assert.match(words(await visit(sittingPage, 'imogen', { query: 'item=3' })), /Party whip: The group : No whip\./)
  })

  test('of an item that is not open an auditor reads neither the title nor the words of a declaration', async () => {
    const page = words(await visit(sittingPage, 'auditor', { query: 'item=3' }))
    assert.match(page, /3\. An item that is not open/)
    assert.doesNotMatch(page, /The contract|My brother works there/)
    assert.doesNotMatch(page, /Everybody not recorded|Close the meeting|Take back/)
  })

  test('of a private meeting nobody but its officers and members sees the record', async () => {
    assert.match(words(await visit(sittingPage, 'auditor', { day: '2023-05-09' })), /not-allowed: This meeting is private/)
    assert.equal((await visit(sittingPage, 'imogen', { day: '2023-05-09' })).kind, 'page')
    assert.match(words(await visit(sittingPage, 'finch')), /not-allowed: You are not allowed/)
  })

  test('an officer is told what the other recorded meanwhile, and overwrites nothing', async () => {
    const answer = await visit(sittingPage, 'rowan', { fields: press(['does', 'leaves'], ['seat', 'cllr-otto-lane'], ['item', '1']) })
    assert.ok(answer.kind === 'moved')
    const page = words(await visit(sittingPage, 'rowan', { query: answer.to.split('?')[1]?.split('#')[0] ?? '' }))
    assert.match(page, /Meanwhile others recorded:.*Cllr Otto Lane is present , item 1 \(Imogen Fairweather\)/)
    assert.doesNotMatch(page, /Otto Lane leaves , item 1 \(Rowan Ashdown\)/)
  })

  test('a substitute who may not sit is refused beside the field, with the name that was typed', async () => {
    await visit(sittingPage, 'imogen', { fields: press(['does', 'leaves'], ['seat', 'cllr-wilf-moss'], ['item', '1']) })
    const answer = await visit(sittingPage, 'imogen', { fields: press(['does', 'substitute'], ['seat', 'cllr-wilf-moss'], ['substitute', 'Somebody <b>Else</b>'], ['item', '1']) })
    assert.ok(answer.kind === 'page' && answer.status === 400)
    const page = answer.body.toString()
    assert.match(page, /href="#substitute"/)
    assert.match(page, /id="substitute"[^>]*value="Somebody &lt;b&gt;Else/)
  })

  test('nonsense is answered with the page as it stands, and nothing is recorded', async () => {
    const before = (await at(1)).presentMembers.length
    for (const fields of [[], [['press', 'x'], ['does', 'everybody']], press(['does', 'dance']), press(['does', 'present'], ['seat', '../..'], ['item', '-1'])] as [string, string][][]) {
      const answer = await visit(sittingPage, 'imogen', { fields })
      assert.ok(answer.kind === 'page' && answer.hasFaults === true, JSON.stringify(fields))
    }
    assert.equal((await at(1)).presentMembers.length, before)
    assert.equal((await visit(sittingPage, 'imogen', { query: 'item=99999&seen=abc' })).kind, 'page')
    assert.match(words(await visit(strikePage, 'imogen', { line: 'nothing' })), /not-found/)
  })

  test('a cancelled meeting says so in place of the page', async () => {
    const page = words(await visit(sittingPage, 'imogen', { day: '2023-07-06' }))
    assert.match(page, /cancelled: nothing can be recorded/)
    assert.doesNotMatch(page, /Open the meeting/)
  })
})

interface Visit {
  readonly day?: string
  readonly today?: string
  readonly line?: string
  readonly query?: string
  readonly fields?: readonly (readonly [string, string])[]
}
