import type { Supplement } from '../publication/published-files.ts'
import type { MeetingVersion } from '../publication/published-meetings.ts'

export const supplementStandings = ['beside-the-pack', 'in-the-pack', 'withdrawn'] as const

/** What became of a supplement by the time of a version: its pages go on from the pack, its papers are in the pack that was built again, or papers of it are gone. */
type SupplementStanding = (typeof supplementStandings)[number]

/** What a supplement is to this version of its meeting; undefined where it came later. */
export function supplementStanding({ number, version, papers }: Supplement, found: Pick<MeetingVersion, 'version' | 'meeting'>): SupplementStanding | undefined {
  if (version > found.version) return undefined
  if ((found.meeting.supplements ?? []).some((one) => one.number === number)) return 'beside-the-pack'
  const held = found.meeting.items.flatMap((item) => item.papers.filter((paper) => paper.held))
  const isThere = (paper: Supplement['papers'][number]) => held.some(({ id, title }) => id === paper.id || title === paper.title)
  return papers.every(isThere) ? 'in-the-pack' : 'withdrawn'
}
