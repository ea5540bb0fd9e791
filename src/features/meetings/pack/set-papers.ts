import { readFileSync } from 'node:fs'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { figuresIn } from '#platform/documents/figures.ts'
import { blocksTypst } from '#platform/documents/typst/blocks-typst.ts'
import type { Typesetter, TypesetStage } from '#platform/documents/typst/typeset-job.ts'
import { firstUnsettable } from '#platform/documents/typst/unsettable-pictures.ts'
import type { PackPages } from './pack-pages.ts'
import { agendaAndParts, inOrderOfPages, paperFile, paperText, type FirstPages, type PrintedItem, type PrintedPaper } from './printed-papers.ts'

/** A pack or a supplement as it is published. */
export interface Pack {
  readonly pdf: Uint8Array
  /** Sheets, those of the front included. */
  readonly pageCount: number
  /** By the id of the paper; the same numbers as the agenda's page column and the foot of the pages. */
  readonly pages: ReadonlyMap<string, PackPages>
  /** By the id of the paper, the printed page on which each of its outer blocks begins; of a report, the blocks of `reportBlocks`. */
  readonly blockPages: ReadonlyMap<string, readonly number[]>
  /** The last number of each part, from which a supplement goes on; one less than the first where the part has no papers. */
  readonly lastPage: number
  readonly lastExemptPage: number
}

/** How far the building of a pack is: so many of so many steps are done, and what is being done now. */
export interface PackStep {
  readonly done: number
  readonly of: number
  readonly words: string
}

export type PackProgress = (step: PackStep) => void

interface PapersToSet {
  readonly source: string
  readonly front: object
  readonly items: readonly PrintedItem[]
  readonly first: FirstPages
}

/** Pictures by checksum, the typesetter, and who hears how far it is. */
interface Setting {
  readonly pictures: ReadonlyMap<string, Uint8Array>
  readonly typesetter: Typesetter
  readonly progress: PackProgress | undefined
}

const shared: readonly [string, Uint8Array] = ['papers.typ', readFileSync(new URL('papers.typ', import.meta.url))]

const steps = 3

/** Sets the front and the papers as one PDF/UA-1 file. Refused as the typesetter refuses, and where a picture of a paper is missing. */
export async function setPapers({ source, front, items, first }: PapersToSet, { pictures, typesetter, progress }: Setting): Promise<Outcome<Pack>> {
  const papers = inOrderOfPages(items)
  if (new Set(papers.map((paper) => paper.id)).size < papers.length) throw new Error('Two papers of one pack have the same id')
  const tell = (done: number, words: string): void => progress?.({ done, of: steps, words })
  tell(0, papers.length === 1 ? 'Checking 1 paper' : `Checking ${papers.length} papers`)
  const missing = missingPictures(papers, pictures)
  if (missing.length > 0) return refuse('invalid', 'Pictures of the papers are missing. Hand them in again.', missing)
  tell(1, 'Waiting for the typesetter')
  const job = {
    source,
    data: { ...front, ...agendaAndParts(items, first) },
    parts: new Map(papers.map((paper) => [paperFile(paper), paperText(paper)])),
    files: new Map([blocksTypst, shared, ...Array.from(pictures, ([checksum, bytes]) => [`files/${checksum}`, bytes] as const)]),
  }
  const set = await typesetter(job, (stage) => tell(stage.kind === 'setting' ? 1 : 2, stageInWords(stage)))
  if (!set.ok) return (set.refusal.kind === 'invalid' ? await unsettablePicture(papers, pictures, typesetter) : undefined) ?? set
  const pack = packOf(set.value.pdf, set.value.marks[0] as PagesTold, papers, first)
  tell(steps, `Done: ${pack.pageCount} pages`)
  return ok(pack)
}

function stageInWords(stage: TypesetStage): string {
  return stage.kind === 'setting' ? 'Setting the pages' : `Writing ${stage.pages} pages to the file`
}

/** What `papers.typ` tells at the end of the document. */
interface PagesTold {
  readonly sheets: number
  /** The first and the last page of each paper, in the order of the document. */
  readonly edges: readonly { readonly paper: string; readonly page: number }[]
  /** The page of each block of each paper, in the order of the document. */
  readonly blocks: readonly number[]
}

function packOf(pdf: Uint8Array, told: PagesTold, papers: readonly PrintedPaper[], first: FirstPages): Pack {
  const pages = new Map<string, PackPages>()
  const blockPages = new Map<string, readonly number[]>()
  const last = { open: first.open - 1, exempt: first.exempt - 1 }
  let block = 0
  for (const { id, part, blocks } of papers) {
    const [from = 0, to = from] = told.edges.filter((edge) => edge.paper === id).map((edge) => edge.page)
    pages.set(id, part === 'exempt' ? { from, to, part } : { from, to })
    blockPages.set(id, told.blocks.slice(block, block + blocks.length))
    block += blocks.length
    last[part] = to
  }
  return { pdf, pageCount: told.sheets, pages, blockPages, lastPage: last.open, lastExemptPage: last.exempt }
}

function missingPictures(papers: readonly PrintedPaper[], pictures: ReadonlyMap<string, Uint8Array>): Fault[] {
  return papers.flatMap(({ title, blocks }) =>
    figuresIn(blocks)
      .filter(({ file }) => !pictures.has(file.checksum))
      .map(({ alternative }) => ({ field: title, message: `Hand in the picture again that shows: ${alternative}` })),
  )
}

/** Which picture of which paper is the reason that the papers cannot be set; undefined where it is none. */
async function unsettablePicture(papers: readonly PrintedPaper[], pictures: ReadonlyMap<string, Uint8Array>, typesetter: Typesetter) {
  const shown = papers.flatMap(({ title, blocks }) => figuresIn(blocks).map(({ file, alternative }) => ({ title, alternative, name: file.checksum, bytes: pictures.get(file.checksum) ?? new Uint8Array() })))
  const found = await firstUnsettable(shown, typesetter)
  if (found === undefined) return undefined
  const { title, alternative } = found
  const message = `The picture in “${title}” that shows “${alternative}” is damaged and cannot be printed: open it in a picture editor, save it again as PNG or JPEG, and put it in its place.`
  return refuse('invalid', message, [{ field: title, message }])
}
