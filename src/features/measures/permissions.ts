/** What may be done with measures and their figures beyond reading what is published. */
export type MeasuresVerb =
  /** Look at definitions, figures and commentary that are not published. */
  | 'measures.see'
  /** Define a measure, and add versions of its definition: other words, another target, a break, new limits. */
  | 'measures.define'
  | 'measures.import'
  | 'measures.export'
  /** Enter or correct one figure. */
  | 'observations.enter'
  | 'observations.import'
  | 'observations.export'
  /** Load the councils and regions that figures are compared with. */
  | 'areas.import'
  | 'neighbours.import'
  /** Load figures of others from the Department's or the Office for Health Improvement's files. */
  | 'comparators.import'
  | 'commentary.write'
  /** Confirm a period: sign what was written, or take the signature back. */
  | 'commentary.sign'
  | 'commentary.import'
  | 'commentary.export'
  /** Choose and order the measures of a period for a body, and have them checked. */
  | 'releases.assemble'
  | 'releases.approve'
  /** Publish what was approved, now or at its moment, and amend it. */
  | 'releases.publish'
  | 'releases.import'
  | 'releases.export'
