import { parseDate, type LocalDate } from '#core/dates.ts'
import { given } from '#core/given.ts'
import { dateOf, dateTime, time, type LocalDateTime } from '#core/london-time.ts'
import { meetingDeadlines } from '#features/rules'
import { isOpenMeeting, isWithheldItem } from '../record/withheld.ts'
import type { AgendaItem, PublishedMeeting } from '../record/meeting.ts'

type Deadline = ReturnType<typeof meetingDeadlines>[number]

/** Whether a member of the public may ask to speak at a meeting, and if not, why. */
export type SpeakingAt =
  | {
      readonly state: 'open'
      /** Left out where it cannot be counted: a year whose bank holidays are not known. */
      readonly closes?: Deadline
      /** The closing time is past: the request is taken, and the chair decides. */
      readonly isLate: boolean
      readonly items: readonly AgendaItem[]
    }
  /** One may speak on items of the agenda only, and there is none yet. */
  | { readonly state: 'no-agenda'; readonly agendaBy?: Deadline; readonly closes?: Deadline }
  /** Nothing on the agenda can be spoken on. */
  | { readonly state: 'no-items' }
  | { readonly state: 'cancelled'; readonly movedTo?: LocalDate }
  | { readonly state: 'adjourned'; readonly resumesOn?: LocalDate }
  | { readonly state: 'private' }
  | { readonly state: 'not-taken' }
  | { readonly state: 'over' }

/** What the terms of reference and the state of a meeting allow somebody who wishes to speak at this moment. */
export function speakingAt(meeting: PublishedMeeting, moment: LocalDateTime): SpeakingAt {
  if (meeting.status === 'cancelled') return { state: 'cancelled', ...given('movedTo', meeting.movedTo) }
  if (!isOpenMeeting(meeting)) return { state: 'private' }
  if (meeting.participation === undefined) return { state: 'not-taken' }
  if (meeting.status === 'adjourned') return { state: 'adjourned', ...given('resumesOn', meeting.resumesOn) }
  if (wasHeld(meeting) || hasBegun(meeting, moment)) return { state: 'over' }
  const closes = given('closes', deadline(meeting, 'public-participation', moment))
  if (meeting.items.length === 0) return { state: 'no-agenda', ...given('agendaBy', deadline(meeting, 'agenda-publication', moment)), ...closes }
  const items = meeting.items.filter((item) => maySpeakOn(item))
  return items.length === 0 ? { state: 'no-items' } : { state: 'open', ...closes, isLate: closes.closes !== undefined && moment > closes.closes.due, items }
}

/** The meeting is under way or over, as far as its day and time tell. */
export function hasBegun(meeting: Pick<PublishedMeeting, 'date' | 'time'>, moment: LocalDateTime): boolean {
  const today = dateOf(moment)
  return meeting.date < today || (meeting.date === today && meeting.time !== undefined && dateTime(meeting.date, meeting.time) <= moment)
}

/** The deadline of the written response to somebody who spoke; undefined where the body's terms set none. */
export function responseDeadline(meeting: PublishedMeeting): Deadline | undefined {
  return deadline(meeting, 'public-participation-response', dateTime(meeting.date, time('00:00')))
}

/** The last day for that response. */
export function responseDue(meeting: PublishedMeeting): LocalDate | undefined {
  const due = responseDeadline(meeting)?.due
  return due === undefined ? undefined : parseDate(due.slice(0, 10))
}

function wasHeld({ status }: PublishedMeeting): boolean {
  return status === 'held' || status === 'minutes-draft' || status === 'minutes-confirmed'
}

/** Nobody speaks on the proceedings themselves: who sends apologies, members' interests, public participation, the minutes. */
const proceedings: ReadonlySet<string | undefined> = new Set(['apologies', 'interests', 'public-participation', 'minutes'])

/** Open items that stand: what is withheld or withdrawn cannot be spoken on in public. */
function maySpeakOn(item: AgendaItem): boolean {
  return !isWithheldItem(item) && item.withdrawn === undefined && !proceedings.has(item.standing)
}

function deadline(meeting: PublishedMeeting, rule: Deadline['rule'], moment: LocalDateTime): Deadline | undefined {
  const { date, time, participation } = meeting
  return meetingDeadlines({ date, ...given('time', time), participation }, dateOf(moment)).find((each) => each.rule === rule)
}
