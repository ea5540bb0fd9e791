import { formatDate } from '#core/date-words.ts'
import type { Transaction } from '#platform/database/database.ts'
import { noteDisclosure } from '#features/interests'
import type { MeetingFacts } from '#features/meetings'
import type { Declaration } from '../declaration.ts'
import type { HappeningId } from '../happening.ts'

/** Has the register of interests ask for notice within 28 days where a disclosable pecuniary interest was declared that is not in it (Localism Act 2011 s31). */
export async function noteDeclared(tx: Transaction, { member, nature, registered, item }: Declaration, origin: HappeningId | undefined, { date }: Pick<MeetingFacts, 'date'>, bodyName: string): Promise<void> {
  if (origin === undefined || registered || nature === 'other') return
  await noteDisclosure(tx, member, { on: date, origin, about: `Item ${item} at the meeting of ${bodyName} on ${formatDate(date)}` })
}
