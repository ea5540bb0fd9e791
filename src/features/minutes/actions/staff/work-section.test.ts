import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { addDays, date } from '#core/dates.ts'
import { assignAction } from '../assign-action.ts'
import { raiseActions } from '../raise-actions.ts'
import { actionNumbered } from '../read-actions.ts'
import { serveReport } from '../serve-report.ts'
import { at, eachActionsDesk, today } from '../testing.ts'
import { workSection } from './work-section.ts'

const lateOnes = 12

eachActionsDesk(({ store, app, as, person, write, recommend }) => {
  const work = async () => String(await workSection({ context: as('director'), today } as never, app())).replaceAll(/<h3[^>]*>/g, '\n## ').replaceAll(/<[^>]+>/g, ' ').replaceAll(/[ \t]+/g, ' ')
  const part = async (heading: string) => (await work()).split('\n## ').find((one) => one.startsWith(heading)) ?? ''

  before(async () => {
    const asked = Array.from({ length: lateOnes + 1 }, (_, index) => ({
      origin: { kind: 'resolution' as const, id: `r${index}` },
      words: index < lateOnes ? `Late thing ${index + 1}.` : 'What falls due next.',
      of: { name: 'Director of Transport' },
      kind: 'action' as const,
      due: index < lateOnes ? addDays(date('2022-06-01'), index) : date('2023-07-20'),
    }))
    await write((tx) => raiseActions(tx, { body: 'panel', on: date('2022-05-10'), isPublic: true }, asked, at))
    for (const [index, { due }] of asked.entries()) {
      const number = index + 1
      const { revision } = await store().database.read('operator:test', async (reader) => (await actionNumbered(reader, number)) ?? assert.fail())
      const done = await assignAction(as('officer'), app(), { number, revision }, { owner: person('director'), due })
      assert.ok(done.ok, JSON.stringify(done))
    }
    const served = await serveReport(as('officer'), app(), { body: 'panel', title: 'School transport', link: '', of: 'board', received: '2023-06-20', duty: '', chosen: await recommend('Review the routes.', 'Publish the costs.'), owner: person('director') }, 'form-1')
    assert.ok(served.ok, JSON.stringify(served))
  })

  test('however much is late, what falls due next stands beside it', async () => {
    assert.match(await part('For you to answer or do, and late'), /Late thing 1\.[^]*Late thing 5\.[^]*All of these/)
    assert.doesNotMatch(await part('For you to answer or do, and late'), /Late thing 6|due next/)
    assert.match(await part('For you to answer or do next'), /What falls due next\. Asked Due 20 July 2023, in 17 days/)
  })

  test('a served report has its own line with the days that are left, and its recommendations no lines beside it', async () => {
    assert.match(await part('Reports served, for you to answer'), /School transport : 2 recommendations to answer Served Due 19 August 2023, in 47 days/)
    assert.doesNotMatch(await work(), /Review the routes/)
  })
})
