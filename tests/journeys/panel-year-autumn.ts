import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CouncilYear } from '../site/council-year.ts'
import { publish } from '../site/officers-publishing.ts'
import { words as wordsOfPage } from '../site/staff-hands.ts'
import { board, panel, panelName, words } from '../site/year-of-panel.ts'

const entry = 'school-places-of-children-in-care'
const own = `/staff/forward-plan/${entry}`
const inPublic = `/forward-plan/${entry}`

/** Autumn: the Cabinet decides what the panel asked for, and scrutiny calls it in. */
export function autumn(year: CouncilYear): void {
  test('October: a key decision is announced with more than 28 clear days; it stands beside the programme with the last meeting to speak', async () => {
    await year.turnTo('2024-10-01')
    year.public.notYet('School places of children in care', words.signature)
    year.public.watch(inPublic, `/api/v1/forward-plan/${entry}`)
    const officer = await year.at('officer')
    await officer.go('/staff/forward-plan/new')
    await officer.enter({ 'Matter to be decided': 'School places of children in care', 'Of a body: which': 'Cabinet', 'Day of the decision': '2024-11-14', 'Spending (optional)': '£900,000' })
    await officer.enter({ 'Documents that go to the decision-maker': 'Report to Cabinet', 'Where copies are to be had': 'County Hall, Worcester', 'Scrutiny body for this matter': panelName, 'It is an education matter': true })
    await officer.press('Save')
    await year.public.looksEverywhere()
    await officer.press('Publish the notice')
    year.public.nowPublic('School places of children in care')
    await year.public.reads(inPublic, /Key decision/, /14 November 2024/)
    await year.public.reads(`/bodies/${panel}/work-programme`, /School places of children in care.*9 October 2024/)
  })

  test('November: the Cabinet decides, and the statement opens the window for a call-in', async () => {
    await year.turnTo('2024-11-14')
    const officer = await year.at('officer')
    await officer.go(`${own}/decision`)
    await officer.enter({ 'Day of the decision': '2024-11-14', 'What was decided': 'Twenty places are kept.', Reasons: 'Carers give up.', 'Alternatives considered and rejected': 'To keep none.', 'Conflicts of interest declared': 'None', 'Dispensations for them': 'None' })
    await officer.press('Record and publish the statement')
    await year.public.reads(inPublic, /can be called in.*Twenty places are kept\..*5\.00 pm on Thursday 21 November 2024/)
  })

  test('three members call it in; until the third has signed nobody reads who did', async () => {
    await year.turnTo('2024-11-18')
    for (const account of ['councillor', 'coopted']) {
      const member = await year.at(account)
      await member.go(`${own}/call-in`)
      await member.page.getByLabel(/^Proportionality/).check()
      await member.enter({ 'In what way': `${words.signature}, says the ${account}.` })
      await member.press('Sign under my name')
    }
    await year.public.looksEverywhere()
    await year.public.reads(inPublic, /can be called in/)
    const chair = await year.at('chair')
    await chair.go(`${own}/call-in`)
    await chair.page.getByLabel(/^Proportionality/).check()
    await chair.enter({ 'In what way': 'It is less than was asked.' })
    await chair.press('Sign under my name')
    year.public.nowPublic(words.signature)
    await year.public.reads(inPublic, /Called in.*not carried out before scrutiny has considered it/, /27 November 2024/, new RegExp(words.signature))
    await publish(await year.hands('officer'), await year.meeting(board, '27 November 2024'))
  })

  test('it is not carried out before the board has considered it; then it is released', async () => {
    await year.turnTo('2024-11-27')
    const desk = await year.at('officer')
    await desk.go(`${await year.meeting(board, '27 November 2024')}/sitting`)
    await desk.enter({ 'Opened at': '10:00' })
    await desk.press('Open the meeting')
    await desk.enter({ 'Closed at': '11:00' })
    await desk.press('Close the meeting')
    const officer = await year.hands('officer')
    const revision = /name="revision" value="(\d+)"/.exec((await officer.get(`${own}/considered`)).text)?.[1] ?? assert.fail('no form')
    const stopped = await officer.post(`${own}/carried-out`, { revision, said: '' })
    assert.equal(stopped.status, 409)
    assert.match(wordsOfPage(stopped.text), /before scrutiny has considered it/)
    await officer.done(`${own}/considered`, { revision, on: '2024-11-27', outcome: 'accepted', words: 'The board asks for a report in March.' })
    await year.public.reads(inPublic, /a report in March/)
    await desk.go(`${own}/carried-out`)
    await desk.press('Save and publish')
    await year.public.reads(inPublic, /Carried out/)
    await year.public.looksEverywhere()
  })
}
