import { keptOutWords, capacityWords } from '#features/bodies'
import { remoteRule } from './remote-attendance.ts'
import type { SeatedNow, Sitting } from './sitting-now.ts'

/**
 * Why somebody who is there cannot preside; undefined where they can. Whoever presides is a member, present in law (Local Government Act 1972, Schedule 12, paragraphs 5,
 * 11 and 18): nobody who only observes or is invited, and remotely only while that is presence.
 */
export function whyNotPreside({ kind, day, keptOut }: Pick<Sitting, 'kind' | 'day' | 'keptOut'>, { seat: { membership }, where }: SeatedNow): string | undefined {
  const { person, remotely } = where
  if (membership.capacity === 'observer' || membership.capacity === 'invited') return `${person} is not a member here (${capacityWords[membership.capacity].toLowerCase()}).`
  if (keptOut.has(person)) return keptOutWords(person, day)
  const remote = remoteRule(kind, day)
  return remotely && !remote.counts ? `${person} attends remotely, which is not presence at this meeting, so cannot preside.` : undefined
}
