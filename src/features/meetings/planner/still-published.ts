import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { opennessOf } from '../agenda/openness.ts'
import type { MeetingVersion } from '../publication/published-meetings.ts'
import type { AgendaItem } from '../record/meeting.ts'
import type { ItemInWork, MeetingInWork } from '../work/meeting-in-work.ts'

interface Standing {
  readonly meeting: MeetingInWork
  readonly standing?: MeetingVersion
}

/**
 * Refused where staff have closed something to the public that still stands published: what stands would be published once more. Move, cancellation and
 * adjournment all publish what stands.
 */
export function nothingClosedSince({ meeting, standing }: Standing): Outcome<void> {
  const closed = (standing?.meeting.items ?? []).flatMap((published) => {
    const item = meeting.items.find(({ number }) => number === published.number)
    return item === undefined ? [] : closedSince(item, published)
  })
  if (closed.length === 0) return ok(undefined)
  return refuse('not-now', `${closed.join('. ')}. Publish that change first (“Publish what has changed”): this publishes again what stands.`)
}

function closedSince({ number, facts }: ItemInWork, published: AgendaItem): string[] {
  const still = 'and is still published as it was'
  if (facts.withdrawn !== undefined && published.withdrawn === undefined) return [`Item ${number} was withdrawn ${still}`]
  const openness = opennessOf(facts)
  if (openness !== 'open' && opennessOf(published) === 'open') return [`Item ${number} was marked ${openness} ${still}`]
  if (openness !== 'open' && published.title !== (facts.withheld?.publicTitle ?? facts.title)) return [`What the public is told of item ${number} was changed ${still}`]
  const withdrawn = (facts.withdrawnPapers ?? []).map(({ paper }) => `item-${number}-${paper}`)
  return published.papers.some((paper) => paper.withdrawn === undefined && withdrawn.includes(paper.id)) ? [`A paper of item ${number} was withdrawn ${still}`] : []
}
