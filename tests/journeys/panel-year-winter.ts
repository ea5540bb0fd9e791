import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CouncilYear } from '../site/council-year.ts'
import { publish } from '../site/officers-publishing.ts'
import { board, boardName, july, julyItems, panelName, words } from '../site/year-of-panel.ts'

const follower = 'ada.lorne@example.test'

/** Winter: a task and finish group goes from its terms to its report; an exception reaches the board, and those who follow it are told. */
export function winter(year: CouncilYear): void {
  test('somebody without an account asks for news of the board, and confirms by the link in the mail', async () => {
    await year.turnTo('2024-12-11')
    const visitor = await year.visitor()
    await visitor.go(`/bodies/${board}`)
    await visitor.follow(/^News of this body by e-mail/)
    await visitor.enter({ 'E-mail address': follower })
    await visitor.press('Ask for this news')
    await visitor.says(/We have written to you/)
    const mail = (await year.mails()).findLast(({ recipient }) => recipient === follower)
    await year.turnTo('2024-12-11')
    const again = await year.visitor()
    await again.go(/(\/alerts\/confirm\/\S+)/.exec(mail?.text ?? '')?.[1] ?? assert.fail(`no link in ${mail?.text}`))
    await again.press('Yes, send me this news')
    await again.says(/You will hear from us when there is news/)
  })

  test('a group is proposed in private, commissioned in public, drafts in private and reports in public', async () => {
    year.public.notYet(words.group, words.draftOfGroup, 'That the houses open on Saturdays')
    const officer = await year.at('officer')
    await officer.go('/staff/groups/new')
    await officer.enter({ 'What the group looks into': words.group, 'Body that commissions it': panelName, 'Terms of reference': 'Who is turned away at weekends' })
    await officer.press('Propose the group')
    await year.public.looksEverywhere()
    await officer.press('Record that it is commissioned')
    year.public.nowPublic(words.group)
    await year.public.reads('/task-groups', new RegExp(words.group))
    await officer.press('Begin to gather evidence')
    await officer.enter({ 'What the draft finds, in short': words.draftOfGroup })
    await officer.press('Record the draft')
    await year.public.looksEverywhere()
    await officer.enter({ 'What the report finds, in short': 'Houses are closed at weekends.', 'What is recommended by recommendation 1': 'That the houses open on Saturdays', 'Who is to answer recommendation 1': 'Cabinet' })
    await officer.press('Publish the final report')
    year.public.nowPublic('That the houses open on Saturdays')
    await year.public.reads('/task-groups/short-breaks-at-weekends', /asked of nobody before the .* has agreed them at a meeting.*That the houses open on Saturdays/)
    assert.doesNotMatch(await year.public.reads('/recommendations?q=saturdays'), /That the houses open/)
    await year.public.looksEverywhere()
  })

  test('an exception of the panel arrives on the board’s next agenda, and is public with it; who follows the board is told once', async () => {
    await year.turnTo('2025-01-14')
    year.public.notYet(words.flagged)
    const chair = await year.at('chair')
    await chair.go('/staff/exceptions/new')
    await chair.enter({ 'Panel that flags it': panelName, 'Flagged to': boardName, Period: '2024-25-q2', Performance: true, 'Measure, or line of the budget': words.flagged, 'What was seen': 'Thirty-one, twice as many as a year before.', 'What it is of evidence 1': 'The report of July', 'Its address of evidence 1': `${july}/items/${julyItems.issue}` })
    await chair.press('Flag it')
    await chair.says(/On the board’s agenda/)
    await year.public.looksEverywhere()
    const [officer, meeting] = [await year.hands('officer'), await year.meeting(board, '22 January 2025')]
    await publish(officer, meeting)
    year.public.nowPublic(words.flagged)
    await year.public.reads(`/bodies/${board}`, new RegExp(words.flagged))
    assert.equal((JSON.parse(await year.command('alerts', 'send', '--json')) as { letters: number }).letters, 1)
    assert.equal((JSON.parse(await year.command('alerts', 'send', '--json')) as { letters: number }).letters, 0)
    await year.public.looksEverywhere()
    const letter = (await year.mails()).findLast(({ recipient }) => recipient === follower)
    assert.match(letter?.text ?? '', /Wednesday 22 January 2025/)
  })
}
