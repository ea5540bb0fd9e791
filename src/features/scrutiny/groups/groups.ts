import type { ScrutinyRoom } from '../scrutiny-room.ts'
import { bringReports, reportsFollowAgendas } from './agenda/bring-reports.ts'
import { leadMembersExporter, leadMembersImporter } from './import/lead-members-files.ts'
import { taskGroupsExporter, taskGroupsImporter } from './import/task-groups-files.ts'
import { leadMembersApi } from './leads/api.ts'
import { leadsOfBody } from './leads/leads-of-body.ts'
import { leadsOfBodyPage, leadsPage } from './leads/leads-pages.ts'
import { groupsMigrations } from './migrations.ts'
import { taskGroupsApi } from './task-groups/api.ts'
import { editGroupPage, newGroupPage } from './task-groups/pages/edit-pages.ts'
import { groupPage } from './task-groups/pages/group-page.ts'
import { groupsPage } from './task-groups/pages/groups-page.ts'
import { taskGroupPages } from './task-groups/pages/public-pages.ts'
import { groupOfItem, groupsOfBody, groupsSection } from './task-groups/pages/sections.ts'
import { bringUpdates, updatesFollowAgendas } from './updates/bring-updates.ts'
import { updatesOfItem, updatesSection } from './updates/sections.ts'
import { updatesPage } from './updates/updates-page.ts'

/** Task and finish groups; lead members and their updates. */
export const groups: ScrutinyRoom = {
  migrations: groupsMigrations,
  pages: taskGroupPages,
  api: [...taskGroupsApi, ...leadMembersApi],
  staffPages: [groupsPage, newGroupPage, groupPage, editGroupPage, leadsPage, leadsOfBodyPage, updatesPage],
  navigation: [{ text: 'Task groups', href: '/staff/groups', verb: 'groups.see', also: ['/staff/lead-members', '/staff/member-updates', '/staff/exceptions'], about: 'Task and finish groups, lead members and their updates, exceptions from the figures', dailyFor: [] }],
  sections: [updatesSection, groupsSection],
  bodySections: [groupsOfBody, leadsOfBody],
  homeWays: [{ text: 'Task and finish groups', href: '/task-groups', about: 'what a few members look into, and what they found' }],
  itemSections: [groupOfItem, updatesOfItem],
  importers: [taskGroupsImporter, leadMembersImporter],
  exporters: [taskGroupsExporter, leadMembersExporter],
  followAgendas: [reportsFollowAgendas, updatesFollowAgendas],
  hourly: [
    { name: 'reports of task groups', work: bringReports },
    { name: 'member updates', work: bringUpdates },
  ],
}
