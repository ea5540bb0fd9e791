import assert from 'node:assert/strict'
import { test } from 'node:test'
import { progressSteps } from './progress-steps.ts'

const collect = { text: 'Collect the papers', state: 'done' } as const
const typeset = { text: 'Typeset the pack', state: 'doing', detail: '120 of 300 pages' } as const
const notify = { text: 'Tell the members', state: 'to-do' } as const
const shown = (...steps: Parameters<typeof progressSteps>[0]['steps']) => progressSteps({ label: 'Publishing', steps }).toString()
const said = (text: string) => /role="status">([^<]*)</.exec(text)?.[1]

test('every step says in words how far it is, whatever its colour', () => {
  const text = shown(collect, typeset, notify, { text: 'Write the feeds', state: 'failed', detail: 'The disk is full' })
  assert.deepEqual([...text.matchAll(/<strong[^>]*>([^<]*)<\/strong>/g)].map(([, word]) => word), ['Done', 'In progress', 'Not started', 'Failed'])
  assert.match(text, /<div class="gt-steps__detail">120 of 300 pages<\/div>/)
  assert.match(text, /<div class="gt-steps__detail">The disk is full<\/div>/)
})

test('one sentence says where the work stands, and only that is read out when it changes', () => {
  assert.equal(said(shown(collect, typeset, notify)), 'Step 2 of 3: Typeset the pack')
  assert.equal(said(shown(collect, { ...typeset, state: 'failed' }, notify)), 'Step 2 of 3 failed: Typeset the pack')
  assert.equal(said(shown(collect, notify)), '1 of 2 steps done')
  assert.equal(said(shown(collect, collect)), 'Every step is done')
  assert.equal(shown(collect, typeset).match(/role="status"|aria-live|role="alert"/g)?.length, 1)
})

test('the step that is being done is the current one of a named list in order', () => {
  const text = shown(collect, typeset, notify)
  assert.match(text, /<ol class="[^"]*" aria-label="Publishing">/)
  assert.deepEqual([...text.matchAll(/<li([^>]*)>/g)].map(([, given]) => given?.includes('aria-current="step"')), [false, true, false])
})
