import { addDays } from '#core/dates.ts'
import { ok } from '#core/outcome.ts'
import { act } from '#access/act.ts'
import { actorKey } from '#access/actor.ts'
import { peopleWith } from '#access/people.ts'
import type { HourlyWork } from '#access/room.ts'
import { instantOf, type MeetingsApp } from '#features/meetings'
import { queueMails } from '#platform/mail/queue-mail.ts'
import { noteReminders } from './keep-request.ts'
import { reminderLetter } from './letters.ts'
import { requestsToRemindOf } from './read-requests.ts'

/** So many days before the last one the officers are reminded. */
const daysBefore = 3

/** As many at a time as one deed takes with ease; the next hour comes again. */
const atOnce = 100

/** Reminds the officers of each request once before its last day and once after it. */
export const remindOfRequests: HourlyWork<MeetingsApp> = {
  name: 'reminders of requests for documents',
  work: async (context, app) => {
    const { today } = context
    const asked = { today, dueBy: addDays(today, daysBefore), limit: atOnce }
    const waiting = await context.database.read(actorKey(context.actor), (reader) => requestsToRemindOf(reader, asked))
    if (waiting.length === 0) return ok(undefined)
    return act(context, { verb: 'requests.remind', subject: { kind: 'document-requests', id: 'due' }, detail: { requests: waiting.length } }, async (tx) => {
      const due = await requestsToRemindOf(tx.reader, asked)
      await noteReminders(tx, due.map(({ number, kind }) => ({ number, kind, sent_at: instantOf(today, app.now()) })))
      const officers = await peopleWith(tx.reader, today, ['officer'])
      return queueMails(tx, due.flatMap((request) => officers.map(({ email }) => reminderLetter(email, request, request.kind, app.origin))))
    })
  },
}
