import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recordDecision } from './decide.ts'
import { changeEntry, type TypedChange } from './change-entry.ts'
import { endEntry } from './end-entry.ts'
import { publishSecondNotice, takeException } from './notices.ts'
import { readEntry, valuesOfEntry } from '../pages/entry-values.ts'
import { noticePage } from '../public/notice-page.ts'
import { eachPlanDesk, keyEntry, messageOf, typedDecision } from '../testing.ts'

const entry = (reference: string, more = '') => keyEntry(reference, `contact: The clerk\nsource: Minutes of June\n${more}`)
const held = 'private: { part: part, reason: Offers, first-notice: 2023-05-01, second-notice: 2023-06-30 }\n'
const agreed = 'route: { kind: special-urgency, office: scrutiny-chair, by: Cllr Chair, on: 2023-06-01, reason: It closes. }\n'
const newNotice = { change: 'new-notice', reason: '' }

eachPlanDesk(({ load, turn, kept, words }) => {
  const added = async (reference: string, more = '') => assert.ok((await load(entry(reference, more))).ok)
  const change = async (reference: string, values: Record<string, string>, typed?: TypedChange, day?: string) => {
    const standing = (await kept(reference))?.entry ?? assert.fail()
    const facts = readEntry({ ...valuesOfEntry(standing), ...values }, reference)
    assert.ok(facts.ok, messageOf(facts))
    return messageOf(await turn(reference, changeEntry(facts.value, typed), day))
  }
  const latest = async (reference: string) => (await kept(reference))?.entry.history.at(-1)?.what ?? ''
  const page = (reference: string, notice: string) => words(noticePage, { reference, notice })

  test('a change of the matter, of who decides or to an earlier day is refused until the officer says that it is a new notice, and is told its clock first', async () => {
    await added('depot')
    // From 3 July, 4 to 31 July are 20 working days and 1 to 10 August 8: from 11 August.
    const asked = /^change: This needs a new notice\. .*Of today, its 28 clear days end on Thursday 10 August 2023; it can be decided from Friday 11 August 2023\..*Say below/
    assert.match(await change('depot', { matter: 'The depot and its fields' }), asked)
    assert.match(await change('depot', { maker: 'member', 'maker-name': 'Cllr Leader', 'maker-title': 'Leader of the council' }), asked)
    assert.match(await change('depot', { from: '2023-07-20' }), /A decision on Thursday 20 July 2023 needs the general exception or special urgency\./)
    assert.equal((await kept('depot'))?.entry.noticed, '2023-05-01')
    assert.match(await change('depot', { from: '2023-07-20' }, { change: 'words', reason: 'A slip.' }), /more than a slip/)
  })

  test('a new notice has its own day and clock, and the notice as it was issued stays to be read', async () => {
    assert.equal(await change('depot', { matter: 'The depot and its fields', from: '2023-07-20' }, newNotice), 'done')
    assert.match(await latest('depot'), /Moved: expected Thursday 20 July 2023, instead of Thursday 28 September 2023\. The matter reads “The depot and its fields”, instead of “The depot”\. New notice of the key decision \(the matter, an earlier day\)/)
    assert.equal((await kept('depot'))?.entry.noticed, '2023-07-03')
    assert.match(messageOf(await turn('depot', recordDecision(typedDecision('2023-07-20')), '2023-07-20')), /short-reason: The notice of this key decision was published on Monday 3 July 2023\..*12 days late/)
    assert.match(await page('depot', 'key-decision'), /The depot and its fields Published on Monday 3 July 2023 under regulation 9 .*Thursday 20 July 2023 .*Earlier notices .*Monday 1 May 2023 : until Monday 3 July 2023/)
    assert.match(await page('depot', 'key-decision-1'), /The depot This notice holds no longer since Monday 3 July 2023\. .*Published on Monday 1 May 2023 under regulation 9 .*Thursday 28 September 2023/)
    assert.equal(await page('depot', 'key-decision-2'), 'not-found')
  })

  test('a second new notice of the same day takes the place of the first, and both stay to be read', async () => {
    assert.equal(await change('depot', { matter: 'The depot alone' }, newNotice), 'done')
    assert.match(await page('depot', 'key-decision-2'), /The depot and its fields This notice holds no longer/)
    assert.match(await page('depot', 'key-decision'), /^Notice of a key decision: The depot alone /)
  })

  test('a slip in words is put right with its reason: the notice keeps its day and its words, with the correction noted', async () => {
    await added('yrad')
    assert.match(await change('yrad', { matter: 'The yard' }, { change: 'words', reason: '' }), /change-reason: /)
    assert.equal(await change('yrad', { matter: 'The yard' }, { change: 'words', reason: 'A letter was misplaced.' }), 'done')
    assert.equal((await kept('yrad'))?.entry.noticed, '2023-05-01')
    assert.match(await page('yrad', 'key-decision'), /The yrad Published on Monday 1 May 2023 .*Corrected on 3 July 2023 The matter reads “The yard”, instead of “The yrad”\. A letter was misplaced\./)
    assert.match(await latest('yrad'), /Correction of words only: A letter was misplaced\./)
  })

  test('a later day needs no new notice: the notice says the day that it gave, and the history the other', async () => {
    await added('barn')
    assert.equal(await change('barn', { from: '2023-10-26', contact: 'The desk', key: 'potentially-key' }), 'done')
    assert.equal(await latest('barn'), 'Moved: expected Thursday 26 October 2023, instead of Thursday 28 September 2023. Potentially a key decision, instead of: Key decision. Also changed: the contact.')
    assert.match(await page('barn', 'key-decision'), /Published on Monday 1 May 2023 .*Thursday 28 September 2023/)
    assert.equal((await kept('barn'))?.entry.source, 'Minutes of June', 'and what no form asks stays')
  })

  test('an entry that becomes key has a notice of today, not of the day on which it was noticed as an ordinary one', async () => {
    assert.ok((await load(entry('kiln').replace('key: key', 'key: not-key'))).ok)
    assert.match(await change('kiln', { key: 'key' }), /change: .*it is a key decision now.*from Friday 11 August 2023/)
    assert.equal(await change('kiln', { key: 'key' }, newNotice), 'done')
    assert.equal((await kept('kiln'))?.entry.noticed, '2023-07-03')
    assert.match(await latest('kiln'), /^Key decision, instead of: Not a key decision\. New notice/)
    assert.equal(await change('kiln', { key: 'not-key' }), 'done')
    assert.equal(await page('kiln', 'key-decision'), 'not-found')
    assert.match(await page('kiln', 'key-decision-1'), /It is no key decision any more/)
    assert.match(await change('kiln', { key: 'key', documents: '' }, newNotice), /eight contents.*documents: /)
  })

  test('what was agreed for a notice falls with it: special urgency, the general exception, both notices of a private meeting', async () => {
    await added('mill', `${agreed}${held}`)
    assert.match(await change('mill', { from: '2023-07-06' }), /The agreement of Thursday 1 June 2023 that it is urgent falls.*The second notice of Friday 30 June 2023 falls/)
    assert.equal(await change('mill', { from: '2023-07-06' }, newNotice), 'done')
    const { route, private: part } = (await kept('mill'))?.entry ?? {}
    assert.deepEqual([route, part?.firstNotice, part?.secondNotice], [undefined, '2023-07-03', undefined])
    assert.match(await latest('mill'), /urgent falls: it is to be asked for anew/)
    assert.match(messageOf(await turn('mill', recordDecision(typedDecision('2023-07-06')), '2023-07-06')), /short-reason: The notice of this key decision.*The first notice of the private meeting/)
    assert.match(await page('mill', 'special-urgency-1'), /Thursday 28 September 2023 .*It closes/)
    assert.ok((await turn('mill', takeException('The offer ends.', 'the chair'))).ok)
    assert.equal(await change('mill', { from: '2023-07-05' }, newNotice), 'done')
    assert.equal((await kept('mill'))?.entry.route, undefined)
    assert.equal(await change('mill', { from: '2023-10-26' }), 'done', 'a later day lets all stand')
    assert.equal((await kept('mill'))?.entry.private?.firstNotice, '2023-07-03')
  })

  test('what is heard in private only now has its first notice today, and whoever is to have less of the meeting is told anew', async () => {
    assert.ok((await load(entry('lock').replace('key: key', 'key: not-key'))).ok)
    assert.match(await change('lock', { private: 'part', 'private-reason': 'Offers' }), /change: .*New first notice of the private meeting/)
    assert.equal(await change('lock', { private: 'part', 'private-reason': 'Offers' }, newNotice), 'done')
    assert.equal((await kept('lock'))?.entry.private?.firstNotice, '2023-07-03')
    assert.ok((await turn('lock', publishSecondNotice)).ok)
    assert.equal(await change('lock', { private: 'whole' }, newNotice, '2023-07-04'), 'done')
    const part = (await kept('lock'))?.entry.private
    assert.deepEqual([part?.firstNotice, part?.secondNotice], ['2023-07-04', undefined])
    assert.match(await page('lock', 'private-second-1'), /Part is heard in private/)
  })

  test('a save that changes nothing is no edition, and one that moves a deferred entry says that it is planned again', async () => {
    await added('ford')
    assert.match(await change('ford', {}), /Nothing was changed/)
    assert.ok((await turn('ford', endEntry('deferred', 'More is asked.'))).ok)
    assert.equal(await change('ford', { from: '2023-11-30' }), 'done')
    assert.match(await latest('ford'), /^Planned again\. Moved: /)
  })

  test('a decision on another day than was notified needs its reason, which the statement gives; on the day, or within the period, it needs none', async () => {
    await added('weir')
    const taken = (on: string, differs?: string) => turn('weir', recordDecision(typedDecision(on, differs === undefined ? {} : { differs })), '2023-10-02')
    assert.equal(messageOf(await taken('2023-09-27')), 'differs: It was notified for Thursday 28 September 2023: say why it was taken on another day')
    assert.match(messageOf(await taken('2023-09-29')), /^differs: /)
    assert.equal(messageOf(await taken('2023-09-29', 'The meeting was adjourned.')), 'done')
    assert.match(await page('weir', 'decision'), /How it differs from the forward plan The meeting was adjourned\./)
    assert.ok((await load(entry('sluice').replace('{ from: 2023-09-28 }', '{ from: 2023-09-01, to: 2023-09-30 }'))).ok)
    assert.equal(messageOf(await turn('sluice', recordDecision(typedDecision('2023-09-30')), '2023-10-02')), 'done')
  })

  test('a file that is loaded again leaves new notices and corrections as they are', async () => {
    const before = [await kept('depot'), await kept('yrad'), await kept('mill')]
    for (const text of [entry('depot'), entry('yrad'), entry('mill', `${agreed}${held}`)]) assert.deepEqual(await load(text, '2023-07-05'), { ok: true, value: { planEntries: 1, changed: 0, published: 0 } })
    assert.deepEqual([await kept('depot'), await kept('yrad'), await kept('mill')], before)
  })
})
