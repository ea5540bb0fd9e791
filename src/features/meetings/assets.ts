import { reportsScripts, reportsStyles } from './reports/scripts.ts'

const file = (name: string) => new URL(name, import.meta.url)

/** What the pages of this feature add to the style sheet. */
export const meetingsStyles: readonly URL[] = [file('meetings.css'), file('planner/planner.css'), file('agenda/agenda.css'), ...reportsStyles, file('reading/reading.css')]

/** What enhances the pages behind the sign-in; all of them work without. */
export const meetingsScripts: readonly URL[] = [file('agenda/agenda-builder.js'), ...reportsScripts, file('publishing/publication-progress.js'), file('reading/reader.js'), file('reading/selected-words.js'), file('reading/reader-notes.js')]
