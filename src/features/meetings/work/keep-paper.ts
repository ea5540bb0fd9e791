import { sql } from 'kysely'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Transaction } from '#platform/database/database.ts'
import type { ReportPartName, ReportParts } from '../record/report-parts.ts'
import type { KeptPicture } from '../record/meeting-draft.ts'
import type { MeetingsTables } from '../tables.ts'
import type { ItemId, PaperId, PaperInList } from './meeting-in-work.ts'

type NewPaper = Pick<PaperInList, 'kind' | 'position' | 'title'> & Partial<Pick<PaperInList, 'frame' | 'note' | 'isPublicVersion' | 'attachment'>>

/** Adds a paper to an item. It is held once a part is saved or a file attached. */
export async function insertPaper(tx: Transaction, item: ItemId, paper: NewPaper): Promise<PaperId> {
  const row = await tx
    .tables<MeetingsTables>()
    .insertInto('work.papers')
    .values({
      item,
      kind: paper.kind,
      position: paper.position,
      title: paper.title,
      frame: paper.frame ?? null,
      note: paper.note ?? null,
      file_name: null,
      is_public_version: paper.isPublicVersion ?? false,
      pictures: '[]',
      attachment: paper.attachment === undefined ? null : JSON.stringify(paper.attachment),
    })
    .returning('work.papers.id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Saves title, note, pictures or attachment of a paper, if it is still at this revision; refused as a conflict where it is not. */
export async function savePaper(
  tx: Transaction,
  paper: PaperId,
  revision: number,
  change: { readonly title?: string; readonly note?: string | null; readonly pictures?: readonly KeptPicture[]; readonly attachment?: PaperInList['attachment'] | null },
): Promise<Outcome<number>> {
  const { title, note, pictures, attachment } = change
  const row = await tx
    .tables<MeetingsTables>()
    .updateTable('work.papers')
    .set({
      revision: sql<number>`revision + 1`,
      ...(title === undefined ? {} : { title }),
      ...(note === undefined ? {} : { note }),
      ...(pictures === undefined ? {} : { pictures: JSON.stringify(pictures) }),
      ...(attachment === undefined ? {} : { attachment: attachment === null ? null : JSON.stringify(attachment) }),
    })
    .where('work.papers.id', '=', paper)
    .where('work.papers.revision', '=', revision)
    .returning('work.papers.revision')
    .executeTakeFirst()
  return row === undefined ? refuse('conflict', 'Somebody else changed this paper while you had it open. What you typed is still here.') : ok(row.revision)
}

export async function deletePaper(tx: Transaction, paper: PaperId): Promise<void> {
  await tx.tables<MeetingsTables>().deleteFrom('work.papers').where('work.papers.id', '=', paper).execute()
}

interface PartSaved<Name extends ReportPartName> {
  readonly paper: PaperId
  readonly part: Name
  readonly content: ReportParts[Name]
  /** The revision on which the writer's text rests; 0 where nobody had saved the part. */
  readonly basedOn: number
  /** The writer's name. */
  readonly by: string
  readonly at: Date
}

/** Saves of one writer within the same slot of so many minutes are one entry of the history. */
const slotMinutes = 10

/**
 * Saves one part of a paper and answers its new revision. Refused as a conflict where the part has gone on since the revision on which the
 * writer's text rests: nothing is merged unseen.
 */
export async function savePart<Name extends ReportPartName>(tx: Transaction, { paper, part, content, basedOn, by, at }: PartSaved<Name>): Promise<Outcome<number>> {
  const tables = tx.tables<MeetingsTables>()
  const row = { paper, part, content: JSON.stringify(content), revision: basedOn + 1, saved_by: by, saved_at: at }
  const kept =
    basedOn === 0
      ? await tables
          .insertInto('work.paper_parts')
          .values(row)
          .onConflict((conflict) => conflict.columns(['council', 'paper', 'part'] as never).doNothing())
          .returning('work.paper_parts.revision')
          .executeTakeFirst()
      : await tables
          .updateTable('work.paper_parts')
          .set({ content: row.content, revision: row.revision, saved_by: by, saved_at: at })
          .where('work.paper_parts.paper', '=', paper)
          .where('work.paper_parts.part', '=', part)
          .where('work.paper_parts.revision', '=', basedOn)
          .returning('work.paper_parts.revision')
          .executeTakeFirst()
  if (kept === undefined) return refuse('conflict', 'Somebody else saved this part of the report while you were writing. What you wrote is still here.')
  await tables
    .deleteFrom('work.paper_changes')
    .where('work.paper_changes.paper', '=', paper)
    .where('work.paper_changes.part', '=', part)
    .where('work.paper_changes.revision', '=', basedOn)
    .where('work.paper_changes.saved_by', '=', by)
    .where('work.paper_changes.saved_at', '>=', new Date(Math.floor(at.getTime() / (slotMinutes * 60_000)) * slotMinutes * 60_000))
    .execute()
  await tables.insertInto('work.paper_changes').values(row).execute()
  return ok(kept.revision)
}
