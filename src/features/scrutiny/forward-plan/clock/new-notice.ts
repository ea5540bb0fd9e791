import { isKey, needsPrivateNotices } from './may-decide.ts'
import type { EntryFacts, PlanEntry } from '../entry/plan-entry.ts'

/** What of an entry makes another notice of it. */
export type NoticedField = 'matter' | 'decisionMaker' | 'expected' | 'key' | 'private'

/** Which notices a change of an entry makes anew, each by what it changes. */
interface NewNotices {
  /** Of the key decision (SI 2012/2089, regulation 9). */
  readonly key: readonly NoticedField[]
  /** Of the meeting in private (regulation 5). */
  readonly held: readonly NoticedField[]
  /** What it changes can be a slip in words: then the notices stand with the correction. */
  readonly canBeWords: boolean
}

/**
 * Whether what an entry is to say is another notice. 28 clear days are for the matter, for who decides and for the day that were noticed (SI 2012/2089, regulations 5
 * and 9): another matter, another decision-maker, an earlier day, or what is key or private only now, is noticed anew. A later day is none: nobody has less time.
 */
export function newNotices(before: PlanEntry, after: EntryFacts): NewNotices {
  if (before.noticed === undefined) return { key: [], held: [], canBeWords: false }
  const common = changedFields(before, after)
  const key: readonly NoticedField[] = !isKey(after) ? [] : isKey(before) ? common : ['key', ...common]
  const held: readonly NoticedField[] = !needsPrivateNotices(after) ? [] : isMorePrivate(before, after) ? ['private', ...common] : common
  return { key, held, canBeWords: [...key, ...held].every((field) => field === 'matter' || (field === 'decisionMaker' && isSamePost(before, after))) }
}

function changedFields(before: PlanEntry, after: EntryFacts): NoticedField[] {
  return [
    ...(after.matter === before.matter ? [] : ['matter' as const]),
    ...(isSameMaker(before, after) ? [] : ['decisionMaker' as const]),
    ...(after.expected.from < before.expected.from ? ['expected' as const] : []),
  ]
}

/** Of a body its record has the name. */
function isSameMaker({ decisionMaker: one }: PlanEntry, { decisionMaker: other }: EntryFacts): boolean {
  if (one.kind !== other.kind || one.body !== other.body) return false
  return one.kind === 'body' || (one.name === other.name && one.title === other.title)
}

function isSamePost({ decisionMaker: one }: PlanEntry, { decisionMaker: other }: EntryFacts): boolean {
  return one.kind === other.kind && one.body === other.body
}

function isMorePrivate(before: PlanEntry, after: EntryFacts): boolean {
  return !needsPrivateNotices(before) || (before.private?.part === 'part' && after.private?.part === 'whole')
}
