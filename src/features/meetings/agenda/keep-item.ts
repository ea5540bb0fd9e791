import { formatDay } from '#core/date-words.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { LocalDate } from '#core/dates.ts'
import { peopleWith } from '#access/people.ts'
import type { Context } from '#access/act.ts'
import type { PersonId, Role } from '#access/actor.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { joinsTooLate } from '../publication/next-version.ts'
import { isOpenedUnreleased } from '../publishing/withheld-before.ts'
import type { MeetingsTables } from '../tables.ts'
import { changerInWords, noteChange } from '../work/item-changes.ts'
import { insertItem, numberItems, saveItem } from '../work/keep-meeting.ts'
import { deletePaper, insertPaper } from '../work/keep-paper.ts'
import type { ItemId, ItemInWork, MeetingId } from '../work/meeting-in-work.ts'
import { noteCommission } from './commissions.ts'
import { changeAgenda, noItem, type AgendaInWork } from './change-agenda.ts'
import { itemMark, reportOf, type ItemValues } from './item-values.ts'
import { readItemForm, type ItemInput } from './read-item-form.ts'
import { placeBeforeClosing } from './standing-items.ts'

/** Those who may write reports, as `entry/roles.ts` has it for `reports.write`. */
export const writerRoles: readonly Role[] = ['officer', 'director', 'analyst', 'finance', 'partnership', 'manager']

/**
 * Adds an item: before the standing items that close the agenda or, once the agenda is published, at its end under the next number, with the chair's
 * reason for urgency where fewer than five clear working days remain (Local Government Act 1972 s100B(4)). A form that is sent twice names the same item by
 * its `sending`, and adds it once.
 */
export function addItem(context: Context, app: Pick<MeetingsApp, 'now'>, meeting: MeetingId, typed: ItemValues, sending?: ItemId): Promise<Outcome<ItemId>> {
  return changeAgenda(context, app, meeting, { added: true }, async (tx, agenda) => {
    const { items } = agenda.meeting
    if (sending !== undefined && items.some((item) => item.id === sending)) return ok(sending)
    const input = await checked(tx.reader, agenda, undefined, typed, context.today)
    if (!input.ok) return input
    const last = Math.max(0, ...items.map((item) => item.number))
    const id = await insertItem(tx, meeting, last + 1, input.value.facts, sending)
    await saveItem(tx, id, input.value.facts, input.value.author)
    if (agenda.issued === undefined) {
      const order = items.map((item) => item.id)
      await numberItems(tx, order.toSpliced(placeBeforeClosing(agenda.template, items), 0, id))
    }
    if (input.value.needsReport) await addReport(tx, id, input.value, agenda, context.today)
    return ok(id)
  })
}

/** Saves an item over what the officer had before them. Refused as a conflict where somebody else changed the item meanwhile; a change of another item is none. */
export function editItem(context: Context, app: Pick<MeetingsApp, 'now'>, meeting: MeetingId, item: ItemId, typed: ItemValues, basedOn: string): Promise<Outcome<void>> {
  return changeAgenda(context, app, meeting, { item }, async (tx, agenda) => {
    const before = agenda.meeting.items.find((each) => each.id === item)
    if (before === undefined) return noItem
    if (itemMark(before) !== basedOn) return refuse('conflict', `${await changerInWords(tx.reader, item)} changed this item while you had it open. What you typed is still here: compare it with what stands now, and save again.`)
    const input = await checked(tx.reader, agenda, before, typed, context.today)
    if (!input.ok) return input
    await saveItem(tx, item, input.value.facts, input.value.author)
    await noteChange(tx, item, context.actor)
    const report = reportOf(before)
    if (report === undefined && input.value.needsReport) await addReport(tx, item, input.value, agenda, context.today)
    if (report !== undefined && !input.value.needsReport) await deletePaper(tx, report.id)
    if (report?.isHeld === false && input.value.needsReport && report.title === before.facts.title) await renameReport(tx, report.id, input.value.facts.title)
    return ok(undefined)
  })
}

async function checked(reader: Reader, agenda: AgendaInWork, before: ItemInWork | undefined, typed: ItemValues, today: LocalDate): Promise<Outcome<ItemInput>> {
  const authors = await authorsFor(reader, today, before)
  const input = readItemForm(typed, before?.facts, authors)
  if (!input.ok) return input
  if (!input.value.needsReport && before !== undefined && reportOf(before)?.isHeld === true) {
    return refuse('invalid', 'The item was not saved.', [{ field: 'report', message: 'Somebody has written in this report already. To do without it, remove the item or withdraw it' }])
  }
  if (before !== undefined && isOpenedUnreleased(input.value.facts, agenda.withheldBefore.get(before.id))) {
    return refuse('invalid', 'The item was not saved.', [{ field: 'openness', message: 'This item is published as withheld. Release it instead, which records who decided that the reason has lapsed' }])
  }
  if (input.value.facts.draftBy !== undefined && input.value.facts.draftBy >= agenda.meeting.facts.date) {
    return refuse('invalid', 'The item was not saved.', [{ field: 'draft-by', message: `Give a day before the meeting of ${formatDay(agenda.meeting.facts.date)}` }])
  }
  if (input.value.facts.lateReason === undefined && asksLateReason(agenda, before, today)) return refuse('invalid', 'The item was not saved.', [lateFault])
  return input
}

const lateFault = {
  field: 'late-reason',
  message: 'The agenda is published and fewer than five clear working days remain: give the chair’s reason for urgency, which the public will read',
}

/** Whether the item joins a published agenda so late that the chair must say why. */
export function asksLateReason({ issued, meeting }: Pick<AgendaInWork, 'issued' | 'meeting'>, item: Pick<ItemInWork, 'number'> | undefined, today: LocalDate): boolean {
  if (issued === undefined || (item !== undefined && issued.has(item.number))) return false
  return joinsTooLate(meeting.facts.date, today)
}

/** Whoever wrote it before stays its author though they may hold no such role now. */
async function authorsFor(reader: Reader, today: LocalDate, before: ItemInWork | undefined): Promise<PersonId[]> {
  const people = await peopleWith(reader, today, writerRoles)
  return [...people.map(({ person }) => person), ...(before?.author === undefined ? [] : [before.author])]
}

async function addReport(tx: Transaction, item: ItemId, { facts }: ItemInput, { template }: AgendaInWork, today: LocalDate): Promise<void> {
  const paper = await insertPaper(tx, item, { kind: 'report', position: 0, title: facts.title, frame: template.frame })
  await noteCommission(tx, paper, today)
}

/** A report in which nobody has written is called as its item is. */
async function renameReport(tx: Transaction, paper: NonNullable<ReturnType<typeof reportOf>>['id'], title: string): Promise<void> {
  await tx.tables<MeetingsTables>().updateTable('work.papers').set({ title }).where('work.papers.id', '=', paper).execute()
}
