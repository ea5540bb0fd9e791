/** What may be done with meetings beyond reading what is published. */
export type MeetingsVerb = 'meetings.import' | 'meetings.export'
