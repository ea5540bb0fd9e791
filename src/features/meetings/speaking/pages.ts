import type { PublicForm } from '#access/staff/public-form.ts'
import type { StaffPage } from '#access/staff/staff-page.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { askPage } from './ask/ask-page.ts'
import { listPage } from './pages/list-page.ts'
import { decisionPage, requestPage, responsePage, turnPage, withdrawalPage } from './pages/request-page.ts'
import { orderPage, speakersPage } from './pages/speakers-page.ts'

/** Who asks to speak at a meeting, behind the sign-in. */
export const speakingPages: readonly StaffPage<MeetingsApp>[] = [speakersPage, listPage, orderPage, requestPage, decisionPage, withdrawalPage, turnPage, responsePage]

/** The form by which the public asks. */
export const speakingForms: readonly PublicForm<MeetingsApp>[] = [askPage]
