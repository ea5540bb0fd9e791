import type { Context } from '#access/act.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { opennessOf } from '../../agenda/openness.ts'
import { touchMeeting } from '../../work/keep-meeting.ts'
import { insertPaper } from '../../work/keep-paper.ts'
import type { PaperId } from '../../work/meeting-in-work.ts'
import { actOnPaper } from '../rights/act-on-paper.ts'
import { openPaper } from '../rights/open-paper.ts'

/**
 * Begins the version of a withheld report that the public may read. It begins empty: nothing of what is withheld is in it unless somebody writes it there.
 * Answers the one that there is where somebody has begun it already.
 */
export function beginPublicVersion(context: Context, { paper, at }: { readonly paper: string; readonly at: Date }): Promise<Outcome<PaperId>> {
  return actOnPaper(context, { verb: 'reports.write', paper, wanted: 'manage', detail: { publicVersion: true } }, async (tx, opened) => {
    const { meeting, item, kind, frame = 'panel' } = opened
    if (opennessOf(item.facts) === 'open' || kind !== 'report') return refuse('not-now', 'The report itself is for the public: there is nothing to withhold from it.')
    // First, so that two people who begin at once find the same one.
    await touchMeeting(tx, meeting.id, at)
    const standing = await openPaper(tx.reader, context.actor, paper, 'manage')
    if (standing.ok && standing.value.publicVersion !== undefined) return ok(standing.value.publicVersion)
    const title = item.facts.withheld?.publicTitle ?? 'Public version'
    return ok(await insertPaper(tx, item.id, { kind: 'report', position: 0, title, frame, isPublicVersion: true }))
  })
}
