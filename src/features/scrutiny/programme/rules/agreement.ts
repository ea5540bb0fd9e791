import { formatDate } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import type { AgendaInCalendar } from '#features/meetings'
import type { Agreement, WorkProgramme } from '../model/work-programme.ts'
import { metStatuses } from './meeting-of-act.ts'

export const agreementStates = ['agreed', 'to-be-agreed', 'not-shown', 'not-agreed', 'not-stated'] as const
export type AgreementState = (typeof agreementStates)[number]

/** The meetings of acts on programmes, as the record has them; none of a day on which it has no meeting of that body. */
export type MeetingOfAct = (act: Agreement) => AgendaInCalendar | undefined

/** An act is done once the record carries it: a meeting that was held, with its item, and not in minutes that say it was not taken. A day that has passed shows nothing. */
function stateOfAct({ on, item }: Agreement, meeting: AgendaInCalendar | undefined, today: LocalDate): 'done' | 'coming' | 'not-shown' {
  if (meeting !== undefined && metStatuses.includes(meeting.status)) return isCarried(item, meeting) ? 'done' : 'not-shown'
  return on >= today && meeting?.status !== 'cancelled' ? 'coming' : 'not-shown'
}

function isCarried(item: number | undefined, { items, notTaken }: AgendaInCalendar): boolean {
  if (items.length === 0) return true
  return items.some((number) => (item ?? number) === number && !notTaken.includes(number))
}

const stateOf = { done: 'agreed', coming: 'to-be-agreed', 'not-shown': 'not-shown' } as const

/** Whether the record shows by this day that the parent body has agreed the programme as a whole. Of a year that is over and says nothing of it, it is not stated. */
export function agreementState({ agreed, to }: Pick<WorkProgramme, 'agreed' | 'to'>, meetingOf: MeetingOfAct, today: LocalDate): AgreementState {
  if (agreed === undefined) return to < today ? 'not-stated' : 'not-agreed'
  return stateOf[stateOfAct(agreed, meetingOf(agreed), today)]
}

/** What an act is called once it is done, while it is to come, and where its day passed without a record of it. */
interface ActWords {
  readonly done: string
  readonly coming: string
  readonly lapsed: string
}

/** "Agreed by the Council on 18 May 2023, item 7"; of what the record does not carry it says so. */
export function actInWords(act: Agreement, names: ReadonlyMap<string, string>, meetingOf: MeetingOfAct, today: LocalDate, words: ActWords): string {
  const where = `by the ${names.get(act.body) ?? act.body} on ${formatDate(act.on)}${act.item === undefined ? '' : `, item ${act.item}`}`
  const meeting = meetingOf(act)
  switch (stateOfAct(act, meeting, today)) {
    case 'done':
      return `${words.done} ${where}`
    case 'coming':
      return `${words.coming} ${where}`
    case 'not-shown':
      return meeting === undefined ? `${words.done}, as the programme states, ${where}; no meeting of that day is kept here` : `${words.lapsed} ${where}; the record does not show that it was`
  }
}
