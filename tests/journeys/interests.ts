import { after, test } from 'node:test'
import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { looksRight, looksRightWithoutScripts } from '../site/looks-right.ts'
import { handsOf, words } from '../site/staff-hands.ts'
import { startSite, type Site } from '../site/start-site.ts'
import { signedIn, signedInWithoutScripts, wordsOf } from '../site/staff-visitor.ts'
import type { Stores } from '../site/stores.ts'

const register = '/interests/cllr-isla-dunmore'
const meeting = '/staff/packs/children-and-families-overview-and-scrutiny-panel/2023-07-07'
const secret = 'Witness in a case against a haulier'
const longestWait = 12_000
const reason = 'He has threatened those who speak against him.'

/** A councillor tells an interest that puts her at risk; the officer has its details withheld; she is reminded of it where an agenda mentions it. */
export function interests(stores: () => Stores, browser: () => Browser): void {
  let begun: Promise<Site> | undefined
  const work = () => (begun ??= stores().copy().then((store) => startSite(store)))
  after(async () => (await begun)?.stop('SIGKILL'))

  test('without JavaScript a member tells an interest; a form full of nonsense comes back with every word; nothing of it is public', async () => {
    const site = await work()
    const page = await signedInWithoutScripts(browser(), site, 'councillor')
    page.setDefaultTimeout(longestWait)
    await page.goto(`${site.address}/staff/my-interests`)
    await page.getByRole('button', { name: 'Tell an interest' }).click()
    await page.getByLabel('Names of organisations and places').fill('the council')
    await page.getByLabel('Since when').fill('2023-06-28')
    await page.getByLabel('What it is, as the register will say it').fill(secret)
    await page.getByLabel('Ask for the details to be withheld').check()
    await page.getByRole('button', { name: 'Tell the monitoring officer' }).click()
    assert.match(await page.title(), /^Error: /)
    assert.match(await page.locator('.govuk-error-summary').innerText(), /what kind[^]*tells it from others[^]*who would be at risk/i)
    assert.equal(await page.getByLabel('What it is, as the register will say it').inputValue(), secret)
    assert.equal(await page.getByLabel('Ask for the details to be withheld').isChecked(), true)
    await looksRightWithoutScripts(page, browser())
    await page.getByLabel('Employment, office, trade, profession or vocation').check()
    await page.getByLabel('Names of organisations and places').fill('Independent Care Review\nBrook & Vale Haulage Ltd')
    await page.getByLabel('Why its details should be withheld').fill(reason)
    await page.getByRole('button', { name: 'Tell the monitoring officer' }).click()
    assert.match(await wordsOf(page), /The interest is told\.[^]*Told; asked to be withheld/)
    assert.doesNotMatch(await (await fetch(site.address + register)).text(), /Witness|haulier|withheld under/)
    await page.context().close()
  })

  test('the officer agrees, and the public reads that details are withheld and nothing of them', async () => {
    const site = await work()
    const page = await signedIn(browser(), site, 'officer')
    page.setDefaultTimeout(longestWait)
    await page.goto(`${site.address}/staff`)
    await page.getByRole('link', { name: /told and not decided/ }).click()
    await page.getByRole('link', { name: secret }).click()
    assert.match(await wordsOf(page), new RegExp(reason))
    await looksRight(page, [375])
    await page.getByRole('button', { name: 'Register it with its details withheld' }).click()
    assert.match(await wordsOf(page), /The public reads that details are withheld, and nothing of them\./)
    await page.context().close()
    for (const address of [register, '/interests', '/interests?q=witness', '/api/v1/interests', '/api/v1/interests/cllr-isla-dunmore', `${register}/editions/2`]) {
      const text = await (await fetch(site.address + address)).text()
      assert.doesNotMatch(text, /Witness in a case|haulier|Brook &(?:amp;)? Vale|threatened|Cordwainers/, address)
    }
    assert.match(await (await fetch(site.address + register)).text(), /details are withheld under section 32\(2\)/)
    assert.doesNotMatch(await (await fetch(`${site.address}${register}/editions/1`)).text(), /withheld under section/)
  })

  test('nobody else who is signed in reads anything of it, whatever address they try: observers of other bodies, those who keep accounts and those who audit included', async () => {
    const site = await work()
    const officer = await handsOf(site, 'officer')
    const line = '/staff/interests/cllr-isla-dunmore'
    const own = new RegExp(`href="${line}/([\\da-f-]{36})"[^>]*>(?:<bdi>)?${secret}`).exec((await officer.get(line)).text)?.[1] ?? assert.fail('the officer does not find it')
    for (const account of ['chair', 'coopted', 'director', 'analyst', 'finance', 'partnership', 'manager', 'practitioner', 'auditor', 'admin']) {
      const hands = await handsOf(site, account)
      for (const address of ['/staff', '/staff/interests', line, `${line}/${own}`, `${line}/dispensations/new`, '/staff/my-interests', `/staff/my-interests/${own}`, '/staff/members']) {
        assert.doesNotMatch((await hands.get(address)).text, /Witness in a case|haulier|Brook &(?:amp;)? Vale|threatened/, `${account} ${address}`)
      }
      const refused = await hands.post(`/staff/my-interests/${own}`, { deed: 'end', revision: '2', 'last-day': '2023-07-01' })
      assert.ok([403, 404, 409].includes(refused.status), `${account} ${refused.status}`)
    }
    assert.doesNotMatch((await officer.get(line)).text, /has ended/)
  })

  test('the member is reminded, privately, of an item that mentions it; nobody else is, the chair who has another interest in it included', async () => {
    const site = await work()
    const page = await signedIn(browser(), site, 'councillor')
    page.setDefaultTimeout(longestWait)
    await page.goto(`${site.address}/staff/packs`)
    await page.getByRole('link', { name: 'item 5 mentions what you have in the register of interests' }).click()
    const prompt = await page.locator('#own-interests').innerText()
    assert.match(prompt, /Item 5, Worcestershire Children First and the Independent Care Review\s+mentions “Independent Care Review” \(in its title\)\. You registered: Witness in a case/)
    assert.match(prompt, /Consider whether to declare an interest\.[^]*only you see this/)
    await looksRight(page, [375])
    await page.context().close()
    for (const [account, isReminded] of [['chair', true], ['coopted', false], ['officer', false], ['director', false]] as const) {
      const hands = await handsOf(site, account)
      for (const address of [meeting, `${meeting}/read`, '/staff/packs', '/staff']) assert.doesNotMatch((await hands.get(address)).text, /Independent Care Review”|haulier/, `${account} ${address}`)
      const own = words((await hands.get(meeting)).text)
      assert.equal(/For you alone/.test(own), isReminded, account)
      if (isReminded) assert.match(own, /You registered: Team manager employed/)
    }
  })
}
