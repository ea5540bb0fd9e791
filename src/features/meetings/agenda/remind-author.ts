import { formatDay } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { given } from '#core/given.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import { emailsOf } from '#access/people.ts'
import type { StaffPage } from '#access/staff/staff-page.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import { queueMail } from '#platform/mail/queue-mail.ts'
import { bodyNames } from '#features/bodies'
import type { MeetingsApp } from '../meetings-app.ts'
import { isWithheld } from '../record/withheld.ts'
import { reportStandings } from '../reports/report-standing.ts'
import { templateOf } from '../templates/keep-template.ts'
import type { ItemId, MeetingId } from '../work/meeting-in-work.ts'
import { meetingInWork } from '../work/read-work.ts'
import { agendaWithFaults } from './agenda-page.ts'
import { backTimetable, withAgreedDraft } from './back-timetable.ts'
import { commissionsOf } from './commissions.ts'
import { noItem, noMeeting } from './change-agenda.ts'
import { itemIdOf, meetingIdOf } from './ids.ts'
import { reportOf } from './item-values.ts'
import { latenessOf } from './lateness.ts'
import { reminderMail, type DueReport } from './reminder-mail.ts'
import type { AgendaTables } from './tables.ts'

/**
 * Reminds the author of an item of the report that is due, by mail, and records it. Refused where there is no author, no report or nothing left to do,
 * and a second time on the same day. The mail never names an item that is not open.
 */
export function remindAuthor(context: Context, app: Pick<MeetingsApp, 'origin'>, meeting: MeetingId, item: ItemId): Promise<Outcome<void>> {
  return act(context, { verb: 'agendas.edit', subject: { kind: 'meeting', id: meeting }, detail: { reminded: item } }, async (tx) => {
    const due = await dueReport(tx.reader, meeting, item, context.today)
    if (!due.ok) return due
    const { author } = due.value
    const email = (await emailsOf(tx.reader, [author])).get(author)
    if (email === undefined) return refuse('invalid', 'The author has no account that can be used. Choose another author.')
    const by = context.actor.kind === 'public' ? '' : context.actor.name
    const isFirst = await recordReminder(tx, { item, reminded_on: context.today, person: author, reminded_by: by })
    if (!isFirst) return refuse('not-now', 'The author was reminded of this report today already. One reminder a day is enough.')
    return queueMail(tx, reminderMail(email, due.value, by, app.origin))
  })
}

/** The report of an item as its author is to be reminded of it. */
async function dueReport(reader: Reader, meeting: MeetingId, id: ItemId, today: LocalDate): Promise<Outcome<DueReport>> {
  const kept = await meetingInWork(reader, meeting)
  const item = kept?.items.find((each) => each.id === id)
  if (kept === undefined || item === undefined) return noItem
  const report = reportOf(item)
  if (item.author === undefined || report === undefined) return refuse('invalid', 'This item has no report with an author. Choose one first.')
  const template = await templateOf(reader, kept.facts.body)
  const timetable = backTimetable(kept.facts, template.days)
  if (!timetable.ok) return timetable
  const standing = (await reportStandings(reader, meeting)).get(report.id)
  const commissionedOn = (await commissionsOf(reader, [report.id])).get(report.id)
  const { toFollow } = item.facts
  const stands = { standing, clearances: template.clearances, isToFollow: toFollow, ...given('commissionedOn', commissionedOn) }
  const due = withAgreedDraft(timetable.value, item.facts.draftBy)
  const { step, words } = latenessOf(stands, due, today)
  if (step === undefined) return refuse('not-now', 'This report is ready: there is nothing to remind of.')
  const body = (await bodyNames(reader)).get(kept.facts.body) ?? kept.facts.body
  return ok({ item, author: item.author, paper: report.id, meeting: `${body}, ${formatDay(kept.facts.date)}`, stands: words, timetable: due, isWithheld: isWithheld(kept.facts, item.facts) })
}

/** Whether this is the first reminder of the item that day. */
async function recordReminder(tx: Transaction, reminder: AgendaTables['work.reminders']): Promise<boolean> {
  const row = await tx
    .tables<AgendaTables>()
    .insertInto('work.reminders')
    .values(reminder)
    .onConflict((conflict) => conflict.columns(['council', 'item', 'reminded_on'] as never).doNothing())
    .returning('work.reminders.item')
    .executeTakeFirst()
  return row !== undefined
}

export const remindAuthorPage: StaffPage<MeetingsApp> = {
  path: '/staff/meetings/:meeting/items/:item/remind',
  submit: async (request, app) => {
    const [meeting, item] = [meetingIdOf(request.params['meeting']), itemIdOf(request.params['item'])]
    if (meeting === undefined || item === undefined) return { kind: 'refused', refusal: noMeeting.refusal }
    const done = await remindAuthor(request.context, app, meeting, item)
    return done.ok ? { kind: 'moved', to: `/staff/meetings/${meeting}?done=reminded` } : agendaWithFaults(request, done.refusal)
  },
}
