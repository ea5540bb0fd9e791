import type { ReportParts, SomeParts } from '../../record/report-parts.ts'
import { clausesOf, isPlain, paragraphsOf } from './plain-text-of.ts'

/** A section of an imported text that has a place of its own in the form. */
export interface FoundPart {
  readonly part: 'recommendations' | 'implications' | 'supportingInformation' | 'contactPoints' | 'backgroundPapers'
  /** As the document writes it. */
  readonly heading: string
  /** The clauses, the paragraphs or the entries. */
  readonly entries: readonly string[]
  /** Its lines, from the heading's on, the last one not counted. */
  readonly from: number
  readonly to: number
}

const recognised: readonly (readonly [RegExp, FoundPart['part']])[] = [
  [/^(?:recommendations?|purpose of (?:the|this) meeting)$/i, 'recommendations'],
  [/^\S.*\bimplications?$/i, 'implications'],
  [/^privacy impact assessments?$/i, 'implications'],
  [/^(?:list of )?background (?:papers?|documents?)\b/i, 'backgroundPapers'],
  [/^contact(?:s| points?| officers?| details)$/i, 'contactPoints'],
  [/^supporting information$/i, 'supportingInformation'],
]

/** The sections whose heading names a part of the form and that hold plain text only; a section with headings, tables, pictures or notes in it stays. */
export function partsInImport(markdown: string): FoundPart[] {
  const lines = markdown.split('\n')
  // Footnotes stand at the end of an import, and belong to no section.
  const firstNote = lines.findIndex((line) => /^\[\^[^\]\s]+\]:/.test(line))
  const end = firstNote === -1 ? lines.length : firstNote
  const headings = lines.flatMap((line, from) => (/^#{2,6} /.test(line) ? [from] : []))
  return headings.flatMap((from, index) => {
    const to = headings[index + 1] ?? Math.max(end, from + 1)
    const hasHeadings = levelOf(lines[to]) > levelOf(lines[from])
    const heading = headingOf(lines[from] ?? '')
    const part = recognised.find(([words]) => words.test(heading))?.[1]
    const text = lines.slice(from + 1, to).join('\n').trim()
    if (part === undefined || hasHeadings || text === '' || !isPlain(text)) return []
    const entries = entriesOf(part, text)
    return entries.length === 0 && part !== 'backgroundPapers' ? [] : [{ part, heading, entries, from, to }]
  })
}

function levelOf(line: string | undefined): number {
  return /^(#{2,6}) /.exec(line ?? '')?.[1]?.length ?? 0
}

/** Without marks and without a number that was typed before it. */
function headingOf(line: string): string {
  return (paragraphsOf(line.replace(/^#+ /, ''))[0] ?? '').replace(/^\(?\d[\d.)]*\s+/, '').replace(/:$/, '').trim()
}

function entriesOf(part: FoundPart['part'], text: string): string[] {
  if (part === 'recommendations') return clausesOf(text)
  const entries = paragraphsOf(text)
  return part === 'backgroundPapers' && entries.length === 1 && /^(?:none|nil|not applicable|there are (?:none|no\b.*))\.?$/i.test(entries[0] ?? '') ? [] : entries
}

/** The text without these sections. */
export function withoutParts(markdown: string, moved: readonly FoundPart[]): string {
  const isMoved = (line: number) => moved.some(({ from, to }) => line >= from && line < to)
  const left = markdown.split('\n').filter((_, line) => !isMoved(line))
  return left.join('\n').replaceAll(/\n{3,}/g, '\n\n').trim()
}

type Filled = Pick<ReportParts, 'recommendations' | 'implications' | 'closing'>

/** Whether a part of the form has nothing yet in the place to which a section would go. */
export function isPlaceEmpty(parts: SomeParts, { part, heading }: Pick<FoundPart, 'part' | 'heading'>): boolean {
  if (part === 'recommendations') return (parts.recommendations?.recommendations ?? []).length === 0
  if (part === 'implications') return parts.implications?.implications.every((one) => one.heading.toLowerCase() !== heading.toLowerCase()) ?? true
  return part === 'backgroundPapers' ? parts.closing?.backgroundPapers === undefined : (parts.closing?.[part] ?? []).length === 0
}

/** The parts of the form with these sections in them, after what stands there; only those that change. */
export function partsWith(standing: SomeParts, moved: readonly FoundPart[]): Partial<Filled> {
  const of = (part: FoundPart['part']) => moved.filter((one) => one.part === part)
  const recommendations = of('recommendations').flatMap(({ entries }) => entries)
  const implications = of('implications').map(({ heading, entries }) => ({ heading, text: entries.join('\n') }))
  const closing = closingParts.filter((part) => of(part).length > 0)
  return {
    ...(recommendations.length > 0 && { recommendations: { recommendations: [...(standing.recommendations?.recommendations ?? []), ...recommendations] } }),
    ...(implications.length > 0 && { implications: { implications: [...(standing.implications?.implications ?? []), ...implications] } }),
    ...(closing.length > 0 && { closing: { ...emptyClosing, ...standing.closing, ...Object.fromEntries(closing.map((part) => [part, [...(standing.closing?.[part] ?? []), ...of(part).flatMap(({ entries }) => entries)]])) } }),
  }
}

const closingParts = ['supportingInformation', 'contactPoints', 'backgroundPapers'] as const
const emptyClosing: Pick<ReportParts['closing'], 'supportingInformation' | 'contactPoints'> = { supportingInformation: [], contactPoints: [] }
