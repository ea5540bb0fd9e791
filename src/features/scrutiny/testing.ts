/** What tests of other folders need of this feature. */
export { planEntry } from './forward-plan/entry/plan-entry.ts'
export { workProgramme } from './programme/model/work-programme.ts'
export { exception } from './exceptions/exception.ts'
export { leadMembers } from './groups/leads/lead-members.ts'
export { taskGroup } from './groups/task-groups/task-group.ts'
