import { glob } from 'node:fs/promises'
import { join } from 'node:path'
import { date } from '#core/dates.ts'
import type { Outcome } from '#core/outcome.ts'
import { exampleFolder } from '#entry/county/load-example.ts'
import { readImportFiles } from '#platform/files/import-files.ts'
import { buildPack, readAppendix, readReport, reportBlocks, type PackPaper, type PaperText, type PublicPack } from '../src/features/meetings/testing.ts'
import type { Block } from '#platform/documents/blocks.ts'
import { typeset } from '#platform/documents/typst/typeset.ts'

/** The content of a pack, and its pictures by checksum. */
export interface LongPack {
  readonly content: PublicPack
  readonly pictures: ReadonlyMap<string, Uint8Array>
}

interface Paper {
  readonly isReport: boolean
  readonly text: PaperText
}

/** A pack made of the example's reports and appendices, from the first on and again from the first, until it has this many pages. */
export async function packOfPages(pages: number): Promise<LongPack> {
  const papers = await examplePapers()
  const pictures = new Map(papers.flatMap(({ text }) => text.pictures.map(({ reference, bytes }) => [reference.checksum, bytes] as const)))
  for (let count = papers.length; ; count += papers.length) {
    const all = Array.from({ length: count }, (_, index) => papers[index % papers.length]).filter((paper) => paper !== undefined)
    const built = await valueOf(buildPack(contentOf(all), pictures, typeset))
    if (built.pageCount < pages) continue
    const enough = [...built.pages.values()].findIndex(({ to }) => to >= pages) + 1
    return { content: contentOf(enough === 0 ? all : all.slice(0, enough)), pictures }
  }
}

/** The same pages as so many documents, each an item of the agenda. */
export function inDocuments({ content, pictures }: LongPack, documents: number): LongPack {
  const papers = content.items.flatMap((item) => (item.papers.state === 'open' ? item.papers.papers : []))
  const items = Array.from({ length: documents }, (_, index) => {
    const share = papers.slice(Math.floor((index * papers.length) / documents), Math.floor(((index + 1) * papers.length) / documents))
    const blocks = share.flatMap((paper) => blocksOf(paper))
    const paper = { kind: 'appendix', id: `document-${index + 1}`, title: share[0]?.title ?? '', blocks } as const
    return { number: index + 1, title: paper.title, papers: { state: 'open', moreToFollow: false, papers: [paper] } } as const
  })
  return { content: { ...content, items }, pictures }
}

/** The same pack with a paragraph more at the end of the papers of one item. */
export function withWords({ content, pictures }: LongPack, item: number, words: string): LongPack {
  const longer = (paper: PackPaper): PackPaper => {
    const blocks: Block[] = [...blocksOf(paper), { kind: 'paragraph', content: [{ kind: 'text', text: words }] }]
    return { kind: 'appendix', id: paper.id, title: paper.title, blocks }
  }
  const items = content.items.map((entry) =>
    entry.number === item && entry.papers.state === 'open' ? { ...entry, papers: { ...entry.papers, papers: entry.papers.papers.map(longer) } } : entry,
  )
  return { content: { ...content, items }, pictures }
}

/** A paper as the blocks that are printed of it. */
export function blocksOf(paper: PackPaper): readonly Block[] {
  if (paper.kind === 'report') return reportBlocks(paper.frame, paper.body)
  return paper.kind === 'file' ? paper.description : paper.blocks
}

async function examplePapers(): Promise<Paper[]> {
  const folder = exampleFolder('worcestershire')
  const names: string[] = []
  for await (const name of glob('meetings/**/item-*.md', { cwd: folder })) names.push(join(folder, name))
  const files = await valueOf(readImportFiles(names.toSorted(), process.cwd()))
  const papers: Paper[] = []
  for (const file of files) {
    const isReport = /-(report|public-version)\.md$/.test(file.name)
    papers.push({ isReport, text: await valueOf(isReport ? readReport(file) : readAppendix(file)) })
  }
  return papers
}

function contentOf(papers: readonly Paper[]): PublicPack {
  return {
    audience: 'public',
    council: 'Ambridge County Council',
    body: 'Children and Families Panel',
    meeting: { date: date('2026-11-20'), webcast: false },
    members: [],
    alsoInvited: [],
    alternativeFormats: 'Ask for this document in large print.',
    items: papers.map((paper, index) => ({
      number: index + 1,
      title: paper.text.title,
      papers: { state: 'open', moreToFollow: false, papers: [inPack(paper, index)] },
    })),
  }
}

function inPack({ text }: Paper, index: number): PackPaper {
  const { title, frame, blocks } = text
  const id = `paper-${index + 1}`
  return frame === undefined ? { kind: 'appendix', id, title, blocks } : { kind: 'report', id, title, frame, body: blocks }
}

async function valueOf<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const settled = await outcome
  if (!settled.ok) throw new Error(settled.refusal.message)
  return settled.value
}
