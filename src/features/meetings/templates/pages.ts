import type { StaffPage } from '#access/staff/staff-page.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { templatePage } from './edit-template.ts'
import { templatesPage } from './templates-page.ts'

export const templatesPages: readonly StaffPage<MeetingsApp>[] = [templatesPage, templatePage]
