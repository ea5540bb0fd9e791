import { ok, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import { actorKey } from '#access/actor.ts'
import { bodiesWithOpenAgenda } from '#features/meetings'
import type { Reader } from '#platform/database/database.ts'
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
    let placed = 0
    for (const group of await groupsWaiting(tx.reader)) {
      if (!(await placeReport(tx, group, context.today))) continue
      await tx.tables<GroupsTables>().updateTable('work.task_groups').set({ waits_for_agenda: false }).where('work.task_groups.slug', '=', group.slug).execute()
      placed += 1
    }
    return ok({ placed })
  })
}

async function groupsWaiting(reader: Reader): Promise<TaskGroup[]> {
  const rows = await reader.tables<GroupsTables>().selectFrom('work.task_groups as kept').select('kept.facts').where('kept.waits_for_agenda', '=', true).orderBy('kept.slug').limit(atOnce).execute()
  return rows.map(({ facts }) => taskGroup.parse(facts))
}
