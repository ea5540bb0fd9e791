import type { Page } from 'playwright-core'
import type { Keyboard } from './by-keyboard.ts'

/** Writes the least that a report of a panel needs, by keyboard, each part saved by its own button. */
export async function writeReport(page: Page, keys: Keyboard, text: string): Promise<void> {
  await keys.type('Clause 1', 'note the report')
  await savePart(page, keys, 'Purpose of the meeting')
  await writeText(page, keys, text)
  await keys.type('Contact points', 'Skills team, 01632 960111')
  await keys.choose('Background papers', 'In the opinion of the proper officer there are none')
  await savePart(page, keys, 'Closing')
}

/** Writes the text of a report in place of what is there, and saves it. */
export async function writeText(page: Page, keys: Keyboard, text: string): Promise<void> {
  await keys.type(/^Text of the report/, `## In short\n\n${text}`)
  await savePart(page, keys, 'Text of the report')
}

async function savePart(page: Page, keys: Keyboard, part: string): Promise<void> {
  await keys.goTo(`Save ${part}`)
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: part }).locator('[data-saved]', { hasText: /^Saved/ }).waitFor()
}
