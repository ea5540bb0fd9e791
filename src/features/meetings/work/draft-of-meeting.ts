import { setImmediate } from 'node:timers/promises'
import { given } from '#core/given.ts'
import { refuse, ok, type Fault, type Outcome } from '#core/outcome.ts'
import type { Reader } from '#platform/database/database.ts'
import type { Block, FileReference } from '#platform/documents/blocks.ts'
import { figuresIn } from '#platform/documents/figures.ts'
import { quotedPicturesIn, type QuotedMarks } from '#platform/documents/quoted.ts'
import { readMarkdown } from '#platform/documents/read-markdown.ts'
import type { ContentStore } from '#platform/files/content-store.ts'
import { mediaTypeOf } from '../record/picture-kinds.ts'
import { fingerprintOf, type MeetingDraft, type PaperDraft, type PaperText, type Picture } from '../record/meeting-draft.ts'
import { meetingEntry, type EntryItem, type MeetingEntry } from '../record/meetings-file.ts'
import { frameOf } from '../record/report-parts.ts'
import type { KeptPicture } from '../record/meeting-draft.ts'
import type { ItemInWork, MeetingId, MeetingInWork, PaperInList, PaperInWork } from './meeting-in-work.ts'
import { meetingInWork, papersWithText } from './read-work.ts'

/** A meeting as it is kept, with the text of all its papers. */
export interface MeetingWithText {
  readonly meeting: MeetingInWork
  readonly papers: readonly PaperInWork[]
}

/** Reads a meeting with all that its papers say, in five queries; undefined where there is none. */
export async function meetingWithText(reader: Reader, id: MeetingId): Promise<MeetingWithText | undefined> {
  const meeting = await meetingInWork(reader, id)
  return meeting === undefined ? undefined : { meeting, papers: await papersWithText(reader, { meeting: id }) }
}

/**
 * Makes of what is kept the draft from which a version is published. Outside any transaction: it reads pictures from the file store.
 * Others are answered between one paper and the next. Marks of figures are read as `quoted` has them, and are words where it is left out. Refused where a text cannot be read as it stands; each fault names its paper as `file` and its line as `row`.
 */
export async function draftOf({ meeting, papers }: MeetingWithText, files: Pick<ContentStore, 'get'>, quoted?: QuotedMarks): Promise<Outcome<MeetingDraft>> {
  const faults: Fault[] = []
  const drafts: PaperDraft[] = []
  for (const item of meeting.items) {
    for (const listed of inOrder(item.papers)) {
      const paper = papers.find((one) => one.id === listed.id)
      const text = paper?.parts.body === undefined ? undefined : await textOf(paper, files, quoted)
      if (text !== undefined && !text.ok) faults.push(...text.refusal.faults)
      else drafts.push(draftOfPaper(item, listed, text?.value))
    }
  }
  if (faults.length > 0) return refuse('invalid', 'Some papers cannot be published as they stand.', faults)
  const held = drafts.filter((paper) => paper.kind === 'appendix' || paper.text !== undefined)
  const entry = entryOf(meeting)
  return ok({ entry, papers: held, fingerprint: fingerprintOf(entry, held) })
}

/** Report, public version, appendices by their place. */
function inOrder(papers: readonly PaperInList[]): PaperInList[] {
  return papers.toSorted((one, other) => one.position - other.position || Number(one.isPublicVersion) - Number(other.isPublicVersion))
}

function draftOfPaper(item: ItemInWork, paper: PaperInList, text: PaperText | undefined): PaperDraft {
  return {
    id: paperSlug(item.number, paper),
    item: item.number,
    kind: paper.kind,
    title: paper.title,
    ...given('note', paper.note),
    ...(text === undefined ? {} : { fileName: fileNameOf(item.number, paper), text }),
    ...given('attachment', paper.attachment),
    ...(paper.isPublicVersion ? { isPublicVersion: true } : {}),
  }
}

/** The paper's part of an address: `item-4-report`, `item-4-appendix-1`, `item-4-public-version`. */
export function paperSlug(item: number, paper: Pick<PaperInList, 'kind' | 'position' | 'isPublicVersion'>): string {
  if (paper.isPublicVersion) return `item-${item}-public-version`
  return paper.kind === 'report' ? `item-${item}-report` : `item-${item}-appendix-${paper.position}`
}

/** The name of the paper's file beside the meeting's. */
export function fileNameOf(item: number, paper: PaperInList): string {
  return paper.fileName ?? `${paperSlug(item, paper)}.md`
}

/** The place of the paper's document, beside the meeting's file, under the name that it came with; undefined where there is none. */
export function documentNameOf(item: number, paper: PaperInList): string | undefined {
  return paper.attachment === undefined ? undefined : `${paperSlug(item, paper)}/${paper.attachment.name}`
}

/** The meeting as its file says it. */
export function entryOf(meeting: MeetingInWork): MeetingEntry {
  return meetingEntry.parse({ ...meeting.facts, items: meeting.items.map(entryItem) })
}

function entryItem(item: ItemInWork): EntryItem {
  const papers = inOrder(item.papers)
  const fileOf = (paper: PaperInList | undefined) => (paper?.savedAt === undefined ? undefined : fileNameOf(item.number, paper))
  const appendices = papers.filter((paper) => paper.kind === 'appendix')
  return {
    ...item.facts,
    number: item.number,
    ...given('report', fileOf(papers.find((paper) => paper.kind === 'report' && !paper.isPublicVersion))),
    ...given('publicVersion', fileOf(papers.find((paper) => paper.isPublicVersion))),
    appendices: appendices.map((paper, index) => ({
      title: paper.title,
      ...given('file', fileOf(paper)),
      ...given('attachment', documentNameOf(item.number, paper)),
      ...given('note', paper.note),
      ...given('number', paper.position === (appendices[index - 1]?.position ?? 0) + 1 ? undefined : paper.position),
    })),
  }
}

/** What a paper says, read and checked: its blocks, its frame and the pictures that it shows, with their bytes; what is attached and not shown stays here. */
async function textOf(paper: PaperInWork, files: Pick<ContentStore, 'get'>, quoted?: QuotedMarks): Promise<Outcome<PaperText>> {
  await setImmediate()
  const markdown = paper.parts.body?.markdown ?? ''
  const blocks = readMarkdown(markdown, { file: paper.title, numbered: paper.kind === 'report', figures: figuresOf(paper.pictures), quoted })
  if (!blocks.ok) return blocks
  const pictures = await picturesOf(paper, blocks.value, files)
  if (!pictures.ok) return pictures
  const frame = paper.frame === undefined ? {} : { frame: frameOf(paper.title, paper.frame, paper.parts) }
  return ok({ title: paper.title, ...frame, blocks: blocks.value, markdown, pictures: pictures.value, drawings: drawingsIn(blocks.value, quoted) })
}

/** The drawings that came into a text with the figures that it quotes. */
export function drawingsIn(blocks: readonly Block[], quoted: QuotedMarks | undefined): readonly Picture[] {
  return quotedPicturesIn(blocks, quoted).map(({ file, text }) => ({ reference: file, name: `${file.checksum}.svg`, bytes: Buffer.from(text) }))
}

/** The figures that a paper may show, by name, without their bytes. */
export function figuresOf(pictures: readonly KeptPicture[]): Map<string, FileReference> {
  return new Map(pictures.map(({ name, checksum }) => [name, { checksum, mediaType: mediaTypeOf(name) ?? 'application/octet-stream' }]))
}

async function picturesOf(paper: PaperInWork, blocks: readonly Block[], files: Pick<ContentStore, 'get'>): Promise<Outcome<Picture[]>> {
  const shown = new Set(figuresIn(blocks).map((figure) => figure.file.checksum))
  const pictures: Picture[] = []
  for (const [name, reference] of figuresOf(paper.pictures.filter((picture) => shown.has(picture.checksum)))) {
    const bytes = await files.get(reference.checksum)
    if (bytes === undefined) return refuse('unavailable', `The picture ${name} of ${paper.title} is missing from the file store. Restore the store from a backup.`, [{ file: paper.title, found: name, message: 'Add the picture again' }])
    pictures.push({ name, bytes, reference })
  }
  return ok(pictures)
}
