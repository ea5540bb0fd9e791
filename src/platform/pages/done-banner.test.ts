import assert from 'node:assert/strict'
import { test } from 'node:test'
import { doneBanner } from './done-banner.ts'
import { html } from './html.ts'

const words = { saved: 'The agenda is saved', published: html`Published. <a class="govuk-notification-banner__link" href="/meetings">See it</a>` }
const banner = (query: string) => doneBanner(new URLSearchParams(query), words)?.toString()

test('what was just done is said in the words of the page, and read out', () => {
  assert.match(banner('done=saved') ?? '', /govuk-notification-banner--success" role="alert".*The agenda is saved<\/p>/s)
  assert.match(banner('done=published') ?? '', /Published\. <a class="govuk-notification-banner__link" href="\/meetings">See it<\/a><\/p>/)
})

test('an address cannot make a page say what it does not know', () => {
  for (const query of ['', 'done=', 'done=burnt', 'done=constructor', 'done=__proto__', 'done=%3Cb%3E', 'saved=done']) assert.equal(banner(query), undefined, query)
})
