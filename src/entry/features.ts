import { accessCommands } from '#access/commands.ts'
import type { PublicForm } from '#access/staff/public-form.ts'
import type { StaffNavigation } from '#access/staff/staff-navigation.ts'
import type { StaffPage } from '#access/staff/staff-page.ts'
import type { StaffSection } from '#access/staff/staff-section.ts'
import type { TokenPage } from '#access/staff/token-page.ts'
import { bodiesApi, bodiesExporter, bodiesImporter, bodiesPages, bodiesStyles, memberCommand, bodyMembersPage, membersPage, participationPage } from '#features/bodies'
import {
  calendarFeedPage,
  meetingsApi,
  meetingsCommands,
  meetingsExporter,
  meetingsFiles,
  meetingsImporter,
  meetingsMachines,
  meetingsOfBody,
  meetingsPages,
  meetingsScripts,
  meetingsSections,
  meetingsStaffPages,
  meetingsStyles,
  membersCopies,
  speakingForms,
  templatesExporter,
  templatesImporter,
} from '#features/meetings'
import { rulesApi, rulesCommands, rulesPages } from '#features/rules'
import type { Command } from '#platform/command/command.ts'
import type { Exporter, Importer } from '#platform/command/transfer.ts'
import type { PublicPage } from '#platform/http/answers.ts'
import type { FileReferences } from '#platform/files/file-references.ts'
import type { ApiResource } from '#platform/http/api.ts'
import type { Application } from './application.ts'
import { countyImporter } from './county/county-importer.ts'
import type { WebContent } from './web/web.ts'

/** What each feature brings to each door. A new feature is added here, in `roles.ts` and in `migrations.ts`, and nowhere else. */
const publicPages: readonly PublicPage[] = [...meetingsPages, ...bodiesPages([meetingsOfBody]), ...rulesPages]

/** What features add to the style sheet. */
const styles: readonly URL[] = [bodiesStyles, ...meetingsStyles]

export const apiResources: readonly ApiResource[] = [...bodiesApi, ...meetingsApi, ...rulesApi]

/** What stands behind the sign-in: the pages, the parts of "Your work", the links of the navigation, and the scripts that enhance them. */
const staffPages: readonly StaffPage<Application>[] = [...meetingsStaffPages, membersPage, bodyMembersPage, participationPage]

const staffSections: readonly StaffSection<Application>[] = meetingsSections

const staffNavigation: readonly StaffNavigation[] = [
  { text: 'Meetings', href: '/staff/meetings', verb: 'meetings.see', also: ['/staff/templates'] },
  { text: 'Reports', href: '/staff/reports', verb: 'reports.read', also: ['/staff/papers'] },
  { text: 'My packs', href: '/staff/packs', verb: 'packs.read' },
  { text: 'Members’ accounts', href: '/staff/members', verb: 'bodies.link-members', also: ['/staff/bodies'] },
]

const scripts: readonly URL[] = meetingsScripts

/** Forms that anybody may fill in, and addresses with a secret in them for programs that cannot sign in. */
const publicForms: readonly PublicForm<Application>[] = speakingForms

const tokenPages: readonly TokenPage<Application>[] = [calendarFeedPage]

export const featureCommands: readonly Command<Application>[] = [...meetingsCommands, memberCommand, ...rulesCommands, ...accessCommands]

/** In the order in which an example is loaded: what comes later may speak of what came before. */
export const importers: readonly Importer<Application>[] = [countyImporter, bodiesImporter, templatesImporter, meetingsImporter]

export const exporters: readonly Exporter<Application>[] = [bodiesExporter, templatesExporter, meetingsExporter]

/** Which files of the content store the features refer to: a backup holds them all. */
export const fileReferences: readonly FileReferences[] = [meetingsFiles]

/** Which besides are in use, and can be made again from the rest. */
export const copyReferences: readonly FileReferences[] = [membersCopies]

/** Everything of theirs that the web is made of. */
export const webContent: WebContent = {
  pages: publicPages,
  api: apiResources,
  staffPages,
  sections: staffSections,
  navigation: staffNavigation,
  publicForms,
  tokenPages,
  machines: meetingsMachines,
  styles,
  scripts,
}
