import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CouncilYear } from '../site/council-year.ts'
import { publish } from '../site/officers-publishing.ts'
import { words as wordsOfPage } from '../site/staff-hands.ts'
import { july, julyItems, panel, september, words } from '../site/year-of-panel.ts'
import { goToItem } from './panel-year-meeting.ts'

/** September: the executive answers, what is outstanding comes back by itself, and the minutes are confirmed and signed. */
export function septemberAnswers(year: CouncilYear): void {
  test('the director answers the report: one accepted, one in part, one rejected, and no reason may be missing', async () => {
    await year.turnTo('2024-09-02')
    year.public.notYet(words.reasonInPart, words.reasonRejected)
    const director = await year.at('director')
    await director.go('/staff')
    await director.says(/Reports served, for you to answer .*Foster carers: 3 recommendations to answer Served Due 17 September 2024, in 15 days/)
    await director.follow('Foster carers')
    for (const [place, verdict] of ['Accepted', 'Accepted in part', 'Rejected'].entries()) await director.page.getByLabel(verdict, { exact: true }).nth(place).check()
    for (const place of [0, 1, 2]) await director.page.getByLabel(/^Response to/).nth(place).fill(`What is done about it: ${place + 1}.`)
    await director.page.getByLabel(/^Reason, for/).nth(1).fill(words.reasonInPart)
    await director.press('Publish the answers')
    await director.says(/Give the reason/)
    await year.public.looksEverywhere()
    await director.page.getByLabel(/^Reason, for/).nth(2).fill(words.reasonRejected)
    await director.press('Publish the answers')
    await director.says(/The answers are saved and published/)
    year.public.nowPublic(words.reasonInPart, words.reasonRejected)
    await year.public.reads('/recommendations?q=carer', /Accepted/, /Accepted in part/)
  })

  test('the next agenda holds what is outstanding by itself: what is late stands in it', async () => {
    const officer = await year.at('officer')
    const meeting = await year.meeting(panel, '11 September 2024')
    await officer.go(meeting)
    await officer.says(/Recommendations and actions: what is outstanding/)
    await publish(await year.hands('officer'), meeting)
    await year.public.reads(september, /Recommendations and actions: what is outstanding/)
    const page = await (await fetch(year.site().address + september)).text()
    const item = new RegExp(`href="(${september}/items/\\d+)"[^>]*>[^<]*Recommendations and actions`).exec(page)?.[1] ?? assert.fail(page.slice(page.indexOf('<main')))
    await year.public.reads(item, new RegExp(`${words.requested.slice(0, 30)}.*Late|Late.*${words.requested.slice(0, 30)}`))
  })

  test('the panel of September confirms the minutes of July, the chair signs, and nobody changes them any more', async () => {
    await year.turnTo('2024-09-11')
    const officer = await year.at('officer')
    const [meeting, before] = [await year.meeting(panel, '11 September 2024'), await year.meeting(panel, '10 July 2024')]
    await officer.go(`${meeting}/sitting`)
    await officer.enter({ 'Opened at': '10:00' })
    await officer.press('Open the meeting')
    await officer.press(/^Everybody not recorded yet is present/)
    await goToItem(officer, '4. Confirmation of the Minutes of the Previous Meeting')
    await officer.go(`${meeting}/minutes`)
    await officer.follow('Confirm the minutes of 10 July 2024')
    await officer.press('Record that they are confirmed')
    await officer.press('Record the signature')
    await officer.enter({ 'Who signed them in the chair': 'Cllr Deborah Quennell' })
    await officer.press('Record the signature')
    await officer.says(/The signature is recorded/)
    const edited = await (await year.hands('officer')).post(`${before}/minutes/items/${julyItems.issue}`, { revision: '2', [`text-${julyItems.issue}`]: 'Nothing was asked.', do: 'save' })
    assert.equal(edited.status, 409)
    assert.match(wordsOfPage(edited.text), /put right by a resolution of a later meeting/)
    await year.public.reads(`${july}/minutes`, /Confirmed as a correct record at the meeting of 11 September 2024/, /Signed by Cllr Deborah Quennell/, new RegExp(words.corrected))
    await officer.go(`${meeting}/sitting`)
    await officer.enter({ 'Closed at': '11:30' })
    await officer.press('Close the meeting')
    await year.public.looksEverywhere()
  })
}
