import type { StaffPage } from '#access/staff/staff-page.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { adjournPage } from './adjourn-page.ts'
import { cancelPage } from './cancel-page.ts'
import { factsPage } from './facts-page.ts'
import { listPage } from './list-page.ts'
import { movePage } from './move-page.ts'
import { planPage } from './plan-page.ts'

/** The calendar as officers keep it. */
export const plannerPages: readonly StaffPage<MeetingsApp>[] = [listPage, planPage, factsPage, movePage, cancelPage, adjournPage]
