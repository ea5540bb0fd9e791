import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reportFrame } from '../record/report-file.ts'
import { reportHtml } from './report-html.ts'

test('the page shows the frame and the body as one document under the page’s heading', () => {
  const frame = reportFrame.parse({ title: 'Report', frame: 'panel', recommendations: ['note <b>', 'agree'] })
  const body = [{ kind: 'paragraph', number: 1, content: [{ kind: 'text', text: 'Words.' }] }] as const
  const written = String(reportHtml(frame, body, { headingLevel: 2, fileAddress: () => '' }))
  assert.match(written, /^<div class="gt-document"><p class="govuk-body gt-numbered" id="para-1">/)
  assert.match(written, /<h2 class="govuk-heading-m" id="section-purpose-of-the-meeting">Purpose of the meeting<\/h2>\n<p class="govuk-body gt-numbered" id="para-2">/)
  assert.match(written, /<ol class="govuk-list gt-list--letters" type="a"><li>note &lt;b&gt;<\/li>/)
})
