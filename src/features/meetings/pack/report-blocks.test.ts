import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainText, type Block } from '#platform/documents/blocks.ts'
import { readMarkdown } from '#platform/documents/read-markdown.ts'
import { reportFrame, type ReportFrame } from '../record/report-file.ts'
import { reportBlocks } from './report-blocks.ts'

function frame(fields: object): ReportFrame {
  return reportFrame.parse({ title: 'Report', frame: 'panel', backgroundPapers: [], ...fields })
}

function body(): readonly Block[] {
  const read = readMarkdown('## Summary\n\nFirst.\n\n## Background\n\nSecond.', { file: 'report.md', numbered: true })
  assert.ok(read.ok)
  return read.value
}

/** Each block in one line, as a reader meets it. */
function outline(blocks: readonly Block[]): string[] {
  return blocks.map((block) => {
    if (block.kind === 'heading') return `# ${plainText(block.content)}`
    if (block.kind === 'paragraph') return `${block.number === undefined ? '' : `${block.number}. `}${plainText(block.content)}`
    if (block.kind === 'list') return `${block.marker}: ${block.items.map((item) => outline(item).join(' ')).join(' / ')}`
    if (block.kind === 'table') return block.rows.map((row) => row.map((cell) => plainText(cell)).join(' = ')).join(' / ')
    return block.kind
  })
}

test("a panel's report ends with implications, purpose of the meeting as lettered clauses, and what closes every report, its numbers running on", () => {
  const blocks = reportBlocks(
    frame({
      recommendations: ['note the progress', 'say what it wants next'],
      implications: [{ heading: 'Legal implications', text: 'None.' }],
      supportingInformation: ['Appendix 1: plan'],
      contactPoints: ['Overview and Scrutiny'],
      properOfficer: 'the Director of Law',
    }),
    body(),
  )
  assert.deepEqual(outline(blocks), [
    '# Summary',
    '1. First.',
    '# Background',
    '2. Second.',
    '# Legal implications',
    '3. None.',
    '# Purpose of the meeting',
    '4. Members are asked to:',
    'letters: note the progress / say what it wants next',
    '# Supporting information',
    'bullet: Appendix 1: plan',
    '# Contact points',
    'bullet: Overview and Scrutiny',
    '# Background papers',
    'In the opinion of the proper officer (the Director of Law), this report has no background papers.',
  ])
})

test("a board's report begins with its cover sheet and the recommendation, and its body keeps its numbers", () => {
  const blocks = reportBlocks(
    frame({
      frame: 'board-cover-sheet',
      sponsor: 'Director of Public Health',
      author: 'Public Health Consultant',
      priorities: [
        { name: 'Being active', touched: true },
        { name: 'Alcohol', touched: false },
      ],
      groupsOfInterest: [{ name: 'Children and young people', touched: true }],
      safeguardingChildren: { applies: true, detail: 'Neglect.' },
      safeguardingAdults: { applies: false },
      itemFor: 'decision',
      recommendations: ['approve the strategy'],
      backgroundPapers: ['Needs assessment'],
    }),
    body(),
  )
  assert.deepEqual(outline(blocks), [
    'Sponsor = Director of Public Health / Author = Public Health Consultant / Priority: Being active = Yes / Priority: Alcohol = No / Group of particular interest: Children and young people = Yes / Impact on safeguarding children = Yes. Neglect. / Impact on safeguarding adults = No / Item for = Decision',
    '# Recommendation',
    'Members are asked to approve the strategy.',
    '# Summary',
    '1. First.',
    '# Background',
    '2. Second.',
    '# Background papers',
    'In the opinion of the proper officer, these are the background papers of this report:',
    'bullet: Needs assessment',
  ])
})

test('a report that asks for nothing has no such part, and a cover sheet leaves out what was not said', () => {
  assert.deepEqual(outline(reportBlocks(frame({ frame: 'board-cover-sheet' }), [])), ['', '# Background papers', 'In the opinion of the proper officer, this report has no background papers.'])
})

test('where nobody gave an opinion on background papers, none is printed', () => {
  assert.deepEqual(outline(reportBlocks(frame({ frame: 'board-cover-sheet', backgroundPapers: undefined }), [])), [''])
})
