import assert from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import { date } from '#core/dates.ts'
import type { Outcome } from '#core/outcome.ts'
import { eachDatabase } from '#platform/database/testing.ts'
import { importMeetings } from '../import/import-meetings.ts'
import { templatesImporter } from '../templates/import-templates.ts'
import { filesInMemory } from '../testing.ts'
import { bodiesOfMeetings, calendarAround } from './calendar.ts'
import { cancelMeeting } from './cancel-meeting.ts'
import { changeFacts } from './change-facts.ts'
import { createMeetings } from './create-meetings.ts'
import { factsPage } from './facts-page.ts'
import { planCommand } from './plan-command.ts'
import { saveFacts } from '../work/keep-meeting.ts'
import { meetingsTestMigrations } from '../work/testing.ts'
import { at, done, frame, panelOn, seen } from './testing.ts'

eachDatabase(meetingsTestMigrations, (store) => {
  const { folder, context, app, begin, atHand, inPublic, mails } = panelOn(store)
  before(begin)
  after(() => rm(folder, { recursive: true, force: true }))

  test('the meetings of a plan are created together, each with the standing items, announced in public, and each member is told once', async () => {
    const created = done(await createMeetings(context(), app(), frame, at('2023-09-12', '2023-10-10')))
    assert.deepEqual([created.meetings.length, created.told], [2, 2])
    const kept = (await atHand('2023-09-12')).meeting
    assert.deepEqual(
      kept.items.map(({ number, facts }) => [number, facts.standing]),
      [[1, 'apologies'], [2, 'interests'], [3, 'minutes']],
    )
    const shown = await inPublic('2023-10-10')
    assert.deepEqual(
      [shown?.version, shown?.note, shown?.meeting.status, shown?.meeting.venue, shown?.meeting.items],
      [1, 'Announced in the calendar.', 'planned', 'Lakeview Room', []],
    )
    const told = await mails(/^Dates of meetings: Children’s Panel$/)
    assert.deepEqual(told.map(({ recipient }) => recipient).toSorted(), ['ada@example.test', 'ben@example.test'])
    assert.match(told[0]?.text ?? '', /Tuesday 12 September 2023, 10\.00 am, Lakeview Room[\s\S]*Tuesday 10 October 2023/)
  })

  test('standing items with minutes begin at the times that follow from the start, and follow it when it changes', async () => {
    const template = `body: panel
standing-items:
  - { title: Apologies, standing: apologies, place: opening, minutes: 5 }
  - { title: Work programme, standing: work-programme, place: closing, minutes: 10 }
`
    done(await templatesImporter.load([filesInMemory({ 'templates.yaml': template })], app(), () => undefined))
    done(await createMeetings(context(), app(), frame, at('2024-06-11', '2024-06-18')))
    const times = async (day: string) => (await atHand(day)).meeting.items.map(({ facts }) => facts.timing?.from)
    assert.deepEqual([await times('2024-06-11'), await times('2024-06-18')], [[undefined, '10:05'], [undefined, '10:05']])
    const typed = { time: '14:00', minutes: '', title: '', venue: '', attendance: 'in-person', webcast: '', office: '', phone: '', email: '', alsoInvited: '', note: '', tellsMembers: false }
    done(await changeFacts(context(), app(), seen(await atHand('2024-06-11')), typed))
    assert.deepEqual(await times('2024-06-11'), [undefined, '14:05'])
    done(await templatesImporter.load([filesInMemory({ 'templates.yaml': 'body: panel\n' })], app(), () => undefined))
  })

  test('of two officers who create the same dates at once the second is refused, and nothing of theirs is kept', async () => {
    const [one, other] = await Promise.all([
      createMeetings(context(), app(), frame, at('2023-11-14', '2023-11-21')),
      createMeetings(context(), app(), frame, at('2023-11-28', '2023-11-14')),
    ])
    const refused = [one, other].filter((outcome) => !outcome.ok)
    assert.equal(refused.length, 1)
    assert.ok(refused[0] !== undefined && !refused[0].ok && refused[0].refusal.kind === 'conflict')
    assert.deepEqual(refused[0].refusal.faults.map(({ field }) => field), ['2023-11-14'])
    assert.equal((await inPublic('2023-11-21')) === undefined, !one.ok)
    assert.equal((await inPublic('2023-11-28')) === undefined, !other.ok)
  })

  test('days that are over, named twice, none at all, and bodies that are not ours are refused', async () => {
    const kindOf = async (outcome: Promise<Outcome<unknown>>) => outcome.then((found) => (found.ok ? 'done' : found.refusal.kind))
    assert.equal(await kindOf(createMeetings(context(), app(), frame, at('2023-07-06'))), 'invalid')
    assert.equal(await kindOf(createMeetings(context(), app(), frame, at('2024-01-09', '2024-01-09'))), 'invalid')
    assert.equal(await kindOf(createMeetings(context(), app(), frame, [])), 'invalid')
    assert.equal(await kindOf(createMeetings(context(), app(), { ...frame, body: 'elsewhere' }, at('2024-01-09'))), 'not-found')
    assert.equal(await kindOf(createMeetings({ ...context(), may: () => false }, app(), frame, at('2024-01-09'))), 'not-allowed')
    assert.equal(await inPublic('2024-01-09'), undefined)
  })

  test('of a private development session the public learns only that it is held', async () => {
    done(await createMeetings(context(), app(), { ...frame, kind: 'development', title: 'A delicate subject' }, at('2023-12-05')))
    const shown = await inPublic('2023-12-05')
    assert.ok(shown?.meeting.privateDevelopment)
    assert.doesNotMatch(JSON.stringify(shown), /delicate|Lakeview/)
    const found = await atHand('2023-12-05')
    assert.deepEqual(found.meeting.items, [])
    done(await cancelMeeting(context(), app(), seen(found), { reason: 'A secret matter' }))
    const cancelled = await inPublic('2023-12-05')
    assert.equal(cancelled?.meeting.status, 'cancelled')
    assert.doesNotMatch(JSON.stringify(cancelled), /secret|delicate|Lakeview/)
  })

  test('changed facts of an announced meeting are public at once, and say what changed', async () => {
    const found = await atHand('2023-09-12')
    const typed = {
      time: '14:00',
      minutes: '60',
      title: '',
      venue: 'Council Chamber',
      attendance: 'in-person',
      webcast: '',
      office: '',
      phone: '',
      email: '',
      alsoInvited: '',
      note: 'The room is repaired.',
      tellsMembers: true,
    }
    assert.deepEqual(done(await changeFacts(context(), app(), seen(found), typed)), { isPublished: true, told: 2 })
    const shown = await inPublic('2023-09-12')
    assert.deepEqual([shown?.version, shown?.meeting.time, shown?.meeting.venue], [2, '14:00', 'Council Chamber'])
    assert.equal(
      shown?.note,
      'The time is now 2.00 pm (it was 10.00 am). The place is now: Council Chamber (it was: Lakeview Room). The room is repaired.',
    )
    const stale = await changeFacts(context(), app(), seen(found), { ...typed, venue: 'Elsewhere' })
    assert.ok(!stale.ok && stale.refusal.kind === 'conflict')
    assert.deepEqual(
      done(await changeFacts(context(), app(), seen(await atHand('2023-09-12')), { ...typed, minutes: '45' })),
      { isPublished: false, told: 0 },
      'the length is nobody’s business outside',
    )
    const wrong = await changeFacts(
      context(),
      app(),
      seen(await atHand('2023-09-12')),
      { ...typed, time: '25:00', email: 'nobody', webcast: 'never' },
    )
    assert.ok(!wrong.ok)
    assert.deepEqual(wrong.refusal.faults.map(({ field }) => field), ['time', 'webcast', 'office', 'email'])
  })

  test('the form of the facts says how many e-mails will wait to be sent, and afterwards that they wait', async () => {
    const { meeting } = await atHand('2023-09-12')
    const text = async (query: string) => {
      const request = { context: context(), path: '/', params: { meeting: meeting.id }, query: new URLSearchParams(query), today: context().today, session: { formToken: { field: 'token', value: 'x' } } }
      const page = await factsPage.show?.(request as unknown as StaffRequest, app())
      assert.ok(page?.kind === 'page')
      return page.body.toString()
    }
    assert.match(await text(''), /Tell the members what changed[^]*An e-mail to 2 members will wait to be sent\./)
    assert.match(await text('done=published-told'), /the public reads them now\. An e-mail to the members waits to be sent\./)
  })

  test('of a meeting that is over no member is told that it was changed, and once its minutes are circulated the form is closed, with the reason', async () => {
    done(await createMeetings(context(), app(), frame, at('2024-07-09')))
    const typed = { time: '10:00', minutes: '', title: '', venue: 'Elsewhere', attendance: 'in-person', webcast: '', office: '', phone: '', email: '', alsoInvited: '', note: '', tellsMembers: true }
    const later = context(date('2024-07-10'))
    const over = await changeFacts(later, app(), seen(await atHand('2024-07-09')), typed)
    assert.equal(done(over).told, 0)
    assert.deepEqual(await mails(/^Changed: .* 9 July 2024/), [])
    const { meeting } = await atHand('2024-07-09')
    const show = async (today: string) => {
      const request = { context: context(date(today)), path: '/', params: { meeting: meeting.id }, query: new URLSearchParams(), today: date(today), session: { formToken: { field: 'token', value: 'x' } } }
      const page = await factsPage.show?.(request as unknown as StaffRequest, app())
      return page?.kind === 'page' ? page.body.toString() : assert.fail(page?.kind)
    }
    assert.match(await show('2024-07-09'), /Tell the members what changed/)
    assert.doesNotMatch(await show('2024-07-10'), /Tell the members what changed/)
    await store().database.write('operator:test', (tx) => saveFacts(tx, meeting.id, { ...meeting.facts, status: 'minutes-draft' }))
    const closed = await changeFacts(later, app(), seen(await atHand('2024-07-09')), typed)
    assert.match(closed.ok ? 'done' : `${closed.refusal.kind}: ${closed.refusal.message}`, /^not-now: The minutes of this meeting are circulated/)
    const shown = await show('2024-07-10')
    assert.match(shown, /The minutes of this meeting are circulated/)
    assert.doesNotMatch(shown, /<form/)
    await store().database.write('operator:test', (tx) => saveFacts(tx, meeting.id, { ...meeting.facts, status: 'minutes-confirmed' }))
    assert.match(await show('2024-07-10'), /are confirmed, [^.]*\. What is wrong in the minutes is put right by a resolution of a later meeting\./)
  })

  test('the planner sees the lengths and the cancelled meetings of the calendar', async () => {
    const { slots, bodies: known } = await store().database.read(
      'operator:test',
      (reader) => calendarAround(reader, { from: date('2023-09-01'), to: date('2023-12-31') }),
    )
    assert.deepEqual(
      slots.find((slot) => slot.date === '2023-09-12'),
      { body: 'panel', date: '2023-09-12', time: '14:00', venue: 'Council Chamber', minutes: 45, isCancelled: false },
    )
    assert.equal(slots.find((slot) => slot.date === '2023-12-05')?.isCancelled, true)
    assert.equal(known.get('panel')?.days.draft, 10)
  })

  test('the list is filtered by the council’s own bodies and those that have a meeting, not by every partner', async () => {
    const listed = () => store().database.read('operator:test', async (reader) => [...(await bodiesOfMeetings(reader, context().today))].toSorted())
    assert.deepEqual(await listed(), ['panel'])
    done(await importMeetings(app(), [filesInMemory({ 'meeting.yaml': 'body: elsewhere\ndate: 2023-10-03\nstatus: planned\n' })], () => undefined))
    assert.deepEqual(await listed(), ['elsewhere', 'panel'])
  })

  test('the command says who may come, proposes, and creates only what has no clash', async () => {
    const run = (options: Record<string, unknown>, body = 'panel') => planCommand.run(
      { words: [body], options } as never,
      { json: false, say: () => undefined, progress: () => undefined, folder: '.' },
      app(),
    )
    const options = { pattern: 'second Tuesday', from: '2024-03-01', to: '2024-05-31' }
    const shown = await run(options)
    assert.ok(shown.ok)
    assert.equal(shown.value.text, 'Meetings in public\nTuesday 12 March 2024\nTuesday 9 April 2024\nTuesday 14 May 2024')
    const august = { ...options, from: '2024-08-01', to: '2024-09-30' }
    const recess = async (leaveOut: object) => {
      const proposed = await run({ ...august, ...leaveOut })
      return proposed.ok && proposed.value.text.includes('August')
    }
    assert.deepEqual([await recess({}), await recess({ 'leave-out': ['none'] })], [false, true], 'August is left out as on the page, unless somebody says otherwise')
    const closed = await run({ ...options, closed: true })
    assert.match(closed.ok ? closed.value.text : '', /^Meetings that are not open to the public\n/)
    const both = await run({ ...options, closed: true, open: true })
    assert.ok(!both.ok && 'usage' in both)
    const clash = await run({ ...options, pattern: 'every week from 2024-03-25', to: '2024-04-01', create: true })
    assert.ok(clash.ok)
    assert.match(clash.value.text, /1 created, 2 members told; 1 left out because of clashes/)
    assert.equal(await inPublic('2024-04-01'), undefined)
    for (const wrong of [
      { ...options, pattern: 'whenever' },
      { ...options, from: '2024-06-01' },
      { ...options, to: 'soon' },
      { ...options, to: '2026-12-31', pattern: 'every week from 2024-03-01' },
      { ...options, from: '2032-01-01', to: '2033-01-31' },
    ]) {
      const refused = await run(wrong)
      assert.ok(!refused.ok && 'usage' in refused, JSON.stringify(wrong))
    }
    const unknown = await run(options, 'elsewhere')
    assert.ok(!unknown.ok && unknown.refusal.kind === 'not-found')
  })
})
