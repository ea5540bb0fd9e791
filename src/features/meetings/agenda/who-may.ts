import type { Context } from '#access/act.ts'
import type { PersonId } from '#access/actor.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import type { Reader } from '#platform/database/database.ts'
import { given } from '#core/given.ts'
import { isOpenMeeting, isWithheld } from '../record/withheld.ts'
import { rightsOn } from '../reports/rights/paper-rights.ts'
import type { ReportsTables } from '../reports/tables.ts'
import type { MeetingsTables } from '../tables.ts'
import type { ItemId, ItemInWork, MeetingId, MeetingInWork } from '../work/meeting-in-work.ts'
import { opennessOf } from './openness.ts'
import { knownSessions } from './private-sessions.ts'

export function mayEdit({ context }: Pick<StaffRequest, 'context'>): boolean {
  return context.may(context.actor, 'agendas.edit')
}

/** What somebody may see of one agenda. */
export interface Sight {
  /** A private meeting is shown to officers, to members of its body and to those who write for it or were asked; to others it is there, on its day. */
  readonly isMeetingShown: boolean
  /** Of an item that is not open only those who may read its report learn what it is; to others it says no more than that it is there. */
  readonly isShown: (item: Pick<ItemInWork, 'id' | 'facts' | 'author'>) => boolean
  /** May open its papers. */
  readonly mayOpen: (item: Pick<ItemInWork, 'id' | 'facts' | 'author'>) => boolean
}

/** Finds what this person may see: by office, as author, where a report is shared with them or they were asked to clear it. */
export async function sightOf(reader: Reader, meeting: MeetingInWork, context: Pick<Context, 'actor' | 'may' | 'today'>): Promise<Sight> {
  const { actor } = context
  const shared = actor.kind === 'person' ? await itemsSharedWith(reader, meeting.id, actor.person) : new Set<ItemId>()
  const knows = isOpenMeeting(meeting.facts) || (await knownSessions(reader, context))(meeting.facts.body)
  const mayOpen: Sight['mayOpen'] = ({ id, facts, author }) => {
    const claims = { ...given('author', author), isWithheld: isWithheld(meeting.facts, facts), isShared: shared.has(id), isAsked: false }
    return rightsOn(claims, actor).read
  }
  return {
    isMeetingShown: knows || meeting.items.some(mayOpen),
    mayOpen,
    isShown: (item) => (knows && opennessOf(item.facts) === 'open') || mayOpen(item),
  }
}

/** The items with a report that others let this person write, or asked them to clear. */
async function itemsSharedWith(reader: Reader, meeting: MeetingId, person: PersonId): Promise<ReadonlySet<ItemId>> {
  const rows = await reader
    .tables<MeetingsTables & ReportsTables>()
    .selectFrom('work.papers as paper')
    .innerJoin('work.items as item', 'item.id', 'paper.item')
    .leftJoin('work.paper_writers as writer', (join) => join.onRef('writer.paper', '=', 'paper.id').on('writer.person', '=', person))
    .leftJoin('work.clearances as asked', (join) => join.onRef('asked.paper', '=', 'paper.id').on('asked.officer', '=', person))
    .select('item.id')
    .distinct()
    .where('item.meeting', '=', meeting)
    .where((one) => one.or([one('writer.person', 'is not', null), one('asked.officer', 'is not', null)]))
    .execute()
  return new Set(rows.map((row) => row.id))
}
