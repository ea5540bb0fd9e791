import { glob } from 'node:fs/promises'
import { join } from 'node:path'
import { date } from '#core/dates.ts'
import type { Outcome } from '#core/outcome.ts'
import { exampleFolder } from '#entry/county/load-example.ts'
import { readImportFiles } from '#entry/transfer/import-files.ts'
import { buildPack, readAppendix, readReport, type PackContent, type PackPaper, type PaperText } from '../src/features/meetings/testing.ts'
import { typeset } from '#platform/documents/typst/typeset.ts'

/** The content of a pack, and its pictures by checksum. */
export interface LongPack {
  readonly content: PackContent
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

async function examplePapers(): Promise<Paper[]> {
  const folder = exampleFolder('worcestershire')
  const names: string[] = []
  for await (const name of glob('meetings/**/item-*.md', { cwd: folder })) names.push(join(folder, name))
  const files = await valueOf(readImportFiles(names.toSorted()))
  const papers: Paper[] = []
  for (const file of files) {
    const isReport = file.name.endsWith('-report.md')
    papers.push({ isReport, text: await valueOf(isReport ? readReport(file) : readAppendix(file)) })
  }
  return papers
}

function contentOf(papers: readonly Paper[]): PackContent {
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
