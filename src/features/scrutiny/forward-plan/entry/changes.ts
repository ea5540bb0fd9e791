import { loadedFields } from '#platform/files/since-loaded.ts'
import { fieldsInWords } from './field-words.ts'
import { entryFacts, type EntryFacts, type PlanEntry } from './plan-entry.ts'
import { expectedWords, keyWords, makerWords } from './words.ts'

/** Which of its facts an entry says otherwise now; the order of a record's fields, and what is left out beside what is empty, make no difference. */
export function changedFacts(before: PlanEntry, after: PlanEntry): (keyof EntryFacts)[] {
  const [was, is] = [factsIn(before), factsIn(after)]
  return (Object.keys(entryFacts.shape) as (keyof EntryFacts)[]).filter((field) => was[field] !== is[field])
}

function factsIn(entry: PlanEntry): Readonly<Record<string, string>> {
  const { part, paragraph, reason } = entry.private ?? {}
  const facts = { ...entry, private: entry.private && { part, paragraph, reason } }
  return loadedFields(Object.fromEntries(Object.entries(facts).filter(([, value]) => !isEmpty(value))))
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || value === false || (typeof value === 'object' && value !== null && Object.keys(value).length === 0)
}

/** Everything that a change made otherwise, in sentences for the history: "Moved: expected …, instead of …. Also changed: the contact." */
export function changesInWords(before: PlanEntry, after: PlanEntry): string {
  const changed = changedFacts(before, after)
  const told = (['expected', 'key', 'decisionMaker', 'matter'] as const).flatMap((field) => {
    const sentence = changed.includes(field) ? sentences[field](before, after) : undefined
    return sentence === undefined ? [] : [[field, sentence] as const]
  })
  const rest = changed.filter((field) => !told.some(([one]) => one === field))
  const others = rest.length === 0 ? [] : [`${told.length === 0 ? 'Changed' : 'Also changed'}: ${fieldsInWords(rest)}.`]
  return [...told.map(([, sentence]) => sentence), ...others].join(' ')
}

const sentences = {
  expected: (before: PlanEntry, after: PlanEntry) => `Moved: expected ${expectedWords(after.expected)}, instead of ${expectedWords(before.expected)}.`,
  key: (before: PlanEntry, after: PlanEntry) => `${keyWords[after.key]}, instead of: ${keyWords[before.key]}.`,
  decisionMaker: (before: PlanEntry, after: PlanEntry) => {
    const [was, is] = [makerWords(before.decisionMaker), makerWords(after.decisionMaker)]
    return was === is ? 'The members of the body that decides are those of its record today.' : `To be decided by ${is}, instead of ${was}.`
  },
  matter: (before: PlanEntry, after: PlanEntry) => `The matter reads “${after.matter}”, instead of “${before.matter}”.`,
}
