import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entryPage } from '../public/entry-page.ts'
import { noticePage } from '../public/notice-page.ts'
import { eachPlanDesk, keyEntry, messageOf, typedDecision } from '../testing.ts'
import { agreeUrgency } from './agree-urgency.ts'
import { recordDecision } from './decide.ts'
import { takeException, withdrawException } from './notices.ts'

eachPlanDesk(({ load, turn, kept, words, withAccount }) => {
  const exception = takeException('The grant came late.', 'the chair of The board')

  test('neither the general exception nor special urgency is taken where the notice suffices for the day', async () => {
    assert.ok((await load(keyEntry('hall'))).ok)
    assert.match(messageOf(await turn('hall', exception)), /Its notice of Monday 1 May 2023 suffices for Thursday 28 September 2023/)
    const chair = { person: await withAccount('Cllr Chair'), name: 'Account' }
    assert.match(messageOf(await turn('hall', agreeUrgency(chair, { what: 'urgency', reason: 'It closes.', unable: '' }))), /suffices/)
  })

  test('a general exception is taken back with its reason: its notice stays to be read, and the clock is that of the notice again', async () => {
    assert.ok((await load(keyEntry('shed', '', '2023-05-30'))).ok)
    assert.match(messageOf(await turn('shed', withdrawException('A slip.'))), /No notice of a general exception/)
    assert.equal(messageOf(await turn('shed', exception)), 'done')
    assert.match(messageOf(await turn('shed', withdrawException(''))), /^reason: /)
    assert.equal(messageOf(await turn('shed', withdrawException('It was meant for another.'))), 'done')
    assert.equal((await kept('shed'))?.entry.route, undefined)
    assert.match(await words(entryPage, { reference: 'shed' }), /Notices that hold no longer General exception, .*: until Monday 3 July 2023\. Taken back: It was meant for another\./)
    assert.equal(await words(noticePage, { reference: 'shed', notice: 'general-exception' }), 'not-found')
    assert.match(await words(noticePage, { reference: 'shed', notice: 'general-exception-1' }), /holds no longer .*The grant came late/)
    assert.equal(messageOf(await turn('shed', exception)), 'done', 'and can be given again')
  })

  test('a general exception by which it was decided is not taken back', async () => {
    assert.equal(messageOf(await turn('shed', recordDecision(typedDecision('2023-07-11', { differs: 'It was late.' })), '2023-07-11')), 'done')
    assert.match(messageOf(await turn('shed', withdrawException('A slip.'), '2023-07-11')), /decided already/)
  })
})
