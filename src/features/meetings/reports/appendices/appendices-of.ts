import { given } from '#core/given.ts'
import type { Reader } from '#platform/database/database.ts'
import type { AttachedFile } from '../../record/meeting-draft.ts'
import type { MeetingsTables } from '../../tables.ts'
import type { ItemId, PaperId } from '../../work/meeting-in-work.ts'

export interface AppendixInList {
  readonly id: PaperId
  readonly title: string
  readonly position: number
  readonly revision: number
  readonly attachment?: AttachedFile
  readonly note?: string
  /** Its text has words. */
  readonly hasText: boolean
}

/** The appendices of an item in their order. */
export async function appendicesOf(reader: Reader, item: ItemId): Promise<AppendixInList[]> {
  const rows = await reader
    .tables<MeetingsTables>()
    .selectFrom('work.papers as paper')
    .leftJoin('work.paper_parts as body', (join) => join.onRef('body.paper', '=', 'paper.id').on('body.part', '=', 'body'))
    .select(['paper.id', 'paper.title', 'paper.position', 'paper.revision', 'paper.attachment', 'paper.note', 'body.revision as body'])
    .where('paper.item', '=', item)
    .where('paper.kind', '=', 'appendix')
    .orderBy('paper.position')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    position: row.position,
    revision: row.revision,
    ...given('attachment', row.attachment),
    ...given('note', row.note),
    hasText: row.body !== null,
  }))
}
