import type { Block, Inline, Table } from '#platform/documents/blocks.ts'
import type { ReportFrame } from '../record/report-file.ts'

/**
 * A report in the council's standard frame, as one document for page, PDF and API alike; the title stands above it.
 *
 * Boards: a cover sheet with the recommendation, the body, implications, and what closes every report. Panels: the body, implications,
 * the purpose of the meeting, and what closes every report. Paragraph numbers run on from the body through a panel's frame.
 */
export function reportBlocks(frame: ReportFrame, body: readonly Block[]): Block[] {
  const numbers = new RunningNumber(body)
  if (frame.frame === 'board-cover-sheet') {
    return [coverSheet(frame), ...asked('Recommendation', frame), ...body, ...implications(frame, numbers), ...closing(frame)]
  }
  return [...body, ...implications(frame, numbers), ...asked('Purpose of the meeting', frame, numbers), ...closing(frame)]
}

/** The number after the last one of the body, and on. */
class RunningNumber {
  #last: number

  constructor(body: readonly Block[]) {
    this.#last = body.reduce((last, block) => (block.kind === 'paragraph' ? Math.max(last, block.number ?? 0) : last), 0)
  }

  next(): number {
    this.#last += 1
    return this.#last
  }
}

function coverSheet(frame: ReportFrame): Table {
  const rows: [string, string][] = [
    ...row('Sponsor', frame.sponsor),
    ...row('Author', frame.author),
    ...frame.priorities.map(({ name, touched }): [string, string] => [`Priority: ${name}`, yesNo(touched)]),
    ...frame.groupsOfInterest.map(({ name, touched }): [string, string] => [`Group of particular interest: ${name}`, yesNo(touched)]),
    ...row('Impact on safeguarding children', impact(frame.safeguardingChildren)),
    ...row('Impact on safeguarding adults', impact(frame.safeguardingAdults)),
    ...row('Item for', frame.itemFor === undefined ? undefined : capitalised(frame.itemFor)),
  ]
  return {
    kind: 'table',
    caption: text('Cover sheet'),
    columns: [
      { heading: text('Matter'), align: 'start' },
      { heading: text('This report'), align: 'start' },
    ],
    rows: rows.map(([matter, entry]) => [text(matter), text(entry)]),
  }
}

function asked(title: string, frame: ReportFrame, numbers?: RunningNumber): Block[] {
  const [first, ...others] = frame.recommendations
  if (first === undefined) return []
  const opening = others.length === 0 ? `Members are asked to ${first.replace(/[.;]?$/, '.')}` : 'Members are asked to:'
  const number = numbers === undefined ? {} : { number: numbers.next() }
  const blocks: Block[] = [heading(title), { kind: 'paragraph', ...number, content: text(opening) }]
  const items = frame.recommendations.map((clause) => [paragraph(clause)])
  return others.length === 0 ? blocks : [...blocks, { kind: 'list', marker: 'letters', start: 1, items }]
}

function implications(frame: ReportFrame, numbers: RunningNumber): Block[] {
  return frame.implications.flatMap((implication): Block[] => [
    heading(implication.heading),
    { kind: 'paragraph', number: numbers.next(), content: text(implication.text) },
  ])
}

function closing(frame: ReportFrame): Block[] {
  return [
    ...listed('Supporting information', frame.supportingInformation),
    ...listed('Contact points', frame.contactPoints),
    ...(frame.backgroundPapers === undefined ? [] : backgroundPapers(frame, frame.backgroundPapers)),
  ]
}

/** Local Government Act 1972 s100D: a report lists its background papers, in the opinion of the proper officer. Where nobody gave an opinion, none is printed. */
function backgroundPapers(frame: ReportFrame, titles: readonly string[]): Block[] {
  const officer = frame.properOfficer === undefined ? 'the proper officer' : `the proper officer (${frame.properOfficer})`
  const statement = titles.length === 0 ? `In the opinion of ${officer}, this report has no background papers.` : `In the opinion of ${officer}, these are the background papers of this report:`
  return [heading('Background papers'), paragraph(statement), ...(titles.length === 0 ? [] : [bullets(titles)])]
}

function listed(title: string, entries: readonly string[]): Block[] {
  return entries.length === 0 ? [] : [heading(title), bullets(entries)]
}

function bullets(entries: readonly string[]): Block {
  return { kind: 'list', marker: 'bullet', start: 1, items: entries.map((entry) => [paragraph(entry)]) }
}

function heading(title: string): Block {
  return { kind: 'heading', level: 2, content: text(title) }
}

function paragraph(words: string): Block {
  return { kind: 'paragraph', content: text(words) }
}

function text(words: string): Inline[] {
  return [{ kind: 'text', text: words }]
}

function row(matter: string, entry: string | undefined): [string, string][] {
  return entry === undefined ? [] : [[matter, entry]]
}

function impact(answer: ReportFrame['safeguardingChildren']): string | undefined {
  if (answer === undefined) return undefined
  return answer.detail === undefined ? yesNo(answer.applies) : `${yesNo(answer.applies)}. ${answer.detail}`
}

function yesNo(answer: boolean): string {
  return answer ? 'Yes' : 'No'
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
