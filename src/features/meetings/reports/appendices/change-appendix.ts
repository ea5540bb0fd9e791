import { sql } from 'kysely'
import type { Context } from '#access/act.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { MeetingsTables } from '../../tables.ts'
import { touchMeeting } from '../../work/keep-meeting.ts'
import { deletePaper, savePaper } from '../../work/keep-paper.ts'
import { actOnPaper } from '../rights/act-on-paper.ts'
import { appendicesOf } from './appendices-of.ts'

interface AppendixOf {
  readonly appendix: string
  readonly at: Date
}

/** Refuses a title that is empty or too long. */
export function checkTitle(title: string): Outcome<void> {
  if (title === '') return refuse('invalid', '', [{ field: 'title', message: 'Give a title' }])
  return title.length > 300 ? refuse('invalid', '', [{ field: 'title', message: 'Shorten the title to 300 characters' }]) : ok(undefined)
}

/** Gives a paper another title, over the revision on which the form rests. */
export function renamePaper(context: Context, { paper, title, revision, at }: { readonly paper: string; readonly title: string; readonly revision: number; readonly at: Date }): Promise<Outcome<void>> {
  return actOnPaper(context, { verb: 'reports.write', paper, wanted: 'write', detail: { renamed: true } }, async (tx, opened) => {
    const titled = checkTitle(title)
    if (!titled.ok) return titled
    const saved = await savePaper(tx, opened.id, revision, { title })
    if (!saved.ok) return saved
    await touchMeeting(tx, opened.meeting.id, at)
    return ok(undefined)
  })
}

/** Moves an appendix before the one above it or after the one below it. At the end of the list it stays where it is. */
export function moveAppendix(context: Context, { appendix, way, at }: AppendixOf & { readonly way: 'up' | 'down' }): Promise<Outcome<void>> {
  return actOnPaper(context, { verb: 'reports.write', paper: appendix, wanted: 'write', detail: { moved: way } }, async (tx, opened) => {
    await touchMeeting(tx, opened.meeting.id, at)
    const ids = (await appendicesOf(tx.reader, opened.item.id)).map((one) => one.id)
    const place = ids.indexOf(opened.id)
    const other = place + (way === 'up' ? -1 : 1)
    const [moved, passed] = [ids[place], ids[other]]
    if (moved === undefined || passed === undefined) return ok(undefined)
    const placed = ids.with(place, passed).with(other, moved)
    const order = sql.join(placed.map((id, index) => sql`(${id}::uuid, ${index + 1}::integer)`))
    await sql`update work.papers set position = placed.position from (values ${order}) as placed (id, position) where papers.id = placed.id`.execute(tx.tables<MeetingsTables>())
    return ok(undefined)
  })
}

/** Takes an appendix from its report; what was published of it stays published. */
export function removeAppendix(context: Context, { appendix, at }: AppendixOf): Promise<Outcome<void>> {
  return actOnPaper(context, { verb: 'reports.write', paper: appendix, wanted: 'write', detail: { removed: true } }, async (tx, opened) => {
    if (opened.kind !== 'appendix') return refuse('invalid', 'Only an appendix can be taken from a report.')
    await touchMeeting(tx, opened.meeting.id, at)
    await deletePaper(tx, opened.id)
    return ok(undefined)
  })
}
