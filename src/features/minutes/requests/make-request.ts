import { randomUUID } from 'node:crypto'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import type { PersonId } from '#access/actor.ts'
import { peopleWith } from '#access/people.ts'
import type { LocalDate } from '#core/dates.ts'
import { publishedBodies, seatsOf } from '#features/bodies'
import { instantOf, type MeetingsApp } from '#features/meetings'
import { localSettings } from '#features/rules'
import type { Reader } from '#platform/database/database.ts'
import { queueMails } from '#platform/mail/queue-mail.ts'
import { scrutinyKinds } from '../scrutiny-kinds.ts'
import { inTurn, mostADay, mostLettersADay, tooManyToday } from '../sent-by-member.ts'
import { uuidOf } from '../taking/record/resolution-id.ts'
import { readRequest, type TypedRequest } from './asking-form.ts'
import type { RequestNumber } from './document-request.ts'
import { insertRequest } from './keep-request.ts'
import { askedLetter } from './letters.ts'
import { requestKept, requestsSent } from './read-requests.ts'
import { requestClock } from './request-clock.ts'

type App = Pick<MeetingsApp, 'now' | 'origin'>

/** The scrutiny bodies of which somebody is a member on that day, by name: regulation 17 speaks of members of overview and scrutiny committees. */
export async function bodiesToAskFor(reader: Reader, person: PersonId, day: LocalDate): Promise<{ readonly slug: string; readonly name: string }[]> {
  const seats = await seatsOf(reader, person, day)
  const sitsOn = new Set(seats.flatMap(({ body, capacity }) => (capacity === 'observer' || capacity === 'invited' ? [] : [body])))
  return (await publishedBodies(reader)).filter(({ slug, kind }) => sitsOn.has(slug) && scrutinyKinds.has(kind)).map(({ slug, name }) => ({ slug, name }))
}

/**
 * Asks for a document. The clock begins today; the officers are told by e-mail, and the public list shows that it was asked, by whom and until when it is due. The
 * same form sent twice, known by its `sending`, is one request. Refused beyond twenty in a day.
 */
export function makeRequest(context: Context, app: App, typed: TypedRequest, sending = ''): Promise<Outcome<RequestNumber>> {
  return act(context, { verb: 'requests.make', subject: { kind: 'document-request', id: 'new' } }, async (tx) => {
    const { actor, today } = context
    if (actor.kind !== 'person') return refuse('not-allowed', 'Only a member who is signed in can ask for a document.')
    const bodies = await bodiesToAskFor(tx.reader, actor.person, today)
    const read = readRequest(typed, new Set(bodies.map(({ slug }) => slug)))
    if (!read.ok) return read
    const clock = requestClock(today, await localSettings(tx.reader))
    if (!clock.ok) return clock
    const bodyName = bodies.find(({ slug }) => slug === read.value.body)?.name ?? read.value.body
    const mark = uuidOf(JSON.stringify([actor.person, sending || randomUUID(), read.value]))
    await inTurn(tx, actor.person)
    const sent = await requestsSent(tx.reader, actor.person, mark, app.now())
    const before = sent.find((one) => one.sending === mark)
    if (before !== undefined) return ok(before.number)
    if (sent.length >= mostADay) return tooManyToday('requests')
    const asked = { asker: actor.person, askedBy: actor.name, askedOn: today, askedAt: app.now(), sending: mark }
    const number = await insertRequest(tx, { ...read.value, ...asked, bodyName, due: clock.value.due, at: instantOf(today, app.now()) })
    const letters = mostLettersADay - sent.length
    if (letters <= 0) return ok(number)
    const request = await requestKept(tx.reader, number)
    const officers = await peopleWith(tx.reader, today, ['officer'])
    const told = await queueMails(tx, request === undefined ? [] : officers.map(({ email }) => askedLetter(email, request, app.origin, letters === 1)))
    return told.ok ? ok(number) : told
  })
}
