import type { Fault } from '#core/outcome.ts'
import type { Reader } from '#platform/database/database.ts'
import type { MeetingInWork } from '#features/meetings'
import { castingVote } from '../../sitting/casting-vote.ts'
import { sittingFacts } from '../../sitting/read-sitting.ts'
import { sittingFrom } from '../../sitting/sitting-from.ts'
import type { Sitting } from '../../sitting/sitting-now.ts'
import { whoMayVote } from '../../sitting/who-may-vote.ts'
import { letterAt, type Resolution } from '../record/resolution.ts'
import { checkVote } from '../record/vote.ts'
import type { MinutesEntry } from './minutes-file.ts'

/** What is wrong with the votes of a record, held against the attendance as it is kept for its items: the item and the resolution are named. */
export async function voteFaults(reader: Reader, { minutes }: MinutesEntry, meeting: MeetingInWork): Promise<Fault[]> {
  if (!minutes.some(({ resolutions }) => resolutions.some(({ vote }) => vote !== undefined))) return []
  const facts = await sittingFacts(reader, meeting.id, meeting.facts)
  if (facts === undefined) return []
  return minutes.flatMap(({ item, resolutions }, at) => {
    const sitting = sittingFrom(facts, item)
    return resolutions.flatMap((resolution, place) =>
      faultsOf(resolution, sitting).map(({ field, message, ...fault }) => ({
        ...fault,
        field: `minutes[${at + 1}].resolutions[${place + 1}].vote${field === undefined ? '' : `.${field}`}`,
        message: `Item ${item}, resolution ${letterAt(place)}: ${message}`,
      })),
    )
  })
}

function faultsOf({ kind, vote }: Resolution, sitting: Sitting): Fault[] {
  if (vote === undefined) return []
  if (sitting.presentMembers.length === 0) return [{ message: 'Nobody is recorded as present in this item, so nobody can have voted. Give the attendance, or take the vote out' }]
  const taken = checkVote(vote, { voters: whoMayVote(sitting), casting: castingVote(sitting, vote), isNotAgreed: kind === 'not-agreed' })
  if (taken.ok) return []
  return taken.refusal.faults.map((fault) => (fault.field === 'casting' ? { ...fault, field: 'casting-vote' } : fault))
}
