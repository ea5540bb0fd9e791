import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import type { PublicRequest } from '#platform/http/answers.ts'
import { rulesApi } from './api.ts'
import { allRules } from './rules.ts'

function request(params: Record<string, string>, query = ''): PublicRequest {
  return { path: '/', params, query: new URLSearchParams(query), today: date('2023-07-03'), origin: 'http://council.test', read: { tables: () => assert.fail('rules need no database') }, file: () => Promise.resolve(undefined) }
}

async function ask(path: string, params: Record<string, string>, query = '') {
  const resource = rulesApi.find((each) => each.path === path)
  assert.ok(resource)
  const found = await resource.answer(request(params, query))
  if (found.ok && found.value.kind === 'record') resource.response.parse(found.value.body)
  if (found.ok && found.value.kind === 'list') for (const item of found.value.items) resource.response.parse(item)
  return found
}

test('/rules lists every rule in the shape it promises', async () => {
  const found = await ask('/rules', {}, 'limit=100')
  assert.ok(found.ok && found.value.kind === 'list')
  assert.equal(found.value.items.length, allRules.length)
})

test('/rules/{rule} gives every rule in the shape it promises, and not-found for another word', async () => {
  for (const { id } of allRules) assert.ok((await ask('/rules/{rule}', { rule: id })).ok, id)
  const missing = await ask('/rules/{rule}', { rule: 'agenda' })
  assert.ok(!missing.ok)
  assert.equal(missing.refusal.kind, 'not-found')
  assert.match(missing.refusal.message, /agenda-publication/)
})

test('/rules/{rule} gives no first day where the source states none', async () => {
  const versionOf = async (rule: string) => {
    const found = await ask('/rules/{rule}', { rule })
    assert.ok(found.ok && found.value.kind === 'record')
    return (found.value.body as { versions: { validFrom?: string; inForce: string }[] }).versions[0]
  }
  const undated = await versionOf('practice-review-publication')
  assert.deepEqual([undated?.validFrom, undated?.inForce], [undefined, 'not stated by the source'])
  assert.equal((await versionOf('return-interview'))?.inForce, 'from January 2014')
})

test('/rules/{rule}/due answers what the command answers', async () => {
  const found = await ask('/rules/{rule}/due', { rule: 'key-decision-notice' }, 'date=2026-04-14')
  assert.ok(found.ok && found.value.kind === 'record')
  const body = found.value.body as { due: string; words: string; readings: unknown; other: { due: string } }
  assert.deepEqual([body.due, body.other.due], ['2026-03-02', '2026-03-16'])
  assert.match(body.words, /^Monday 2 March 2026 \(the safer date: /)
  assert.deepEqual(body.readings, [
    { due: '2026-03-02', convention: 'weekends and bank holidays left out', isSafer: true },
    { due: '2026-03-16', convention: 'weekends and bank holidays counted', isSafer: false },
  ])
  assert.ok((await ask('/rules/{rule}/due', { rule: 'in-need-review' }, 'date=2026-04-14')).ok)
  assert.ok((await ask('/rules/{rule}/due', { rule: 'public-participation' }, 'date=2026-04-14')).ok)
})

test('/rules/{rule}/due refuses a missing or impossible date and names the field', async () => {
  for (const query of ['', 'date=2026-02-30', 'date=%00']) {
    const found = await ask('/rules/{rule}/due', { rule: 'assessment' }, query)
    assert.ok(!found.ok)
    assert.equal(found.refusal.kind, 'invalid')
    assert.equal(found.refusal.faults[0]?.field, 'date')
  }
})
