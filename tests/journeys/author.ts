import { test } from 'node:test'
import assert from 'node:assert/strict'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { examplePassword } from '../site/product.ts'
import { openTitle, type StaffAtWork } from '../site/staff-at-work.ts'
import { signedIn } from '../site/staff-visitor.ts'

const longestWait = 12_000

/** The director writes a report: nothing that was typed is ever lost, whatever becomes of the connection, the tab, the session or a colleague. */
export function author(work: () => Promise<StaffAtWork>, browser: () => Browser): void {
  test('an author finds the report from “Your work”, writes, and the text is saved without pressing anything', async () => {
    await writing(await work(), browser(), async (page) => {
      await page.goto(`${(await work()).site.address}/staff`)
      await page.getByRole('link', { name: openTitle }).click()
      assert.equal(await page.locator('h1').innerText(), openTitle)
      await saved(page, () => type(page, '## Background\n\nFoster carers look after most children in our care.'))
      await page.reload()
      assert.equal(await textOf(page), '## Background\n\nFoster carers look after most children in our care.')
      await saved(page, () => page.locator('#recommendation-1').fill('note the number of carers'))
      await page.reload()
      assert.equal(await page.locator('#recommendation-1').inputValue(), 'note the number of carers')
    })
  })

  test('a tab that is closed without a connection loses nothing: what was typed is offered when the report is opened again', async () => {
    await writing(await work(), browser(), async (page) => {
      await page.context().setOffline(true)
      await type(page, 'Typed just before the battery was empty.')
      await page.close()
      await page.context().setOffline(false)
      const again = await opened(page.context(), await work())
      assert.notEqual(await textOf(again), 'Typed just before the battery was empty.')
      const offer = again.locator('#part-body [data-kept-text]')
      assert.match(await offer.innerText(), /There is text here that was not saved/)
      await saved(again, () => offer.getByRole('button', { name: 'Use it' }).click())
      await again.reload()
      assert.equal(await textOf(again), 'Typed just before the battery was empty.')
      assert.equal(await offer.isHidden(), true, 'it is offered once')
    })
  })

  test('a tab closed in the middle of a sentence has sent it, or offers it when the report is opened again', async () => {
    await writing(await work(), browser(), async (page) => {
      await type(page, 'Closed in the middle of a')
      await page.close()
      const again = await opened(page.context(), await work())
      const offer = await again.locator('#part-body [data-kept-text]').innerText()
      assert.ok((await textOf(again)) === 'Closed in the middle of a' || /was not saved/.test(offer), `${await textOf(again)} ${offer}`)
    })
  })

  test('without JavaScript a session that has ended loses nothing either', async () => {
    await writing(await work(), browser(), async (first) => {
      const context = await browser().newContext({ javaScriptEnabled: false })
      await context.addCookies(await first.context().cookies())
      const page = await opened(context, await work())
      await page.locator('#markdown').fill('Written without scripts.')
      await context.clearCookies()
      await page.locator('#part-body [data-save]').click()
      await signInOn(page)
      await page.getByRole('button', { name: /Send|Save/ }).first().click()
      assert.equal(await textOf(page), 'Written without scripts.')
      await context.close()
    })
  })

  test('two authors of one part: the later is shown both texts, both are there when they are put together, and the history has each by itself', async () => {
    const { site, report } = await work()
    await writing(await work(), browser(), async (page) => {
      const officer = await signedIn(browser(), site, 'officer')
      await officer.goto(`${site.address}${report}`)
      await saved(page, () => type(page, 'The director wrote this.'))
      await type(officer, 'The officer wrote that.')
      await officer.getByText(/Marguerite Thornbury saved this part .* Nothing is lost/).waitFor()
      await officer.getByRole('button', { name: 'See both texts' }).click()
      await officer.waitForURL(/\/parts\/body$/)
      const both = await officer.locator('#markdown').inputValue()
      assert.match(both, /The director wrote this\./)
      assert.match(both, /The officer wrote that\./)
      await officer.getByRole('button', { name: 'Save this text' }).click()
      await officer.waitForURL(/done=body/)
      assert.equal(await textOf(officer), both)
      await officer.context().close()
    })
    // The history says who wrote what, and brings an earlier text back.
    await writing(await work(), browser(), async (page) => {
      await page.getByRole('navigation', { name: 'This paper' }).getByRole('link', { name: 'History' }).click()
      const rows = page.locator('tbody tr')
      assert.match(await rows.first().innerText(), /Imogen Fairweather/)
      await rows.filter({ hasText: 'Marguerite Thornbury' }).filter({ hasText: 'Text of the report' }).first().getByRole('link').click()
      await page.getByRole('button', { name: 'Bring this back' }).click()
      await page.waitForURL(/done=brought-back/)
      assert.equal(await textOf(page), 'The director wrote this.')
      assert.match(await page.locator('main').innerText(), /The earlier text is brought back/)
    })
  })

  test('a report is handed in without loading the page again, with the words that were typed last', async () => {
    await writing(await work(), browser(), async (page) => {
      await type(page, 'The last words before handing in.')
      await page.getByRole('button', { name: 'Hand in' }).click()
      await page.locator('.govuk-notification-banner').filter({ hasText: 'The report is handed in' }).waitFor()
      assert.equal(await textOf(page), 'The last words before handing in.')
      assert.match(await page.locator('.gt-report-standing').innerText(), /Handed in/)
    })
  })
}

/** Opens the report as its author, in a browser of her own. */
async function writing(work: StaffAtWork, browser: Browser, write: (page: Page) => Promise<void>): Promise<void> {
  const page = await signedIn(browser, work.site, 'director')
  page.setDefaultTimeout(longestWait)
  try {
    await page.goto(`${work.site.address}${work.report}`)
    await write(page)
  } finally {
    await page.context().close()
  }
}

async function opened(context: BrowserContext, { site, report }: StaffAtWork): Promise<Page> {
  const page = await context.newPage()
  page.setDefaultTimeout(longestWait)
  await page.goto(`${site.address}${report}`)
  return page
}

async function signInOn(page: Page): Promise<void> {
  await page.getByLabel('E-mail address').fill('director@example.test')
  await page.locator('#password').fill(examplePassword)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** Writes over the text of the report, as somebody at the keyboard. */
async function type(page: Page, text: string): Promise<void> {
  await page.locator('#markdown').fill('')
  await page.locator('#markdown').pressSequentially(text)
}

function textOf(page: Page): Promise<string> {
  return page.locator('#markdown').inputValue()
}

/** Does something, and waits until the site has taken what was typed by it. */
async function saved(page: Page, write: () => Promise<void>): Promise<void> {
  await Promise.all([page.waitForResponse((answer) => answer.url().includes('/autosave/') && answer.ok()), write()])
}
