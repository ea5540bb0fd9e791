import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reportReadiness, type PaperToCheck } from './report-readiness.ts'

const whole: PaperToCheck = {
  kind: 'report',
  title: 'School places',
  frame: 'panel',
  isPublicVersion: false,
  pictures: [],
  parts: {
    recommendations: { recommendations: ['note the plan'] },
    body: { markdown: '## Summary\n\nWords.' },
    implications: { implications: [{ heading: 'Legal, financial and HR implications', text: 'None.' }] },
    closing: { supportingInformation: [], contactPoints: ['Scrutiny'], backgroundPapers: [] },
  },
}

function findings(change: Partial<PaperToCheck>, asked?: Parameters<typeof reportReadiness>[1]): string[] {
  return reportReadiness({ ...whole, ...change }, asked).map(({ severity, part }) => `${severity} ${part}`)
}

function body(markdown: string): Partial<PaperToCheck> {
  return { parts: { ...whole.parts, body: { markdown } } }
}

test('a report with all its parts lacks nothing', () => {
  assert.deepEqual(findings({}, { needed: ['legal', 'finance'], clearances: [{ kind: 'legal', state: 'cleared', changedSince: false }, { kind: 'finance', state: 'cleared', changedSince: false }] }), [])
})

test('an empty report lacks its purpose, its statement of background papers and its text, and should name whom to ask', () => {
  assert.deepEqual(findings({ parts: {} }), ['must recommendations', 'must closing', 'must body', 'should closing'])
})

test('a report with a cover sheet must name its author', () => {
  assert.deepEqual(findings({ frame: 'board-cover-sheet' }), ['must cover', 'should cover', 'should cover', 'should cover'])
})

test('what the template asks to be cleared must be written of and cleared, and cleared again after a change', () => {
  assert.deepEqual(findings({}, { needed: ['equality', 'legal'], clearances: [{ kind: 'legal', state: 'cleared', changedSince: true }] }), ['must implications', 'must clearance', 'should clearance'])
  assert.deepEqual(findings({}, { needed: [], clearances: [{ kind: 'finance', state: 'returned', changedSince: false }] }), ['must clearance'])
})

test('each fault of the text stops publication and names its line', () => {
  const [fault] = reportReadiness({ ...whole, ...body('Words.\n\n#### Deep\n\nMore.') })
  assert.equal(fault?.severity, 'must')
  assert.equal(fault?.line, 3)
  assert.match(fault?.message ?? '', /^Line 3: /)
})

test('links that say nothing, headings without a text and pictures named after their file are worth mending', () => {
  const picture = { name: 'plan.png', checksum: 'a'.repeat(64) }
  assert.deepEqual(findings({ ...body('See [here](/rules) and [https://example.org/a](https://example.org/a).\n\n![plan.png](plan.png)\n\n## Last'), pictures: [picture] }), ['should body', 'should body', 'should body', 'should body'])
})

test('a file beside the pack must have an accessible text', () => {
  const attachment = { checksum: 'b'.repeat(64), mediaType: 'application/pdf', name: 'plan.pdf', bytes: 10 }
  const { frame: _frame, ...appendix } = whole
  assert.deepEqual(reportReadiness({ ...appendix, kind: 'appendix', parts: {}, attachment }).map(({ message }) => message), ['Write what plan.pdf says, for readers who cannot use the file.'])
})
