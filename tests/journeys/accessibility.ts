import { test } from 'node:test'
import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import { accessibilityFaults } from '../site/axe.ts'
import { sidewaysScroll } from '../site/fits-the-screen.ts'
import { examplePassword } from '../site/product.ts'
import type { Site } from '../site/start-site.ts'

const panel = '/bodies/children-and-families-overview-and-scrutiny-panel'

/** Every kind of page, and every state that a person meets by an address: filters that found nothing, odd input, errors. */
const addresses = [
  '/',
  '/meetings',
  '/meetings?when=past',
  '/meetings?month=2023-07',
  '/meetings?body=cabinet&when=coming',
  '/meetings?body=nobody&when=never&month=13',
  '/bodies',
  '/bodies/map',
  '/bodies/health-and-wellbeing-board',
  panel,
  `${panel}/2023-07-07`,
  `${panel}/2023-07-07/versions/1`,
  `${panel}/2023-07-07/items/1`,
  `${panel}/2023-07-07/items/4`,
  `${panel}/2023-07-07/items/6`,
  `${panel}/2020-07-17/items/7`,
  '/bodies/health-and-wellbeing-board/2016-11-01',
  '/bodies/health-and-wellbeing-board/2017-02-14',
  '/bodies/health-and-wellbeing-board/2017-02-14/items/7',
  '/bodies/overview-and-scrutiny-performance-board/2022-07-20/items/5',
  '/bodies/overview-and-scrutiny-performance-board/2023-07-26',
  '/measures',
  '/measures?q=nothing+of+the+kind',
  '/measures?theme=castles',
  '/measures/attendance-in-primary-schools',
  '/measures/factors-at-the-end-of-assessment',
  '/measures/children-in-need-rate',
  '/measures/nothing',
  '/dashboards',
  '/dashboards/health-and-wellbeing-board',
  '/dashboards/health-and-wellbeing-board/2016-17-q3?theme=castles',
  '/dashboards/children-and-families-overview-and-scrutiny-panel/2022-23-q4',
  '/dashboards/strategies/send-strategy-2023-26',
  '/rules',
  '/rules/agenda-publication',
  '/rules/agenda-publication?date=2026-04-14',
  '/rules/agenda-publication?date=tomorrow',
  '/api',
  '/accessibility',
  '/privacy',
  '/cookies',
  '/sign-in',
  '/nothing/here',
  '/bodies/cabinet/2023-02-30',
  '/%E0%A4%A',
]

/** WCAG 2.2 AA on every kind of page and state, on a wide screen and on a phone. */
export function accessibility(site: () => Site, browser: () => Browser): void {
  for (const width of [1280, 375]) {
    test(`axe finds no fault on any public page at ${width} px`, async () => {
      const page = await browser().newPage({ viewport: { width, height: 900 } })
      const faults: string[] = []
      for (const address of addresses) {
        await page.goto(`${site().address}${address}`)
        // What is folded away is part of the page too.
        await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        faults.push(...(await accessibilityFaults(page)).map((fault) => `${address}: ${fault}`))
      }
      await page.close()
      assert.deepEqual(faults, [])
    })

    test(`axe finds no fault on the way in and behind the sign-in at ${width} px`, async () => {
      const context = await browser().newContext({ viewport: { width, height: 900 } })
      const page = await context.newPage()
      const faults: string[] = []
      for await (const state of statesOfSigningIn(page, site())) {
        faults.push(...(await accessibilityFaults(page)).map((fault) => `${state}: ${fault}`))
        if ((await sidewaysScroll(page)) > 0) faults.push(`${state}: scrolls sideways`)
      }
      await context.close()
      assert.deepEqual(faults, [])
    })
  }

  test('no public page scrolls sideways at 320 px', async () => {
    const page = await browser().newPage({ viewport: { width: 320, height: 700 } })
    const wide: string[] = []
    for (const address of addresses) {
      await page.goto(`${site().address}${address}`)
      const pixels = await sidewaysScroll(page)
      if (pixels > 0) wide.push(`${address}: ${pixels} px`)
    }
    await page.close()
    assert.deepEqual(wide, [])
  })

  test('with the text twice as large nothing is cut off and nothing scrolls sideways', async () => {
    const page = await browser().newPage({ viewport: { width: 1280, height: 900 } })
    const faults: string[] = []
    for (const address of addresses) {
      await page.goto(`${site().address}${address}`)
      await page.evaluate("document.documentElement.style.fontSize = '200%'")
      if ((await sidewaysScroll(page)) > 0) faults.push(`${address}: scrolls sideways`)
      faults.push(...(await page.evaluate<string[]>(cutOff)).map((text) => `${address}: cut off: ${text}`))
    }
    await page.close()
    assert.deepEqual(faults, [])
  })

  test('no page asks anybody else for anything, and none breaks the content security policy', async () => {
    const page = await browser().newPage()
    const strange: string[] = []
    page.on('request', (request) => {
      if (!request.url().startsWith(site().address)) strange.push(request.url())
    })
    page.on('console', (message) => {
      if (message.type() === 'error' && /content security policy/i.test(message.text())) strange.push(message.text())
    })
    page.on('pageerror', (error) => strange.push(String(error)))
    for (const address of addresses) await page.goto(`${site().address}${address}`, { waitUntil: 'load' })
    await page.close()
    assert.deepEqual(strange, [])
  })
}

/** Leaves the page in each state in turn, and says which it is. */
async function* statesOfSigningIn(page: Page, { address }: Site): AsyncGenerator<string> {
  await page.goto(`${address}/sign-in`)
  await page.getByRole('button', { name: 'Sign in' }).click()
  yield 'the sign-in form sent empty'
  await page.getByLabel('E-mail address').fill('auditor@example.test')
  await page.locator('#password').fill(examplePassword)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(`${address}/staff`)
  yield 'the staff page'
  await page.goto(`${address}/staff/password`)
  yield 'the password form'
  await page.getByRole('button', { name: 'Change password' }).click()
  yield 'the password form sent empty'
}

/** Text that is wider or higher than its box, where the box hides what does not fit; what only screen readers see is meant to be small. */
const cutOff = `Array.from(document.querySelectorAll('body *')).filter((one) => {
  const { overflowX, overflowY } = getComputedStyle(one)
  if (one.closest('.govuk-visually-hidden, .govuk-skip-link') || one.clientWidth <= 1) return false
  return (overflowX === 'hidden' && one.scrollWidth > one.clientWidth + 1) || (overflowY === 'hidden' && one.scrollHeight > one.clientHeight + 1)
}).map((one) => one.outerHTML.slice(0, 120))`
