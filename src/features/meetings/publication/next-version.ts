import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { LocalDate } from '#core/dates.ts'
import { countClearWorkingDays } from '#features/rules'
import { clearDaysAsked } from '../record/clear-days.ts'
import { statusInWords } from '../record/meeting-words.ts'
import { isDraftAgenda, withoutAgenda, type MeetingDraft } from '../record/meeting-draft.ts'
import type { Standing } from './publish-version.ts'

/**
 * Which version a meeting's file makes, and what that version says it changes; undefined where nothing would change.
 * What was published never changes silently: a file that differs from a published agenda must say what it corrects, and an item that
 * joins it later than five clear working days before the meeting must give the chair's reason for urgency (s100B(4)). A draft agenda is announced
 * like a meeting without one, and cannot take the place of an agenda that was issued.
 */
export function nextVersion(draft: MeetingDraft, standing: Omit<Standing, 'packVersion'> | undefined, today: LocalDate): Outcome<{ version: number; note: string } | undefined> {
  const { entry, fingerprint } = draft
  const isOpen = entry.public && !entry.privateDevelopment
  const isDraft = isDraftAgenda(entry)
  const hasAgenda = isOpen && entry.items.length > 0 && !isDraft
  if (standing === undefined) return ok({ version: 1, note: hasAgenda ? 'Agenda published.' : 'Announced in the calendar.' })
  if (standing.movedTo !== undefined && standing.movedTo !== entry.movedTo) {
    return refuse('invalid', `The meeting of ${entry.body} on ${entry.date} was moved.`, [{ field: 'date', found: `${entry.body} ${entry.date}`, message: `It was moved here to ${standing.movedTo}: leave the old day out of the file` }])
  }
  const isIssued = standing.items.length > 0 || standing.facts?.issued !== undefined
  if (isDraft && isIssued) return alreadyIssued(draft)
  const version = standing.version + 1
  const isAnnouncement = !isIssued && (isDraft || entry.items.length === 0)
  if (isAnnouncement ? announcesTheSame(draft, standing) : standing.fingerprint === fingerprint) return ok(standing.status === entry.status ? undefined : { version, note: `The state of the meeting is now: ${statusInWords(entry.status).toLowerCase()}.` })
  if (standing.items.length === 0) return ok({ version, note: hasAgenda ? 'Agenda published.' : 'The announcement was changed.' })
  const late = lateItems(draft, standing, today)
  if (late.length > 0) return refuse('invalid', 'Items join a published agenda too late.', late)
  // A correction of what is not public may say what is not public.
  if (entry.correction !== undefined) return ok({ version, note: isOpen ? entry.correction : 'The announcement was changed.' })
  return refuse('invalid', `The meeting of ${entry.body} on ${entry.date} is published already and this file differs from it.`, [
    { field: 'correction', message: `Say in "correction" what the new version of ${entry.body} on ${entry.date} corrects; the version published stays readable.` },
  ])
}

function alreadyIssued({ entry: { body, date } }: MeetingDraft) {
  return refuse('invalid', `The agenda of ${body} on ${date} was issued already.`, [
    { field: 'issued', found: `${body} ${date}`, message: 'The agenda of this meeting was issued already, and a draft would take it back. Give the day on which it was issued.' },
  ])
}

function announcesTheSame({ entry }: MeetingDraft, { facts }: Pick<Standing, 'facts'>): boolean {
  return facts !== undefined && withoutAgenda(facts).fingerprint === withoutAgenda(entry).fingerprint
}

/** Whether an item that joins the published agenda of a meeting today needs the chair's reason for urgency (s100B(4)); not once the meeting is over. */
export function joinsTooLate(meeting: LocalDate, today: LocalDate): boolean {
  const days = countClearWorkingDays(today, meeting)
  return meeting >= today && !(days.ok && days.value >= clearDaysAsked)
}

function lateItems({ entry }: MeetingDraft, standing: Pick<Standing, 'items'>, today: LocalDate) {
  if (!joinsTooLate(entry.date, today)) return []
  const added = entry.items.filter((item) => !standing.items.includes(item.title))
  const gone = standing.items.filter((title) => !entry.items.some((item) => item.title === title))
  // As many gone as added are titles put right, not items that join.
  if (added.length <= gone.length) return []
  return added
    .filter((item) => item.lateReason === undefined)
    .map((item) => ({
      field: `items[${entry.items.indexOf(item) + 1}].late-reason`,
      found: item.title,
      message: `This item joins the agenda of ${entry.body} on ${entry.date} with fewer than ${clearDaysAsked} clear working days to go. Give the chair's reason for urgency.`,
    }))
}
