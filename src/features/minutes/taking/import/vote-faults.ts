import type { Fault } from '#core/outcome.ts'
import type { Reader } from '#platform/database/database.ts'
import type { MeetingInWork } from '#features/meetings'
import { sittingFacts } from '../../sitting/read-sitting.ts'
import { sittingFrom } from '../../sitting/sitting-from.ts'
import type { Sitting } from '../../sitting/sitting-now.ts'
import { letterAt, type Resolution } from '../record/resolution.ts'
import { voteFaults } from '../record/vote-faults.ts'
import type { MinutesEntry } from './minutes-file.ts'

/** What is wrong with the votes of a record, held against the attendance as it is kept for its items: the item and the resolution are named. */
export async function voteFaultsOnFile(reader: Reader, { minutes }: MinutesEntry, meeting: MeetingInWork): Promise<Fault[]> {
  if (!minutes.some(({ resolutions }) => resolutions.some(({ vote }) => vote !== undefined))) return []
  const facts = await sittingFacts(reader, meeting.id, meeting.facts)
  if (facts === undefined) return []
  return minutes.flatMap(({ item, resolutions }, at) => {
    const sitting = sittingFrom(facts, item)
    return resolutions.flatMap((resolution, place) =>
      faultsOf(resolution, sitting).map(({ field, message, ...fault }) => ({
        ...fault,
        field: `minutes[${at + 1}].resolutions[${place + 1}].${field}`,
        message: `Item ${item}, resolution ${letterAt(place)}: ${message}`,
      })),
    )
  })
}

function faultsOf(resolution: Resolution, sitting: Sitting): readonly Fault[] {
  if (resolution.vote === undefined) return []
  if (sitting.presentMembers.length === 0) return [{ field: 'vote', message: 'Nobody is recorded as present in this item, so nobody can have voted. Give the attendance, or take the vote out' }]
  return voteFaults(resolution, sitting).map(({ field, ...fault }) => ({ ...fault, field: field === 'kind' ? 'kind' : `vote.${field === 'casting' ? 'casting-vote' : field}` }))
}
