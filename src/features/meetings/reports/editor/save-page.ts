import type { StaffAnswer, StaffRequest } from '#access/staff/staff-page.ts'
import { refuse } from '#core/outcome.ts'
import type { MeetingsApp } from '../../meetings-app.ts'
import { reportPartNames, type ReportPartName } from '../../record/report-parts.ts'
import { momentInWords } from '../frame/moment-words.ts'
import { fieldsOfPart } from '../saving/fields-of-part.ts'
import { partFromForm } from '../saving/part-from-form.ts'
import { saveSection } from '../saving/save-section.ts'
import { conflictPage } from './conflict-page.ts'
import { editorPage } from './editor-page.ts'
import { readEditor } from './read-editor.ts'
import { adviceOf } from './readiness-section.ts'
import { withoutRow } from './without-row.ts'

const noSuchPart = refuse('not-found', 'A report has no such part.')

/** Saves a part from its form, with what the pressed button asks besides: a row more, a row less, a preview. */
export async function savePartPage(request: StaffRequest, app: MeetingsApp): Promise<StaffAnswer> {
  const { paper = '', part: named } = request.params
  const part = reportPartNames.find((name) => name === named)
  if (part === undefined) return { kind: 'refused', refusal: noSuchPart.refusal }
  const pressed = request.form.text('do')
  const address = `/staff/papers/${paper}`
  if (pressed === 'take-theirs') return { kind: 'moved', to: `${address}?done=taken&part=${part}#part-${part}` }
  const typed = pressed.startsWith('remove-') ? withoutRow(request.form, part, Number(pressed.slice('remove-'.length))) : request.form
  const revision = request.form.whole('revision')
  if (pressed === 'preview') return shownAgain(request, app, paper, { part, typed, revision })
  const content = partFromForm(part, typed)
  if (content.ok && pressed === 'compare') return conflict(request, app, paper, part, { typed, mine: content.value, why: 'kept' })
  if (!content.ok) return shownAgain(request, app, paper, { part, typed, revision, refusal: content.refusal })
  const saved = await saveSection(request.context, { paper, part, content: content.value, basedOn: revision, at: app.now() })
  if (saved.ok) return { kind: 'moved', to: pressed === 'add' ? `${address}?longer=${part}#part-${part}` : `${address}?done=${part}#part-${part}` }
  if (saved.refusal.kind === 'conflict') return conflict(request, app, paper, part, { typed, mine: content.value, why: 'saved-meanwhile' })
  return shownAgain(request, app, paper, { part, typed, revision, refusal: saved.refusal })
}

async function shownAgain(request: StaffRequest, { quotedFigures }: MeetingsApp, paper: string, doing: Parameters<typeof editorPage>[2]): Promise<StaffAnswer> {
  const record = await readEditor(request.context, paper, quotedFigures, doing?.typed?.all('markdown').at(-1))
  return record.ok ? editorPage(request, record.value, doing) : { kind: 'refused', refusal: record.refusal }
}

async function conflict(request: StaffRequest, { quotedFigures }: MeetingsApp, paper: string, part: ReportPartName, texts: Pick<Parameters<typeof conflictPage>[1], 'typed' | 'mine' | 'why'>): Promise<StaffAnswer> {
  const record = await readEditor(request.context, paper, quotedFigures)
  return record.ok ? conflictPage(request, { record: record.value, part, ...texts }) : { kind: 'refused', refusal: record.refusal }
}

/**
 * Saves a part for the script that saves as the author writes, and answers the new revision. A conflict answers what stands there, as fields, so that the
 * script can tell its own text, whose answer was lost on the way, from somebody else's.
 */
export async function autosavePart(request: StaffRequest, app: MeetingsApp): Promise<StaffAnswer> {
  const { paper = '', part: named } = request.params
  const part = reportPartNames.find((name) => name === named)
  if (part === undefined) return { kind: 'refused', refusal: noSuchPart.refusal }
  const content = partFromForm(part, request.form)
  if (!content.ok) return { kind: 'refused', refusal: content.refusal }
  const at = app.now()
  const saved = await saveSection(request.context, { paper, part, content: content.value, basedOn: request.form.whole('revision'), at })
  if (saved.ok) {
    const after = await readEditor(request.context, paper, app.quotedFigures)
    return { kind: 'data', body: { revision: saved.value, saved: momentInWords(at, at), ...(after.ok ? { advice: adviceOf(after.value) } : {}) } }
  }
  if (saved.refusal.kind !== 'conflict') return { kind: 'refused', refusal: saved.refusal }
  const record = await readEditor(request.context, paper, app.quotedFigures)
  if (!record.ok) return { kind: 'refused', refusal: record.refusal }
  const standing = record.value.paper.saved[part]
  const body = {
    message: saved.refusal.message,
    revision: standing?.revision ?? 0,
    by: standing?.by === request.session.actor.name ? 'You, in another window,' : (standing?.by ?? ''),
    at: standing === undefined ? '' : momentInWords(standing.at, at),
    fields: fieldsOfPart(part, record.value.paper.parts[part]),
  }
  return { kind: 'data', status: 409, body }
}
