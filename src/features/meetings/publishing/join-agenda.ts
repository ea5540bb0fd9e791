import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { meetingInWork } from '../work/read-work.ts'
import { publishingDeed } from './publishing-deed.ts'
import type { Proposal } from './to-publish.ts'

/**
 * Before an agenda is published for the first time: puts what still waits for it on it. Refused where anything did, since nobody has seen the agenda with it; it
 * stands there from then on.
 */
export async function joinAgenda(context: Context, app: Pick<MeetingsApp, 'now' | 'followAgendas'>, proposal: Proposal): Promise<Outcome<void>> {
  const { kept, isFirst, body } = proposal
  if (app.followAgendas === undefined || !isFirst || kept.meeting.facts.status !== 'planned') return ok(undefined)
  const joined = await act(context, publishingDeed(proposal, { step: 'what waits for the agenda' }), async (tx) => {
    await app.followAgendas?.(tx, { body: body.slug, context, app })
    const now = await meetingInWork(tx.reader, kept.meeting.id)
    const seen = new Set(kept.meeting.items.map(({ id }) => id))
    return ok((now?.items ?? []).filter(({ id, facts }) => facts.origin !== undefined && !seen.has(id)))
  })
  if (!joined.ok) return joined
  if (joined.value.length === 0) return ok(undefined)
  const titles = joined.value.map(({ number, facts }) => `“${facts.title}” as item ${number}`).join(', ')
  return refuse('conflict', `What waited for this agenda has just joined it: ${titles}. Nothing was published: look at the agenda as it is now, then publish.`)
}
