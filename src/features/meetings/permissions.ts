/** What may be done with meetings beyond reading what is published. */
export type MeetingsVerb =
  | 'meetings.import'
  | 'meetings.export'
  /** See what staff are working on: meetings, agendas, who is late. */
  | 'meetings.see'
  /** Plan the year; move, cancel, adjourn. */
  | 'meetings.plan'
  | 'agendas.edit'
  | 'templates.edit'
  | 'templates.import'
  /** Read reports before they are published, write in them, comment, and clear them as legal, finance or equality officer. */
  | 'reports.read'
  | 'reports.write'
  | 'reports.comment'
  | 'reports.clear'
  /** Publish agendas, supplements, corrections; release what was exempt. */
  | 'meetings.publish'
  /** Read packs with one's own notes; the exempt part is for the members of the body and its officers. */
  | 'packs.read'
  | 'packs.read-withheld'
  /** Clear members' old copies away. */
  | 'packs.clear'
  | 'notes.keep'
  | 'calendars.keep'
  /** Ask to speak at a meeting. */
  | 'speaking.ask'
  | 'speaking.see'
  | 'speaking.decide'
  /** Take personal details out of requests whose time is over. */
  | 'speaking.clear'
