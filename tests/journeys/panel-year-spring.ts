import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CouncilYear } from '../site/council-year.ts'
import type { Desk } from '../site/desk.ts'
import { board, boardName, july, panel, panelName, words } from '../site/year-of-panel.ts'

const programme = `/staff/programmes/${panel}`
const inPublic = `/bodies/${panel}/work-programme`

/** May: the year is planned, its work proposed and scored; nobody reads it before it is published. */
export function spring(year: CouncilYear): void {
  test('May: the officer plans the meetings of the panel and of the board by pattern', async () => {
    await year.turnTo('2024-05-08')
    const officer = await year.at('officer')
    await plan(officer, panelName, 'second Wednesday of July, September, October, December and March', 5)
    await plan(officer, boardName, 'fourth Wednesday of May, July, November and January', 4)
    await plan(officer, 'Cabinet', 'second Thursday of November', 1)
    await year.public.reads(july, /Wednesday 10 July 2024/)
    await year.public.reads(`/meetings?body=${panel}&month=2024-07`, /10 10\.00 am Children and Families/)
  })

  test('a programme is begun; a member proposes an issue, the officer accepts it, places it and holds it against the criteria', async () => {
    year.public.notYet(words.issue, words.scoreReason, 'Quarterly figures and money')
    year.public.watch(inPublic, `${inPublic}/history`, `${inPublic}/criteria`, `${inPublic}.csv`, `/bodies/${panel}`, `/bodies/${board}`, july)
    const officer = await year.at('officer')
    await officer.go('/staff/programmes/new')
    await officer.enter({ Body: panelName, Year: '2024-25', 'First day': '2024-05-09', 'Last day': '2025-04-30' })
    await officer.press('Begin the programme')
    await addStandingItem(officer)
    await propose(await year.at('councillor'))
    await officer.go(`${programme}/proposals?year=2024-25`)
    await officer.enter({ Accept: true })
    await officer.page.getByLabel(/^Reason/).fill('It is the panel’s to look at')
    await officer.press(/^Answer/)
    await officer.go(`${programme}?year=2024-25`)
    await officer.says(/A draft: only those who keep programmes see it/)
    await officer.enter({ [`Place at: ${words.issue}`]: 'Wednesday 10 July 2024' })
    await officer.press(`Place ${words.issue}`)
    await officer.says(/The entry has its place/)
    await officer.go(`${programme}/entries/${words.slug}/scores?year=2024-25`)
    await officer.page.getByRole('group', { name: 'Is it a priority of the council?' }).getByLabel('Yes', { exact: true }).check()
    await officer.enter({ 'Why (optional): Is it a priority of the council?': words.scoreReason })
    await officer.press('Save the scores')
    await year.public.looksEverywhere()
  })

  test('the programme is published and read by everybody: who chose what, and why; that the board agreed it in May nobody has recorded, and it says so', async () => {
    await year.turnTo('2024-06-03')
    await year.public.looksEverywhere()
    const officer = await year.at('officer')
    await officer.go(`${programme}/about?year=2024-25`)
    await officer.enter({ 'Body: Agreed by': boardName, 'Day: Agreed by': '2024-05-22' })
    await officer.press('Save the programme')
    await officer.go(`${programme}?year=2024-25`)
    await officer.press('Publish the programme')
    year.public.nowPublic(words.issue, words.scoreReason, 'Quarterly figures and money')
    await year.public.reads(inPublic, /2024\/25.*to be agreed by the Overview and Scrutiny Performance Board on 22 May 2024; the record does not show that it was/, new RegExp(words.issue))
    await year.public.reads(`${inPublic}/criteria`, new RegExp(words.scoreReason))
    await year.public.reads(`${inPublic}/history`, new RegExp(words.issue))
    assert.doesNotMatch(await year.public.reads(`${inPublic}/history`), /Imogen Fairweather|Isla Dunmore/)
  })

  test('the standing item has placed itself at its meetings, and what is due stands on the agenda of July', async () => {
    await year.public.reads(inPublic, /10 July 2024.*Quarterly figures and money.*11 September 2024.*Quarterly figures and money.*12 March 2025.*Quarterly figures and money/)
    const officer = await year.at('officer')
    await officer.go(await year.meeting(panel, '10 July 2024'))
    await officer.says(new RegExp(words.issue), /Quarterly figures and money/)
  })
}

async function plan(officer: Desk, body: string, pattern: string, meetings: number): Promise<void> {
  await officer.go('/staff/meetings/plan')
  await officer.enter({ 'Which body meets?': body })
  await officer.press('Continue')
  await officer.enter({ Pattern: pattern, From: '2024-05-09', To: '2025-04-30', Time: '10:00', Place: 'Lakeview Room, County Hall' })
  await officer.press('Show the dates')
  await officer.says(new RegExp(`${meetings} dates?,`))
  await officer.press('Create the ticked meetings')
  assert.equal(await officer.page.getByRole('link', { name: new RegExp(`^${body}`) }).count(), meetings, await officer.says())
}

async function addStandingItem(officer: Desk): Promise<void> {
  await officer.go(`${programme}/entries/new?year=2024-25`)
  await officer.enter({ Issue: 'Quarterly figures and money', 'Subject (optional)': 'performance monitoring', 'Standing item': true, 'How often it comes': 'In the months ticked below' })
  await officer.enter({ July: true, September: true, December: true, March: true, 'Who chose it': 'The panel', Why: 'Each quarter is looked at' })
  await officer.press('Add the entry')
  await officer.says(/The entry is in the programme/)
}

async function propose(member: Desk): Promise<void> {
  await member.go(programme)
  await member.follow('Propose an issue')
  await member.enter({ Issue: words.issue, 'Subject (optional)': 'foster carers' })
  await member.page.getByLabel('Why').first().fill('Families are turned away')
  await member.press(/^(Send|Propose)/)
  await member.says(/Your proposal has reached the scrutiny officer/)
}
