/** What may be done with measures and their figures beyond reading what is published. */
export type MeasuresVerb =
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
