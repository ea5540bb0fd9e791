import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import { given } from '#core/given.ts'
import type { Transaction } from '#platform/database/database.ts'
import type { BodyTemplate } from '../templates/body-template.ts'
import { templateItems } from '../templates/meeting-from-template.ts'
import { insertItem, insertItems, numberItems } from '../work/keep-meeting.ts'
import type { ItemFacts, ItemId, MeetingId } from '../work/meeting-in-work.ts'
import { meetingInWork } from '../work/read-work.ts'
import type { MeetingsTables } from '../tables.ts'
import { templateOf } from '../templates/keep-template.ts'
import { placeOfBusiness } from './standing-items.ts'
import { retimeAgenda } from './retime-agenda.ts'
import type { AgendaTables } from './tables.ts'

/** What puts itself on an agenda. */
export interface ComingItem extends Pick<ItemFacts, 'title' | 'kind' | 'note' | 'presenter' | 'subjects' | 'minutes'> {
  /** What it comes from: an agenda takes each origin once. */
  readonly origin: string
}

/** Where it stands now. */
export interface Placed {
  readonly meeting: MeetingId
  readonly date: LocalDate
  /** False where it stood there already. */
  readonly isNew: boolean
}

/**
 * Puts an item on the agenda of the body's first meeting after that day whose agenda is not published yet, within the deed of a later feature; an agenda
 * that is still empty begins with its body's standing items. An agenda that has an item of the same origin keeps the one that it has, and what an officer
 * took off it stays off. It is no work of staff on the agenda: the file of the meeting may be loaded again, and what it does not have puts itself there
 * again. Undefined where no such meeting is planned: it is to be tried again.
 */
export async function placeOnNextAgenda(tx: Transaction, where: { readonly body: string; readonly after: LocalDate }, coming: ComingItem): Promise<Placed | undefined> {
  const next = await nextOpenAgenda(tx, where.body, where.after)
  if (next === undefined) return undefined
  const meeting = await meetingInWork(tx.reader, next)
  if (meeting === undefined) return undefined
  const placed = { meeting: next, date: meeting.facts.date }
  if (meeting.items.some((item) => item.facts.origin === coming.origin) || (await wasTakenOff(tx, next, coming.origin))) return { ...placed, isNew: false }
  const template = await templateOf(tx.reader, where.body)
  const order = meeting.items.length === 0 ? await beginAgenda(tx, next, template) : [...meeting.items]
  const facts = factsOf(coming, order)
  const id = await insertItem(tx, next, order.length + 1, facts)
  await numberItems(tx, order.toSpliced(placeOfBusiness(template, order, facts), 0, { id, facts }).map((item) => item.id))
  await retimeAgenda(tx, next)
  return { ...placed, isNew: true }
}

type OnAgenda = { readonly id: ItemId; readonly facts: ItemFacts }

/** A meeting that has no items yet begins with the standing items of its body, so that nothing is met about without apologies and declarations. */
export async function beginAgenda(tx: Transaction, meeting: MeetingId, template: BodyTemplate): Promise<OnAgenda[]> {
  const items = templateItems(template).map((facts) => ({ id: randomUUID() as ItemId, facts }))
  if (items.length > 0) await insertItems(tx, meeting, 1, items)
  return items
}

/** How long business takes of which nobody said so. */
const usualMinutes = 10

/** The item as it stands; where the agenda is timed it has minutes, so that the times after it add up. */
function factsOf({ title, kind, note, presenter, subjects, minutes, origin }: ComingItem, agenda: readonly OnAgenda[]): ItemFacts {
  const isTimed = agenda.some(({ facts }) => facts.minutes !== undefined || facts.timing !== undefined)
  const planned = minutes ?? (isTimed ? usualMinutes : undefined)
  return { title, toFollow: false, confidential: false, origin, ...given('kind', kind), ...given('note', note), ...given('presenter', presenter), ...given('subjects', subjects), ...given('minutes', planned) }
}

async function nextOpenAgenda(tx: Transaction, body: string, after: LocalDate): Promise<MeetingId | undefined> {
  const row = await tx
    .tables<MeetingsTables>()
    .selectFrom('work.meetings')
    .select('work.meetings.id')
    .where('work.meetings.body', '=', body)
    .where('work.meetings.meeting_date', '>', after)
    .where(sql<boolean>`facts ->> 'status' = 'planned' and not (facts ->> 'privateDevelopment')::boolean`)
    .orderBy('work.meetings.meeting_date')
    .limit(1)
    // Whoever else puts something there waits, and finds it.
    .forUpdate()
    .executeTakeFirst()
  return row?.id
}

async function wasTakenOff(tx: Transaction, meeting: MeetingId, origin: string): Promise<boolean> {
  const row = await tx
    .tables<AgendaTables>()
    .selectFrom('work.origins_taken_off as off')
    .select('off.origin')
    .where('off.meeting', '=', meeting)
    .where('off.origin', '=', origin)
    .executeTakeFirst()
  return row !== undefined
}
