import type { StaffPage } from '#access/staff/staff-page.ts'
import type { StaffSection } from '#access/staff/staff-section.ts'
import { agendaPages } from './agenda/pages.ts'
import type { LaterParts } from './later-parts.ts'
import type { MeetingsApp } from './meetings-app.ts'
import { meetingsSection } from './planner/meetings-section.ts'
import { plannerPages } from './planner/pages.ts'
import { publishingPages } from './publishing/pages.ts'
import { reviewsDueSection } from './publishing/reviews-due.ts'
import { packsSection } from './reading/packs-section.ts'
import { readingPages } from './reading/pages.ts'
import { reportsSection } from './reports/list/reports-page.ts'
import { reportsPages } from './reports/pages.ts'
import { speakingPages } from './speaking/pages.ts'
import { speakingSection } from './speaking/pages/speaking-section.ts'
import { templatesPages } from './templates/pages.ts'

/** The addresses of this feature behind the sign-in; later features add their ways and parts to a meeting's own page. */
export function meetingsStaffPages(later: LaterParts): readonly StaffPage<MeetingsApp>[] {
  return [...plannerPages, ...templatesPages, ...agendaPages(later), ...reportsPages, ...publishingPages, ...readingPages(later), ...speakingPages]
}

/** The parts of "Your work": what comes next for whoever is signed in, each for those whom it concerns. */
export const meetingsSections: readonly StaffSection<MeetingsApp>[] = [meetingsSection, speakingSection, reviewsDueSection, reportsSection, packsSection]
