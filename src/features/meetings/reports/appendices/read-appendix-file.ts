import type { UploadedFile } from '#access/staff/posted-form.ts'
import { ok, refuse, type Outcome, type Refusal } from '#core/outcome.ts'
import { cleanText } from '#platform/documents/clean-text.ts'
import { kindOfFile } from '#platform/documents/incoming/kind-of-file.ts'
import { kindFacts, type IncomingKind } from '#platform/documents/incoming/kinds.ts'
import { readPlainText } from '#platform/documents/incoming/plain-text.ts'
import { readPdf } from '#platform/documents/incoming/read-pdf.ts'
import { readSheet } from '#platform/documents/incoming/read-sheet.ts'
import { readWord } from '#platform/documents/incoming/read-word.ts'
import { checkSettable } from '#platform/documents/typst/unsettable-pictures.ts'
import type { IncomingReport } from '#platform/documents/incoming/word/report.ts'
import { reportPartSchemas } from '../../record/report-parts.ts'
import { checkAlternative, isPicture, type PictureKind } from '../pictures/add-picture.ts'
import type { AppendixFinding } from './finding-words.ts'

/** What an appendix begins with. */
export type AppendixFile =
  | { readonly kind: 'written' }
  | { readonly kind: 'text'; readonly markdown: string; readonly found: readonly AppendixFinding[] }
  | { readonly kind: 'word'; readonly report: IncomingReport }
  | { readonly kind: 'picture'; readonly pictureKind: PictureKind; readonly alternative: string }
  /** Kept beside the pack; the text is what could be read of it, empty where that is nothing. */
  | { readonly kind: 'beside'; readonly name: string; readonly mediaType: string; readonly markdown: string; readonly found: readonly AppendixFinding[] }

interface ReadText {
  readonly markdown: string
  readonly found: readonly AppendixFinding[]
}

/** Reads a file that is to become an appendix, outside any transaction. Refusals stand at the field `file`, in the author's words. */
export async function readAppendixFile(file: UploadedFile, alternative: string, by: string): Promise<Outcome<AppendixFile>> {
  const kind = await kindOfFile(file.name, file.bytes)
  if (!kind.ok) return atFile(kind)
  if (isPicture(kind.value)) {
    const said = checkAlternative(alternative)
    if (!said.ok) return said
    const settable = await checkSettable([file])
    return settable.ok ? ok({ kind: 'picture', pictureKind: kind.value, alternative }) : atFile(settable)
  }
  if (kind.value === 'md' || kind.value === 'txt') return textOfWriting(Buffer.from(file.bytes).toString('utf8'), kind.value)
  if (kind.value === 'docx') {
    const report = await readWord(file.bytes, { by })
    return report.ok ? ok({ kind: 'word', report: report.value }) : atFile(report)
  }
  const text = await textOf(file, kind.value, by)
  return text.ok ? ok({ kind: 'beside', name: safeFileName(file.name), mediaType: kindFacts[kind.value].mediaType, ...text.value }) : text
}

/** Of Markdown the author means the marks; plain text is shown as it stands. */
function textOfWriting(text: string, kind: 'md' | 'txt'): Outcome<AppendixFile> {
  if (kind === 'txt') {
    const { markdown, isCut } = readPlainText(text)
    return ok({ kind: 'text', markdown, found: findings({ cut: isCut }) })
  }
  const markdown = cleanText(text.replace(/^\uFEFF/, ''))
  const checked = reportPartSchemas.body.safeParse({ markdown })
  return checked.success ? ok({ kind: 'text', markdown, found: [] }) : refuse('invalid', '', checked.error.issues.map(({ message }) => ({ field: 'file', message })))
}

function textOf(file: UploadedFile, kind: IncomingKind, by: string): Promise<Outcome<ReadText>> {
  if (kind === 'pdf') return textOfPdf(file, by)
  return kind === 'xlsx' || kind === 'csv' ? textOfSheets(file, kind, by) : Promise.resolve(ok({ markdown: '', found: ['without-text'] }))
}

async function textOfPdf(file: UploadedFile, by: string): Promise<Outcome<ReadText>> {
  const read = await readPdf(file.bytes, { by })
  if (!read.ok) return atFile(read)
  const { text, hasText, isTagged, comments, isCut, author } = read.value
  return ok({ markdown: text, found: findings({ 'without-text': !hasText, 'not-tagged': hasText && !isTagged, 'with-remarks': comments > 0, 'names-author': author !== undefined, cut: isCut }) })
}

async function textOfSheets(file: UploadedFile, kind: 'xlsx' | 'csv', by: string): Promise<Outcome<ReadText>> {
  const read = await readSheet(file.bytes, kind, { by })
  if (!read.ok) return atFile(read)
  const { sheets, hidden, hasHiddenCells, hasEmbedded } = read.value
  const tables = sheets.map((sheet) => sheet.markdownTable).filter((table) => table !== '')
  const isCut = sheets.some((sheet) => sheet.isCut)
  return ok({ markdown: tables.join('\n\n'), found: findings({ 'without-text': tables.length === 0, 'with-hidden-sheets': hidden.length > 0, 'with-hidden-cells': hasHiddenCells, 'with-embedded': hasEmbedded, cut: isCut }) })
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
