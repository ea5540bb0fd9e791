import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entryPage } from '../public/entry-page.ts'
import { decisionsPage } from '../public/decisions-page.ts'
import { noticePage } from '../public/notice-page.ts'
import { decidedEntries } from '../store/published-plan.ts'
import { decidedInJune, eachPlanDesk, keyEntry, messageOf, typedDecision } from '../testing.ts'
import { recordDecision } from './decide.ts'

const early = '2023-05-30'
// For 30 May 2023 with weekends and three bank holidays out by 14 April; in calendar days by 1 May, the day of the notice.
const finding = /decided without the full notice\. The notice of this key decision was published on Monday 1 May 2023\. With .* left out, it was due by Friday 14 April 2023, and was 17 days late\. With .* counted, it was due by Monday 1 May 2023, and was in time\./

eachPlanDesk(({ store, load, turn, kept, words, written, refusedAt }) => {
  test('what was decided on too short a notice is recorded with the reason, and the public reads by how much it fell short by both counts', async () => {
    assert.ok((await load(keyEntry('quay', '', early))).ok)
    assert.match(messageOf(await turn('quay', recordDecision(typedDecision(early)))), /^short-reason: The notice of this key decision was published on Monday 1 May 2023\..*say why/)
    assert.equal(messageOf(await turn('quay', recordDecision(typedDecision(early, { shortReason: 'The days were counted with weekends.' })))), 'done')
    const page = await words(entryPage, { reference: 'quay' })
    assert.match(page, finding)
    assert.match(page, /The reason given: The days were counted with weekends\./)
    assert.match(page, /Without the full notice/)
    assert.match(page, /Decided on Tuesday 30 May 2023 without the full notice; it can be called in until/)
    assert.match(await words(noticePage, { reference: 'quay', notice: 'decision' }), /Decided without the full notice The notice of this key decision was published on Monday 1 May 2023\..*Why it was The days were counted with weekends\./)
  })

  test('its window for a call-in runs from the publication of the statement, as of any decision', async () => {
    assert.deepEqual((await kept('quay'))?.entry.decision?.window, { closes: '2023-07-10T23:59', members: 3 })
  })

  test('the public finds such decisions by themselves', async () => {
    assert.match(await words(decisionsPage), /Without the full notice only .*The quay .*Without the full notice/)
    const short = await store().database.readPublished((reader) => decidedEntries(reader, { which: 'short', limit: 5 }))
    assert.deepEqual(short.map(({ entry }) => entry.reference), ['quay'])
  })

  test('where the notice sufficed, no reason for a short one is taken', async () => {
    assert.ok((await load(keyEntry('pier', '', '2023-06-29'))).ok)
    assert.match(messageOf(await turn('pier', recordDecision(typedDecision('2023-06-29', { shortReason: 'To be safe.' })))), /short-reason: The notice sufficed/)
  })

  test('a file gives the reason, and by how much the notice fell short is worked out; without a reason it is refused', async () => {
    const decided = decidedInJune.replaceAll('2023-06-29', early)
    assert.deepEqual(await refusedAt(keyEntry('dock', decided, early)), ['a.yaml 12 decision.on 2023-05-30'])
    const loaded = await load(keyEntry('dock', decided.replace('outcome: Agreed', 'outcome: Agreed, shortfall: { reason: Counted with weekends. }'), early))
    assert.ok(loaded.ok, JSON.stringify(loaded))
    assert.match(await words(entryPage, { reference: 'dock' }), finding)
  })

  test('written out and loaded again it stays as it is', async () => {
    const loaded = await load(await written())
    assert.ok(loaded.ok, JSON.stringify(loaded))
    assert.equal(loaded.value['published'], 0)
  })
})
