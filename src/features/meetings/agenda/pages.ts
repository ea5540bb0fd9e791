import type { StaffPage } from '#access/staff/staff-page.ts'
import type { LaterParts } from '../later-parts.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { addStandingItemsPage } from './add-standing-items.ts'
import { agendaPage } from './agenda-page.ts'
import { editItemPage, newItemPage } from './item-pages.ts'
import { moveItemPage } from './move-item.ts'
import { remindAuthorPage } from './remind-author.ts'
import { removeItemPage } from './remove-page.ts'

export function agendaPages(later: LaterParts): readonly StaffPage<MeetingsApp>[] {
  return [agendaPage(later), newItemPage, moveItemPage, addStandingItemsPage, editItemPage, removeItemPage, remindAuthorPage]
}
