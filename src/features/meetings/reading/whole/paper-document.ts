import type { FileReference } from '#platform/documents/blocks.ts'
import { blocksToHtml } from '#platform/documents/blocks-to-html.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import type { IssuedPaper } from '../../publication/issued-meetings.ts'
import { fileKindInWords, sizeInWords } from '../../record/file-words.ts'
import type { Note } from '../notes/note.ts'
import { lostNotes, noteInText } from '../notes/note-html.ts'
import { placeNotes } from '../notes/place-notes.ts'
import { blockName, blockWords, paperBlocks } from '../paper-words.ts'
import { pageMarks, type PageMark, type PrintedPage } from './page-markers.ts'

/** How the papers of a pack are shown: on the page that is read on, and in the file that is taken along. */
export interface PaperSetting {
  /** Of the paper's own title. */
  readonly headingLevel: number
  readonly pictureAddress: (file: FileReference) => string
  readonly fileAddress: (file: NonNullable<IssuedPaper['file']>) => string
  readonly notes: readonly Note[]
  /** Where a note is changed, and where one is made on a paragraph; left out where none can be. */
  readonly noteAddress?: (note: Note) => string
  readonly newNoteAddress?: (paper: string, block: number) => string
  /** The page's title stands above already: a paper of the same name needs no second one. */
  readonly itemTitle: string
}

/** One paper in full: its title, the document it came with, its text with the pages of the pack, and the reader's notes at their places. */
export function paperDocument(paper: IssuedPaper, kind: 'report' | 'appendix', setting: PaperSetting): Html {
  const blocks = paperBlocks(paper)
  const placed = placeNotes(setting.notes.filter((note) => note.paper === paper.id), blocks.map(blockWords))
  const marks = paper.pages === undefined ? undefined : pageMarks(paper.pages, paper.blockPages ?? [])
  const heading = html.raw(`h${setting.headingLevel}`)
  const around = (written: Html, block: number): Html => {
    const notes = placed.filter(({ place }) => place.state !== 'gone' && place.block === block)
    const mark = marks?.blocks.get(block)
    return html`${mark && pageMark(mark, paper.item)}${written}${newNoteLink(paper.id, block, blocks, setting)}${notes.map((one) => noteInText(one, setting.noteAddress?.(one.note)))}`
  }
  return html`<article class="gt-paper" id="${paper.id}" aria-labelledby="${paper.id}-title">
${marks && pageMark(marks.title, paper.item)}
<${heading} class="govuk-heading-m" id="${paper.id}-title">${titleOf(paper, kind, setting.itemTitle)}</${heading}>
${paper.file && suppliedFile(paper.file, setting.fileAddress(paper.file))}
<div class="gt-document" data-paper="${paper.id}">${blocksToHtml(blocks, { headingLevel: setting.headingLevel + 1, fileAddress: setting.pictureAddress, idPrefix: `${paper.id}-`, around })}</div>
${lostNotes(placed.filter(({ place }) => place.state === 'gone'), setting.headingLevel + 1, setting.noteAddress)}
</article>\n`
}

/** "Report" where it bears the title of its item; appendices say that they are. */
export function titleOf(paper: Pick<IssuedPaper, 'title'>, kind: 'report' | 'appendix', itemTitle: string): string {
  if (kind === 'report') return paper.title === itemTitle ? 'Report' : paper.title
  return /^appendix\b/i.test(paper.title) ? paper.title : `Appendix: ${paper.title}`
}

/** The beginning of a page of the pack, to be seen, heard and linked to. */
function pageMark({ page, within }: PageMark, item: number): Html {
  return html`<p class="gt-page-mark" id="page-${page}" tabindex="-1">${pageWords(page, within)} of the pack, item ${item}</p>\n`
}

/** Pages that begin inside what follows are named one by one, each to be linked to. */
function pageWords(page: PrintedPage, within: readonly PrintedPage[]): Html {
  if (within.length === 0) return html`Page ${page}`
  return html`Pages ${page}${within.map((inner, index) => html`${index === within.length - 1 ? ' and ' : ', '}<span id="page-${inner}" tabindex="-1">${inner}</span>`)}`
}

function newNoteLink(paper: string, block: number, blocks: ReturnType<typeof paperBlocks>, { newNoteAddress }: PaperSetting): Html | undefined {
  const noted = blocks[block]
  if (newNoteAddress === undefined || noted === undefined || noted.kind === 'heading') return undefined
  return html`<p class="gt-add-note"><a href="${newNoteAddress(paper, block)}" data-block="${block}">Note<span class="govuk-visually-hidden"> on ${blockName(noted)}</span></a></p>`
}

function suppliedFile(file: NonNullable<IssuedPaper['file']>, address: string): Html {
  return html`<p class="govuk-body">The document as it was supplied: ${link(address, `${file.name} (${fileKindInWords(file.mediaType)}, ${sizeInWords(file.bytes)})`)}.</p>`
}
