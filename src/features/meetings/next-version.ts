import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { statusInWords } from './meeting-words.ts'
import type { MeetingDraft } from './read-meetings-file.ts'
import type { Standing } from './store.ts'

/**
 * Which version a meeting's file makes, and what that version says it changes; undefined where nothing would change.
 * What was published never changes silently: a file that differs from a published agenda must say what it corrects.
 */
export function nextVersion(draft: MeetingDraft, standing: Standing | undefined): Outcome<{ version: number; note: string } | undefined> {
  const { entry, fingerprint } = draft
  const hasAgenda = entry.items.length > 0
  if (standing === undefined) return ok({ version: 1, note: hasAgenda ? 'Agenda published.' : 'Announced in the calendar.' })
  const version = standing.version + 1
  if (standing.fingerprint === fingerprint) return ok(standing.status === entry.status ? undefined : { version, note: `The state of the meeting is now: ${statusInWords(entry.status).toLowerCase()}.` })
  if (!standing.hasAgenda) return ok({ version, note: hasAgenda ? 'Agenda published.' : 'The announcement was changed.' })
  if (entry.correction !== undefined) return ok({ version, note: entry.correction })
  return refuse('invalid', `The meeting of ${entry.body} on ${entry.date} is published already and this file differs from it.`, [
    { field: 'correction', message: `Say in "correction" what the new version of ${entry.body} on ${entry.date} corrects; the version published stays readable.` },
  ])
}
