import { pagesInWords, type PackPages } from '../../pack/pack-pages.ts'

/** A page of the pack, as it is printed: "12", "E3". */
export type PrintedPage = string

/** The pages that begin at one place of a paper. */
export interface PageMark {
  /** The page on which what follows stands. */
  readonly page: PrintedPage
  /** Pages that begin inside what stands before the next mark: a table over several pages. */
  readonly within: readonly PrintedPage[]
}

/** Where the pages of a paper begin among its outer blocks; `title` is where the paper itself begins. */
export interface PageMarks {
  readonly title: PageMark
  readonly blocks: ReadonlyMap<number, PageMark>
}

/**
 * Marks the first block of each page, so that a page of the PDF is found in the text. Each page from the paper's first to its last is
 * named once: those on which no block begins are named where the block that runs over them begins.
 */
export function pageMarks(pages: PackPages, blockPages: readonly number[]): PageMarks {
  const printed = (page: number): PrintedPage => pagesInWords({ ...pages, from: page, to: page })
  const starts: { block: number; page: number }[] = [{ block: -1, page: pages.from }]
  for (const [block, page] of blockPages.entries()) {
    if (page > (starts.at(-1)?.page ?? 0) && page <= pages.to) starts.push({ block, page })
  }
  const marks = starts.map(({ block, page }, index) => {
    const next = starts[index + 1]?.page ?? pages.to + 1
    return { block, mark: { page: printed(page), within: range(page + 1, next).map(printed) } }
  })
  const [title, ...others] = marks
  return { title: title?.mark ?? { page: printed(pages.from), within: [] }, blocks: new Map(others.map(({ block, mark }) => [block, mark])) }
}

function range(from: number, before: number): number[] {
  return Array.from({ length: Math.max(0, before - from) }, (_, index) => from + index)
}

/** Reads a page as somebody types it: "12", "page 12", "e3", "E 3"; undefined for what is none. */
export function typedPage(text: string): PrintedPage | undefined {
  const [, exempt, number] = /^(?:p(?:age|\.)?\s*)?(e?)\s*0*([1-9]\d{0,4})$/i.exec(text.trim()) ?? []
  return number === undefined ? undefined : `${exempt?.toUpperCase() ?? ''}${number}`
}
