import { addDays, type LocalDate } from '#core/dates.ts'
import { refuse, ok, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import type { PersonId } from '#access/actor.ts'
import { peopleWith } from '#access/people.ts'
import { seatsOf } from '#features/bodies'
import { isOpenMeeting, isWithheldItem, meetingsInList, publishedMeeting, type MeetingsApp } from '#features/meetings'
import type { Reader } from '#platform/database/database.ts'
import { queueMails } from '#platform/mail/queue-mail.ts'
import { readQuestion, type OpenItem, type TypedQuestion } from './asking-form.ts'
import { insertQuestion } from './keep-question.ts'
import { askedLetter } from './letters.ts'
import type { QuestionId } from './question.ts'
import { questionKept } from './read-questions.ts'

type App = Pick<MeetingsApp, 'origin'>

/** Questions are asked about agendas from so many days back on. */
const daysBack = 60
/** Meetings whose items are offered; the nearest count. */
const mostMeetings = 8

/** What a member may ask about. */
export interface Askable {
  readonly bodies: readonly { readonly slug: string; readonly name: string }[]
  readonly items: readonly (OpenItem & { readonly bodyName: string })[]
}

/**
 * The bodies on which somebody sits, and the open items of their published agendas of late and to come. An item that is withheld takes no question: a question
 * becomes public when it is put, and would tell of it. At most eleven queries.
 */
export async function askableBy(reader: Reader, person: PersonId, today: LocalDate, named?: { readonly body: string; readonly date: LocalDate }): Promise<Askable> {
  const seats = await seatsOf(reader, person, today)
  const bodies = [...new Map(seats.map(({ body, bodyName }) => [body, bodyName]))].map(([slug, name]) => ({ slug, name }))
  const sitsOn = new Set(bodies.map(({ slug }) => slug))
  const agendas = (await meetingsInList(reader, { from: addDays(today, -daysBack), order: 'first-to-last', limit: 200, withAgenda: true })).filter(({ body }) => sitsOn.has(body))
  const nearest = agendas.toSorted((one, other) => distance(one.date, today) - distance(other.date, today)).slice(0, mostMeetings)
  const wanted = named !== undefined && sitsOn.has(named.body) && !nearest.some(({ body, date }) => body === named.body && date === named.date) ? [...nearest, named] : nearest
  const items: (OpenItem & { bodyName: string })[] = []
  for (const { body, date } of wanted.toSorted((one, other) => (one.date < other.date ? -1 : 1))) {
    const meeting = (await publishedMeeting(reader, body, date))?.meeting
    if (meeting === undefined || !isOpenMeeting(meeting)) continue
    items.push(...meeting.items.filter((item) => !isWithheldItem(item) && item.withdrawn === undefined).map(({ number, title }) => ({ body, date, item: number, title, bodyName: meeting.bodyName })))
  }
  return { bodies, items }
}

function distance(date: LocalDate, today: LocalDate): number {
  return Math.abs(Date.parse(date) - Date.parse(today))
}

/** Asks a question. Until an officer takes it as put, only the member and the officers know it; the officers are told by e-mail. */
export function askQuestion(context: Context, app: App, typed: TypedQuestion): Promise<Outcome<QuestionId>> {
  return act(context, { verb: 'questions.ask', subject: { kind: 'question', id: 'new' } }, async (tx) => {
    const { actor, today } = context
    if (actor.kind !== 'person') return refuse('not-allowed', 'Only a member who is signed in can ask a question.')
    const [body = '', day = ''] = typed.item.split('/')
    const { bodies, items } = await askableBy(tx.reader, actor.person, today, { body, date: day as LocalDate })
    const read = readQuestion(typed, items, new Set(bodies.map(({ slug }) => slug)))
    if (!read.ok) return read
    const id = await insertQuestion(tx, { ...read.value, asker: actor.person, askedBy: actor.name, askedOn: today })
    const question = await questionKept(tx.reader, id)
    const officers = await peopleWith(tx.reader, today, ['officer'])
    const told = await queueMails(tx, question === undefined ? [] : officers.map(({ email }) => askedLetter(email, question, app.origin)))
    return told.ok ? ok(id) : told
  })
}
