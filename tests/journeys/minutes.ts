import { after, test } from 'node:test'
import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { readPdf } from '#platform/documents/testing/read-pdf.ts'
import { looksRight } from '../site/looks-right.ts'
import { meetingOf } from '../site/officers-publishing.ts'
import { goldenThread } from '../site/product.ts'
import { handsOf, words } from '../site/staff-hands.ts'
import { signedIn } from '../site/staff-visitor.ts'
import { startSite, type Site } from '../site/start-site.ts'
import { property, secrets } from '../site/two-committees.ts'

const meeting = `/bodies/${property}/2023-07-24`
const longestWait = 12_000
const september = `body: ${property}
date: 2023-09-11
time: "10:00"
status: held
issued: 2023-09-01
items:
  - { number: 1, title: Apologies, standing: apologies }
  - { number: 2, title: Confirmation of minutes, standing: minutes }
`

/** An officer minutes the Property Committee of 24 July 2023, whose item 4 is exempt; the committee of 11 September confirms the minutes. */
export function minutes(committees: () => Promise<string>, browser: () => Browser): void {
  let running: Promise<Site> | undefined
  const begun = async (): Promise<Site> => {
    const store = await committees()
    await loadSeptember(store)
    return startSite(store, { TODAY: '2023-07-24' })
  }
  const work = () => (running ??= begun())
  after(async () => (await running)?.stop('SIGKILL'))
  const onDay = async (today: string): Promise<Site> => {
    const { folder, stop } = await work()
    await stop()
    running = startSite(folder, { TODAY: today })
    return running
  }
  const asOfficer = async (site: Site): Promise<{ page: Page; address: string }> => {
    const address = await meetingOf(await handsOf(site, 'officer'), property, '24 July 2023')
    const page = await signedIn(browser(), site, 'officer', { width: 1280, height: 900 })
    page.setDefaultTimeout(longestWait)
    return { page, address: `${site.address}${address}` }
  }
  const read = async (site: Site, path: string) => {
    const answer = await fetch(`${site.address}${path}`)
    const text = await answer.text()
    for (const secret of [...secrets, 'Bid of Osprey']) assert.ok(!text.includes(secret), `${path} tells ${secret}`)
    return { status: answer.status, text: words(text) }
  }

  test('an officer minutes a meeting by keyboard as it goes on; it saves itself, and the public reads nothing yet', async () => {
    const site = await work()
    const { page, address } = await asOfficer(site)
    await page.goto(`${address}/sitting`)
    await page.getByRole('button', { name: 'Open the meeting' }).click()
    await page.getByRole('button', { name: /Everybody not recorded yet is present/ }).click()
    await page.getByText('Another item, or out of order').click()
    await page.getByLabel('Go to item').selectOption('3')
    await page.getByRole('button', { name: 'Go to this item' }).click()
    await page.goto(address)
    await page.getByRole('link', { name: 'Minutes', exact: true }).click()
    await looksRight(page)
    await page.getByRole('textbox', { name: 'Minute of item 3' }).focus()
    await page.keyboard.type('The committee asked which roofs come first.')
    await page.locator('#part-3 [data-saved]').getByText(/^Saved/).waitFor()
    await page.keyboard.press('Control+Alt+r')
    await page.keyboard.type('Recommended')
    await page.keyboard.press('Tab')
    await page.keyboard.type('That schools are mended before offices.')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Cabinet')
    await page.keyboard.press('Enter')
    await page.locator('.govuk-notification-banner').getByText('The resolution is added').waitFor()
    assert.match(await page.locator('#part-3').innerText(), /a\)\s*That schools are mended before offices\.\s*Recommended to Cabinet/)
    await page.getByRole('textbox', { name: 'Minute that the public may read of item 4' }).fill('The committee considered bids.')
    await page.getByRole('radio', { name: /^The public was excluded by resolution/ }).check()
    await page.getByRole('textbox', { name: /^Minute for members only/ }).fill('Bid of Osprey Holdings preferred.')
    await page.keyboard.press('Control+s')
    await page.locator('#part-4 [data-saved]').getByText(/^Saved/).waitFor()
    assert.equal((await read(site, `${meeting}/minutes`)).status, 404)
    await page.context().close()
  })

  test('of two officers at one minute the second sees both texts and loses nothing', async () => {
    const site = await work()
    const officer = await handsOf(site, 'officer')
    const address = `${await meetingOf(officer, property, '24 July 2023')}/minutes/items/3`
    const stale = await officer.post(address, { revision: '0', 'text-3': 'They asked about the schools.', do: 'save' })
    assert.equal(stale.status, 409)
    assert.match(words(stale.text), /saved the minute of item 3[^]*They asked about the schools\.[^]*The committee asked which roofs come first\./)
    const autosaved = await officer.post(`${address}/autosave`, { revision: '0', 'text-3': 'They asked about the schools.' })
    assert.deepEqual([autosaved.status, (JSON.parse(autosaved.text) as { fields: string[][] }).fields[0]], [409, ['text-3', 'The committee asked which roofs come first.']])
  })

  test('minutes are circulated once the meeting is held: the public reads a draft, and nothing of what is exempt', async () => {
    const site = await work()
    const { page, address } = await asOfficer(site)
    await page.goto(`${address}/minutes/circulate`)
    await page.getByRole('button', { name: 'Circulate' }).click()
    assert.match(await page.locator('.govuk-error-summary').innerText(), /not recorded that this meeting was held/)
    await page.goto(`${address}/sitting`)
    await page.getByRole('button', { name: /^Next: 4\./ }).click()
    const closing = page.locator('form', { has: page.locator('button[value=close]') })
    await page.locator('details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')))
    await closing.locator('input[type=time]').fill('23:50')
    await page.getByRole('button', { name: 'Close the meeting' }).click()
    await page.goto(`${address}/minutes/circulate`)
    await looksRight(page)
    assert.match(await page.locator('main').innerText(), /Neither a text nor a resolution is minuted of:\s*1\. /)
    await page.getByRole('button', { name: 'Circulate' }).click()
    await page.locator('.govuk-notification-banner').getByText('The minutes are circulated').waitFor()
    const shown = await read(site, `${meeting}/minutes`)
    assert.match(shown.text, /Draft, to be confirmed[^]*Cllr Deborah Quennell[^]*1 Roofs of the county’s buildings[^]*a\) That schools are mended before offices\. Recommended to Cabinet[^]*2 A property matter[^]*paragraph 3[^]*The committee considered bids\./)
    assert.match((await read(site, meeting)).text, /Minutes and decisions/)
    assert.match((await read(site, `${meeting}/items/3`)).text, /What was minuted/)
    const pdf = await readPdf(new Uint8Array(await (await fetch(`${site.address}${meeting}/minutes.pdf`)).arrayBuffer()))
    assert.deepEqual([pdf.isTagged, pdf.accessibilityPart], [true, '1'])
    assert.doesNotMatch(pdf.texts.join(' '), /Osprey|Quarry/)
    await page.goto(`${site.address}${meeting}/minutes`)
    await looksRight(page)
    await page.context().close()
  })

  test('a member of the committee reads what is minuted of the exempt item; a member of another is refused and finds no way to it', async () => {
    const site = await work()
    const pack = `/staff/packs/${property}/2023-07-24`
    const page = await signedIn(browser(), site, 'councillor', { width: 375, height: 812 })
    page.setDefaultTimeout(longestWait)
    await page.goto(site.address + pack)
    await page.getByRole('link', { name: 'Read what is for members only' }).click()
    assert.match((await page.locator('main').innerText()).replaceAll(/\s+/g, ' '), /Not for publication.*2 Sale of the depot at Quarry Lane.*Bid of Osprey Holdings preferred\./)
    await looksRight(page)
    await page.context().close()
    const other = await handsOf(site, 'coopted')
    const [refused, shown] = [await other.get(`${pack}/minutes`), await other.get(pack)]
    assert.match(words(refused.text), /What of minutes is not published is for the members of the body and its officers/)
    assert.match(words(shown.text), /Draft, to be confirmed/)
    for (const { text } of [refused, shown]) assert.doesNotMatch(text, /Osprey|Quarry|packs\/[^"]*\/minutes/)
  })

  test('a correction is a version of its own that says what it corrects', async () => {
    const site = await work()
    const { page, address } = await asOfficer(site)
    await page.goto(`${address}/minutes`)
    await page.getByRole('textbox', { name: 'Minute of item 3' }).fill('The committee asked which of the 30 roofs come first.')
    await page.keyboard.press('Control+s')
    await page.locator('#part-3 [data-saved]').getByText(/^Saved/).waitFor()
    await page.getByRole('button', { name: 'Publish corrections' }).click()
    assert.match(await page.locator('.gt-differences').innerText(), /of the 30/)
    await page.getByRole('button', { name: 'Publish the corrected minutes' }).click()
    assert.match(await page.locator('.govuk-error-summary').innerText(), /Say what is corrected/)
    await page.getByLabel('What is corrected').fill('How many roofs there are.')
    await page.getByRole('button', { name: 'Publish the corrected minutes' }).click()
    await page.locator('.govuk-notification-banner').getByText('corrected minutes are published').waitFor()
    assert.match((await read(site, `${meeting}/minutes`)).text, /of the 30 roofs[^]*Corrected before confirmation: How many roofs there are\./)
    assert.doesNotMatch((await read(site, `${meeting}/minutes/versions/1`)).text, /of the 30/)
    await page.context().close()
  })

  test('the next meeting confirms the minutes, the chair signs them, nobody can change them after that, and a tab left open says so', async () => {
    const site = await onDay('2023-09-12')
    const { page, address } = await asOfficer(site)
    const officer = await handsOf(site, 'officer')
    const leftOpen = await page.context().newPage()
    await leftOpen.goto(`${address}/minutes`)
    await page.goto(`${site.address}${await meetingOf(officer, property, '11 September 2023')}/minutes`)
    await page.getByRole('link', { name: 'Confirm the minutes of 24 July 2023' }).click()
    await looksRight(page)
    await page.getByRole('button', { name: 'Record that they are confirmed' }).click()
    await page.locator('.govuk-notification-banner').getByText('confirmed as a correct record').waitFor()
    await page.getByRole('button', { name: 'Record the signature' }).click()
    await page.getByLabel('Who signed them in the chair').selectOption('Cllr Deborah Quennell')
    const on = await page.locator('[name=on]').inputValue()
    await page.getByRole('button', { name: 'Record the signature' }).click()
    await page.locator('.govuk-notification-banner').getByText('The signature is recorded').waitFor()
    assert.equal(await page.getByRole('textbox').count(), 0)
    const path = new URL(address).pathname
    const again = await officer.post(`${path}/minutes/sign`, { revision: '9', by: 'Cllr Deborah Quennell', on })
    assert.match(again.to, /done=signed-already/)
    const otherwise = await officer.post(`${path}/minutes/sign`, { revision: '9', by: 'Cllr Somebody Else', on: '2023-09-12' })
    assert.equal(otherwise.status, 409)
    assert.match(words(otherwise.text), /Cllr Deborah Quennell/)
    assert.match(words((await officer.get(again.to)).text), /signed already[^]*Signed by Cllr Deborah Quennell on 11 September 2023/)
    const edited = await officer.post(`${path}/minutes/items/3`, { revision: '2', 'text-3': 'Nothing was asked.', do: 'save' })
    assert.equal(edited.status, 409)
    assert.match(words(edited.text), /put right by a resolution of a later meeting[^]*What you typed, to copy[^]*Nothing was asked\./)
    await leftOpen.getByRole('textbox', { name: 'Minute of item 3' }).fill('Nothing was asked.')
    await leftOpen.locator('#part-3 [data-saved]').getByText(/^Not saved, and it cannot be: These minutes are confirmed[^]*minute it there\. Your text is still in this box: copy what you need of it\.$/).waitFor()
    const shown = (await read(site, `${meeting}/minutes`)).text
    assert.match(shown, /Confirmed as a correct record at the meeting of 11 September 2023, item 2\. Signed by Cllr Deborah Quennell, in the chair, on 11 September 2023\./)
    assert.match(shown, /of the 30 roofs/)
    await page.context().close()
  })
}

async function loadSeptember(store: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'golden-thread-september-'))
  await writeFile(join(folder, 'september.yaml'), september)
  const { code, out, err } = await goldenThread(['import', 'meetings', join(folder, 'september.yaml')], { DATA_DIR: store })
  assert.equal(code, 0, `${out} ${err}`)
  await rm(folder, { recursive: true })
}
