import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { accessMigrations } from '#access/migrations.ts'
import { date } from '#core/dates.ts'
import { eachDatabase } from '#platform/database/testing.ts'
import type { PublicRequest } from '#platform/http/answers.ts'
import { publicationRevision } from '#platform/http/publication.ts'
import { mailOutbox } from '#platform/mail/outbox-migration.ts'
import { bodiesMigrations } from '#features/bodies'
import { interestsRooms } from '#features/interests'
import { meetingsMigrations } from '#features/meetings'
import { minutesRooms } from '#features/minutes'
import { rulesMigrations } from '#features/rules'
import { entryOf } from '../dashboards/testing.ts'
import { publishedReleasesMigration } from '../releases/migration.ts'
import { publishEntries } from '../releases/testing.ts'
import { becameInMinute, becameInMinutes } from './became-section.ts'
import { figureAddress } from './figure-address.ts'

const rooms = [...interestsRooms, ...minutesRooms].flatMap((room) => room.migrations ?? [])

eachDatabase([publicationRevision, mailOutbox, ...accessMigrations, ...rulesMigrations, ...bodiesMigrations, ...meetingsMigrations, ...rooms, publishedReleasesMigration], (store) => {
  test('the page of an item says what became of the figures in its minute, and nothing of those of other minutes; the page of the minutes says it of all', async () => {
    const address = figureAddress({ measure: 'late', period: '2019-20-q4', breakdown: '', release: { body: 'panel', period: '2019-20-q4', version: 1 } })
    const minute = { number: 12, item: 3, title: 'Plans', said: [], resolutions: [], blocks: [{ kind: 'paragraph', content: [{ kind: 'link', address, content: [{ kind: 'text', text: '5.2%' }] }] }] }
    const record = { body: 'panel', bodyName: 'Panel', date: '2020-07-17', state: 'confirmed', said: [], minutes: [minute] }
    await store().database.write('operator:test', async (tx) => {
      await sql`insert into published.minutes (body, meeting_date, version, state, note, minutes, pdf, pdf_bytes, pdf_pages, published_at)
        values ('panel', '2020-07-17', 1, 'confirmed', '', ${JSON.stringify(record)}::jsonb, ${'a'.repeat(64)}, 1, 1, now())`.execute(tx.tables())
    })
    await publishEntries(store(), [entryOf({ measure: 'late', values: [5.4] })])
    const asked = (answer: (request: PublicRequest) => Promise<unknown>) =>
      store().database.readPublished(async (read) => String(await answer({ path: '/', params: {}, query: new URLSearchParams(), today: date('2020-07-20'), origin: 'http://localhost', read, file: () => Promise.resolve(undefined) })))
    const became = (item: number) => asked((request) => becameInMinute(request, { body: 'panel', date: date('2020-07-17') } as never, { number: item } as never, []))
    const wordsOf = (page: string) => page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
    assert.match(wordsOf(await became(3)), /Figures in the minute, and what became of them Late, January .* : published as 5\.2%; revised since to 5\.4%/)
    assert.equal(await became(4), 'undefined')
    assert.match(wordsOf(await asked((request) => becameInMinutes(request, record as never))), /Figures in these minutes, and what became of them Late, .* : published as 5\.2%; revised since to 5\.4%/)
  })
})
