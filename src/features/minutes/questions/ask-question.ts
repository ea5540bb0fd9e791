import { randomUUID } from 'node:crypto'
import type { LocalDate } from '#core/dates.ts'
import { refuse, ok, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import type { PersonId } from '#access/actor.ts'
import { peopleWith } from '#access/people.ts'
import { seatsOf } from '#features/bodies'
import { isOpenMeeting, isWithheldItem, meetingsInList, publishedMeeting, type MeetingsApp, type MeetingStatus } from '#features/meetings'
import type { Reader } from '#platform/database/database.ts'
import { queueMails } from '#platform/mail/queue-mail.ts'
import { inTurn, mostADay, mostLettersADay, tooManyToday } from '../sent-by-member.ts'
import { uuidOf } from '../taking/record/resolution-id.ts'
import { readQuestion, type OpenItem, type TypedQuestion } from './asking-form.ts'
import { insertQuestion } from './keep-question.ts'
import { askedLetter } from './letters.ts'
import type { QuestionId } from './question.ts'
import { questionKept, questionsSent } from './read-questions.ts'

type App = Pick<MeetingsApp, 'now' | 'origin'>

/** The items of these are not dealt with there any more. */
const over: readonly MeetingStatus[] = ['held', 'minutes-draft', 'minutes-confirmed', 'cancelled']

/** Meetings whose items are offered; the nearest count. */
const mostMeetings = 8

/** What a member may ask about. */
export interface Askable {
  readonly bodies: readonly { readonly slug: string; readonly name: string }[]
  readonly items: readonly (OpenItem & { readonly bodyName: string })[]
}

/**
 * The bodies on which somebody sits, and the open items of their published agendas that are still to be dealt with: of a meeting that is over, the record is asked. An item that is
 * withheld takes no question: a question becomes public when it is put, and would tell of it. At most eleven queries.
 */
export async function askableBy(reader: Reader, person: PersonId, today: LocalDate, named?: { readonly body: string; readonly date: LocalDate }): Promise<Askable> {
  const seats = await seatsOf(reader, person, today)
  const bodies = [...new Map(seats.map(({ body, bodyName }) => [body, bodyName]))].map(([slug, name]) => ({ slug, name }))
  const sitsOn = new Set(bodies.map(({ slug }) => slug))
  const agendas = (await meetingsInList(reader, { from: today, order: 'first-to-last', limit: 200, withAgenda: true })).filter(({ body }) => sitsOn.has(body))
  const nearest = agendas.toSorted((one, other) => distance(one.date, today) - distance(other.date, today)).slice(0, mostMeetings)
  const wanted = named !== undefined && sitsOn.has(named.body) && !nearest.some(({ body, date }) => body === named.body && date === named.date) ? [...nearest, named] : nearest
  const items: (OpenItem & { bodyName: string })[] = []
  for (const { body, date } of wanted.toSorted((one, other) => (one.date < other.date ? -1 : 1))) {
    const meeting = (await publishedMeeting(reader, body, date))?.meeting
    if (meeting === undefined || !isOpenMeeting(meeting) || date < today || over.includes(meeting.status)) continue
    items.push(...meeting.items.filter((item) => !isWithheldItem(item) && item.withdrawn === undefined).map(({ number, title }) => ({ body, date, item: number, title, bodyName: meeting.bodyName })))
  }
  return { bodies, items }
}

function distance(date: LocalDate, today: LocalDate): number {
  return Math.abs(Date.parse(date) - Date.parse(today))
}

/**
 * Asks a question. Until an officer takes it as put, only the member and the officers know it; the officers are told by e-mail. The same form sent twice, known by
 * its `sending`, is one question. Refused beyond twenty in a day.
 */
export function askQuestion(context: Context, app: App, typed: TypedQuestion, sending = ''): Promise<Outcome<QuestionId>> {
  return act(context, { verb: 'questions.ask', subject: { kind: 'question', id: 'new' } }, async (tx) => {
    const { actor, today } = context
    if (actor.kind !== 'person') return refuse('not-allowed', 'Only a member who is signed in can ask a question.')
    const [body = '', day = ''] = typed.item.split('/')
    const { bodies, items } = await askableBy(tx.reader, actor.person, today, { body, date: day as LocalDate })
    const read = readQuestion(typed, items, new Set(bodies.map(({ slug }) => slug)))
    if (!read.ok) return read
    const id = uuidOf(JSON.stringify([actor.person, sending || randomUUID(), read.value])) as QuestionId
    await inTurn(tx, actor.person)
    const sent = await questionsSent(tx.reader, actor.person, id, app.now())
    if (sent.includes(id)) return ok(id)
    if (sent.length >= mostADay) return tooManyToday('questions')
    await insertQuestion(tx, { ...read.value, id, asker: actor.person, askedBy: actor.name, askedOn: today, askedAt: app.now() })
    const letters = mostLettersADay - sent.length
    if (letters <= 0) return ok(id)
    const question = await questionKept(tx.reader, id)
    const officers = await peopleWith(tx.reader, today, ['officer'])
    const told = await queueMails(tx, question === undefined ? [] : officers.map(({ email }) => askedLetter(email, question, app.origin, letters === 1)))
    return told.ok ? ok(id) : told
  })
}
