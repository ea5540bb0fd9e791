import type { Browser, Page } from 'playwright-core'
import { signIn } from './visitor.ts'
import type { Site } from './start-site.ts'

const desk = { width: 1280, height: 900 }

/** A page of a browser of its own in which an example account is signed in already. Closing its context closes everything. */
export function signedIn(browser: Browser, site: Site, account: string, viewport = desk): Promise<Page> {
  return openSignedIn(browser, site, account, { viewport })
}

/** The same in a browser that runs no scripts. */
export function signedInWithoutScripts(browser: Browser, site: Site, account: string): Promise<Page> {
  return openSignedIn(browser, site, account, { viewport: desk, javaScriptEnabled: false })
}

async function openSignedIn(browser: Browser, site: Site, account: string, options: { viewport: { width: number; height: number }; javaScriptEnabled?: boolean }): Promise<Page> {
  const context = await browser.newContext(options)
  const [name = '', value = ''] = (await signIn(site, account)).split('=')
  await context.addCookies([{ name, value, url: site.address, httpOnly: true, sameSite: 'Lax' }])
  return context.newPage()
}

/** What the main part of the page says, in one line. */
export async function wordsOf(page: Page): Promise<string> {
  return (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ')
}
