import assert from 'node:assert/strict'
import { test } from 'node:test'
import { takeException } from '../deeds/notices.ts'
import { eachPlanDesk, keyEntry, messageOf } from '../testing.ts'
import { chairSection } from './chair-section.ts'
import { entryPage } from './entry-page.ts'
import { planPage } from './plan-page.ts'
import { urgencyPage } from './route-pages.ts'

const member = ['forward-plan.see', 'decisions.call-in']
const chair = [...member, 'forward-plan.agree-urgency']
const officer = ['forward-plan.see', 'forward-plan.edit']

eachPlanDesk(({ load, turn, asStaff, withAccount }) => {
  test('a draft is the officers’: a member finds it neither in the list nor at its address, and a chair not by the page on which urgency is agreed', async () => {
    assert.ok((await load([keyEntry('draft').replace(/noticed: .*\n/, ''), keyEntry('open')].join('---\n'))).ok)
    assert.match(await asStaff(planPage, officer), /The draft/)
    assert.match(await asStaff(entryPage, officer, { reference: 'draft' }), /This is a draft: nobody sees it but those who edit the forward plan/)
    const list = await asStaff(planPage, member)
    assert.match(list, /The open/)
    assert.doesNotMatch(list, /The draft|Drafts/)
    for (const [page, verbs] of [[entryPage, member], [urgencyPage, chair]] as const) assert.equal(await asStaff(page, verbs, { reference: 'draft' }), 'not-found')
  })

  test('a chair finds in their work the general exceptions given to them and what waits for their agreement; another member does not', async () => {
    const late = keyEntry('late', '', '2023-07-20').replace('2023-05-01', '2023-07-03')
    const given = keyEntry('given', '', '2023-07-20').replace('2023-05-01', '2023-07-03')
    const held = keyEntry('held', 'private: { part: part, reason: Offers, first-notice: 2023-07-03 }\n', '2023-07-20')
    assert.ok((await load([late, given, held].join('---\n'))).ok)
    assert.equal(messageOf(await turn('given', takeException('The grant came late.', 'the chair'))), 'done')
    const person = await withAccount('Cllr Chair')
    const work = await asStaff(chairSection, chair, { person })
    assert.match(work, /General exception: The given , of which you were given notice on Monday 3 July 2023\. It can be decided not before Tuesday 11 July 2023/)
    assert.match(work, /The late \. The decision expected on Thursday 20 July 2023 can be made only if you agree that it is urgent/)
    assert.match(work, /The held \. The meeting expected on Thursday 20 July 2023 can be held in private only if you agree/)
    assert.doesNotMatch(work, /The open|The decision .*The given|The given \. The/)
    assert.equal(await asStaff(chairSection, chair, { person: await withAccount('Cllr One') }), '')
  })

  test('of a decision whose notice suffices nobody is offered the way to agree that it is urgent', async () => {
    assert.doesNotMatch(await asStaff(entryPage, chair, { reference: 'open' }), /Agree that it is urgent/)
    assert.match(await asStaff(entryPage, chair, { reference: 'late' }), /Agree that it is urgent/)
  })
})
