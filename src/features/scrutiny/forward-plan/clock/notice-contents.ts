import type { Fault } from '#core/outcome.ts'
import type { DecisionMaker, PlanEntry } from '../entry/plan-entry.ts'
import { isKey } from './may-decide.ts'

/** One of the eight contents of the notice of a key decision. */
interface Content {
  readonly field: string
  /** "Documents that go to the decision-maker" */
  readonly name: string
  readonly isThere: (entry: PlanEntry) => boolean
  /** What to do where it is missing. */
  readonly ask: string
}

/** SI 2012/2089, regulation 9(1)(a) to (h). */
const noticeContents: readonly Content[] = [
  { field: 'key', name: 'That a key decision is to be made', isThere: isKey, ask: 'Say whether it is a key decision' },
  { field: 'matter', name: 'The matter', isThere: ({ matter }) => matter !== '', ask: 'Give the matter to be decided' },
  { field: 'decision-maker', name: 'Who decides', isThere: ({ decisionMaker }) => isNamed(decisionMaker), ask: 'Give the body with its members, or the name and the title of who decides' },
  { field: 'expected', name: 'The day or the period of the decision', isThere: ({ ended }) => ended === undefined, ask: 'Give the day or the period of the decision' },
  { field: 'documents', name: 'The documents that go to the decision-maker', isThere: ({ documents }) => documents.length > 0, ask: 'List the documents that go to the decision-maker, or say that there are none' },
  { field: 'copies-from', name: 'Where copies of them are to be had', isThere: ({ copiesFrom = '' }) => copiesFrom !== '', ask: 'Give the address from which copies are to be had' },
  { field: 'other-documents', name: 'That other documents may come', isThere: ({ otherDocuments = '' }) => otherDocuments !== '', ask: 'Say that other relevant documents may be submitted' },
  { field: 'procedure', name: 'How to ask for those', isThere: ({ procedure = '' }) => procedure !== '', ask: 'Say how to ask for details of those documents as they come' },
]

function isNamed({ kind, name = '', title = '', members }: DecisionMaker): boolean {
  return kind === 'body' ? name !== '' && members.length > 0 : name !== '' && title !== ''
}

/** What the notice of a key decision still lacks, by field; nothing for a decision that is not key. */
export function missingContents(entry: PlanEntry): readonly Fault[] {
  return isKey(entry) ? noticeContents.filter(({ isThere }) => !isThere(entry)).map(({ field, ask }) => ({ field, message: ask })) : []
}
