import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reportFrame } from '../../record/report-file.ts'
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

test('a table that came without a title must be given one before it is published', () => {
  const table = (caption: string) => findings(body(`Table: ${caption}\n\n| Year | Places |\n|---|---|\n| 2023 | 120 |`))
  assert.deepEqual(table('Table 1 (give it a title)'), ['must body'])
  assert.deepEqual(table('Places by year'), [])
})

test('of each e-mail address and telephone number in the text it is asked whose it is, and figures are no telephone number', () => {
  const said = (markdown: string) => reportReadiness({ ...whole, ...body(markdown) }).map(({ severity, message }) => `${severity} ${message.split(' stands')[0]}`)
  assert.deepEqual(said('Ask places@example.test or 01632 960 123.\n\n- again places@example.test\n- [write](mailto:desk@example.test)'), ['should “places@example.test”', 'should “desk@example.test”', 'should “01632 960 123”'])
  assert.deepEqual(said('In 2023 there were 0123456 forms, £1,000,000,000 and 12 345 678 901.'), [])
})

test('a number typed before a numbered paragraph would be printed twice, and should be taken off', () => {
  assert.deepEqual(findings(body('## Summary\n\n1\\. The Board is asked.\n\n2023 was dry.')), ['should body'])
})

const legalNeeded = { needed: ['legal'], clearances: [] } as const

test('a correction of a report that was published without its parts lacks them still, and is stopped by none of them', () => {
  const loaded: PaperToCheck = { ...whole, parts: { body: { markdown: 'A word is put right.' } } }
  const published = { frame: reportFrame.parse({ title: 'School places', frame: 'panel' }), hasText: true }
  assert.ok(reportReadiness(loaded, legalNeeded).some(({ severity }) => severity === 'must'))
  const found = reportReadiness(loaded, legalNeeded, published)
  assert.deepEqual(found.filter(({ severity }) => severity === 'must'), [])
  assert.deepEqual(found.map(({ part }) => part), ['recommendations', 'implications', 'closing', 'closing', 'clearance'])
  assert.match(found[0]?.message ?? '', /The version that stands published lacks it too/)
})

test('what the published version had must not go in a correction, and an officer who was asked keeps the say', () => {
  const published = { frame: reportFrame.parse({ title: 'School places', frame: 'panel', recommendations: ['note it'] }), hasText: true }
  const stopping = (change: Partial<PaperToCheck>, asked?: Parameters<typeof reportReadiness>[1]) => reportReadiness({ ...whole, ...change }, asked, published).filter(({ severity }) => severity === 'must').map(({ part }) => part)
  assert.deepEqual(stopping({ parts: {} }), ['recommendations', 'body'])
  assert.deepEqual(stopping({}, { ...legalNeeded, clearances: [{ kind: 'legal', state: 'returned', changedSince: false }] }), ['clearance'])
  assert.deepEqual(stopping({}, { ...legalNeeded, clearances: [{ kind: 'legal', state: 'asked', changedSince: false }] }), ['clearance'])
  assert.deepEqual(stopping(body('#### Deep')), ['body'], 'a text that cannot be read is never published')
})
