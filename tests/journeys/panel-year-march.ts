import { test } from 'node:test'
import type { CouncilYear } from '../site/council-year.ts'
import { publish } from '../site/officers-publishing.ts'
import { july, panel, words } from '../site/year-of-panel.ts'

/** March: what was asked was done, and the panel closed it; the record of the year says when it came. */
export function march(year: CouncilYear): void {
  test('the agenda of March holds by itself what the group of winter reports', async () => {
    await year.turnTo('2025-03-03')
    await publish(await year.hands('officer'), await year.meeting(panel, '12 March 2025'))
    await year.public.reads(`/bodies/${panel}/2025-03-12`, new RegExp(`Scrutiny report: ${words.group}`))
  })

  test('what the director told the panel in September is entered with both days, and the recommendation is closed at that meeting', async () => {
    await year.turnTo('2025-03-12')
    const visitor = await year.visitor()
    await visitor.go('/recommendations?q=paid within a week')
    await visitor.follow(new RegExp(words.recommended[0] ?? ''))
    const reference = visitor.path().split('/').at(-1) ?? ''
    const officer = await year.at('officer')
    await officer.go(`/staff/actions/${reference}/done`)
    await officer.enter({ 'What shows that it is done': words.evidence, 'On behalf of': 'Director of Children’s Services', 'Received on': '2024-09-11', 'How it was received, where that was before today': 'Told to the panel at its meeting', 'Why it is entered only now, where it was received before today': 'The minutes were confirmed first' })
    await officer.press('Save and publish')
    await year.public.reads(`/recommendations/${reference}`, /Reported as done/, /Received on 11 September 2024/, /Entered here on 12 March 2025/)
    await officer.press('Close')
    await officer.says(/Reported as done/)
    await officer.enter({ 'What satisfied the body': 'The panel saw that carers are paid in time.', 'Closed at the meeting of': '11 September 2024' })
    await officer.press('Close it')
    await officer.says(/It is closed/)
    await year.public.reads(`/recommendations/${reference}`, /Closed/, /The panel saw that carers are paid in time/)
    await year.public.looksEverywhere()
  })

  test('what the group of winter recommends is asked once the panel has agreed it at a meeting', async () => {
    const [officer, meeting] = [await year.at('officer'), await year.meeting(panel, '12 March 2025')]
    await officer.go(`${meeting}/sitting`)
    await officer.enter({ 'Opened at': '10:00' })
    await officer.press('Open the meeting')
    await officer.enter({ 'Closed at': '11:00' })
    await officer.press('Close the meeting')
    await officer.go('/staff/groups/short-breaks-at-weekends')
    await officer.enter({ 'Considered at the meeting of': '12 March 2025' })
    await officer.press('Record what it made of the report')
    await year.public.reads('/recommendations?q=saturdays', /That the houses open on Saturdays.*Cabinet/)
    await year.public.reads('/task-groups/short-breaks-at-weekends', /considered the report on 12 March 2025 , item 6/)
    await year.public.looksEverywhere()
  })

  test('an entry for the meeting of March says when its matter was last reported: from the record of this very year', async () => {
    const officer = await year.at('officer')
    await officer.go(`/staff/programmes/${panel}/entries/new?year=2024-25`)
    await officer.enter({ Issue: 'Foster carers, a year on', 'Subject (optional)': 'foster carers', Month: 'April 2025', 'Who chose it': 'The panel', Why: 'To see what came of it' })
    await officer.press('Add the entry')
    await year.public.reads(`/bodies/${panel}/work-programme`, /Foster carers, a year on.*10 July 2024 : Foster carers/)
  })

  test('from the question in July somebody comes by links alone to what was asked, answered and done', async () => {
    const visitor = await year.visitor()
    await visitor.go(july)
    await visitor.follow(new RegExp(words.issue))
    await visitor.says(new RegExp(words.question.slice(0, 30)), /What was minuted/)
    await visitor.follow(/paid within a week/)
    await visitor.says(/Closed/, /Answered: accepted/, new RegExp(words.evidence))
    await visitor.follow('Foster carers')
    await visitor.says(new RegExp(words.recommended[2] ?? ''))
    await year.public.looksEverywhere()
  })
}
