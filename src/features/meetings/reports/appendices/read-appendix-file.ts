import type { UploadedFile } from '#access/staff/posted-form.ts'
import { ok, refuse, type Outcome, type Refusal } from '#core/outcome.ts'
import { cleanText } from '#platform/documents/clean-text.ts'
import { kindOfFile } from '#platform/documents/incoming/kind-of-file.ts'
import { kindFacts, type IncomingKind } from '#platform/documents/incoming/kinds.ts'
import { readPdf } from '#platform/documents/incoming/read-pdf.ts'
import { readSheet } from '#platform/documents/incoming/read-sheet.ts'
import { readWord } from '#platform/documents/incoming/read-word.ts'
import { checkSettable } from '#platform/documents/typst/unsettable-pictures.ts'
import type { IncomingReport } from '#platform/documents/incoming/word/report.ts'
import { checkAlternative, isPicture, type PictureKind } from '../pictures/add-picture.ts'

/** What an appendix begins with. */
export type AppendixFile =
  | { readonly kind: 'written' }
  | { readonly kind: 'text'; readonly markdown: string }
  | { readonly kind: 'word'; readonly report: IncomingReport }
  | { readonly kind: 'picture'; readonly pictureKind: PictureKind; readonly alternative: string }
  /** Kept beside the pack; the text is what could be read of it, empty where that is nothing. */
  | { readonly kind: 'beside'; readonly name: string; readonly mediaType: string; readonly markdown: string; readonly found: readonly AppendixFinding[] }

/** What the author must know of a file beside the pack: what could not be read of it, and what its readers would meet in it. */
export type AppendixFinding = 'without-text' | 'not-tagged' | 'with-remarks' | 'with-hidden-sheets' | 'cut'

interface ReadText {
  readonly markdown: string
  readonly found: readonly AppendixFinding[]
}

/** Reads a file that is to become an appendix, outside any transaction. Refusals stand at the field `file`, in the author's words. */
export async function readAppendixFile(file: UploadedFile, alternative: string): Promise<Outcome<AppendixFile>> {
  const kind = await kindOfFile(file.name, file.bytes)
  if (!kind.ok) return atFile(kind)
  if (isPicture(kind.value)) {
    const said = checkAlternative(alternative)
    if (!said.ok) return said
    const settable = await checkSettable([file])
    return settable.ok ? ok({ kind: 'picture', pictureKind: kind.value, alternative }) : atFile(settable)
  }
  if (kind.value === 'md' || kind.value === 'txt') return ok({ kind: 'text', markdown: cleanText(Buffer.from(file.bytes).toString('utf8').replace(/^\uFEFF/, '')) })
  if (kind.value === 'docx') {
    const report = await readWord(file.bytes)
    return report.ok ? ok({ kind: 'word', report: report.value }) : atFile(report)
  }
  const text = await textOf(file, kind.value)
  return text.ok ? ok({ kind: 'beside', name: safeFileName(file.name), mediaType: kindFacts[kind.value].mediaType, ...text.value }) : text
}

function textOf(file: UploadedFile, kind: IncomingKind): Promise<Outcome<ReadText>> {
  if (kind === 'pdf') return textOfPdf(file)
  return kind === 'xlsx' || kind === 'csv' ? textOfSheets(file, kind) : Promise.resolve(ok({ markdown: '', found: ['without-text'] }))
}

async function textOfPdf(file: UploadedFile): Promise<Outcome<ReadText>> {
  const read = await readPdf(file.bytes)
  if (!read.ok) return atFile(read)
  const { text, hasText, isTagged, comments, isCut } = read.value
  return ok({ markdown: text, found: findings({ 'without-text': !hasText, 'not-tagged': hasText && !isTagged, 'with-remarks': comments > 0, cut: isCut }) })
}

async function textOfSheets(file: UploadedFile, kind: 'xlsx' | 'csv'): Promise<Outcome<ReadText>> {
  const read = await readSheet(file.bytes, kind)
  if (!read.ok) return atFile(read)
  const { sheets, hidden } = read.value
  const tables = sheets.map((sheet) => sheet.markdownTable).filter((table) => table !== '')
  const isCut = sheets.some((sheet) => sheet.isCut)
  return ok({ markdown: tables.join('\n\n'), found: findings({ 'without-text': tables.length === 0, 'with-hidden-sheets': hidden.length > 0, cut: isCut }) })
}

function findings(found: { readonly [Finding in AppendixFinding]?: boolean }): AppendixFinding[] {
  return Object.entries(found).flatMap(([finding, isSo]) => (isSo ? [finding as AppendixFinding] : []))
}

function atFile({ refusal }: { readonly refusal: Refusal }) {
  return refuse(refusal.kind === 'unavailable' ? 'unavailable' : 'invalid', '', [{ field: 'file', message: refusal.message }])
}

/** `Appendix 2 - Budget_2023.xlsx` → `Appendix 2 - Budget 2023`. */
export function titleFromName(name: string): string {
  return name.replace(/\.[^.]*$/, '').replaceAll('_', ' ').trim().slice(0, 300)
}

/** A name that every system takes, with its ending. */
function safeFileName(name: string): string {
  const clean = name.normalize('NFC').replaceAll(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, '-').replace(/^[.\s-]+/, '')
  const ending = /\.[^.]{1,12}$/.exec(clean)?.[0] ?? ''
  return `${clean.slice(0, clean.length - ending.length).slice(0, 120).trim() || 'file'}${ending}`
}
