import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { postedForm } from '#access/staff/posted-form.ts'
import type { FormVisit, PublicForm } from '#access/staff/public-form.ts'
import { date, type LocalDate } from '#core/dates.ts'
import { bodiesImporter } from '#features/bodies'
import { raiseActions } from '#features/minutes'
import type { MeetingsApp } from '#features/meetings'
import type { Answer, PublicRequest } from '#platform/http/answers.ts'
import type { MailTables } from '#platform/mail/tables.ts'
import { filesInMemory } from '../../meetings/testing.ts'
import { exceptionsMigrations } from '../exceptions/migrations.ts'
import { forwardPlan } from '../forward-plan/forward-plan.ts'
import { programme } from '../programme/programme.ts'
import { groupsMigrations } from '../groups/migrations.ts'
import { eachScrutinyDesk, today } from '../groups/testing.ts'
import { alertsMigrations } from './migrations.ts'
import { alertsPage } from './pages/alerts-page.ts'
import { topicFeed } from './pages/feed.ts'
import { confirmPage, stopPage } from './pages/token-forms.ts'
import { forgetReaders } from './sending/forget-readers.ts'
import { sendNews } from './sending/send-news.ts'
import type { AlertsTables } from './tables.ts'
import { parseTopic } from './topic.ts'

test('a topic is one of its kinds with an address word, and nothing else', () => {
  assert.deepEqual(parseTopic('body:cabinet'), { kind: 'body', key: 'cabinet' })
  for (const bad of ['', 'body', 'body:', 'person:ada', 'body:Cabinet', 'body:a b', 'body:../x', `body:${'a'.repeat(300)}`]) assert.equal(parseTopic(bad), undefined, bad)
})

eachScrutinyDesk([...(programme.migrations ?? []), ...(forwardPlan.migrations ?? []), ...groupsMigrations, ...exceptionsMigrations, ...alertsMigrations], ({ store, app: desk, anybody, operator, write, publishAgenda }) => {
  let now = new Date('2023-07-03T09:00:00Z')
  const app = (): MeetingsApp => ({ ...desk(), now: () => now })
  const day = (): LocalDate => date(now.toISOString().slice(0, 10))
  const visit = (fields: readonly (readonly [string, string])[] = [], changes: Partial<FormVisit> = {}): FormVisit =>
    ({ context: { ...anybody(), today: day() }, params: {}, query: new URLSearchParams(), form: postedForm(fields), token: { field: 'token', value: 'secret' }, today: day(), now, origin: 'http://localhost', ...changes })
  const submit = (page: PublicForm<MeetingsApp>, at: FormVisit) => page.submit(at, app())
  const ask = (email: string, topics: readonly string[], sending = email, address = '192.0.2.1') => submit(alertsPage, visit([['email', email], ['sending', sending], ...topics.map((topic) => ['topic', topic] as const)], { address }))
  const mails = () => store().database.read('operator:test', (reader) => reader.tables<MailTables>().selectFrom('platform.outbox as mail').select(['mail.recipient as to', 'mail.subject', 'mail.text']).orderBy('mail.queued_at').execute())
  const readers = () => store().database.read('operator:test', (reader) => reader.tables<AlertsTables>().selectFrom('work.alert_readers as reader').select(['reader.email', 'reader.confirmed_at', 'reader.network']).orderBy('reader.email').execute())
  const secretIn = (text: string | undefined, word: string) => new RegExp(`/alerts/${word}/([\\w-]+)`).exec(text ?? '')?.[1] ?? assert.fail(`no ${word} in ${text}`)
  const lastMail = async (to: string) => (await mails()).findLast((mail) => mail.to === to)
  const confirm = async (to: string) => submit(confirmPage, visit([], { params: { token: secretIn((await lastMail(to))?.text, 'confirm') } }))
  const send = async () => {
    const done = await sendNews(operator(day()), app())
    assert.ok(done.ok)
    return done.value.letters
  }
  const markup = (answer: Answer) => (answer.kind === 'page' ? answer.body.toString() : answer.kind)
  const raise = (id: string, words: string) => write((tx) => raiseActions(tx, { body: 'board', on: today, isPublic: true }, [{ origin: { kind: 'recommendation', id }, words, of: { name: 'Cabinet', body: 'cabinet' }, kind: 'recommendation', subjects: ['school-places'], due: date('2023-08-01') }], now))

  test('what cannot be used is said at its field, and what was typed and ticked stays', async () => {
    const answer = await ask('ada at home', ['body:board', 'body:nobody'])
    assert.ok(answer.kind === 'page' && answer.status === 400)
    assert.match(markup(answer), /href="#email"[^]*value="body:board"[^>]* checked[^]*value="ada at home"/)
    assert.match(markup(await ask('ada@example.test', ['body:nobody', 'rubbish'])), /href="#topic"/)
    assert.deepEqual([await mails(), await readers()], [[], []])
  })

  test('whoever asks is written to once and must say that it was they; until then they get nothing', async () => {
    const press = () => ask('ada@example.test', ['body:board', 'response:all'])
    for (const answer of [...(await Promise.all([press(), press(), press()])), await press()]) assert.deepEqual(answer, { kind: 'moved', to: '/alerts?done=asked' })
    const [mail, ...more] = await mails()
    assert.deepEqual([mail?.to, mail?.subject, more.length], ['ada@example.test', 'Do you want news from County Council?', 0])
    assert.match(mail?.text ?? '', /- The board[^]*- Responses and actions that fall due/)
    await raise('early', 'Before anybody listened')
    assert.equal(await send(), 0)
    const token = secretIn(mail?.text, 'confirm')
    assert.match(markup(await confirmPage.show(visit([], { params: { token } }), app())), /The board[^]*Yes, send me this news/)
    assert.equal((await readers())[0]?.confirmed_at, null, 'to look at the page is not to confirm')
    now = new Date('2023-07-03T09:05:00Z')
    for (const answer of await Promise.all([confirm('ada@example.test'), confirm('ada@example.test')])) assert.deepEqual(answer, { kind: 'moved', to: '/alerts?done=confirmed' })
    assert.equal((await confirmPage.show(visit([], { params: { token } }), app())).kind, 'not-found', 'the secret is used up')
  })

  test('news comes once, in one letter, and nothing that is older than the wish', async () => {
    assert.equal(await send(), 0)
    now = new Date('2023-07-03T10:00:00Z')
    await raise('one', 'Build more places')
    await raise('two', 'Publish the plan')
    assert.equal(await send(), 1)
    const mail = await lastMail('ada@example.test')
    assert.match(mail?.text ?? '', /Recommendation \d+: Build more places\nAsked\. To be answered by Cabinet\. Due Tuesday 1 August 2023\.\nhttp:\/\/localhost\/recommendations\/\d+/)
    assert.match(mail?.subject ?? '', /^News from County Council: Recommendation \d+: Build more places and 1 more$/, 'who writes, and what about')
    assert.match(mail?.text ?? '', /Publish the plan/)
    assert.doesNotMatch(mail?.text ?? '', /Before anybody listened/)
    assert.equal(await send(), 0)
    now = new Date('2023-07-03T10:40:00Z')
    await raise('one', 'Build many more places')
    assert.equal(await send(), 0, 'nobody gets two letters within an hour')
    now = new Date('2023-07-03T11:00:00Z')
    assert.equal(await send(), 1, 'the hour before is looked at again')
    assert.doesNotMatch((await lastMail('ada@example.test'))?.text ?? '', /Publish the plan/)
  })

  test('of two processes that send at the same moment one tells', async () => {
    now = new Date('2023-07-03T12:00:00Z')
    await raise('three', 'Open a school')
    const [one, other] = await Promise.all([send(), send()])
    assert.equal(one + other, 1)
  })

  test('an agenda is news once it is published; what only staff see never is', async () => {
    now = new Date('2023-07-03T13:00:00Z')
    await write((tx) => raiseActions(tx, { body: 'board', on: today, isPublic: false }, [{ origin: { kind: 'recommendation', id: 'secret' }, words: 'Sell the hall', of: { name: 'Cabinet' }, kind: 'action' }], now))
    assert.equal(await send(), 0)
    await publishAgenda('2023-07-19')
    await write((tx) => sql`insert into published.meetings (body, meeting_date, version, meeting_time, status, is_public, has_agenda, note, meeting, published_at)
      select now.body, now.meeting_date, now.version + 1, now.meeting_time, now.status, now.is_public, true, 'The agenda is corrected.', now.meeting, ${now} from published.current_meetings as now where now.body = 'board' and now.meeting_date = '2023-07-19'`.execute(tx.tables()))
    assert.equal(await send(), 1)
    const { subject, text } = (await lastMail('ada@example.test')) ?? assert.fail()
    assert.equal(subject, 'News from County Council: The board, Wednesday 19 July 2023')
    assert.match(text, /The board, Wednesday 19 July 2023\nThe agenda is corrected\./)
    assert.doesNotMatch((await mails()).map((mail) => mail.text).join('\n'), /Sell the hall/)
  })

  test('a response that falls due in a week is said once', async () => {
    now = new Date('2023-07-24T23:30:00Z')
    assert.equal(await send(), 0)
    now = new Date('2023-07-25T09:00:00Z')
    assert.equal(await send(), 1)
    assert.match((await lastMail('ada@example.test'))?.text ?? '', /Due Tuesday 1 August 2023: Recommendation/)
    now = new Date('2023-07-26T09:00:00Z')
    assert.equal(await send(), 0)
  })

  test('the same mailbox that asks for more keeps one subscription; a part of it can be stopped, and all of it with one press, whereupon the address is forgotten', async () => {
    assert.equal((await ask('Ada@example.test', ['recommendation:2', 'body:board'], 'second')).kind, 'moved')
    for (const press of ['once', 'twice']) assert.equal((await confirm('Ada@example.test')).kind, 'moved', press)
    assert.deepEqual((await readers()).map(({ email }) => email), ['ada@example.test'])
    const token = secretIn((await lastMail('ada@example.test'))?.text, 'stop')
    const page = markup(await stopPage.show(visit([], { params: { token } }), app()))
    assert.match(page, /The board[^]*Recommendation 2[^]*Stop all of it/)
    assert.equal((await submit(stopPage, visit([['topic', 'body:the board']], { params: { token } }))).kind, 'not-found', 'what names no topic does not end all')
    assert.deepEqual(await submit(stopPage, visit([['topic', 'body:board']], { params: { token } })), { kind: 'moved', to: '/alerts?done=fewer' })
    assert.deepEqual(await submit(stopPage, visit([], { params: { token } })), { kind: 'moved', to: '/alerts?done=stopped' })
    assert.deepEqual(await readers(), [])
    assert.deepEqual((await mails()).filter(({ text }) => text.includes(token)), [], 'no letter that waits keeps the address')
    const again = await submit(stopPage, visit([], { params: { token } }))
    const guessed = await submit(stopPage, visit([], { params: { token: 'A'.repeat(43) } }))
    assert.ok(again.kind === 'not-found')
    assert.deepEqual(guessed, again, 'a guess learns no more than somebody who has stopped already')
    await raise('four', 'Close a school')
    assert.equal(await send(), 0)
  })

  test('the store keeps no secret that could stop or begin anybody’s news, and each letter’s own goes on working', async () => {
    await ask('ivy@example.test', ['body:board'], 'ivy', '198.51.100.9')
    await confirm('ivy@example.test')
    now = new Date('2023-07-26T11:00:00Z')
    await raise('five', 'Mend the roof')
    assert.equal(await send(), 1)
    const first = secretIn((await lastMail('ivy@example.test'))?.text, 'stop')
    now = new Date('2023-07-26T12:00:00Z')
    await raise('six', 'Mend the floor')
    assert.equal(await send(), 1)
    const second = secretIn((await lastMail('ivy@example.test'))?.text, 'stop')
    assert.notEqual(first, second)
    const rows = await write((tx) => sql<{ row: string }>`select row_to_json(reader)::text as row from work.alert_readers as reader union all select row_to_json(stop)::text from work.alert_stops as stop`.execute(tx.tables()))
    assert.doesNotMatch(rows.rows.map(({ row }) => row).join('\n'), new RegExp(`${first}|${second}`))
    assert.deepEqual(await submit(stopPage, visit([], { params: { token: first } })), { kind: 'moved', to: '/alerts?done=stopped' })
    assert.equal((await stopPage.show(visit([], { params: { token: second } }), app())).kind, 'not-found')
  })

  test('nobody can fill a stranger’s mailbox, and one network does not keep the others out', async () => {
    const victim = ['v.ictim@gmail.com', 'victim+1@gmail.com', 'VICTIM@gmail.com', 'victim+2@gmail.com']
    const answers = []
    for (const email of victim) answers.push((await ask(email, ['body:board'])).kind)
    assert.deepEqual(answers, ['moved', 'moved', 'moved', 'page'])
    for (let count = 4; count <= 20; count += 1) assert.equal((await ask(`n${count}@example.test`, ['body:board'])).kind, 'moved')
    const full = await ask('late@example.test', ['body:board'])
    assert.ok(full.kind === 'page' && full.status === 409)
    assert.match(markup(full), /value="late@example\.test"/)
    assert.equal((await ask('other@example.test', ['body:board'], 'other', '198.51.100.7')).kind, 'moved')
  })

  test('who does not confirm is forgotten after seven days, and the network after one', async () => {
    now = new Date('2023-07-28T09:00:00Z')
    assert.deepEqual(await forgetReaders(operator(day()), app()), { ok: true, value: { forgotten: 0 } })
    assert.ok((await readers()).every(({ network }) => network === null))
    now = new Date('2023-08-02T12:00:00Z')
    const done = await forgetReaders(operator(day()), app())
    assert.ok(done.ok && done.value.forgotten === 21)
    assert.deepEqual([await readers(), await forgetReaders(operator(day()), app())], [[], { ok: true, value: { forgotten: 0 } }])
    assert.deepEqual((await mails()).filter(({ to }) => to.startsWith('n')), [])
  })

  test('each topic has a feed that needs no address; one that nobody knows has none', async () => {
    const feed = (kind: string, key: string) => store().database.readPublished((read) => topicFeed({ path: '', params: { kind, key }, query: new URLSearchParams(), today, origin: 'https://council.example', read, file: () => Promise.resolve(undefined) } satisfies PublicRequest))
    const board = await feed('body', 'board.atom')
    assert.ok(board.kind === 'file')
    assert.match(String(board.body), /Build many more places[^]*https:\/\/council\.example\/recommendations\/2|https:\/\/council\.example\/recommendations\/2[^]*Build many more places/)
    assert.doesNotMatch(String(board.body), /Sell the hall/)
    for (const [kind, key] of [['subject', 'school-places.atom'], ['recommendation', '2.atom'], ['decision', 'all.atom'], ['call-in', 'all.atom'], ['response', 'cabinet.atom']] as const) assert.equal((await feed(kind, key)).kind, 'file', kind)
    for (const [kind, key] of [['body', 'nobody.atom'], ['body', 'board'], ['recommendation', '999.atom'], ['recommendation', '1e9.atom'], ['person', 'ada.atom']] as const) assert.equal((await feed(kind, key)).kind, 'not-found', `${kind}/${key}`)
  })

  test('a thousand pieces of news that came at once are told once each, round by round, though the process is killed before and after a round is kept', async () => {
    const [rounds, many] = [['2023-07-27T09:00:00Z', '2023-07-27T10:00:00Z', '2023-07-27T11:00:00Z', '2023-07-27T12:00:00Z', '2023-07-27T13:00:00Z'], 1000]
    now = new Date('2023-07-27T07:00:00Z')
    await ask('una@example.test', ['decision:all'], 'una', '198.51.100.10')
    await confirm('una@example.test')
    const at = new Date('2023-07-27T08:00:00Z')
    await write((tx) => sql`insert into published.plan_editions (reference, edition, record, what, published_at)
      select 'entry-' || n, 1, jsonb_build_object('matter', 'Matter ' || n), 'A new entry.', ${at}::timestamptz + interval '1 microsecond' * (n % 7) from generate_series(1, ${many}::integer) as n`.execute(tx.tables()))
    const killed = { ...operator(day()), database: { ...store().database, write: (actor: string, work: Parameters<ReturnType<typeof store>['database']['write']>[1]) => store().database.write(actor, async (tx) => { await work(tx); throw new Error('killed before it was kept') }) } }
    const counts: number[] = []
    for (const [index, round] of rounds.entries()) {
      now = new Date(round)
      if (index === 1) await assert.rejects(sendNews(killed, app()), /killed/)
      counts.push(await send(), await send())
    }
    assert.deepEqual(counts, [1, 0, 1, 0, 0, 0, 0, 0, 0, 0])
    const told = (await mails()).filter(({ to }) => to === 'una@example.test').flatMap(({ text }) => [...text.matchAll(/^http:\/\/localhost\/forward-plan\/(entry-\d+)$/gm)].map(([, entry]) => entry))
    assert.deepEqual([told.length, new Set(told).size], [many, many])
  })

  test('seven hundred meetings that are published between two rounds are all told, and one that was asked for with less than a week is told as due at once', async () => {
    now = new Date('2023-07-27T14:00:00Z')
    await ask('una@example.test', ['body:board', 'response:all'], 'una again', '198.51.100.10')
    await confirm('una@example.test')
    now = new Date('2023-07-27T15:00:00Z')
    await write((tx) => sql`insert into published.meetings (body, meeting_date, version, status, is_public, has_agenda, note, meeting, published_at)
      select now.body, date '2024-01-01' + n, 1, now.status, now.is_public, true, 'The agenda is published.', now.meeting || jsonb_build_object('date', (date '2024-01-01' + n)::text), ${now}
      from published.current_meetings as now cross join generate_series(1, 700) as n where now.body = 'board' and now.meeting_date = '2023-07-19'`.execute(tx.tables()))
    await raise('soon', 'Answer before August')
    now = new Date('2023-07-27T16:00:00Z')
    assert.equal(await send(), 1)
    now = new Date('2023-07-27T17:00:00Z')
    assert.equal(await send(), 1)
    const text = (await mails()).filter(({ to }) => to === 'una@example.test').map((mail) => mail.text).join('\n')
    assert.equal([...text.matchAll(/localhost\/bodies\/board\/202[45]-\d\d-\d\d$/gm)].length, 700)
    assert.match(text, /Due Tuesday 1 August 2023: Recommendation \d+\nCabinet: Answer before August/)
  })

  test('of a body that has ended it is said when, apart from the others; whoever follows it hears what others still do with what it asked for', async () => {
    const ended = 'slug: old-panel\nname: The old panel\nkind: scrutiny-panel\npurpose: Asked.\nmeets-in-public: true\nfrom: 2015-05-01\nto: 2022-03-31\n'
    const loaded = await bodiesImporter.load([filesInMemory({ 'old.yaml': ended })], app(), () => undefined)
    assert.ok(loaded.ok, JSON.stringify(loaded))
    const page = markup(await alertsPage.show(visit(), app()))
    assert.match(page, /Bodies that have ended[^]*The old panel \(ended on 31 March 2022\)/)
    now = new Date('2023-07-27T18:00:00Z')
    assert.equal((await ask('otto@example.test', ['body:old-panel'], 'otto', '198.51.100.12')).kind, 'moved')
    await confirm('otto@example.test')
    now = new Date('2023-07-27T19:00:00Z')
    await write((tx) => raiseActions(tx, { body: 'old-panel', on: today, isPublic: true }, [{ origin: { kind: 'recommendation', id: 'old' }, words: 'Keep the archive', of: { name: 'Cabinet', body: 'cabinet' }, kind: 'recommendation' }], now))
    await send()
    assert.match((await lastMail('otto@example.test'))?.text ?? '', /Keep the archive/)
  })

  test('whoever follows a matter hears when a work programme or the forward plan changes about it, though it was on no agenda yet', async () => {
    now = new Date('2023-07-27T20:00:00Z')
    const entry = { kind: 'possible', slug: 'bus-fares', issue: 'Bus fares', subject: 'bus-fares', when: 'to-be-confirmed' }
    await write(async (tx) => {
      await sql`insert into published.current_programmes (body, year, from_day, to_day, record, published_at) values ('board', '2023-24', '2023-04-01', '2024-03-31', ${JSON.stringify({ entries: [entry] })}::jsonb, ${now})`.execute(tx.tables())
    })
    const wished = await ask('pia@example.test', ['subject:bus-fares', 'subject:unheard-of'], 'pia', '198.51.100.13')
    assert.equal(wished.kind, 'moved', markup(wished).slice(0, 600))
    assert.doesNotMatch((await lastMail('pia@example.test'))?.text ?? '', /unheard of/)
    await confirm('pia@example.test')
    now = new Date('2023-07-27T21:00:00Z')
    await write(async (tx) => {
      await sql`insert into published.programme_changes (body, year, number, entry, what, why, by_role, changed_at, record) values ('board', '2023-24', 1, 'bus-fares', 'Moved to November 2023', 'The figures come later', 'officer', ${now}, ${JSON.stringify(entry)}::jsonb)`.execute(tx.tables())
      await sql`insert into published.plan_editions (reference, edition, record, what, published_at) values ('bus-contract', 1, '{"matter": "The bus contract", "subjects": ["bus-fares"]}'::jsonb, 'A new entry.', ${now})`.execute(tx.tables())
    })
    assert.ok((await send()) >= 1)
    const text = (await lastMail('pia@example.test'))?.text ?? ''
    assert.match(text, /Work programme: Bus fares\nMoved to November 2023\. Reason: The figures come later/)
    assert.match(text, /Forward plan: The bus contract\nA new entry\./)
    const feed = await store().database.readPublished((read) => topicFeed({ path: '', params: { kind: 'subject', key: 'bus-fares.atom' }, query: new URLSearchParams(), today, origin: 'https://council.example', read, file: () => Promise.resolve(undefined) } satisfies PublicRequest))
    assert.ok(feed.kind === 'file')
    assert.match(String(feed.body), /The bus contract[^]*Bus fares|Bus fares[^]*The bus contract/)
  })

  test('a letter says what was reported and not only that something was, and one press in a mail program ends the news without a form', async () => {
    now = new Date('2023-07-28T09:00:00Z')
    await ask('rita@example.test', ['body:cabinet'], 'rita', '198.51.100.14')
    await confirm('rita@example.test')
    now = new Date('2023-07-28T10:00:00Z')
    await raise('roofs', 'Mend the roofs')
    const { number } = await store().database.readPublished((read) => sql<{ number: number }>`select number from published.current_actions where record ->> 'words' = 'Mend the roofs'`.execute(read.tables() as never).then(({ rows }) => rows[0] ?? assert.fail()))
    await write((tx) => sql`update published.current_actions set record = record || '{"state": "done", "chain": [{"what": "done", "on": "2023-07-28", "receivedOn": "2023-07-28", "evidence": "Forty roofs are mended"}]}'::jsonb where number = ${number}`.execute(tx.tables()))
    await write((tx) => sql`insert into published.plan_editions (reference, edition, record, what, published_at) values ('roof-contract', 1, '{"matter": "The roof contract", "decisionMaker": {"kind": "body", "body": "cabinet"}}'::jsonb, 'Decided.', ${now})`.execute(tx.tables()))
    now = new Date('2023-07-28T11:00:00Z')
    assert.ok((await send()) >= 1)
    const letter = (await lastMail('rita@example.test'))?.text ?? ''
    assert.match(letter, /Reported as done\. Forty roofs are mended\. Asked of Cabinet\./)
    assert.match(letter, /The roof contract\nDecided\./, 'what the Cabinet decides is news of the Cabinet')
    const { stop_address: stop } = await store().database.read('operator:test', (reader) => reader.tables<MailTables>().selectFrom('platform.outbox as mail').select('mail.stop_address').where('mail.recipient', '=', 'rita@example.test').where('mail.stop_address', 'is not', null).executeTakeFirstOrThrow())
    assert.equal(stop, `http://localhost/alerts/stop/${secretIn(letter, 'stop')}`)
    const pressed = { params: { token: secretIn(letter, 'stop') } }
    for (const time of ['once', 'and again']) assert.equal((await stopPage.oneClick?.(visit([['List-Unsubscribe', 'One-Click']], pressed), app()))?.kind, 'file', time)
    assert.ok(!(await readers()).some(({ email }) => email === 'rita@example.test'))
  })

  test('a link to news of what nothing is published of says so, and one to news that there is does not', async () => {
    const open = async (topic: string) => markup(await alertsPage.show(visit([], { query: new URLSearchParams({ topic }) }), app()))
    for (const topic of ['body:nobody', 'rubbish', 'recommendation:99999', 'call-in:some']) assert.match(await open(topic), /Nothing is published here of what this link/, topic)
    for (const topic of ['body:board', 'call-in:all', 'decision:all']) assert.doesNotMatch(await open(topic), /Nothing is published here/, topic)
  })

  test('the author of a feed is the council', async () => {
    const feed = await store().database.readPublished((read) => topicFeed({ path: '', params: { kind: 'body', key: 'board.atom' }, query: new URLSearchParams(), today, origin: 'https://council.example', publisher: 'The County Council', read, file: () => Promise.resolve(undefined) } satisfies PublicRequest))
    assert.match(feed.kind === 'file' ? String(feed.body) : '', /<author>\s*<name>The County Council<\/name>/)
  })
})
