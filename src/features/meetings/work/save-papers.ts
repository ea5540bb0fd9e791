import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import type { AttachedFile, KeptPicture, PaperDraft } from '../record/meeting-draft.ts'
import { frameOf, partsOf, type ReportPartName, type SomeParts } from '../record/report-parts.ts'
import type { ReportFrame } from '../record/report-file.ts'
import type { MeetingsTables } from '../tables.ts'
import type { ItemId, PaperId, PaperInWork } from './meeting-in-work.ts'
import { samePapers } from './same-matter.ts'

interface PapersFromFiles {
  readonly papers: readonly PaperDraft[]
  readonly items: ReadonlyMap<number, ItemId>
  /** What is kept of the papers of the items that go on, by the file's number of the item. */
  readonly before: ReadonlyMap<number, readonly PaperInWork[]>
  readonly at: Date
}

/** A paper of a file with the id that it has here, and what is kept of it. */
interface Placed {
  readonly id: PaperId
  readonly paper: PaperDraft
  readonly kept?: PaperInWork
}

/**
 * Saves the papers of a meeting from its files. The same paper (see `samePapers`) keeps its id, and with it comments, clearances and its state; a part that
 * says something else gets a new revision, so that a clearance shows that the text changed. A report that nobody has begun is in no file, and stays.
 */
export async function savePapers(tx: Transaction, { papers, items, before, at }: PapersFromFiles): Promise<void> {
  const same = samePapers(papers, before)
  const placed = papers.map((paper): Placed => {
    const standing = same.get(paper)
    return standing === undefined ? { id: randomUUID() as PaperId, paper } : { id: standing.id, paper, kept: standing }
  })
  const gone = [...before.values()].flat().filter((one) => isInFiles(one) && !placed.some(({ id }) => id === one.id))
  if (gone.length > 0) await tx.tables<MeetingsTables>().deleteFrom('work.papers').where('work.papers.id', 'in', gone.map(({ id }) => id)).execute()
  await saveRows(tx, placed, items)
  await saveParts(tx, placed, at)
}

function isInFiles(paper: PaperInWork): boolean {
  return paper.kind === 'appendix' || paper.isHeld
}

/** What is said of a paper besides its text. */
interface PaperFacts {
  readonly position: number
  readonly title: string
  readonly frame: ReportFrame['frame'] | null
  readonly note: string | null
  readonly file_name: string | null
  readonly pictures: readonly KeptPicture[]
  readonly attachment: AttachedFile | null
}

function factsOf({ id, kind, title, note, fileName, text, attachment }: PaperDraft): PaperFacts {
  const position = kind === 'report' ? 0 : Number(/\d+$/.exec(id)?.[0] ?? 1)
  const pictures = (text?.pictures ?? []).map((picture) => ({ name: picture.name, checksum: picture.reference.checksum }))
  return { position, title, frame: text?.frame?.frame ?? null, note: note ?? null, file_name: fileName ?? null, pictures, attachment: attachment ?? null }
}

function keptFacts({ position, title, note, fileName, frame, pictures, attachment }: PaperInWork): PaperFacts {
  return { position, title, frame: frame ?? null, note: note ?? null, file_name: fileName ?? null, pictures, attachment: attachment ?? null }
}

async function saveRows(tx: Transaction, placed: readonly Placed[], items: ReadonlyMap<number, ItemId>): Promise<void> {
  const changed = placed.filter(({ paper, kept }) => kept === undefined || !isDeepStrictEqual(factsOf(paper), keptFacts(kept)))
  if (changed.length === 0) return
  const rows = changed.map(({ id, paper }) => {
    const { pictures, attachment, ...facts } = factsOf(paper)
    const place = { item: idOf(items, paper.item), kind: paper.kind, is_public_version: paper.isPublicVersion ?? false }
    return { id, ...place, ...facts, pictures: JSON.stringify(pictures), attachment: attachment === null ? null : JSON.stringify(attachment) }
  })
  const columns = ['position', 'title', 'frame', 'note', 'file_name', 'pictures', 'attachment'] as const
  const replaced = Object.fromEntries(columns.map((column) => [column, sql`excluded.${sql.ref(column)}`]))
  await tx
    .tables<MeetingsTables>()
    .insertInto('work.papers')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['council', 'id'] as never).doUpdateSet({ ...replaced, revision: sql<number>`papers.revision + 1` }))
    .execute()
  await forgetPicturesGone(tx, rows.map(({ id }) => id))
}

/** What was said of pictures that the papers no longer have goes with them, so that another picture may take the name. */
async function forgetPicturesGone(tx: Transaction, papers: readonly PaperId[]): Promise<void> {
  await sql`delete from work.picture_words as words using work.papers as paper
    where paper.council = words.council and paper.id = words.paper and paper.id in (${sql.join(papers)})
      and not exists (select 1 from jsonb_array_elements(paper.pictures) as picture where picture ->> 'name' = words.name)`.execute(tx.tables())
}

async function saveParts(tx: Transaction, placed: readonly Placed[], at: Date): Promise<void> {
  const tables = tx.tables<MeetingsTables>()
  const emptied = placed.filter(({ paper, kept }) => paper.text === undefined && kept?.savedAt !== undefined).map(({ id }) => id)
  if (emptied.length > 0) await tables.deleteFrom('work.paper_parts').where('work.paper_parts.paper', 'in', emptied).execute()
  const last = await lastRevisions(tx, placed.flatMap(({ kept }) => (kept === undefined ? [] : [kept.id])))
  const rows = placed.flatMap(({ id, paper, kept }) =>
    changedParts(partsOfPaper(paper), kept === undefined ? {} : partsAsInFiles(kept)).map(({ part, content }) => ({ paper: id, part, content, revision: (last.get(`${id} ${part}`) ?? 0) + 1, saved_by: null, saved_at: at })),
  )
  if (rows.length === 0) return
  await tables
    .insertInto('work.paper_parts')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['council', 'paper', 'part'] as never).doUpdateSet({
        content: sql<string>`excluded.content`,
        revision: sql<number>`excluded.revision`,
        saved_by: null,
        saved_at: at,
      }),
    )
    .execute()
  await tables.insertInto('work.paper_changes').values(rows).execute()
}

function partsOfPaper({ text }: PaperDraft): SomeParts {
  if (text === undefined) return {}
  return text.frame === undefined ? { body: { markdown: text.markdown } } : partsOf(text.frame, text.markdown)
}

/** What a file would say of the paper: parts that nobody has written stand empty in it. */
function partsAsInFiles({ title, frame, parts, savedAt }: PaperInWork): SomeParts {
  return frame === undefined || savedAt === undefined ? parts : partsOf(frameOf(title, frame, parts), parts.body?.markdown ?? '')
}

function changedParts(parts: SomeParts, kept: SomeParts): { part: ReportPartName; content: string }[] {
  return Object.entries(parts).flatMap(([name, value]) => {
    const [part, content] = [name as ReportPartName, JSON.stringify(value)]
    return isDeepStrictEqual(JSON.parse(content), asJson(kept[part])) ? [] : [{ part, content }]
  })
}

function asJson(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value))
}

/** The last revision that each part of these papers ever had, one that was taken out too. */
async function lastRevisions(tx: Transaction, papers: readonly PaperId[]): Promise<ReadonlyMap<string, number>> {
  if (papers.length === 0) return new Map()
  const rows = await tx
    .tables<MeetingsTables>()
    .selectFrom('work.paper_changes as change')
    .select(['change.paper', 'change.part'])
    .select((one) => one.fn.max('change.revision').as('revision'))
    .where('change.paper', 'in', papers)
    .groupBy(['change.paper', 'change.part'])
    .execute()
  return new Map(rows.map(({ paper, part, revision }) => [`${paper} ${part}`, revision]))
}

function idOf(items: ReadonlyMap<number, ItemId>, number: number): ItemId {
  const id = items.get(number)
  if (id === undefined) throw new Error(`There is no item ${number}`)
  return id
}
