/** What may be done with bodies beyond reading what is published. */
export type BodiesVerb = 'bodies.import' | 'bodies.export' | 'bodies.link-members' | 'bodies.edit-members'
