import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { readPdf } from '#platform/documents/testing/read-pdf.ts'
import { latestOf } from '../../alerts/sources/all-sources.ts'
import { changeEntry } from '../deeds/change-entry.ts'
import { readEntry, valuesOfEntry } from '../pages/entry-values.ts'
import { decidedInJune, eachPlanDesk, keyEntry, plainWords } from '../testing.ts'
import { decisionsPage } from './decisions-page.ts'
import { entryPage } from './entry-page.ts'
import { planFeed } from './feed.ts'
import { noticePage } from './notice-page.ts'
import { comingSection } from './parts.ts'
import { planPage } from './plan-page.ts'

const entry = (reference: string, on: string, more: string) => keyEntry(reference, more, on)

eachPlanDesk(({ store, load, turn, published, ask, words }) => {
  test('an entry that an example makes up says so wherever it stands: lists, its page, feeds, its notice and statement as page and as PDF', async () => {
    const texts = [entry('depot', '2023-06-29', `${decidedInJune}invented: everything\n`), entry('bridge', '2023-06-29', `${decidedInJune}invented: what-followed\n`), entry('road', '2023-06-29', decidedInJune)]
    const loaded = await load([...texts, entry('mill', '2023-07-20', 'invented: everything\n'), entry('school', '2023-09-28', '')].join('---\n'))
    assert.ok(loaded.ok, JSON.stringify(loaded))
    const list = await words(decisionsPage)
    assert.match(list, /The depot Invented example/)
    assert.match(list, /The bridge Partly invented/)
    assert.doesNotMatch(list, /The road (Invented|Partly)/)
    assert.match(await words(planPage), /Decided: open to call-in now The bridge , until the end of [A-Za-z0-9 ]* Partly invented The depot , until .* Invented example .*The mill Invented example/)
    assert.match(await words(entryPage, { reference: 'depot' }), /^The depot .*Invented example Invented for the example: this is not of record/)
    assert.match(await words(planFeed), /The depot \(invented example\)/)
    const news = await store().database.readPublished((reader) => latestOf(reader, { kind: 'decision', key: 'all' }, { today: date('2023-07-03'), limit: 50 }))
    assert.deepEqual(news.map(({ title }) => title).toSorted(), ['Forward plan: The bridge (partly invented)', 'Forward plan: The depot (invented example)', 'Forward plan: The mill (invented example)', 'Forward plan: The road', 'Forward plan: The school'])
    for (const notice of ['key-decision', 'decision']) {
      assert.match(await words(noticePage, { reference: 'depot', notice }), /Invented for the example/)
      assert.doesNotMatch(await words(noticePage, { reference: 'road', notice }), /Invented|invented/)
      const pdf = await ask(noticePage, { reference: 'depot', notice: `${notice}.pdf` })
      assert.ok(pdf.kind === 'file' && typeof pdf.body !== 'string')
      assert.match((await readPdf(pdf.body)).texts.join(' '), /Invented for the example/)
    }
  })

  test('the first page leads with what is of record, and marks the rest', async () => {
    const section = await store().database.readPublished((read) => comingSection({ read, params: {}, path: '/', query: new URLSearchParams(), origin: 'http://localhost', today: date('2023-07-03'), file: () => Promise.resolve(undefined) }))
    assert.match(plainWords(section), /The school , Thursday 28 September 2023 The mill , Thursday 20 July 2023 Invented example .*The (bridge|road) .*The depot , decided: .* Invented example/)
  })

  test('what is made up stays marked when an officer changes the entry', async () => {
    const kept = (await published('mill'))?.entry ?? assert.fail()
    const facts = readEntry({ ...valuesOfEntry(kept), contact: 'The office' }, 'mill')
    const turned = facts.ok ? await turn('mill', changeEntry(facts.value)) : facts
    assert.ok(turned.ok, JSON.stringify(turned))
    const after = (await published('mill'))?.entry
    assert.deepEqual([after?.contact, after?.invented], ['The office', 'everything'])
  })
})
