import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What a test looks for in a PDF file. */
export interface ReadPdf {
  readonly title: unknown
  readonly language: unknown
  readonly author: unknown
  readonly isTagged: boolean
  /** The part of PDF/UA that the file claims, from its XMP metadata. */
  readonly accessibilityPart: string | null
  readonly labels: readonly string[]
  readonly bookmarks: readonly Bookmark[]
  /** The text of each page. */
  readonly texts: readonly string[]
  /** The text of each page that is not read aloud: header, footer, watermark. */
  readonly artifacts: readonly string[]
  /** The roles of the tags of each page, in reading order: `H1`, `P`, `TH` … */
  readonly roles: readonly (readonly string[])[]
  /** The alternative texts of all figures. */
  readonly alternatives: readonly string[]
  readonly links: readonly string[]
}

export interface Bookmark {
  readonly title: string
  /** The sheet on which it lands, from 0. */
  readonly sheet: number
  readonly children: readonly Bookmark[]
}

interface Tag {
  readonly role?: string
  readonly alt?: string
  readonly children?: readonly Tag[]
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 })
  const pdf = await loading.promise
  const { info, metadata } = await pdf.getMetadata()
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => readPage(pdf, index + 1)))
  // A map, though its type says otherwise.
  const marks = (await pdf.getMarkInfo()) as unknown as ReadonlyMap<string, boolean> | null
  const facts = info as Readonly<Record<string, unknown>>
  const read = {
    title: facts.Title,
    language: facts.Language,
    author: facts.Author,
    isTagged: marks?.get('Marked') === true,
    accessibilityPart: (metadata as { get(name: string): string | null } | null)?.get('pdfuaid:part') ?? null,
    labels: (await pdf.getPageLabels()) ?? [],
    bookmarks: await readBookmarks(pdf, (await pdf.getOutline()) ?? []),
    texts: pages.map((page) => page.text),
    artifacts: pages.map((page) => page.artifacts),
    roles: pages.map((page) => page.tags.flatMap((tag) => tag.role ?? [])),
    alternatives: pages.flatMap((page) => page.tags.flatMap((tag) => tag.alt ?? [])),
    links: pages.flatMap((page) => page.links),
  }
  await loading.destroy()
  return read
}

interface Page {
  readonly text: string
  readonly artifacts: string
  readonly tags: Tag[]
  readonly links: string[]
}

async function readPage(pdf: PDFDocumentProxy, number: number): Promise<Page> {
  const page = await pdf.getPage(number)
  const { items } = await page.getTextContent()
  const marked = await page.getTextContent({ includeMarkedContent: true })
  const tree = (await page.getStructTree()) as Tag | null
  const annotations = (await page.getAnnotations()) as readonly { readonly url?: string }[]
  const tags = tree === null ? [] : tagsIn(tree)
  return { text: textOf(items), artifacts: artifactsOf(marked.items), tags, links: annotations.flatMap((annotation) => annotation.url ?? []) }
}

type TextItem = Awaited<ReturnType<Awaited<ReturnType<PDFDocumentProxy['getPage']>>['getTextContent']>>['items'][number]

function textOf(items: readonly TextItem[]): string {
  return items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('')
}

/** The text between the marks that set artifacts apart from the content. */
function artifactsOf(items: readonly TextItem[]): string {
  const open: boolean[] = []
  return textOf(
    items.filter((item) => {
      if ('str' in item) return open.includes(true)
      if (item.type === 'endMarkedContent') open.pop()
      else open.push('tag' in item && item.tag === 'Artifact')
      return false
    }),
  )
}

function tagsIn(tag: Tag): Tag[] {
  return [tag, ...(tag.children ?? []).flatMap((child) => tagsIn(child))]
}

type Outline = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>

async function readBookmarks(pdf: PDFDocumentProxy, outline: Outline): Promise<Bookmark[]> {
  return Promise.all(
    outline.map(async (entry) => {
      const destination = typeof entry.dest === 'string' ? await pdf.getDestination(entry.dest) : entry.dest
      const sheet = await pdf.getPageIndex((destination as [Parameters<PDFDocumentProxy['getPageIndex']>[0]])[0])
      return { title: entry.title, sheet, children: await readBookmarks(pdf, entry.items as Outline) }
    }),
  )
}
