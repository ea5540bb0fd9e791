import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import type { Answer } from '#platform/http/answers.ts'
import { rulesPages } from './pages.ts'
import { areas } from './rule.ts'
import { allRules, latestVersion } from './rules.ts'

async function open(path: string, params: Record<string, string> = {}, query = ''): Promise<Answer> {
  const page = rulesPages.find((each) => each.path === path)
  assert.ok(page)
  const read = { tables: () => assert.fail('rules need no database') }
  return page.answer({ path, params, query: new URLSearchParams(query), today: date('2023-07-03'), origin: '', read, file: () => Promise.resolve(undefined) })
}

async function text(rule: string, query = ''): Promise<string> {
  const answer = await open('/rules/:rule', { rule }, query)
  assert.ok(answer.kind === 'page')
  return answer.body.toString()
}

test('/rules gives each area a heading of its own, and no table', async () => {
  const answer = await open('/rules')
  assert.ok(answer.kind === 'page')
  const body = answer.body.toString()
  const headings = [...body.matchAll(/<h2 class="govuk-heading-m" id="([a-z-]+)">/g)].map(([, id]) => id)
  assert.deepEqual(headings, Object.keys(areas))
  for (const id of headings) assert.ok(body.includes(`href="#${id}"`), id)
  assert.doesNotMatch(body, /<table/)
})

test('/rules shows the limit with what it lies between, and leaves the citation to the rule’s own page', async () => {
  const answer = await open('/rules')
  assert.ok(answer.kind === 'page')
  const body = answer.body.toString()
  assert.match(body, /<strong>5 clear working days before<\/strong> the meeting: publication of the agenda and reports/)
  assert.match(body, /<strong>20 weeks<\/strong> from receipt of the request to the final plan/)
  assert.match(body, /<strong>15 February of the same calendar year<\/strong> for the transfer: the amended plan/)
  assert.match(body, /<strong>10 guesses in 5 minutes<\/strong>/)
  assert.doesNotMatch(body, /SI 2012\/2089|No number of days</)
  assert.match(await text('key-decision-notice'), /SI 2012\/2089/)
})

test('/rules links to every rule and explains once what it means to be taken from guidance', async () => {
  const answer = await open('/rules')
  assert.ok(answer.kind === 'page')
  const body = answer.body.toString()
  for (const { id } of allRules) assert.ok(body.includes(`href="/rules/${id}"`), id)
  assert.equal(body.split('stands beside').length, 2)
  assert.match(body, /monitoring\s+officer confirms it, for children’s services its director of children’s services/)
  assert.equal(body.split('>Taken from guidance; the council confirms it<').length - 2, allRules.filter((rule) => latestVersion(rule).confidence === 'guidance').length)
})

test('every rule has a page', async () => {
  for (const { id } of allRules) assert.match(await text(id), /How it is counted/, id)
})

test('the page of a rule taken from guidance says what that means and who confirms it; others do not', async () => {
  assert.match(await text('assessment'), /Taken from guidance; the council confirms it\.<\/strong> .*director of children’s services confirms/)
  assert.match(await text('executive-response'), /monitoring officer confirms/)
  assert.doesNotMatch(await text('agenda-publication'), /guidance/)
  for (const { id } of allRules) assert.doesNotMatch(await text(id), /not read in the statute/)
})

test('the page of key-decision-notice puts both dates in the headline, the safer first, and says what a council may set', async () => {
  const body = await text('key-decision-notice', 'date=2026-04-14')
  assert.match(
    body,
    /<strong>Monday 2 March 2026<\/strong> \(the safer date: weekends and bank holidays left out\)<\/p><p [^>]*><strong>Monday 16 March 2026<\/strong> \(weekends and bank holidays counted\)/,
  )
  assert.match(body, /The number of days is fixed by law\. Only the way of counting clear days is a setting of the council\./)
  assert.doesNotMatch(body, /cannot be set locally|unless the council sets otherwise/)
})

test('the page of looked-after-record-retention prints no invented date', async () => {
  assert.match(await text('looked-after-record-retention'), /from 1 April 2011; births before that day count too/)
  assert.match(await text('practice-review-publication'), /not stated by the source/)
  for (const { id } of allRules) assert.doesNotMatch(await text(id), /1 January/, id)
})

test('the page of a rule works a date out and shows every step', async () => {
  const body = await text('agenda-publication', 'date=2026-04-14')
  assert.match(body, /<strong>Thursday 2 April 2026<\/strong>/)
  assert.match(body, /Good Friday/)
})

test('a day to count from is picked from the calendar, or typed in any of the ways that the product reads days; a moment too', async () => {
  for (const typed of ['14/4/2026', '14 April 2026', '14th Apr 2026']) {
    const body = await text('agenda-publication', `date=${encodeURIComponent(typed)}`)
    assert.match(body, /<strong>Thursday 2 April 2026<\/strong>/, typed)
    assert.match(body, /<input[^>]*name="date"[^>]*type="date"[^>]*value="2026-04-14"/, typed)
  }
  for (const typed of ['2026-04-14T16:30', '14 April 2026 16:30', '14/4/2026 at 16:30', '2026-04-14, 16:30']) {
    assert.match(await text('return-interview', `date=${encodeURIComponent(typed)}`), /4\.30 pm on Friday 17 April 2026/, typed)
  }
})

test('a date that is none gets a clear message, and what was typed is kept and escaped', async () => {
  const answer = await open('/rules/:rule', { rule: 'agenda-publication' }, `date=${encodeURIComponent('"><script>x</script>')}`)
  assert.ok(answer.kind === 'page')
  assert.equal(answer.status, 400)
  const body = answer.body.toString()
  assert.match(body, /There is a problem/)
  assert.match(body, /Give a day that exists as 2026-04-14/)
  assert.match(body, /value="&quot;&gt;&lt;script&gt;/)
  assert.doesNotMatch(body, /<script>/)
})

test('a rule without a number has no form and says why', async () => {
  const body = await text('in-need-review')
  assert.doesNotMatch(body, /<form/)
  assert.match(body, /each council sets its own/)
})

test('an unknown rule is not found, with the nearest', async () => {
  const answer = await open('/rules/:rule', { rule: 'agenda' })
  assert.ok(answer.kind === 'not-found')
  assert.match(answer.message, /Did you mean Notice of a meeting/)
})
