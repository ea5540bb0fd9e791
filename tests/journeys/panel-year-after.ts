import { test } from 'node:test'
import type { CouncilYear } from '../site/council-year.ts'
import { july, julyItems, panel, panelName, words } from '../site/year-of-panel.ts'

/** Later in July: the minutes go out, are corrected, and what was asked is followed. */
export function afterwards(year: CouncilYear): void {
  test('the minutes are circulated as a draft; of the exempt item nobody reads more than that it was considered', async () => {
    await year.turnTo('2024-07-18')
    await year.public.looksEverywhere()
    const officer = await year.at('officer')
    // The minutes of the panel's meetings before were kept elsewhere.
    await officer.go(`${await year.meeting(panel, '10 July 2024')}/minutes/numbers`)
    await officer.enter({ 'First number': '1' })
    await officer.press('Save')
    await officer.go(`${await year.meeting(panel, '10 July 2024')}/minutes/circulate`)
    await officer.press('Circulate')
    await officer.says(/The minutes are circulated/)
    year.public.nowPublic(words.minute, ...words.recommended, words.requested)
    await year.public.reads(`${july}/minutes`, /Draft, to be confirmed/, /Cllr Ambrose Killigrew, substitute for Cllr Martin Bellweather/, /a\) That carers are paid.*Recommended to Cabinet.*d\) .*Requested from/)
    await year.public.looksEverywhere()
  })

  test('a correction is a version of its own, which says what it corrects', async () => {
    const officer = await year.at('officer')
    await officer.go(`${await year.meeting(panel, '10 July 2024')}/minutes`)
    await officer.enter({ [`Minute of item ${julyItems.issue}, ${words.issue}`]: words.corrected })
    await officer.press(`Save the minute of ${words.issue}`)
    await officer.press('Publish corrections')
    await officer.enter({ 'What is corrected': 'How many carers gave up.' })
    await officer.press('Publish the corrected minutes')
    await year.public.reads(`${july}/minutes`, new RegExp(words.corrected), /Corrected before confirmation: How many carers gave up/)
  })

  test('the tracker shows what was asked, of whom; served on the Cabinet, it has two months', async () => {
    await year.public.reads('/recommendations?q=carer', /That carers are paid within a week/, /That each carer has a named worker/)
    const officer = await year.at('officer')
    await officer.go('/staff/actions/serve')
    await officer.enter({ 'Whose report is served?': panelName })
    await officer.press('Go on')
    await officer.enter({ 'Title of the report': 'Foster carers', 'Served on': 'Cabinet', 'Written notice received on': '2024-07-18' })
    for (const recommended of words.recommended) await officer.page.getByLabel(new RegExp(recommended)).check()
    await officer.page.getByLabel('Who is to answer').selectOption({ index: (await officer.page.getByLabel('Who is to answer').locator('option').allInnerTexts()).findIndex((name) => name.startsWith('Marguerite')) })
    await officer.press('Record and publish')
    await officer.says(/The report is served.*17 September 2024/)
    await year.public.reads('/recommendations?q=carer', /17 September 2024/)
    await year.public.looksEverywhere()
  })
}
