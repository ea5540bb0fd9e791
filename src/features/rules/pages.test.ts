import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import type { Answer } from '#platform/http/answers.ts'
import { rulesPages } from './pages.ts'
import { allRules } from './rules.ts'

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

test('/rules links to every rule and says which rest on guidance only', async () => {
  const answer = await open('/rules')
  assert.ok(answer.kind === 'page')
  const body = answer.body.toString()
  for (const { id } of allRules) assert.ok(body.includes(`href="/rules/${id}"`), id)
  assert.match(body, /from guidance, not read in the statute/)
})

test('every rule has a page', async () => {
  for (const { id } of allRules) assert.match(await text(id), /How it is counted/, id)
})

test('the page of a rule works a date out and shows every step', async () => {
  const body = await text('agenda-publication', 'date=2026-04-14')
  assert.match(body, /<strong>Thursday 2 April 2026<\/strong>/)
  assert.match(body, /Good Friday/)
  assert.match(await text('agenda-publication', 'date=14/4/2026'), /<strong>Thursday 2 April 2026<\/strong>/)
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
