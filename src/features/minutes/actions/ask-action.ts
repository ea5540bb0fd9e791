import { z } from 'zod'
import type { LocalDate } from '#core/dates.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { parseTypedDay } from '#core/typed-day.ts'
import { act, type Context } from '#access/act.ts'
import type { Reader } from '#platform/database/database.ts'
import { cleanText } from '#platform/documents/clean-text.ts'
import { words } from '#platform/files/fields.ts'
import { publishedBodies } from '#features/bodies'
import { instantOf, isOpenMeeting, isWithheldItem, meetingIdOn, meetingInWork, type MeetingsApp } from '#features/meetings'
import { notAPersonsName } from '../not-a-persons-name.ts'
import { actionKinds, type Asked } from './action.ts'
import { outsideLifetime } from './lifetime.ts'
import { actionsFrom } from './read-actions.ts'
import { raiseActions } from './raise-actions.ts'

/** What a body asked, as an officer typed it. */
export interface TypedAsking {
  readonly kind: string
  readonly body: string
  readonly on: string
  /** The number of the item at that meeting; empty where there is none. */
  readonly item: string
  readonly words: string
  /** A body's address word, or empty. */
  readonly ofBody: string
  /** A role or an organisation, where it is no body. */
  readonly ofName: string
  readonly due: string
}

/** Records what a body asked that no minutes have raised, e.g. of a meeting before the record began. The same form sent twice is one action; answers its reference. */
export function askAction(context: Context, app: Pick<MeetingsApp, 'now'>, typed: TypedAsking, sending: string): Promise<Outcome<number>> {
  return act(context, { verb: 'actions.keep', subject: { kind: 'action', id: 'new' }, detail: { step: 'asked' } }, async (tx) => {
    const read = await readAsking(tx.reader, typed, context.today)
    if (!read.ok) return read
    const origin = { kind: 'recommendation' as const, id: `form/${sending.slice(0, 100)}` }
    const { asking, asked } = read.value
    await raiseActions(tx, asking, [{ ...asked, origin }], instantOf(context.today, app.now()))
    const [found] = await actionsFrom(tx.reader, [origin])
    if (found === undefined) throw new Error('What was asked is not there')
    return ok(found.number)
  })
}

async function readAsking(reader: Reader, typed: TypedAsking, today: LocalDate) {
  const faults: Fault[] = []
  const bodies = new Map((await publishedBodies(reader)).map((body) => [body.slug, body]))
  const names = new Map([...bodies.values()].map(({ slug, name }) => [slug, name]))
  const kind = z.enum(actionKinds, 'Choose whether it is a recommendation or an action').safeParse(typed.kind)
  if (!kind.success) faults.push({ field: 'kind', message: kind.error.issues[0]?.message ?? '' })
  const said = words('what was asked').safeParse(cleanText(typed.words))
  if (!said.success) faults.push({ field: 'words', message: said.error.issues[0]?.message ?? '' })
  if (!names.has(typed.body)) faults.push({ field: 'body', message: 'Choose the body that asked' })
  const on = parseTypedDay(typed.on)
  if (on === undefined || on > today) faults.push({ field: 'on', found: typed.on, message: on === undefined ? 'Give the day on which it was asked, as 2023-07-03 or 3 July 2023' : 'Give a day that is not to come' })
  const of = whoseToAnswer(typed, names)
  if (of === undefined) faults.push({ field: 'of-name', message: 'Say who must answer: choose a body, or give a role or an organisation' })
  const person = of === undefined || of.body !== undefined ? undefined : await notAPersonsName(reader, of.name)
  if (person !== undefined) faults.push({ field: 'of-name', found: typed.ofName.slice(0, 200), message: person })
  for (const [field, slug] of [['body', typed.body], ['of-body', typed.ofBody]] as const) {
    const body = bodies.get(slug)
    const gone = body === undefined || on === undefined ? undefined : outsideLifetime(body, on)
    if (gone !== undefined) faults.push({ field, found: slug, message: `${gone}. Choose the body that there was on that day` })
  }
  const due = typed.due === '' ? undefined : parseTypedDay(typed.due)
  if (typed.due !== '' && due === undefined) faults.push({ field: 'due', found: typed.due, message: 'Give the day as 2023-09-20 or 20 September 2023' })
  if (on !== undefined && due !== undefined && due < on) faults.push({ field: 'due', found: typed.due, message: 'Give a day after it was asked' })
  if (!kind.success || !said.success || on === undefined || of === undefined || faults.length > 0) return refuse('invalid', '', faults)
  const at = await whereAsked(reader, typed, on)
  if (!at.ok) return at
  return ok({ asking: { body: typed.body, on, ...at.value }, asked: { kind: kind.data, words: said.data, of, ...(due === undefined ? {} : { due }) } })
}

function whoseToAnswer({ ofBody, ofName }: TypedAsking, names: ReadonlyMap<string, string>): Asked | undefined {
  const name = names.get(ofBody)
  if (name !== undefined) return { name, body: ofBody }
  const given = cleanText(ofName).trim().slice(0, 200)
  return ofBody !== '' || given === '' ? undefined : { name: given }
}

/** At which meeting and item; what was asked at a private meeting or of an exempt item is not public. */
async function whereAsked(reader: Reader, { body, item }: TypedAsking, on: LocalDate): Promise<Outcome<{ date?: LocalDate; item?: number; isPublic: boolean }>> {
  const id = await meetingIdOn(reader, body, on)
  const meeting = id && (await meetingInWork(reader, id))
  if (meeting === undefined) return item === '' ? ok({ isPublic: true }) : refuse('invalid', '', [{ field: 'item', found: item, message: 'The record has no meeting of this body on that day, so it has no items. Leave this empty' }])
  const asked = item === '' ? undefined : meeting.items.find(({ number }) => String(number) === item)
  if (item !== '' && asked === undefined) return refuse('invalid', '', [{ field: 'item', found: item, message: `The agenda of that meeting has no item of this number. Give one from 1 to ${meeting.items.length}, or leave this empty` }])
  const isPublic = isOpenMeeting(meeting.facts) && (asked === undefined || !isWithheldItem(asked.facts))
  return ok({ date: on, ...(asked === undefined ? {} : { item: asked.number }), isPublic })
}
