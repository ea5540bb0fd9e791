import type { StaffPage } from '#access/staff/staff-page.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { addStandingItemsPage } from './add-standing-items.ts'
import { agendaPage } from './agenda-page.ts'
import { editItemPage, newItemPage } from './item-pages.ts'
import { moveItemPage } from './move-item.ts'
import { remindAuthorPage } from './remind-author.ts'
import { removeItemPage } from './remove-page.ts'

export const agendaPages: readonly StaffPage<MeetingsApp>[] = [agendaPage, newItemPage, moveItemPage, addStandingItemsPage, editItemPage, removeItemPage, remindAuthorPage]
