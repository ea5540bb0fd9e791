import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CouncilYear } from '../site/council-year.ts'
import type { Desk } from '../site/desk.ts'
import { july, julyItems, panel, words } from '../site/year-of-panel.ts'

const leaving = ['Cllr Vikram Sethuraman', 'Cllr Pauline Wetherby', 'Cllr Neville Hargreave', 'Cllr Mabel Ogunleye', 'Cllr Conrad Maplethorpe', 'Cllr Francis Rothery']

/** 10 July: the panel meets. */
export function julyMeeting(year: CouncilYear): void {
  const at = async (way: string) => {
    const officer = await year.at('officer')
    await officer.go(`${await year.meeting(panel, '10 July 2024')}/${way}`)
    return officer
  }

  test('July: a member asks a question to an item; it is public once the officer has taken it as put', async () => {
    await year.turnTo('2024-07-10')
    year.public.notYet(words.question, words.minute, words.membersMinute, ...words.recommended, words.requested)
    year.public.watch(`${july}/minutes`, `${july}/minutes.pdf`, `/api/v1/bodies/${panel}/meetings/2024-07-10/minutes`, '/questions?state=waiting')
    const member = await year.at('councillor')
    await member.go('/staff/questions/ask')
    await member.page.locator('#item').selectOption(`${panel}/2024-07-10/${julyItems.issue}`)
    await member.enter({ 'Your question': words.question })
    await member.press('Send the question')
    const asked = member.path()
    await year.public.looksEverywhere()
    const officer = await year.at('officer')
    await officer.go(asked)
    await officer.enter({ 'Who answers': 'Director of Children’s Services', 'Answered by': '2024-08-30' })
    await officer.press('Publish the question and tell them')
    year.public.nowPublic(words.question)
    await year.public.reads(`${july}/items/${julyItems.issue}`, new RegExp(`Not answered yet.*Cllr Isla Dunmore.*${words.question.slice(0, 20)}`))
  })

  test('before it begins she declares the interest that the pack reminded her of, for which nobody else is asked', async () => {
    const member = await year.at('councillor')
    await member.go(`/staff/packs/${panel}/2024-07-10/declare`)
    await member.enter({ [`Item ${julyItems.exempt}: Director of Tamarisk House Fostering`]: true, 'Disclosable pecuniary interest': true })
    await member.press('Declare this interest')
    await member.says(/declared/i)
    await year.public.looksEverywhere()
  })

  test('apologies, a substitute, and the quorum counted as they come', async () => {
    const officer = await at('sitting')
    await officer.says(/No quorum 0 counted of 3 needed/)
    await officer.enter({ 'Opened at': '10:00' })
    await officer.press('Open the meeting')
    await officer.press('Apologies Cllr Martin Bellweather')
    await officer.enter({ 'Who sits for Cllr Martin Bellweather': 'Cllr Ambrose Killigrew' })
    await officer.press('Sits as substitute', officer.page.locator('#seat-cllr-martin-bellweather'))
    await officer.press(/^Everybody not recorded yet is present/)
    await officer.says(/Quorum 9 counted of 3 needed/)
    await goToItem(officer, `${julyItems.issue}. ${words.issue}`)
    await goToItem(officer, `${julyItems.figures}. Quarterly figures and money`)
    await goToItem(officer, `${julyItems.exempt}. ${words.exemptTitle}`)
  })

  test('in that item she does not count and leaves; her vote is refused with the reason', async () => {
    const officer = await at('sitting')
    await officer.says(/Cllr Isla Dunmore does not count\. A disclosable pecuniary interest/, /Quorum 8 counted of 3 needed/)
    await officer.press('Leaves for an interest Cllr Isla Dunmore')
    const minutes = await at('minutes')
    await addResolution(minutes, julyItems.exempt, { Kind: 'Agreed', 'What was resolved': 'That the fees are paid.' })
    await minutes.follow(/^Change or record a vote on resolution a/)
    assert.equal(await minutes.page.getByLabel('Cllr Deborah Quennell', { exact: true }).count(), 1)
    assert.equal(await minutes.page.getByLabel('Cllr Isla Dunmore', { exact: true }).count(), 0, 'she is not asked how she voted')
    await minutes.enter({ For: '9', Against: '0' })
    await minutes.press('Save')
    await minutes.says(/There is a problem/)
  })

  test('resolutions are lettered; what the panel recommends and requests says of whom', async () => {
    const officer = await at('minutes')
    await officer.enter({ [`Minute of item ${julyItems.issue}, ${words.issue}`]: words.minute })
    await officer.press(`Save the minute of ${words.issue}`)
    for (const recommended of words.recommended) await addResolution(officer, julyItems.issue, { Kind: 'Recommended to', 'What was resolved': recommended, 'To or from whom': 'Cabinet' })
    await addResolution(officer, julyItems.issue, { Kind: 'Requested from', 'What was resolved': words.requested, 'To or from whom': 'Herefordshire and Worcestershire Health and Care NHS Trust', 'By when, if a day was set': '2024-08-30' })
    assert.match(await officer.says(), /a\).*b\).*c\).*d\)/)
    await officer.enter({ [`The public was excluded by resolution (paragraph 3), item ${julyItems.exempt}`]: true, [`Minute for members only, item ${julyItems.exempt}`]: words.membersMinute })
    await officer.press(/^Save the minute of Fees/)
    await year.public.looksEverywhere()
  })

  test('when too many have gone the panel resolves nothing, not even to note', async () => {
    const sitting = await at('sitting')
    for (const name of leaving) await sitting.press(`Leaves ${name}`)
    await sitting.says(/No quorum 2 counted of 3 needed/)
    const officer = await at('minutes')
    for (const Kind of ['Approved', 'Noted']) {
      const refused = await addResolution(officer, julyItems.exempt, { Kind, 'What was resolved': 'The contract.' })
      assert.match(refused, /There is a problem.*quorum/i)
    }
    await officer.go(`${await year.meeting(panel, '10 July 2024')}/sitting`)
    await officer.enter({ 'Closed at': '11:50' })
    await officer.press('Close the meeting')
    await officer.says(/The meeting is closed/)
    await year.public.looksEverywhere()
    await year.public.findsNothingAt(`${july}/minutes`)
  })
}

/** The officer says on the live page which item the meeting comes to. */
export async function goToItem(officer: Desk, item: string): Promise<void> {
  await officer.enter({ 'Go to item': item })
  await officer.press('Go to this item')
}

async function addResolution(officer: Desk, item: number, filled: Readonly<Record<string, string>>): Promise<string> {
  const part = officer.page.locator(`#part-${item}`)
  await officer.enter(filled, part)
  await officer.press(/^Add resolution/, part)
  return officer.says()
}
