import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import type { ReportPartName } from '../record/report-parts.ts'
import type { MeetingsTables } from '../tables.ts'
import type { ItemFacts, ItemId, ItemInWork, MeetingId, PaperId, PaperInWork } from '../work/meeting-in-work.ts'
import { papersWithText } from '../work/read-work.ts'

/** Where copies stand, and who puts them there. */
interface CopiesTo {
  readonly meeting: MeetingId
  /** How many items its agenda has: the copies are numbered on from there. */
  readonly after: number
  /** By name. */
  readonly by: string
  readonly at: Date
}

/**
 * Puts these items of one meeting on the agenda of another after those that it has, with their papers as they stand: their text, whether they are handed in
 * and cleared, who writes them. A report that came in a file is handed in. Answers the copies in their order.
 */
export async function copyItems(tx: Transaction, from: MeetingId, items: readonly ItemInWork[], to: CopiesTo): Promise<{ readonly id: ItemId; readonly facts: ItemFacts }[]> {
  const chosen = items.map((item) => ({ ...item, copy: randomUUID() as ItemId }))
  if (chosen.length === 0) return []
  const tables = tx.tables<MeetingsTables>()
  await tables
    .insertInto('work.items')
    .values(chosen.map((item, index) => ({
      id: item.copy,
      meeting: to.meeting,
      number: to.after + index + 1,
      facts: JSON.stringify(item.facts),
      author: item.author ?? null,
    })))
    .execute()
  const papers = (await papersWithText(tx.reader, { meeting: from })).flatMap((paper) => {
    const item = chosen.find(({ id }) => id === paper.item)
    return item === undefined ? [] : [{ paper, copy: randomUUID() as PaperId, item: item.copy }]
  })
  const copies = chosen.map(({ copy, facts }) => ({ id: copy, facts }))
  if (papers.length === 0) return copies
  await tables.insertInto('work.papers').values(papers.map(({ paper, copy, item }) => ({ ...paperRow(paper), id: copy, item }))).execute()
  const parts = papers.flatMap(({ paper, copy }) => partRows(paper, copy))
  if (parts.length > 0) {
    await tables.insertInto('work.paper_parts').values(parts).execute()
    await tables.insertInto('work.paper_changes').values(parts).execute()
  }
  await copyStanding(tx, papers, to)
  return copies
}

function paperRow(paper: PaperInWork) {
  return {
    kind: paper.kind,
    position: paper.position,
    title: paper.title,
    frame: paper.frame ?? null,
    note: paper.note ?? null,
    // The name belongs to the file of the meeting it was loaded with.
    file_name: null,
    is_public_version: paper.isPublicVersion,
    pictures: JSON.stringify(paper.pictures),
    attachment: paper.attachment === undefined ? null : JSON.stringify(paper.attachment),
  }
}

function partRows(paper: PaperInWork, copy: PaperId) {
  return Object.entries(paper.parts).flatMap(([name, content]) => {
    const part = name as ReportPartName
    const saved = paper.saved[part]
    return content === undefined || saved === undefined ? [] : [{
      paper: copy,
      part,
      content: JSON.stringify(content),
      revision: 1,
      saved_by: saved.by ?? null,
      saved_at: new Date(saved.at),
    }]
  })
}

/** What is kept of a paper beside its text and stands as it is for the copy. */
const beside = [
  ['work.clearances', ['kind', 'officer', 'officer_name', 'asked_by', 'asked_at', 'state', 'answered_at', 'note', 'text_cleared']],
  ['work.paper_writers', ['person', 'name', 'shared_by', 'shared_at']],
  ['work.picture_words', ['name', 'alternative']],
] as const

async function copyStanding(tx: Transaction, papers: readonly { readonly paper: PaperInWork; readonly copy: PaperId }[], { by, at }: CopiesTo): Promise<void> {
  const isInFile = ({ kind, fileName }: PaperInWork) => kind === 'report' && fileName !== undefined
  const pairs = sql`(values ${sql.join(papers.map(({ paper, copy }) => sql`(${paper.id}::uuid, ${copy}::uuid, ${isInFile(paper)}::boolean)`))}) as pair (paper, copy, is_in_file)`
  for (const [table, columns] of beside) {
    const named = sql.join(columns.map((column) => sql.ref(column)))
    const kept = sql.join(columns.map((column) => sql.ref(`kept.${column}`)))
    await sql`insert into ${sql.table(table)} (paper, ${named}) select pair.copy, ${kept} from ${pairs} join ${sql.table(table)} as kept on kept.paper = pair.paper`.execute(tx.tables())
  }
  await sql`insert into work.paper_hand_ins (paper, state, by_name, at, note)
    select pair.copy, coalesce(kept.state, 'handed-in'), coalesce(kept.by_name, ${by}), coalesce(kept.at, ${at}), kept.note
    from ${pairs} left join work.paper_hand_ins as kept on kept.paper = pair.paper where kept.paper is not null or pair.is_in_file`.execute(tx.tables())
}
