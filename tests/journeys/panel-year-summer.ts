import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CouncilYear } from '../site/council-year.ts'
import type { Desk } from '../site/desk.ts'
import { publish } from '../site/officers-publishing.ts'
import { july, julyItems, panel, words } from '../site/year-of-panel.ts'

const register = '/interests/cllr-isla-dunmore'

/** June: interests are registered, the first agenda is built and published, and somebody asks to speak. */
export function summer(year: CouncilYear): void {
  test('June: a member tells an interest in time, another asks for hers to be withheld; nobody reads either before the office has registered it', async () => {
    await year.turnTo('2024-06-24')
    year.public.notYet(words.ownInterest, words.sensitive, words.sensitiveReason)
    year.public.watch(register, '/interests/cllr-deborah-quennell', '/api/v1/interests/cllr-isla-dunmore', '/api/v1/interests/cllr-deborah-quennell')
    const councillor = await year.at('councillor')
    await tellInterest(councillor, `Director of ${words.ownInterest}`, words.ownInterest)
    await councillor.says(/The interest is told/, /Told/)
    const chair = await year.at('chair')
    await tellInterest(chair, words.sensitive, 'Larch Hill Refuge', words.sensitiveReason)
    await year.public.looksEverywhere()
    const officer = await year.at('officer')
    await registerFirst(officer, `Director of ${words.ownInterest}`)
    await registerFirst(officer, words.sensitive, 'Register it with its details withheld')
    year.public.nowPublic(words.ownInterest)
    await year.public.reads(register, /Director of Tamarisk House Fostering/)
    await year.public.reads('/interests/cllr-deborah-quennell', /details are withheld under section 32\(2\)/)
    await year.public.looksEverywhere()
  })

  test('the officer builds the agenda: an item with a report, one that is exempt; the director writes and hands in; nobody reads a draft', async () => {
    year.public.notYet(words.draftOfReport, words.exemptTitle, words.exemptText)
    year.public.watch(`${july}/items/5`, `${july}/items/6`, `${july}/items/7`, `${july}/items/8`, `${july}/items/9`, `${july}/pack.pdf`, `/api/v1/bodies/${panel}/meetings/2024-07-10`, `/api/v1/bodies/${panel}/meetings/2024-07-10/items`, `/api/v1/bodies/${panel}/meetings/2024-07-10/papers`)
    const officer = await year.at('officer')
    const meeting = await year.meeting(panel, '10 July 2024')
    await officer.go(meeting)
    await officer.follow(new RegExp(`^Edit item \\d+, ${words.issue}`))
    await officer.enter({ Author: 'Marguerite Thornbury, report author or director', Minutes: '40' })
    await officer.page.getByRole('group', { name: 'Does it need a report?' }).getByLabel('Yes', { exact: true }).check()
    await officer.press('Save the item')
    await noReportNeeded(officer, 'Quarterly figures and money')
    await addExemptItem(officer)
    await writeReport(await year.at('director'), words.issue, words.draftOfReport)
    await writeReport(officer, words.exemptTitle, words.exemptText)
    await year.public.looksEverywhere()
  })

  test('published with more than five clear days, everybody reads the report, and of the exempt item its ground alone', async () => {
    const officer = await year.at('officer')
    const meeting = await year.meeting(panel, '10 July 2024')
    await officer.go(`${meeting}/publish`)
    await officer.says(/Nothing stops publication/)
    await publish(await year.hands('officer'), meeting)
    year.public.nowPublic(words.draftOfReport)
    await year.public.reads(july, new RegExp(words.issue), /Fees of an agency.*Exempt: paragraph 3/)
    await year.public.reads(`${july}/items/${julyItems.outstanding}`, /Recommendations and actions: what is outstanding/, /What this body waits for/)
    await year.public.looksEverywhere()
    const member = await year.at('councillor')
    await member.go(`/staff/packs/${panel}/2024-07-10`)
    await member.says(/For you alone/, /Tamarisk House Fostering/)
  })

  test('somebody asks to speak; the officer accepts, and the public reads neither words nor address', async () => {
    year.public.notYet(words.statement, 'ottoline@example.test')
    const visitor = await year.visitor()
    await visitor.go(july)
    await visitor.follow('Ask to speak at this meeting')
    await visitor.enter({ Name: words.speaker, 'E-mail address': 'ottoline@example.test', 'What you wish to say, in short': words.statement, 'Yes, with my name': true })
    await visitor.page.getByLabel(new RegExp(words.issue)).check()
    await visitor.press('Send my request')
    await visitor.says(/Your reference/)
    const officer = await year.at('officer')
    await officer.go(`${await year.meeting(panel, '10 July 2024')}/speakers`)
    await officer.follow(new RegExp(words.speaker))
    await officer.enter({ Accept: true })
    await officer.press('Save and tell them')
    await year.public.looksEverywhere()
    assert.doesNotMatch(await year.public.reads(july), /three weeks to be paid/)
  })
}

async function tellInterest(member: Desk, told: string, name: string, reason?: string): Promise<void> {
  await member.go('/staff/my-interests/new')
  await member.enter({ 'Employment, office, trade, profession or vocation': true, 'What it is, as the register will say it': told, 'Names of organisations and places it may be mentioned by': name, 'Since when': '2024-06-20' })
  if (reason !== undefined) await member.enter({ 'Ask for the details to be withheld': true, 'Why its details should be withheld': reason })
  await member.press('Tell the monitoring officer')
}

async function registerFirst(officer: Desk, told: string, button: string | RegExp = /^Register it/): Promise<void> {
  await officer.go('/staff/interests')
  await officer.follow(told)
  await officer.press(button)
}

async function noReportNeeded(officer: Desk, title: string): Promise<void> {
  await officer.follow(new RegExp(`^Edit item \\d+, ${title}`))
  await officer.page.getByRole('group', { name: 'Does it need a report?' }).getByLabel('No', { exact: true }).check()
  await officer.press('Save the item')
}

async function addExemptItem(officer: Desk): Promise<void> {
  await officer.press('Add an item for decision')
  await officer.enter({ Title: words.exemptTitle, Minutes: '15', Author: 'Imogen Fairweather, scrutiny officer', 'No, it is exempt': true, '3: Financial or business affairs of any person, the council included': true })
  await officer.enter({ 'The public interest test': 'Other agencies would ask for as much.', 'Another title for the public': words.publicTitle, 'Decided by': 'Monitoring Officer', 'Decided on': '2024-06-21', 'Review on': '2025-01-31' })
  await officer.press('Save the item')
}

async function writeReport(author: Desk, title: string, text: string): Promise<void> {
  await author.go('/staff/reports')
  await author.follow(title)
  await author.enter({ 'Clause 1': 'note the report' })
  await author.press('Save Purpose of the meeting')
  await author.enter({ 'Text of the report': `## In short\n\n${text}` })
  await author.press('Save Text of the report')
  await author.enter({ 'Text under heading 1': 'None.', 'Text under heading 2': 'None.' })
  await author.press('Save Implications')
  await author.enter({ 'Contact points': 'Fostering team, 01632 960111', 'In the opinion of the proper officer there are none': true })
  await author.press('Save Closing')
  await author.press('Hand in')
  await author.says(/Handed in/)
}
