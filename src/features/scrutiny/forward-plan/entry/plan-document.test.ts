import assert from 'node:assert/strict'
import { test } from 'node:test'
import { meetingsImporter } from '#features/meetings'
import { filesInMemory } from '../../../meetings/testing.ts'
import { changeEntry } from '../deeds/change-entry.ts'
import { readEntry, valuesOfEntry } from '../pages/entry-values.ts'
import { entryPage } from '../public/entry-page.ts'
import { noticePage } from '../public/notice-page.ts'
import { decidedInJune, eachPlanDesk, keyEntry, messageOf } from '../testing.ts'
import { documentLine, planDocuments, readDocument } from './plan-document.ts'

const report = '/bodies/cabinet/2023-06-29/items/2'

test('what stands last on a typed line and begins as an address does is the address of the document', () => {
  assert.deepEqual(readDocument(`Report to Cabinet  ${report}`), { title: 'Report to Cabinet', address: report })
  for (const line of ['Results 2022 /23', 'Draft strategy', 'https://county.test/a.pdf', 'The and/or question']) assert.equal(readDocument(line), line)
  for (const line of [`Report ${report}`, 'Report', 'Report https://county.test/a.pdf']) assert.equal(documentLine(readDocument(line)), line)
})

test('an address is the page of a report on this site or one of the web that anybody can open', () => {
  const why = (address: string) => planDocuments.safeParse([{ title: 'Report', address }]).error?.issues[0]?.message ?? 'taken'
  for (const address of [report, 'https://county.test/a.pdf']) assert.equal(why(address), 'taken')
  for (const address of ['/staff/forward-plan', '/bodies/cabinet', '//elsewhere.test/a', 'javascript:alert(1)', 'http://county.test/a', 'https://10.0.0.3/a', 'https://county.test/a?token=abc']) assert.notEqual(why(address), 'taken', address)
})

eachPlanDesk(({ app, load, refusedAt, turn, kept, words, written }) => {
  const linked = (reference: string, address: string, more = '') => keyEntry(reference, more, '2023-06-29').replace('documents: [Report]', `documents: [{ title: Report to Cabinet, address: ${address} }, What people said]`)

  test('a document whose report is not published is refused by its place', async () => {
    assert.deepEqual(await refusedAt(linked('lido', report)), [`a.yaml 7 documents[1].address ${report}`])
  })

  test('a reader comes from the entry, the decision and its statement to the report', async () => {
    const meeting = 'body: cabinet\ndate: 2023-06-29\nstatus: held\nissued: 2023-06-20\nitems:\n  - { number: 1, title: Apologies, standing: apologies }\n  - { number: 2, title: The lido }\n'
    const held = await meetingsImporter.load([filesInMemory({ 'm.yaml': meeting })], app(), () => undefined)
    assert.ok(held.ok, JSON.stringify(held))
    const loaded = await load(linked('lido', report, decidedInJune))
    assert.ok(loaded.ok, JSON.stringify(loaded))
    for (const [page, notice] of [[entryPage, undefined], [noticePage, 'decision']] as const) {
      const links = await words(page, { reference: 'lido', ...(notice === undefined ? {} : { notice }) }, (html) => [...html.matchAll(/href="([^"]*items[^"]*)"[^>]*>(?:<bdi>)?([^<]*)/g)].map(([, href, text]) => `${text} ${href}`).join(';'))
      assert.ok(links.split(';').includes(`Report to Cabinet ${report}`), links)
    }
    assert.match(await words(noticePage, { reference: 'lido', notice: 'key-decision' }), /Documents Report to Cabinet; What people said/)
  })

  test('written out and loaded again the address is the same, and an officer changes it on its line', async () => {
    const again = await load(await written())
    assert.deepEqual(again.ok ? again.value['published'] : again, 0)
    assert.ok((await load(keyEntry('pool'))).ok)
    const change = async (documents: string) => {
      const facts = readEntry({ ...valuesOfEntry((await kept('pool'))?.entry ?? assert.fail()), documents }, 'pool')
      return facts.ok ? messageOf(await turn('pool', changeEntry(facts.value))) : messageOf(facts)
    }
    assert.match(await change('Report /bodies/cabinet/2023-06-29/items/9'), /^documents: No published agenda/)
    assert.match(await change('Report /staff/forward-plan'), /^documents: Give the page of a report/)
    assert.equal(await change(`Report ${report}`), 'done')
    assert.deepEqual((await kept('pool'))?.entry.documents, [{ title: 'Report', address: report }])
  })
})
