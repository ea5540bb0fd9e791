import { z } from 'zod'
import { formatDay } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Context } from '#access/act.ts'
import { look } from '#access/look.ts'
import { day } from '#platform/files/fields.ts'
import type { MeetingId } from '../work/meeting-in-work.ts'
import { meetingIdOn } from '../work/read-work.ts'

/** The heading of these addresses in the description of the API. */
export const tag = 'Meetings in work'

/** How an address names a meeting. */
export const atMeeting = z.object({ body: z.string().max(200).describe('The address word of the body'), date: day })

/** A meeting as an address names it. */
export interface NamedMeeting {
  readonly body: string
  readonly date: LocalDate
}

/** Where a program reads a meeting, below the root of the API. */
export function machineAddress({ body, date }: NamedMeeting): string {
  return `/api/v1/staff/meetings/${body}/${date}`
}

/** The meeting that an address names; refused where there is none, and for whoever may not do this. */
export function meetingAt(context: Context, verb: string, { body, date }: NamedMeeting): Promise<Outcome<MeetingId>> {
  return look(context, { verb, subject: { kind: 'meeting', id: `${body}/${date}` } }, async (reader) => {
    const id = await meetingIdOn(reader, body, date)
    return id === undefined ? refuse('not-found', `No meeting of ${body} is kept for ${formatDay(date)}.`) : ok(id)
  })
}
