import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import { accessibilityFaults } from './axe.ts'
import { sidewaysScroll } from './fits-the-screen.ts'

/** No fault that a machine can see, on a tablet or a phone, and nothing to scroll sideways on the narrowest screen. Of a very long page one width is looked at. */
export async function looksRight(page: Page, widths: readonly number[] = [820, 375]): Promise<void> {
  const own = page.viewportSize()
  for (const width of widths) {
    await page.setViewportSize({ width, height: 1000 })
    assert.deepEqual(await accessibilityFaults(page), [], `${page.url()} at ${width} px`)
  }
  await page.setViewportSize({ width: 320, height: 700 })
  assert.equal(await sidewaysScroll(page), 0, `${page.url()} scrolls sideways`)
  if (own !== null) await page.setViewportSize(own)
}

/** The same of a page on a phone that runs no scripts: what stands in it is looked at in one that does, as machines look by scripts. */
export async function looksRightWithoutScripts(page: Page, browser: Browser): Promise<void> {
  const looker = await browser.newPage()
  const body = await page.content()
  await looker.route(page.url(), (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }))
  await looker.goto(page.url())
  await looksRight(looker, [375])
  await looker.close()
}
