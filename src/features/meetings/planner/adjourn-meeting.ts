import { formatDay } from '#core/date-words.ts'
import { given } from '#core/given.ts'
import { ok, type Outcome } from '#core/outcome.ts'
import type { Context } from '#access/act.ts'
import { actorKey } from '#access/actor.ts'
import type { Transaction } from '#platform/database/database.ts'
import { retimeAgenda } from '../agenda/retime-agenda.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { publishVersion } from '../publication/publish-version.ts'
import { itemsOfVersion } from '../publication/version-records.ts'
import { isOpenMeeting } from '../record/withheld.ts'
import { meetingAddress } from '../record/meeting.ts'
import { whenInWords } from '../record/meeting-words.ts'
import { instantOf } from '../speaking/moment.ts'
import { insertMeeting, touchMeeting } from '../work/keep-meeting.ts'
import type { ItemInWork, MeetingFacts } from '../work/meeting-in-work.ts'
import { announce, republish } from './announce.ts'
import { copyItems } from './copy-items.ts'
import { itemsGoingOn } from './going-on.ts'
import type { MeetingAtHand, MeetingSeen } from './meeting-at-hand.ts'
import { movedAgenda, type AgendaAnew } from './moved-agenda.ts'
import { dayTaken, readAdjournment, type Adjournment } from './read-adjournment.ts'
import { standOver } from './stand-over.ts'
import { turnMeeting } from './turn-meeting.ts'

/**
 * Adjourns a meeting to another day. A new meeting of that day takes up the items that go on, published as they stand with their papers in a pack of that day;
 * where the body meets on that day already, they stand over to that meeting, whose agenda has them as carried over. Each day names the other in public.
 */
export async function adjournMeeting(context: Context, app: MeetingsApp, seen: MeetingSeen, found: MeetingAtHand, adjournment: Adjournment): Promise<Outcome<{ told: number }>> {
  const agenda = adjournment.onto === undefined ? await resumedAgenda(context, app, found, adjournment) : ok(undefined)
  if (!agenda.ok) return agenda
  const { date, time = '', reason, items } = adjournment
  return turnMeeting(context, app, seen, {
    turn: `adjourned to ${date}`,
    may: async (now, tx) => {
      const checked = await readAdjournment(tx.reader, now, { date, time, reason, items }, context.today)
      if (!checked.ok) return checked
      return checked.value.onto?.meeting === adjournment.onto?.meeting ? ok(undefined) : dayTaken(date)
    },
    facts: (facts) => ({ ...facts, status: 'adjourned', resumesOn: date }),
    follow: async (now, _facts, tx) => {
      const at = instantOf(context.today, app.now())
      await publishAdjourned(tx, now, adjournment, at)
      const by = context.actor.kind === 'public' ? '' : context.actor.name
      return adjournment.onto === undefined
        ? resume(tx, now, adjournment, { agenda: agenda.value, at, by, now: app.now() })
        : standOver(tx, now.meeting.id, itemsGoingOn(now.meeting.items, items), { from: now.meeting.facts.date, to: adjournment.onto.meeting, isIssued: adjournment.onto.isIssued, by, at: app.now() })
    },
    mail: ({ body }, facts) => ({
      subject: `Adjourned: ${body.name}, ${formatDay(facts.date)}`,
      lines: [
        `The meeting of the ${body.name} on ${whenInWords(facts)} was adjourned.`,
        `${adjournment.onto === undefined ? 'It resumes' : 'What it did not finish stands over to the meeting'} on ${whenInWords(adjournment)}.`,
        '',
        `Reason: ${reason}`,
        '',
        `${app.origin}${meetingAddress({ body: body.slug, date })}`,
      ],
    }),
  })
}

/** What is published of the items that go on, for the new day: exactly that, whatever staff have written since. Undefined where no agenda is published. */
async function resumedAgenda(context: Context, app: MeetingsApp, found: MeetingAtHand, adjournment: Adjournment): Promise<Outcome<AgendaAnew | undefined>> {
  const { standing, meeting } = found
  if (standing === undefined) return ok(undefined)
  const { body, date } = standing.meeting
  const recorded = await context.database.read(actorKey(context.actor), (reader) => itemsOfVersion(reader, { body, date, version: standing.version }))
  const chosen = meeting.items.filter(({ id }) => adjournment.items.includes(id))
  const numbers = new Map(standing.meeting.items.flatMap(({ number }): [number, number][] => {
    const there = chosen.findIndex((item) => (recorded.size === 0 ? item.number === number : item.id === recorded.get(number)))
    return there < 0 ? [] : [[number, there + 1]]
  }))
  if (numbers.size === 0) return ok(undefined)
  return movedAgenda(context, app, found, (facts) => resumedFacts(facts, adjournment, 'agenda-published'), { numbers, kept: itemsGoingOn(meeting.items, adjournment.items) })
}

interface Resuming {
  readonly agenda: AgendaAnew | undefined
  readonly at: Date
  readonly by: string
  readonly now: Date
}

/** Makes the meeting of the new day. It is in step with what is published where its first day was. */
async function resume(tx: Transaction, { meeting, body }: MeetingAtHand, adjournment: Adjournment, { agenda, at, by, now }: Resuming): Promise<Outcome<void>> {
  const facts = resumedFacts(meeting.facts, adjournment, agenda === undefined ? 'planned' : 'agenda-published')
  const resumed = await insertMeeting(tx, facts, now)
  if (!resumed.ok) return dayTaken(adjournment.date)
  const items: readonly ItemInWork[] = itemsGoingOn(meeting.items, adjournment.items)
  await copyItems(tx, meeting.id, items, { meeting: resumed.value, after: 0, by, at: now })
  await retimeAgenda(tx, resumed.value)
  if (agenda === undefined) {
    await announce(tx, facts, body, at, `Announced in the calendar: resumes the meeting of ${formatDay(meeting.facts.date)}.`)
    return ok(undefined)
  }
  if (meeting.fingerprint === undefined || meeting.editedAt !== undefined) await touchMeeting(tx, resumed.value, now)
  await publishVersion(tx, { ...agenda, version: 1, note: `Resumes the meeting of ${formatDay(meeting.facts.date)}, with what was published of the items that go on.` }, at)
  return ok(undefined)
}

async function publishAdjourned(tx: Transaction, { standing, meeting }: MeetingAtHand, adjournment: Adjournment, at: Date): Promise<void> {
  if (standing === undefined) return
  const { date, reason, onto } = adjournment
  const why = isOpenMeeting(meeting.facts) ? ` ${reason}` : ''
  const to = onto === undefined ? `The meeting was adjourned to ${whenInWords(adjournment)}.` : `The meeting was adjourned; what it did not finish stands over to the meeting of ${formatDay(date)}.`
  await republish(tx, standing, { status: 'adjourned', resumesOn: date }, `${to}${why}`, at)
}

type OfFirstDay = Pick<MeetingFacts, 'date' | 'time' | 'status' | 'lateReason' | 'movedTo' | 'movedFrom' | 'resumesOn' | 'resumedFrom' | 'source'>

/** What the new day takes over: place, contact and kind, not what belonged to the first day alone. Its agenda was issued with that of the first day. */
function resumedFacts<Facts extends OfFirstDay>(facts: Facts, { date, time }: Pick<Adjournment, 'date' | 'time'>, status: 'planned' | 'agenda-published'): Facts {
  const { issued, issuedSource, correction: _correction, corrects: _corrects, lateReason: _late, movedTo: _to, movedFrom: _from, resumesOn: _on, source: _record, ...rest } = facts as Facts & Partial<Record<'issued' | 'issuedSource' | 'correction' | 'corrects', unknown>>
  const agenda = status === 'planned' ? {} : { ...given('issued', issued), ...given('issuedSource', issuedSource) }
  return { ...(rest as unknown as Facts), ...agenda, date, ...given('time', time), status, resumedFrom: facts.date }
}
