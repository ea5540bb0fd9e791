import assert from 'node:assert/strict'
import { date } from '#core/dates.ts'
import { time } from '#core/london-time.ts'
import type { Block } from '#platform/documents/blocks.ts'
import { readMarkdown } from '#platform/documents/read-markdown.ts'
import { readPdf, type ReadPdf } from '#platform/documents/testing/read-pdf.ts'
import type { Outcome } from '#core/outcome.ts'
import { reportFrame } from '../record/report-file.ts'
import type { PackFront, PackPaper, PublicPack } from './pack-content.ts'
import type { Pack } from './set-papers.ts'

export const frame = reportFrame.parse({ title: 'Report', frame: 'panel', recommendations: ['note the report'], backgroundPapers: [] })

/** A meeting as its pack and its supplements name it. */
export const meetingFront: PackFront = {
  council: 'Severnshire County Council',
  body: 'Children and Families Panel',
  meeting: { date: date('2023-07-07'), time: time('10:00'), place: 'Council Chamber', webcast: false, issued: date('2023-06-29') },
  contact: { office: 'Overview and Scrutiny', phone: '01905 555000' },
  alternativeFormats: 'This document can be had in large print.',
}

/** The blocks of a document that may show one picture, `dot.png`. */
export function blocksOf(text: string, numbered = true): readonly Block[] {
  const figures = new Map([['dot.png', { checksum: 'dot', mediaType: 'image/png' }]])
  const read = readMarkdown(text, { file: 'report.md', numbered, figures })
  assert.ok(read.ok, read.ok ? '' : JSON.stringify(read.refusal))
  return read.value
}

export function report(id: string, title: string, text: string): PackPaper & { readonly kind: 'report' } {
  return { kind: 'report', id, title, frame, body: blocksOf(text) }
}

/** The public pack of a meeting with one item. */
export function packWith(papers: readonly PackPaper[]): PublicPack {
  const items = [{ number: 1, title: 'Item', papers: { state: 'open', papers, moreToFollow: false } }] as const
  return { ...meetingFront, audience: 'public', members: [], alsoInvited: [], items }
}

/** The picture that `blocksOf` knows. */
export const pictures: ReadonlyMap<string, Uint8Array> = new Map([
  ['dot', Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==', 'base64')],
])

export interface BuiltPack {
  readonly pack: Pack
  readonly pdf: ReadPdf
  /** The text of the page with this label, each run of white space as one space. */
  readonly onPage: (label: string | number) => string
  /** The text of the pages in front of the papers. */
  readonly front: string
}

/** A pack that must have been built, with what a reader of the file finds. */
export async function built(building: Promise<Outcome<Pack>>): Promise<BuiltPack> {
  const outcome = await building
  assert.ok(outcome.ok, outcome.ok ? '' : JSON.stringify(outcome.refusal))
  const pdf = await readPdf(outcome.value.pdf)
  const texts = pdf.texts.map((text) => text.replaceAll(/\s+/g, ' '))
  const onPage = (label: string | number): string => texts[pdf.labels.indexOf(String(label))] ?? ''
  return { pack: outcome.value, pdf, onPage, front: texts.filter((_, sheet) => /^[ivx]+$/.test(pdf.labels[sheet] ?? '')).join(' ') }
}
