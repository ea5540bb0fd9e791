import { after, test } from 'node:test'
import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import { askToSpeak } from '../site/asking-to-speak.ts'
import { looksRight, looksRightWithoutScripts } from '../site/looks-right.ts'
import { meetingOf } from '../site/officers-publishing.ts'
import { readRecord } from '../site/reading.ts'
import { handsOf, words, type StaffHands } from '../site/staff-hands.ts'
import { signedIn } from '../site/staff-visitor.ts'
import { startSite, type Site } from '../site/start-site.ts'
import { storedRows } from '../site/stored-rows.ts'
import { property } from '../site/two-committees.ts'

const meeting = `/bodies/${property}/2023-07-24`
const others = ['Ben Okoro', 'Carys Pugh', 'Dilys Amankwah', 'Esme Trent', 'Farid Lowe', 'Gita Varma', 'Huw Selby']
const longestWait = 12_000
const refusal = 'The committee heard you on the same roof in May.'

/** A body whose terms give 20 minutes, 3 to each, and a written response within 28 days hears members of the public on Monday 24 July 2023. */
export function publicVoice(committees: () => Promise<string>, browser: () => Browser): void {
  let running: Promise<Site> | undefined
  const work = () => (running ??= committees().then((store) => startSite(store)))
  after(async () => (await running)?.stop('SIGKILL'))
  /** The same store on another day of the product. */
  const onDay = async (today: string): Promise<Site> => {
    const { folder, stop } = await work()
    await stop()
    running = startSite(folder, { TODAY: today })
    return running
  }

  test('on a phone without JavaScript somebody asks to speak; a form full of nonsense comes back with every word', async () => {
    const site = await work()
    const context = await browser().newContext({ javaScriptEnabled: false, viewport: { width: 375, height: 740 } })
    const page = await context.newPage()
    page.setDefaultTimeout(longestWait)
    await page.goto(site.address + meeting)
    await page.getByRole('link', { name: 'Ask to speak at this meeting' }).first().click()
    await looksRightWithoutScripts(page, browser())
    assert.match(await page.locator('main').innerText(), /9\.00 am on Friday 21 July 2023[^]*3 minutes[^]*20 minutes/)
    assert.equal(await page.getByLabel(/property matter/).count(), 0, 'nobody speaks on an exempt item')
    const nonsense = {
      Name: 'Ada Lorne',
      'E-mail address': 'ada at home',
      'Telephone number (optional)': 'ring the bell',
      'What you wish to say, in short': 'roof '.repeat(301).trim(),
      'What you need to take part (optional)': 'A <b>chair</b> & "quiet"',
    }
    for (const [label, text] of Object.entries(nonsense)) await page.getByLabel(label, { exact: true }).fill(text)
    await page.getByLabel('3. Roofs of the county’s buildings').check()
    await page.getByRole('button', { name: 'Send my request' }).click()
    assert.match(await page.title(), /^Error: /)
    await looksRightWithoutScripts(page, browser())
    for (const [label, text] of Object.entries(nonsense)) assert.equal(await page.getByLabel(label, { exact: true }).inputValue(), text, label)
    assert.equal(await page.getByLabel('3. Roofs of the county’s buildings').isChecked(), true)
    assert.equal(await page.locator('.govuk-error-summary li').count(), 4)
    await page.getByLabel('E-mail address').fill('ada.lorne@example.test')
    await page.getByLabel('Telephone number (optional)').fill('01632 960001')
    await page.getByLabel('What you wish to say, in short').fill('My school’s roof leaks on the little ones.')
    await page.getByLabel('Yes, with my name').check()
    await page.getByRole('button', { name: 'Send my request' }).dblclick()
    // The second press aborts the first navigation, so what counts is the page that is there in the end.
    await page.getByText('Your reference').waitFor()
    assert.match(page.url(), /asked=/)
    await looksRightWithoutScripts(page, browser())
    assert.match(await page.locator('main').innerText(), /Your reference\s+[B-Z2-9]{4}-[B-Z2-9]{4}/i)
    await context.close()
    const officer = await handsOf(site, 'officer')
    const list = words((await officer.get(`${await meetingOf(officer, property, '24 July 2023')}/speakers`)).text)
    assert.match(list, /To decide \(1\) Ada Lorne/, 'pressed twice is one request')
  })

  test('an officer accepts one, declines one with a reason, and puts the speakers into their order', async () => {
    const site = await work()
    for (const name of others.slice(0, 2)) await askToSpeak(site, meeting, { name, statement: `What ${name} wishes to say.`, named: 'no' })
    const officer = await handsOf(site, 'officer')
    const page = await signedIn(browser(), site, 'officer', { width: 820, height: 1180 })
    page.setDefaultTimeout(longestWait)
    await page.goto(`${site.address}${await meetingOf(officer, property, '24 July 2023')}`)
    await page.getByRole('link', { name: 'Speakers' }).click()
    await looksRight(page)
    await decide(page, 'Ada Lorne', 'Accept')
    await decide(page, 'Ben Okoro', 'Decline')
    assert.match(await page.locator('.govuk-error-summary').innerText(), /reason/i, 'to decline needs a reason')
    assert.equal(await page.getByLabel('Decline').isChecked(), true)
    await page.getByLabel('Reason').fill(refusal)
    await page.getByRole('button', { name: 'Save and tell them' }).click()
    await decide(page, 'Carys Pugh', 'Accept')
    await looksRight(page)
    assert.match(await page.locator('main').innerText(), /6 slots of 3 minutes fit in 20; 2 minutes left\./)
    await page.getByRole('button', { name: 'Move up Carys Pugh' }).click()
    await page.getByRole('link', { name: 'List for the chair' }).or(page.getByRole('button', { name: 'List for the chair' })).click()
    await looksRight(page)
    const rows = await page.locator('tbody tr').allInnerTexts()
    assert.deepEqual(rows.map((row) => row.replaceAll(/\s+/g, ' ').slice(0, 13)), ['1. Carys Pugh', '2. Ada Lorne '])
    assert.match(rows[0] ?? '', /10\.05 am to 10\.08 am/)
    await page.emulateMedia({ media: 'print' })
    assert.equal(await page.locator('table').isVisible(), true)
    for (const furniture of ['header nav', '.govuk-breadcrumbs']) assert.equal(await page.locator(furniture).first().isVisible(), false, `${furniture} is not printed`)
    await page.context().close()
  })

  test('the chair sees the list and nothing of how to reach anybody; a member of the body sees neither', async () => {
    const site = await work()
    const page = await signedIn(browser(), site, 'chair', { width: 820, height: 1180 })
    page.setDefaultTimeout(longestWait)
    await page.goto(`${site.address}/staff`)
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'More' }).click()
    await page.getByRole('main').getByRole('link', { name: 'Meetings', exact: true }).click()
    await page.getByRole('link', { name: /^Property Committee ?, 24 July 2023/ }).click()
    await page.getByRole('link', { name: 'Speakers' }).click()
    await looksRight(page)
    const shown = [await page.locator('main').innerText()]
    await page.getByRole('button', { name: 'List for the chair' }).or(page.getByRole('link', { name: 'List for the chair' })).click()
    const list = page.url()
    shown.push(await page.locator('main').innerText())
    assert.match(shown.at(-1) ?? '', /1\. Carys Pugh[^]*2\. Ada Lorne[^]*My school’s roof leaks/)
    assert.doesNotMatch(shown.join(), /@|01632 960001/)
    await page.context().close()
    const councillor = await handsOf(site, 'councillor')
    assert.equal((await councillor.get(new URL(list).pathname)).status, 403)
  })

  test('who asks on the Sunday before is told that it is late, and the chair decides; too many speakers are told to the officer', async () => {
    const early = await work()
    for (const name of others.slice(2, 6)) await askToSpeak(early, meeting, { name, statement: `What ${name} wishes to say.` })
    const site = await onDay('2023-07-23')
    const taken = words(await askToSpeak(site, meeting, { name: 'Huw Selby', statement: 'I was away.' }))
    assert.match(taken, /came after the closing time, so the chair decides/)
    const officer = await handsOf(site, 'officer')
    const speakers = `${await meetingOf(officer, property, '24 July 2023')}/speakers`
    for (const name of others.slice(2)) await decideByHand(officer, speakers, name)
    const page = words((await officer.get(speakers)).text)
    assert.match(page, /7 people are accepted, 1 more than the 6 slots: 21 minutes against 20\./)
    assert.match(page, /Huw Selby 3\. Roofs of the county’s buildings Accepted Late/)
    assert.match(words((await officer.get(`${speakers}/list`)).text), /7\. Huw Selby Asked late.*10\.23 am to 10\.26 am, over the time/)
  })

  test('after the meeting a promised response is due in 28 days, is published, and names whom it may', async () => {
    const site = await onDay('2023-07-25')
    assert.match(words(await (await fetch(`${site.address}${meeting}/speak`)).text()), /too late to ask to speak/)
    const page = await signedIn(browser(), site, 'officer', { width: 820, height: 1180 })
    page.setDefaultTimeout(longestWait)
    const officer = await handsOf(site, 'officer')
    const speakers = `${site.address}${await meetingOf(officer, property, '24 July 2023')}/speakers`
    for (const [name, response] of [['Ada Lorne', 'The roof of the school is mended **this** summer.'], ['Carys Pugh', 'The list of roofs is published in May.']] as const) {
      await page.goto(speakers)
      await page.getByRole('link', { name, exact: true }).click()
      await page.getByRole('group', { name: 'Did they speak?' }).getByLabel('Yes').check()
      await page.getByRole('group', { name: 'Were they promised a written response?' }).getByLabel('Yes').check()
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      assert.match(await page.locator('main').innerText(), /Response due\s+Monday 21 August 2023/i)
      await page.getByLabel('What was asked, in a sentence').fill('When is the roof mended?')
      await page.getByLabel('Response', { exact: true }).fill(response)
      if (name === 'Ada Lorne') await looksRight(page)
      await page.getByRole('button', { name: 'Publish', exact: true }).click()
      assert.match(await page.locator('.govuk-notification-banner').innerText(), /The response is published/)
    }
    await page.goto(`${site.address}${meeting}`)
    await looksRight(page)
    const shown = (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ')
    assert.match(shown, /Ada Lorne asked: When is the roof mended\? The roof of the school is mended this summer\./)
    assert.match(shown, /A member of the public asked: .* The list of roofs is published in May\./)
    assert.doesNotMatch(shown, /Carys/)
    await page.context().close()
    const { items } = await readRecord<{ items: { speaker: string; html: string }[] }>(site, `/api/v1/bodies/${property}/meetings/2023-07-24/responses`)
    assert.deepEqual(items.map(({ speaker }) => speaker).toSorted(), ['A member of the public', 'Ada Lorne'])
  })

  test('each of them was written to, and nobody twice', async () => {
    const { folder, stop } = await work()
    await stop()
    const { mail } = await storedRows(folder)
    const to = (name: string) => mail.filter(({ recipient }) => recipient === `${name}@example.test`)
    assert.deepEqual(to('ada.lorne').map(({ subject }) => subject.split(':')[0]), ['Your request to speak has arrived', 'You may speak', 'The council has answered you in writing'])
    assert.deepEqual(to('ben.okoro').map(({ subject }) => subject.split(':')[0]), ['Your request to speak has arrived', 'You cannot speak this time'])
    assert.match(to('ben.okoro')[1]?.text ?? '', new RegExp(refusal))
    assert.match(to('huw.selby')[0]?.text ?? '', /after the closing time \(.*Friday 21 July 2023\)/)
    assert.match(to('huw.selby')[1]?.text ?? '', /the chair has agreed to hear you/)
    assert.doesNotMatch(mail.map(({ subject, text }) => subject + text).join(), /Quarry Lane/)
  })
}

async function decide(page: Page, name: string, decision: string): Promise<void> {
  await page.locator('.govuk-summary-card', { hasText: name }).getByRole('link', { name: /Accept or decline/ }).click()
  await page.getByLabel(decision, { exact: true }).check()
  await page.getByRole('button', { name: 'Save and tell them' }).click()
}

/** Accepts without a browser. */
async function decideByHand(officer: StaffHands, speakers: string, name: string): Promise<void> {
  const list = (await officer.get(speakers)).text
  const card = list.slice(list.indexOf(name, list.indexOf('id="to-decide"')))
  const request = /href="(\/staff\/meetings\/[0-9a-f-]+\/speakers\/[0-9a-f-]{36})"/.exec(card)?.[1] ?? assert.fail(`${name} does not wait`)
  const revision = /name="revision" value="(\d+)"/.exec((await officer.get(request)).text)?.[1] ?? ''
  await officer.done(`${request}/decision`, { revision, decision: 'accepted', reason: '' })
}
