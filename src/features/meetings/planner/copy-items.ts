import { randomUUID } from 'node:crypto'
import type { Transaction } from '#platform/database/database.ts'
import type { ReportPartName } from '../record/report-parts.ts'
import type { MeetingsTables } from '../tables.ts'
import type { ItemId, MeetingId, MeetingInWork, PaperId, PaperInWork } from '../work/meeting-in-work.ts'
import { papersWithText } from '../work/read-work.ts'

/** Puts these items of one meeting on the agenda of another that has none, numbered from 1, with their papers as they stand. */
export async function copyItems(tx: Transaction, from: MeetingInWork, to: MeetingId, items: readonly ItemId[]): Promise<void> {
  const chosen = from.items.filter(({ id }) => items.includes(id)).map((item) => ({ ...item, copy: randomUUID() as ItemId }))
  if (chosen.length === 0) return
  const tables = tx.tables<MeetingsTables>()
  await tables
    .insertInto('work.items')
    .values(chosen.map((item, index) => ({
      id: item.copy,
      meeting: to,
      number: index + 1,
      facts: JSON.stringify(item.facts),
      author: item.author ?? null,
    })))
    .execute()
  const papers = (await papersWithText(tx.reader, { meeting: from.id })).flatMap((paper) => {
    const item = chosen.find(({ id }) => id === paper.item)
    return item === undefined ? [] : [{ paper, copy: randomUUID() as PaperId, item: item.copy }]
  })
  if (papers.length === 0) return
  await tables.insertInto('work.papers').values(papers.map(({ paper, copy, item }) => ({ ...paperRow(paper), id: copy, item }))).execute()
  const parts = papers.flatMap(({ paper, copy }) => partRows(paper, copy))
  if (parts.length === 0) return
  await tables.insertInto('work.paper_parts').values(parts).execute()
  await tables.insertInto('work.paper_changes').values(parts).execute()
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
