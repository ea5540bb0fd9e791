import { getDocumentProxy } from 'unpdf'
import { given } from '#core/given.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { cleanText } from '../../clean-text.ts'
import { textParagraph, writtenMarkdown } from '../written-markdown.ts'
import { runsSomething } from './pdf-actions.ts'
import { paragraphsOf, type PdfLine } from './pdf-paragraphs.ts'
import type { IncomingPdf } from './pdf.ts'

const mostPages = 2000
const mostCharacters = 250_000

/** A page with fewer letters is taken for a picture. */
const fewLetters = 10

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

const locked = refuse('invalid', 'The PDF has a password. Take the password off in the program that made it, save it again and choose it again.')
const damaged = refuse('invalid', 'The PDF is damaged. Open it in the program that made it, save it again and choose it again.')
const tooMany = refuse('invalid', `The PDF has more than ${mostPages} pages. Divide it.`)
const scripts = refuse('invalid', 'The PDF holds programs (JavaScript), which a paper needs none of. Print it to a new PDF and choose that.')
const attachments = refuse('invalid', 'Other files are hidden inside the PDF, and would be published with it. Print it to a new PDF and choose that.')

const acts = refuse('invalid', 'The PDF starts a program or plays something when it is opened, which a paper needs none of. Print it to a new PDF and choose that.')
const sealed = refuse('invalid', 'Parts of the PDF are sealed, so that nobody can tell what it does when it is opened. Print it to a new PDF and choose that.')

/** Reads a PDF here and now; see `readPdf`, which does it where it can do no harm. */
export async function readPdfHere(bytes: Buffer): Promise<Outcome<IncomingPdf>> {
  const opened = await open(bytes)
  if (!opened.ok) return opened
  const pdf = opened.value
  if (pdf.numPages > mostPages) return tooMany
  if ((await pdf.getJSActions()) !== null) return scripts
  if ((await pdf.getAttachments()) !== null) return attachments
  const runs = runsSomething(bytes)
  if (runs !== false) return runs === true ? acts : sealed
  const read = await readPages(pdf)
  if (!read.ok) return read
  const { info } = await pdf.getMetadata()
  const [title, author] = ['Title', 'Author'].map((name) => property(info, name))
  const isTagged = isMarked(await pdf.getMarkInfo())
  return ok({ pages: pdf.numPages, ...given('title', title), ...given('author', author), isTagged, ...read.value })
}

function property(info: object, name: string): string | undefined {
  const told = (info as Readonly<Record<string, unknown>>)[name]
  const said = typeof told === 'string' ? cleanText(told).trim() : ''
  return said === '' ? undefined : said
}

async function open(bytes: Buffer): Promise<Outcome<Pdf>> {
  try {
    return ok(await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0, disableFontFace: true, useSystemFonts: false, enableXfa: false, stopAtErrors: false }))
  } catch (error) {
    return error instanceof Error && error.name === 'PasswordException' ? locked : damaged
  }
}

/** A map, though its type says otherwise. */
function isMarked(info: unknown): boolean {
  return info instanceof Map ? info.get('Marked') === true : (info as { Marked?: unknown } | null)?.Marked === true
}

interface Annotation {
  readonly subtype?: string
  readonly actions?: object | null
}

async function readPages(pdf: Pdf): Promise<Outcome<Pick<IncomingPdf, 'text' | 'hasText' | 'isCut' | 'comments'>>> {
  const paragraphs: string[] = []
  let characters = 0
  let comments = 0
  let pagesWithText = 0
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const annotations = (await page.getAnnotations()) as readonly Annotation[]
    if ((await page.getJSActions()) !== null || annotations.some((one) => one.actions !== undefined && one.actions !== null)) return scripts
    if (annotations.some((one) => one.subtype === 'FileAttachment')) return attachments
    comments += annotations.filter((one) => one.subtype !== 'Link' && one.subtype !== 'Popup').length
    const texts = paragraphsOf(await linesOf(page))
    if ((texts.join('').match(/\p{L}/gu)?.length ?? 0) >= fewLetters) pagesWithText += 1
    for (const text of texts) {
      characters += text.length
      if (characters <= mostCharacters) paragraphs.push(text)
    }
    page.cleanup()
  }
  const text = cleanText(writtenMarkdown(paragraphs.map((paragraph) => textParagraph(paragraph))))
  return ok({ text, hasText: pagesWithText * 2 >= pdf.numPages, isCut: characters > mostCharacters, comments })
}

async function linesOf(page: Awaited<ReturnType<Pdf['getPage']>>): Promise<PdfLine[]> {
  const { items } = await page.getTextContent()
  const lines: PdfLine[] = []
  let line: PdfLine | undefined
  for (const item of items) {
    if (!('str' in item)) continue
    const transform = item.transform as readonly number[]
    line = { text: (line?.text ?? '') + item.str, bottom: line?.bottom ?? transform[5] ?? 0, height: Math.max(line?.height ?? 0, item.height) }
    if (!item.hasEOL) continue
    lines.push(line)
    line = undefined
  }
  return line === undefined ? lines : [...lines, line]
}
