import assert from 'node:assert/strict'
import { test } from 'node:test'
import { postedForm } from '#access/staff/posted-form.ts'
import type { ReportPartName, ReportParts } from '../../record/report-parts.ts'
import { fieldsOfPart } from './fields-of-part.ts'
import { partFromForm } from './part-from-form.ts'
import { headingsStillToWrite } from './suggested-implications.ts'

test('what a part keeps comes back from its own form unchanged', () => {
  const parts: ReportParts = {
    cover: {
      sponsor: 'Director of Public Health',
      author: 'A consultant',
      priorities: [
        { name: 'Being active', touched: true },
        { name: 'Alcohol', touched: false },
      ],
      groupsOfInterest: [{ name: 'Carers', touched: false }],
      safeguardingChildren: { applies: true, detail: 'Neglect.' },
      safeguardingAdults: { applies: false },
      itemFor: 'decision',
    },
    recommendations: { recommendations: ['note the progress', 'agree the plan'] },
    body: { markdown: '## Summary\n\nWords.\n\n- one\n' },
    implications: { implications: [{ heading: 'Legal implications', text: 'None.' }] },
    closing: { supportingInformation: ['Appendix 1'], contactPoints: ['Scrutiny', 'Children’s services'], backgroundPapers: [], properOfficer: 'the Director of Law' },
  }
  for (const [name, content] of Object.entries(parts) as [ReportPartName, ReportParts[ReportPartName]][]) {
    const read = partFromForm(name, postedForm(fieldsOfPart(name, content as never)))
    assert.deepEqual(read, { ok: true, value: content }, name)
  }
})

test('empty boxes are left out, and a suggested heading without a text too', () => {
  const recommendations = partFromForm('recommendations', postedForm([['recommendation', ' '], ['recommendation', 'agree']]))
  assert.deepEqual(recommendations, { ok: true, value: { recommendations: ['agree'] } })
  const implications = partFromForm('implications', postedForm([['implication-heading', 'Legal implications'], ['implication-text', '']]))
  assert.deepEqual(implications, { ok: true, value: { implications: [] } })
})

test('a fault names the box in which it was typed, empty boxes before it counted', () => {
  const read = partFromForm('implications', postedForm([['implication-heading', 'Legal implications'], ['implication-text', ''], ['implication-heading', ''], ['implication-text', 'It costs.']]))
  assert.ok(!read.ok)
  assert.deepEqual(read.refusal.faults.map(({ field }) => field), ['implication-heading-2'])
})

test('who says that there are no background papers and lists some is believed about the list', () => {
  const read = partFromForm('closing', postedForm([['background', 'none'], ['background-papers', 'Needs assessment\n\n']]))
  assert.ok(read.ok)
  assert.deepEqual(read.value.backgroundPapers, ['Needs assessment'])
})

test('a heading that speaks of several subjects answers each of them', () => {
  assert.deepEqual(headingsStillToWrite(['Legal, financial and HR implications']), ['Privacy impact assessment', 'Equality and diversity implications'])
})
