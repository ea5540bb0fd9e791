import type { Outcome } from '#core/outcome.ts'
import type { Block } from '#platform/documents/blocks.ts'
import type { QuotedMarks } from '#platform/documents/quoted.ts'
import { readMarkdown } from '#platform/documents/read-markdown.ts'
import type { ReportFrame } from '../../record/report-file.ts'
import { partsOf, type ReportPartName } from '../../record/report-parts.ts'
import type { ClearanceKind } from '../../templates/body-template.ts'
import { figuresOf } from '../../work/draft-of-meeting.ts'
import type { PaperInWork } from '../../work/meeting-in-work.ts'
import type { Clearance } from '../report-standing.ts'
import { awaitedTitles, textFindings } from './text-findings.ts'

/** Something that stands between a paper and its publication, or that would make it better. */
export interface ReadinessFinding {
  /** What must be put right before it is published; what should be. */
  readonly severity: 'must' | 'should'
  readonly message: string
  readonly part: ReportPartName | 'title' | 'clearance' | 'file'
  /** The line of the text. */
  readonly line?: number
}

export type PaperToCheck = Pick<PaperInWork, 'kind' | 'title' | 'frame' | 'parts' | 'pictures' | 'attachment' | 'isPublicVersion'> & WithQuoted

/** What the marks of figures in its text stand for; words like others where it is left out. */
export interface WithQuoted {
  readonly quoted?: QuotedMarks
}

interface AskedOfReports {
  /** Which officers the body's template asks to clear each report. */
  readonly needed: readonly ClearanceKind[]
  /** The latest of each kind. */
  readonly clearances: readonly Pick<Clearance, 'kind' | 'state' | 'changedSince'>[]
}

/** What the version that stands published has of a paper. */
export interface PublishedText {
  readonly frame?: ReportFrame
  readonly hasText: boolean
}

/**
 * What a paper still lacks: the required parts of its frame, what its body's template asks for, and what would shut out readers who cannot see it
 * (Public Sector Bodies Accessibility Regulations 2018). What stops publication comes first. Of a paper that stands published, what it lacked
 * then already stops nothing: a correction need not write what the original never had.
 */
export function reportReadiness(paper: PaperToCheck, asked: AskedOfReports = { needed: [], clearances: [] }, published?: PublishedText): ReadinessFinding[] {
  const lacked = published === undefined ? [] : requiredFindings(asPublished(paper, published), { ...asked, clearances: [] })
  const required = requiredFindings(paper, asked).map((finding) => (isAmong(lacked, finding) ? { ...finding, severity: 'should' as const, message: `${finding.message} ${lackedBefore}` } : finding))
  const findings = [...titleFindings(paper), ...required, ...textFaults(paper)]
  return findings.toSorted((one, other) => Number(one.severity === 'should') - Number(other.severity === 'should'))
}

const lackedBefore = 'The version that stands published lacks it too, so that a correction may be published without it.'

/** The paper as it stands published, as far as its parts go. */
function asPublished(paper: PaperToCheck, { frame, hasText }: PublishedText): PaperToCheck {
  const markdown = hasText ? 'Words.' : ''
  return { ...paper, parts: frame === undefined ? { body: { markdown } } : partsOf(frame, markdown) }
}

function isAmong(findings: readonly ReadinessFinding[], { severity, part, message }: ReadinessFinding): boolean {
  return severity === 'must' && findings.some((one) => one.part === part && one.message === message)
}

/** The parts that a paper of its kind must or should have. */
function requiredFindings(paper: PaperToCheck, asked: AskedOfReports): ReadinessFinding[] {
  return [...(paper.kind === 'report' && !paper.isPublicVersion ? frameFindings(paper, asked) : []), ...missingText(paper)]
}

/** The text of a paper as blocks, by the same reading as the public page's. */
export function blocksOf(paper: Pick<PaperToCheck, 'kind' | 'pictures' | 'quoted'>, markdown: string): Outcome<readonly Block[]> {
  return readMarkdown(markdown, { file: 'The text', numbered: paper.kind === 'report', figures: figuresOf(paper.pictures), quoted: paper.quoted })
}

const must = (part: ReadinessFinding['part'], message: string): ReadinessFinding => ({ severity: 'must', part, message })
const should = (part: ReadinessFinding['part'], message: string): ReadinessFinding => ({ severity: 'should', part, message })

function titleFindings({ title }: PaperToCheck): ReadinessFinding[] {
  return title.trim() === '' ? [must('title', 'Give the paper a title.')] : []
}

/** What the frame asks for; a redacted version repeats neither cover sheet nor clearance. */
function frameFindings(paper: PaperToCheck, asked: AskedOfReports): ReadinessFinding[] {
  return [...coverFindings(paper), ...purposeFindings(paper), ...implicationFindings(paper, asked.needed), ...closingFindings(paper), ...clearanceFindings(asked)]
}

function coverFindings({ frame, parts: { cover } }: PaperToCheck): ReadinessFinding[] {
  if (frame !== 'board-cover-sheet') return []
  return [
    ...(isEmpty(cover?.author) ? [must('cover', 'Say on the cover sheet who the author is, as a role.')] : []),
    ...(isEmpty(cover?.sponsor) ? [should('cover', 'Say on the cover sheet who the sponsor is, as a role.')] : []),
    ...(cover?.itemFor === undefined ? [should('cover', 'Say whether the item is for decision, consideration or information.')] : []),
    ...(cover?.safeguardingChildren === undefined || cover.safeguardingAdults === undefined ? [should('cover', 'Say whether there is an impact on safeguarding children and adults.')] : []),
  ]
}

function purposeFindings({ frame, parts }: PaperToCheck): ReadinessFinding[] {
  if ((parts.recommendations?.recommendations.length ?? 0) > 0) return []
  return [must('recommendations', frame === 'panel' ? 'Say what the panel is asked to do: the purpose of the meeting.' : 'Say what is recommended.')]
}

const implicationOf: Readonly<Record<ClearanceKind, { readonly name: string; readonly heading: RegExp }>> = {
  legal: { name: 'legal', heading: /legal/i },
  finance: { name: 'financial', heading: /financ/i },
  equality: { name: 'equality and diversity', heading: /equalit|diversity/i },
}

function implicationFindings({ parts }: PaperToCheck, needed: readonly ClearanceKind[]): ReadinessFinding[] {
  const headings = parts.implications?.implications.map(({ heading }) => heading) ?? []
  return needed.filter((kind) => !headings.some((heading) => implicationOf[kind].heading.test(heading))).map((kind) => must('implications', `Say what the ${implicationOf[kind].name} implications are, even if there are none.`))
}

/** Local Government Act 1972 s100D: a report lists its background papers. */
function closingFindings({ parts: { closing } }: PaperToCheck): ReadinessFinding[] {
  return [
    ...(closing?.backgroundPapers === undefined ? [must('closing', 'State the background papers, or that there are none: the law asks for it.')] : []),
    ...((closing?.contactPoints ?? []).length === 0 ? [should('closing', 'Give a contact point: an office that readers may ask.')] : []),
  ]
}

const clearanceName: Readonly<Record<ClearanceKind, string>> = { legal: 'Legal', finance: 'Finance', equality: 'Equality' }

function clearanceFindings({ needed, clearances }: AskedOfReports): ReadinessFinding[] {
  const kinds = [...new Set([...needed, ...clearances.map(({ kind }) => kind)])]
  return kinds.flatMap((kind) => {
    const clearance = clearances.find((one) => one.kind === kind)
    const name = clearanceName[kind]
    if (clearance?.state === 'cleared') return clearance.changedSince ? [should('clearance', `The report was changed after the ${name.toLowerCase()} officer cleared it. Ask again.`)] : []
    if (clearance?.state === 'returned') return [must('clearance', `The ${name.toLowerCase()} officer returned the report. Put right what the note says and ask again.`)]
    return [must('clearance', clearance === undefined ? `${name} clearance is needed and has not been asked for.` : `${name} clearance has been asked for and not yet given.`)]
  })
}

/** The text of a file beside the pack stands in for it. */
function missingText({ kind, attachment, parts }: PaperToCheck): ReadinessFinding[] {
  if (!isEmpty(parts.body?.markdown)) return []
  if (attachment === undefined) return [must('body', 'Write the text.')]
  return kind === 'appendix' ? [must('body', `Write what ${attachment.name} says, for readers who cannot use the file.`)] : []
}

function textFaults(paper: PaperToCheck): ReadinessFinding[] {
  const markdown = paper.parts.body?.markdown ?? ''
  if (isEmpty(markdown)) return []
  const blocks = blocksOf(paper, markdown)
  if (blocks.ok) {
    return [...awaitedTitles(blocks.value).map((message) => must('body', message)), ...textFindings(blocks.value).map((message) => should('body', message))]
  }
  return blocks.refusal.faults.slice(0, mostFaults).map((fault) => ({ ...must('body', fault.row === undefined ? fault.message : `Line ${fault.row}: ${fault.message}`), ...(fault.row === undefined ? {} : { line: fault.row }) }))
}

const mostFaults = 20

function isEmpty(text: string | null | undefined): boolean {
  return text === undefined || text === null || text.trim() === ''
}
