import { accessCommands } from '#access/commands.ts'
import type { HourlyWork, Room } from '#access/room.ts'
import type { PublicForm } from '#access/staff/public-form.ts'
import type { StaffNavigation } from '#access/staff/staff-navigation.ts'
import type { StaffPage } from '#access/staff/staff-page.ts'
import type { StaffSection } from '#access/staff/staff-section.ts'
import type { TokenPage } from '#access/staff/token-page.ts'
import { bodiesApi, bodiesExporter, bodiesImporter, bodiesPages, bodiesStyles, memberCommand, bodyMembersPage, membersPage, participationPage, quorumPage, substitutesPage } from '#features/bodies'
import {
  calendarFeedPage,
  followedBy,
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
  type FollowAgendas,
  type QuotedFigures,
} from '#features/meetings'
import { interestsRooms } from '#features/interests'
import { measuresRooms } from '#features/measures'
import { minutesPages, minutesRooms, recommendationPages } from '#features/minutes'
import { openDataRooms } from '#features/open-data'
import { scrutinyRooms } from '#features/scrutiny'
import { rulesApi, rulesCommands, rulesPages } from '#features/rules'
import type { Command } from '#platform/command/command.ts'
import type { Exporter, Importer } from '#platform/command/transfer.ts'
import type { PublicPage } from '#platform/http/answers.ts'
import type { FileReferences } from '#platform/files/file-references.ts'
import type { ApiResource } from '#platform/http/api.ts'
import type { Application } from './application.ts'
import { countyExporter, countyImporter } from './county/county-importer.ts'
import type { WebContent } from './web/web.ts'

/** What each feature brings to each door. A new feature is added here, in `roles.ts` and in `migrations.ts`, and nowhere else. */
const rooms: readonly Room<Application>[] = [...interestsRooms, ...minutesRooms, ...scrutinyRooms, ...measuresRooms, ...openDataRooms]

/** What stands in meetings and bodies and is written by those who come after them. */
const laterRooms = [...minutesRooms, ...scrutinyRooms, ...measuresRooms]
const later = {
  meetingSections: laterRooms.flatMap((room) => room.meetingSections ?? []),
  itemSections: laterRooms.flatMap((room) => room.itemSections ?? []),
  homeSections: laterRooms.flatMap((room) => room.homeSections ?? []),
  homeWays: laterRooms.flatMap((room) => room.homeWays ?? []),
  ways: laterRooms.flatMap((room) => room.ways ?? []),
  agendaParts: laterRooms.flatMap((room) => room.agendaParts ?? []),
  packSections: laterRooms.flatMap((room) => room.packSections ?? []),
}

const publicPages: readonly PublicPage[] = [
  ...meetingsPages(later),
  ...bodiesPages([meetingsOfBody, ...[...interestsRooms, ...laterRooms].flatMap((room) => room.bodySections ?? [])]),
  ...rulesPages,
  ...recommendationPages({ list: scrutinyRooms.flatMap((room) => room.recommendationListSections ?? []), one: scrutinyRooms.flatMap((room) => room.recommendationSections ?? []) }),
  ...minutesPages(measuresRooms.flatMap((room) => room.minutesSections ?? [])),
  ...rooms.flatMap((room) => room.pages ?? []),
]

/** What features add to the style sheet. */
const styles: readonly URL[] = [bodiesStyles, ...meetingsStyles, ...rooms.flatMap((room) => room.styles ?? [])]

export const apiResources: readonly ApiResource[] = [...bodiesApi, ...meetingsApi, ...rulesApi, ...rooms.flatMap((room) => room.api ?? [])]

/** What stands behind the sign-in: the pages, the parts of "Your work", the links of the navigation, and the scripts that enhance them. */
const staffPages: readonly StaffPage<Application>[] = [...meetingsStaffPages(later), membersPage, bodyMembersPage, participationPage, quorumPage, substitutesPage, ...rooms.flatMap((room) => room.staffPages ?? [])]

const staffSections: readonly StaffSection<Application>[] = [...rooms.flatMap((room) => room.todaySections ?? []), ...meetingsSections, ...rooms.flatMap((room) => room.sections ?? [])]

const staffNavigation: readonly StaffNavigation[] = [
  { text: 'Meetings', href: '/staff/meetings', verb: 'meetings.see', also: ['/staff/templates'], about: 'Meetings with their agendas, and what is still to be published', dailyFor: ['officer', 'auditor'] },
  { text: 'Reports', href: '/staff/reports', verb: 'reports.read', also: ['/staff/papers'], about: 'Write reports, comment on them, clear them', dailyFor: ['officer', 'director', 'analyst', 'finance', 'partnership', 'manager', 'auditor'] },
  { text: 'My packs', href: '/staff/packs', verb: 'packs.read', about: 'The papers of your meetings, with your own notes', dailyFor: ['chair', 'councillor', 'coopted', 'director', 'finance', 'partnership', 'manager'] },
  ...rooms.flatMap((room) => room.navigation ?? []),
  { text: 'Members’ accounts', href: '/staff/members', verb: 'bodies.link-members', also: ['/staff/bodies'], about: 'Whose account belongs to which member; who sits on which body', dailyFor: ['admin'] },
]

const scripts: readonly URL[] = [...meetingsScripts, ...rooms.flatMap((room) => room.scripts ?? [])]

/** Forms that anybody may fill in, and addresses with a secret in them for programs that cannot sign in. */
const publicForms: readonly PublicForm<Application>[] = [...speakingForms, ...rooms.flatMap((room) => room.publicForms ?? [])]

const tokenPages: readonly TokenPage<Application>[] = [calendarFeedPage, ...rooms.flatMap((room) => room.tokenPages ?? [])]

export const featureCommands: readonly Command<Application>[] = [...meetingsCommands, memberCommand, ...rulesCommands, ...rooms.flatMap((room) => room.commands ?? []), ...accessCommands]

const standing = [countyImporter, bodiesImporter, templatesImporter]
const toFigures = importersOf([...interestsRooms, ...minutesRooms, ...measuresRooms])
const fromFigures = importersOf([...scrutinyRooms, ...openDataRooms])

/** What can be loaded: what comes later may speak of what came before. */
export const importers: readonly Importer<Application>[] = [...standing, meetingsImporter, ...toFigures, ...fromFigures]

/** What a folder, such as an example's, is loaded by, in turn: as above, but that meetings whose papers quote figures come once these are published. Figures tell what was asked at meetings before. */
export const loads: readonly Importer<Application>[] = [
  ...standing,
  { ...meetingsImporter, inExample: ['meetings/**/!(*-with-figures).yaml'] },
  ...toFigures,
  { ...meetingsImporter, inExample: ['meetings/**/*-with-figures.yaml'] },
  ...fromFigures,
]

function importersOf(some: readonly Room<Application>[]): readonly Importer<Application>[] {
  return some.flatMap((room) => room.importers ?? [])
}

export const exporters: readonly Exporter<Application>[] = [countyExporter, bodiesExporter, templatesExporter, meetingsExporter, ...rooms.flatMap((room) => room.exporters ?? [])]

/** Which files of the content store the features refer to: a backup holds them all. */
export const fileReferences: readonly FileReferences[] = [meetingsFiles, ...rooms.flatMap((room) => room.files ?? [])]

/** Which besides are in use, and can be made again from the rest. */
export const copyReferences: readonly FileReferences[] = [membersCopies]

/** What the product does by itself once an hour. */
export const hourlyWork: readonly HourlyWork<Application>[] = rooms.flatMap((room) => room.hourly ?? [])

/** And once a minute. */
export const minutelyWork: readonly HourlyWork<Application>[] = rooms.flatMap((room) => room.minutely ?? [])

/** What later rooms do in the deeds that turn the agendas of a body. */
export const followAgendas: FollowAgendas = followedBy(laterRooms.flatMap((room) => room.followAgendas ?? []))

/** What the marks of figures in papers stand for: one room keeps figures. */
export const quotedFigures: QuotedFigures | undefined = laterRooms.find((room) => room.quotedFigures !== undefined)?.quotedFigures

/** Everything of theirs that the web is made of. */
export const webContent: WebContent = {
  pages: publicPages,
  api: apiResources,
  staffPages,
  sections: staffSections,
  navigation: staffNavigation,
  publicForms,
  tokenPages,
  machines: [...meetingsMachines, ...rooms.flatMap((room) => room.machines ?? [])],
  styles,
  scripts,
}
