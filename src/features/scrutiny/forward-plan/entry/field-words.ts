import type { PlanEntry } from './plan-entry.ts'

const fieldNames: Partial<Record<keyof PlanEntry, string>> = {
  matter: 'the matter',
  about: 'what it is about',
  decisionMaker: 'who decides',
  expected: 'when it is expected',
  key: 'whether it is key',
  effects: 'what it comes to',
  keyReason: 'why it is key',
  isEducation: 'whether it is an education matter',
  documents: 'the documents',
  copiesFrom: 'where copies are to be had',
  otherDocuments: 'that other documents may come',
  procedure: 'how to ask for other documents',
  consultees: 'who is consulted',
  contact: 'the contact',
  leadMember: 'the lead member',
  scrutiny: 'the scrutiny body',
  subjects: 'its subjects',
  private: 'what is heard in private',
  noticed: 'the day of the notice',
  notices: 'the earlier notices',
  route: 'the route without 28 clear days',
  referrals: 'what is referred to scrutiny',
  ended: 'that it is deferred or withdrawn',
  decision: 'the decision',
  callIn: 'the call-in',
  implemented: 'that it is carried out',
  invented: 'what of it is invented',
}

/** Which parts of an entry were changed, for a line of its history: "the contact, the documents"; "details" where none has a name of its own. */
export function fieldsInWords(fields: readonly string[]): string {
  const names = fields.flatMap((field) => fieldNames[field as keyof PlanEntry] ?? [])
  return names.length === 0 ? 'details' : names.join(', ')
}
