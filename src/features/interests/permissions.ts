/** What may be done with members' interests beyond reading the public register. */
export type InterestsVerb =
  /** Tell one's own interests, as a member of a body. */
  | 'interests.tell'
  /** Register interests and dispensations for any member, and see what is sensitive: the monitoring officer's office. */
  | 'interests.register'
  | 'interests.import'
  | 'interests.export'
