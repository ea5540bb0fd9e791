import { ok, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import { actorKey } from '#access/actor.ts'
import { bodiesWithOpenAgenda, type FollowAgendas } from '#features/meetings'
import type { LocalDate } from '#core/dates.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import type { GroupsTables } from '../tables.ts'
import { placeReport } from '../task-groups/change-group.ts'
import { taskGroup, type TaskGroup } from '../task-groups/task-group.ts'

const atOnce = 50

/** Puts reports for which no meeting was planned on an agenda, as soon as one is; writes nothing where none waits, or none of their bodies meets. */
export async function bringReports(context: Context): Promise<Outcome<{ placed: number }>> {
  const canBePlaced = await context.database.read(actorKey(context.actor), async (reader) => {
    const waiting = await groupsWaiting(reader)
    return (await bodiesWithOpenAgenda(reader, waiting.map(({ commissionedBy }) => commissionedBy), context.today)).size > 0
  })
  if (!canBePlaced) return ok({ placed: 0 })
  return act(context, { verb: 'groups.publish', subject: { kind: 'task-groups', id: 'reports that wait' } }, async (tx) => {
    return ok({ placed: await placeReports(tx, await groupsWaiting(tx.reader), context.today) })
  })
}

/** The same for one body, in the deed after which another of its agendas is open. */
export const reportsFollowAgendas: FollowAgendas = async (tx, { body, context: { today } }) => {
  await placeReports(tx, (await groupsWaiting(tx.reader)).filter(({ commissionedBy }) => commissionedBy === body), today)
}

async function placeReports(tx: Transaction, groups: readonly TaskGroup[], today: LocalDate): Promise<number> {
  let placed = 0
  for (const group of groups) {
    if (!(await placeReport(tx, group, today))) continue
    await tx.tables<GroupsTables>().updateTable('work.task_groups').set({ waits_for_agenda: false }).where('work.task_groups.slug', '=', group.slug).execute()
    placed += 1
  }
  return placed
}

async function groupsWaiting(reader: Reader): Promise<TaskGroup[]> {
  const rows = await reader.tables<GroupsTables>().selectFrom('work.task_groups as kept').select('kept.facts').where('kept.waits_for_agenda', '=', true).orderBy('kept.slug').limit(atOnce).execute()
  return rows.map(({ facts }) => taskGroup.parse(facts))
}
