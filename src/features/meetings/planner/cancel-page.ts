import { html } from '#platform/pages/html.ts'
import { isOpenMeeting } from '../record/withheld.ts'
import { whenInWords } from '../record/meeting-words.ts'
import { cancelMeeting } from './cancel-meeting.ts'
import { mayBeCalledOff, readReason } from './meeting-at-hand.ts'
import { reasonField } from './reason-field.ts'
import { turnPage } from './turn-page.ts'

/** `/staff/meetings/:meeting/cancel` */
export const cancelPage = turnPage<string>({
  word: 'cancel',
  done: 'cancelled',
  title: 'Cancel this meeting',
  confirm: 'Cancel the meeting',
  may: (found) => mayBeCalledOff(found),
  fields: (found, typed, refusal) => reasonField(found, typed.text('reason'), refusal),
  names: ['reason'],
  read: (_reader, found, typed) => {
    const may = mayBeCalledOff(found)
    return Promise.resolve(may.ok ? readReason(typed.text('reason')) : may)
  },
  outlook: ({ meeting, body, standing, agendaSince }, reason) => [
    `The ${body.name} will not meet on ${whenInWords(meeting.facts)}.`,
    standing !== undefined && isOpenMeeting(meeting.facts) && html`The public page says that the meeting is cancelled, and why: “${reason}”`,
    standing !== undefined && !isOpenMeeting(meeting.facts) && 'The calendar says that the meeting is cancelled, without the reason.',
    ...(agendaSince === undefined ? [] : ['The agenda and its papers stay readable.']),
    'Calendars that subscribe strike the meeting out.',
  ],
  deed: (context, app, seen, _found, reason) => cancelMeeting(context, app, seen, { reason }),
  day: ({ meeting }) => meeting.facts.date,
})
