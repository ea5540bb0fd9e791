import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { date } from '#core/dates.ts'
import { refuse } from '#core/outcome.ts'
import { readPdf } from '#platform/documents/testing/read-pdf.ts'
import { typeset } from '#platform/documents/typst/typeset.ts'
import type { Typesetter } from '#platform/documents/typst/typeset-job.ts'
import { changeEntry } from '../deeds/change-entry.ts'
import { takeException } from '../deeds/notices.ts'
import { readEntry, valuesOfEntry } from '../pages/entry-values.ts'
import { noticePage } from '../public/notice-page.ts'
import { eachPlanDesk, keyEntry } from '../testing.ts'
import { paperFiles } from './keep-papers.ts'
import { printOf } from './notice-pdf.ts'
import { setPapers, setRewordedPapers } from './set-papers.ts'

const site = keyEntry('site', '', '2023-06-29')
const statement = 'decision: { on: 2023-06-29, by: Cabinet, outcome: "It is sold.\\n\\nThe price is kept.", reasons: Need, alternatives: None, conflicts: None, dispensations: None, published: 2023-06-30T10:00 }\n'

eachPlanDesk(({ store, app, load, turn, kept, ask, words }) => {
  const get = (reference: string, notice: string) => ask(noticePage, { reference, notice })
  const pdf = async (reference: string, notice: string) => {
    const answer = await get(reference, `${notice}.pdf`)
    return answer.kind === 'file' && typeof answer.body !== 'string' ? readPdf(answer.body) : undefined
  }
  const page = (reference: string, notice: string) => words(noticePage, { reference, notice })
  const audits = async () => {
    const { rows } = await store().database.owner((tx) => sql<{ verb: string; actor: string }>`select verb, actor from access.audit order by number`.execute(tx.tables()))
    return rows.map(({ verb }) => verb)
  }

  test('the notice of a key decision and the statement are accessible PDF files that say what their pages say, from the load on and in its one deed', async () => {
    const before = await audits()
    assert.ok((await load(`${site}${statement}`)).ok)
    assert.deepEqual((await audits()).slice(before.length), ['forward-plan.import'])
    const notice = await pdf('site', 'key-decision')
    assert.deepEqual([notice?.title, notice?.language, notice?.author, notice?.isTagged, notice?.accessibilityPart], ['Notice of a key decision: The site', 'en-GB', 'County Council', true, '1'])
    assert.match(notice?.texts.join(' ') ?? '', /Published on Monday 1 May 2023 under regulation 9 .* The matter|Published on Monday 1 May 2023/)
    const decided = await pdf('site', 'decision')
    const text = decided?.texts.join(' ').replaceAll(/\s+/g, ' ') ?? ''
    assert.match(text, /Statement of a decision .*under regulation 12 .*Decision It is sold\. The price is kept\. Reasons Need .*By 3 members of scrutiny, until the end of Friday 7 July 2023\. Ask for large print\./)
    assert.deepEqual((decided?.bookmarks ?? []).map(({ title }) => title), ['Statement of a decision'])
    assert.match(await page('site', 'decision'), /Published on Friday 30 June 2023 under regulation 12 .*It is sold\..*Download this statement \(PDF, 1 page\)/s)
    assert.match(await page('site', 'key-decision'), /Download this notice \(PDF, 1 page\)/)
    assert.equal((await store().database.read('operator:test', paperFiles)).length, 2)
    assert.deepEqual(await setPapers(app().context(), app()), { ok: true, value: { set: 0 } })
  })

  test('an address that no notice has, or one that was not published, has neither page nor file', async () => {
    for (const word of ['general-exception', 'general-exception.pdf', 'nonsense', 'nonsense.pdf', 'decision.pdf.pdf', 'constructor', '']) assert.equal((await get('site', word)).kind, 'not-found', word)
    assert.equal((await get('nowhere', 'decision.pdf')).kind, 'not-found')
  })

  test('a PDF never says other than its page: after a change the old one is gone until the new one is set', async () => {
    assert.ok((await load(keyEntry('yard'))).ok)
    const entry = (await kept('yard'))?.entry ?? assert.fail()
    const facts = readEntry({ ...valuesOfEntry(entry), from: '2023-07-26' }, 'yard')
    assert.ok(facts.ok && (await turn('yard', changeEntry(facts.value, { change: 'new-notice', reason: '' }))).ok)
    assert.ok((await turn('yard', takeException('Late.', 'the chair'))).ok)
    assert.doesNotMatch(await page('yard', 'key-decision'), /Download/)
    assert.equal((await get('yard', 'key-decision.pdf')).kind, 'not-found')
    assert.deepEqual(await setPapers(app().context(), app()), { ok: true, value: { set: 2 } })
    assert.match((await pdf('yard', 'key-decision'))?.texts.join(' ') ?? '', /26 July 2023/)
    assert.match((await pdf('yard', 'key-decision-1'))?.texts.join(' ') ?? '', /28 September 2023/, 'the notice as it was issued keeps its file')
    assert.match((await pdf('yard', 'general-exception'))?.texts.join(' ') ?? '', /regulation 10/)
  })

  test('what cannot be set now is published all the same, and set later; nothing is set within a transaction', async () => {
    const broken: Typesetter = () => Promise.resolve(refuse('unavailable', 'The typesetter is away.'))
    const context = app().context()
    assert.ok((await load(keyEntry('barn', '', '2023-05-30'))).ok)
    assert.ok((await turn('barn', takeException('Late.', 'the chair'))).ok)
    const refused = await setPapers(context, app(undefined, broken))
    assert.equal(refused.ok ? '' : refused.refusal.kind, 'unavailable')
    assert.match(await page('barn', 'general-exception'), /regulation 10/)
    const alone: Typesetter = async (job) => {
      await store().database.write('operator:test', () => Promise.resolve())
      return typeset(job)
    }
    assert.deepEqual(await setPapers(context, app(undefined, alone)), { ok: true, value: { set: 1 } })
  })
  test('a notice that an earlier build set in other words gets its PDF once after the start, though nothing changed in its entry', async () => {
    const context = app().context()
    assert.ok((await load(keyEntry('mill', '', '2023-05-30'))).ok)
    assert.ok((await turn('mill', takeException('Late.', 'the chair'))).ok)
    // As it stands where the notice was set under the print of other words.
    await store().database.owner((tx) => sql`update published.current_plan set papers_edition = edition`.execute(tx.tables()))
    assert.deepEqual(await setPapers(context, app()), { ok: true, value: { set: 0 } })
    assert.doesNotMatch(await page('mill', 'general-exception'), /Download/)
    assert.deepEqual(await setRewordedPapers(context, app()), { ok: true, value: { set: 1 } })
    assert.match(await page('mill', 'general-exception'), /Download this notice/)
    const before = await audits()
    assert.deepEqual(await setRewordedPapers(context, app()), { ok: true, value: { set: 0 } })
    assert.deepEqual(await audits(), before)
  })

  test('whatever is printed of a notice, its sentence of publication too, is in the print by which its PDF is known', () => {
    const notice = { title: 'Notice', on: date('2023-06-19'), under: 'regulation 9', says: 'It is to be made.', rows: [['Matter', 'The mill']] } as const
    const prints = [notice, { ...notice, says: 'It will be made.' }, { ...notice, under: 'regulation 10' }, { ...notice, rows: [['The matter', 'The mill']] as const }].map(printOf)
    assert.equal(new Set(prints).size, 4)
  })
})
