import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cursorPagination } from './cursor-pagination.ts'
import { dataTable } from './data-table.ts'
import { errorPage } from './error-page.ts'
import { faultFor, faultSummary, filterForm } from './form.ts'
import { escapeHtml, html } from './html.ts'
import { userText } from './text.ts'

const refusal = {
  kind: 'invalid',
  message: 'Nothing was saved.',
  faults: [{ field: 'email', message: 'Enter your email address' }, { field: 'email', message: 'A second one' }, { message: 'Not about a field' }],
} as const

test('what is put in a template is escaped, unless it is markup already', () => {
  assert.equal(html`<p>${'<b>"&\''}${html`<i>x</i>`}${['a', undefined, false, 3]}</p>`.toString(), '<p>&lt;b&gt;&quot;&amp;&#39;<i>x</i>a3</p>')
  assert.equal(escapeHtml('a\0b'), 'ab')
})

test('a fault of a field links to the field, another stands as text', () => {
  const text = faultSummary(refusal).toString()
  assert.match(text, /<a href="#email">Enter your email address<\/a>/)
  assert.match(text, /<li>Not about a field<\/li>/)
  assert.match(text, /<p>Nothing was saved\.<\/p>/)
})

test('a field shows its own first fault and no other', () => {
  assert.deepEqual(faultFor(refusal, 'email'), { text: 'Enter your email address' })
  assert.equal(faultFor(refusal, 'password'), undefined)
  assert.equal(faultFor(undefined, 'email'), undefined)
})

test('a table names its columns and rows, and scrolls by keyboard in a box named by its caption', () => {
  const columns = [{ heading: 'Service' }, { heading: '£', numeric: true }]
  const text = dataTable({ caption: 'Spend', columns, rows: [['Early help', 12]] }).toString()
  assert.match(text, /aria-label="Spend" tabindex="0"/)
  assert.match(text, /<th scope="col" class="govuk-table__header govuk-table__header--numeric">£<\/th>/)
  assert.match(text, /<th scope="row" class="govuk-table__header">Early help<\/th><td class="govuk-table__cell govuk-table__cell--numeric">12<\/td>/)
})

test('a list that fits on one page has no way to others', () => {
  assert.equal(cursorPagination({ label: 'More' }), undefined)
  assert.match(cursorPagination({ label: 'More', next: { href: '/x?after=1' } })?.toString() ?? '', /href="\/x\?after=1" rel="next"/)
})

test('a filter is a form that asks by its address', () => {
  const text = filterForm({ action: '/meetings', label: 'Filter meetings', fields: html`<input name="q">`, clear: '/meetings' }).toString()
  assert.match(text, /method="get" action="\/meetings" role="search" aria-label="Filter meetings"/)
  assert.match(text, /<a class="govuk-link" href="\/meetings">Clear filters<\/a>/)
})

test('an error page says what happened, what to do and the reference to quote, and never lets a message be markup', () => {
  for (const status of [400, 403, 404, 409, 413, 429, 500, 503] as const) {
    const { title, body } = errorPage(status, { requestId: 'req-<1>' })
    assert.ok(title.length > 10)
    assert.match(body.toString(), /quote the reference <span class="gt-reference">req-&lt;1&gt;<\/span>/)
  }
  assert.match(errorPage(404, { requestId: '1', message: 'No <such> meeting' }).body.toString(), /No &lt;such&gt; meeting/)
})

test('text that a person typed cannot turn the text around it', () => {
  assert.equal(userText('שלום <b>').toString(), '<bdi>שלום &lt;b&gt;</bdi>')
})
