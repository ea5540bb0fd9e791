import assert from 'node:assert/strict'
import { test } from 'node:test'
import { publishNotice } from '../deeds/notices.ts'
import { decidedInJune, eachPlanDesk } from '../testing.ts'
import { entryPage } from './entry-page.ts'
import { planFeed } from './feed.ts'

const entry = (reference: string, more: string) => `reference: ${reference}\nmatter: The ${reference}\ndecision-maker: { kind: body, body: cabinet }\nexpected: { from: 2023-06-29 }\nkey: not-key\n${more}`
const decided = `noticed: 2023-06-01\n${decidedInJune}`

eachPlanDesk(({ load, turn, ask, words }) => {
  const feed = async () => {
    const answer = await ask(planFeed)
    assert.ok(answer.kind === 'file')
    return [...String(answer.body).matchAll(/<title[^>]*>(?:<!\[CDATA\[)?(The [a-z]+).*?<updated>([^<]+)</gs)].map(([, title, updated]) => `${title} ${updated}`)
  }

  test('an edition stands in the feed at the moment that its own facts give, the latest first, not at that of its loading', async () => {
    const loaded = await load([entry('road', 'noticed: 2023-06-19\n'), entry('school', decided), entry('bridge', 'noticed: 2023-05-15\n'), entry('draft', '')].join('---\n'))
    assert.ok(loaded.ok)
    assert.ok((await turn('draft', publishNotice)).ok)
    assert.deepEqual(await feed(), ['The draft 2023-07-03T09:00:00.000Z', 'The school 2023-06-30T09:00:00.000Z', 'The road 2023-06-18T23:00:00.000Z', 'The bridge 2023-05-14T23:00:00.000Z'])
  })

  test('what a file corrects later is told on the day of the correction, in the feed and on the page', async () => {
    assert.ok((await load(entry('bridge', 'noticed: 2023-05-15\ncontact: The office\n'), '2023-07-04')).ok)
    assert.equal((await feed())[0], 'The bridge 2023-07-04T09:00:00.000Z')
    assert.match(await words(entryPage, { reference: 'bridge' }), /Edition 2, 4 July 2023 : Corrected from the council’s record: the contact\. Edition 1, 15 May 2023 : Loaded/)
  })
})
