import { test } from 'node:test'
import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import { examplePassword } from '../site/product.ts'
import type { StaffAtWork } from '../site/staff-at-work.ts'
import { signedIn, signedInWithoutScripts, wordsOf } from '../site/staff-visitor.ts'

/** What an officer typed is there when the session ends in the middle, and everything can be done without scripts. */
export function officerInterrupted(work: () => Promise<StaffAtWork>, browser: () => Browser): void {
  test('an item typed while the session ended is saved after signing in again, without being typed again', async () => {
    const { site, meeting } = await work()
    const page = await signedIn(browser(), site, 'officer')
    await page.goto(`${site.address}${meeting}/items/new?kind=information`)
    await page.getByLabel('Title', { exact: true }).fill('What was typed before the session ended')
    await page.getByLabel('Presenter').fill('Head of Early Help')
    await page.context().clearCookies()
    await page.getByRole('button', { name: 'Save the item' }).click()
    assert.match(await wordsOf(page), /Sign in/)
    await page.getByLabel('E-mail address').fill('officer@example.test')
    await page.locator('#password').fill(examplePassword)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('button', { name: 'Send what I had typed' }).click()
    assert.match(await wordsOf(page), /What was typed before the session ended.*Head of Early Help/)
    await remove(page, 'What was typed before the session ended')
    await page.context().close()
  })

  test('without JavaScript an item is added, moved, removed and checked for publication', async () => {
    const { site, meeting } = await work()
    const page = await signedInWithoutScripts(browser(), site, 'officer')
    await page.goto(`${site.address}${meeting}`)
    await page.getByRole('button', { name: 'Add an item for decision' }).click()
    await page.getByLabel('Title', { exact: true }).fill('Made without scripts')
    await page.getByLabel('No', { exact: true }).check()
    await page.getByLabel('Minutes').fill('many')
    await page.getByRole('button', { name: 'Save the item' }).click()
    assert.match(await page.title(), /^Error: /)
    assert.equal(await page.getByLabel('Title', { exact: true }).inputValue(), 'Made without scripts')
    await page.getByLabel('Minutes').fill('5')
    await page.getByRole('button', { name: 'Save the item' }).click()
    const own = page.locator('#agenda-items > li', { hasText: 'Made without scripts' })
    await own.getByRole('button', { name: /^Move up/ }).click()
    assert.match(await wordsOf(page), /“Made without scripts” is now item \d+\./)
    await page.getByRole('link', { name: 'Check and publish' }).click()
    assert.match(await wordsOf(page), /What would be published.*Check.*Five clear working days/)
    await page.getByRole('link', { name: 'Preview of the public page' }).click()
    assert.match(await wordsOf(page), /Preview, not published\..*Made without scripts/)
    await page.goto(`${site.address}${meeting}`)
    await remove(page, 'Made without scripts')
    await page.context().close()
  })
}

async function remove(page: Page, title: string): Promise<void> {
  await page.locator('#agenda-items > li', { hasText: title }).getByRole('link', { name: /^Remove/ }).click()
  await page.locator('main form[method=post] button').first().click()
  assert.match(await wordsOf(page), /The item is off the agenda\./)
}
