import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { accessibilityFaults } from '../site/axe.ts'
import { sidewaysScroll } from '../site/fits-the-screen.ts'
import { examplePassword } from '../site/product.ts'
import type { Site } from '../site/start-site.ts'

/** One red dot. */
const redDot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==', 'base64')

/** Authors and officers write reports: as they type, together, and with what goes wrong meanwhile. */
export function writeAReport(site: () => Site, browser: () => Browser): void {
  const goIn = async (context: BrowserContext, account: string): Promise<Page> => {
    const page = await context.newPage()
    await page.goto(`${site().address}/sign-in`)
    await page.getByLabel('E-mail address').fill(`${account}@example.test`)
    await page.locator('#password').fill(examplePassword)
    await page.locator('#password').press('Enter')
    await page.waitForURL(`${site().address}/staff`)
    return page
  }

  /** The officer's editor of one of the coming reports. */
  const openEditor = async (context: BrowserContext, place: number): Promise<{ page: Page; address: string }> => {
    const page = await goIn(context, 'officer')
    await page.goto(`${site().address}/staff/reports`)
    const address = `${site().address}${await page.locator('a[href^="/staff/papers/"]').nth(place).getAttribute('href')}`
    await page.goto(address)
    return { page, address }
  }

  const typeAtEnd = async (page: Page, words: string) => {
    await page.locator('#markdown').focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(words)
  }

  const state = (page: Page, words: string | RegExp) => page.locator('#part-body [data-saved]').filter({ hasText: words }).waitFor()
  const kept = (page: Page) => page.evaluate<number>("Object.keys(localStorage).filter((name) => name.startsWith('golden-thread:report:')).length")

  test('text saves itself, and survives a lost connection and a session that ends', async () => {
    const context = await browser().newContext()
    const { page, address } = await openEditor(context, 0)
    await typeAtEnd(page, '\n\nFirst words.')
    await state(page, /^Saved \d/)
    await page.locator('[data-preview-page]').filter({ hasText: 'First words.' }).waitFor()
    await context.setOffline(true)
    await typeAtEnd(page, ' Words without a connection.')
    await state(page, 'no connection. Your text is kept in this browser.')
    assert.equal(await kept(page), 1)
    await context.setOffline(false)
    await state(page, /^Saved \d/)
    assert.equal(await kept(page), 0, 'what is saved is no longer kept')
    await context.clearCookies()
    await typeAtEnd(page, ' Words after the session.')
    await state(page, 'your session is over')
    const again = await goIn(context, 'officer')
    await again.close()
    await page.evaluate("dispatchEvent(new Event('online'))")
    await state(page, /^Saved \d/)
    await page.goto(address)
    assert.match(await page.locator('#markdown').inputValue(), /First words\. Words without a connection\. Words after the session\.$/)
    await context.close()
  })

  test('a figure is put in by its dialog, which says what is missing, and the preview shows the line that is written', async () => {
    const context = await browser().newContext({ viewport: { width: 1400, height: 900 } })
    const { page, address } = await openEditor(context, 0)
    await page.goto(`${address}/pictures`)
    await page.locator('input[type=file]').setInputFiles({ name: 'plan.png', mimeType: 'image/png', buffer: redDot })
    await page.locator('#alternative').fill('A plan of the homes')
    await page.getByRole('button', { name: /Add/ }).click()
    await page.goto(address)
    await typeAtEnd(page, Array.from({ length: 40 }, (_, index) => `\n\nParagraph ${index} of many.`).join(''))
    await page.locator('[data-preview-page]').getByText('Paragraph 39 of many.').waitFor()
    await page.getByRole('button', { name: 'Figure', exact: true }).click()
    const dialog = page.locator('dialog[open]')
    await dialog.locator('[name=figure-alternative]').fill('')
    await dialog.getByRole('button', { name: 'Put in the figure' }).click()
    assert.match(await dialog.locator('[data-dialog-fault]').innerText(), /Say what the picture shows/)
    await dialog.locator('[name=figure-alternative]').fill('A plan of the homes')
    await dialog.locator('[name=figure-caption]').fill('The homes')
    await dialog.getByRole('button', { name: 'Put in the figure' }).click()
    assert.match(await page.locator('#markdown').inputValue(), /Paragraph 39 of many\.\n\n!\[A plan of the homes\]\(plan[^)]*\.png "The homes"\)/)
    await typeAtEnd(page, '\n\nThe last line.')
    await page.locator('[data-preview-page]').getByText('The last line.').waitFor()
    const [line, box] = [await page.locator('[data-preview-page]').getByText('The last line.').boundingBox(), await page.locator('[data-preview-page]').boundingBox()]
    assert.ok(line !== null && box !== null && line.y > box.y && line.y < box.y + box.height, 'the preview stands where the caret is')
    await context.close()
  })

  test('of two people who write the same part neither loses a word, and one text is made of the two', async () => {
    const [one, other] = [await browser().newContext(), await browser().newContext({ javaScriptEnabled: false })]
    const { page, address } = await openEditor(one, 1)
    await page.goto(`${address}/sharing`)
    await page.getByLabel('Colleague').selectOption({ label: 'Marguerite Thornbury, report author or director' })
    await page.getByRole('button', { name: 'Share' }).click()
    await page.goto(address)
    const director = await goIn(other, 'director')
    await director.goto(address)
    await director.locator('#markdown').fill(`${await director.locator('#markdown').inputValue()}\n\nThe director’s words.`)
    await director.getByRole('button', { name: 'Save Text of the report' }).click()
    assert.match(await director.locator('.govuk-notification-banner').innerText(), /The text is saved/)
    await typeAtEnd(page, '\n\nThe officer’s words.')
    await state(page, 'Marguerite Thornbury saved this part')
    await page.getByRole('button', { name: 'See both texts' }).click()
    assert.equal(await page.locator('h1').innerText(), 'Two people changed the same part')
    await page.getByRole('button', { name: 'Save this text' }).click()
    const text = await page.locator('#markdown').inputValue()
    assert.ok(text.includes('The director’s words.') && text.includes('The officer’s words.'))
    await Promise.all([one.close(), other.close()])
  })

  test('without JavaScript a clause is added and taken out, and a fault keeps what was typed', async () => {
    const context = await browser().newContext({ javaScriptEnabled: false })
    const { page } = await openEditor(context, 2)
    const clauses = page.locator('[name=recommendation]')
    const before = await clauses.count()
    await page.getByRole('button', { name: 'Add a clause' }).click()
    assert.equal(await clauses.count(), before + 1)
    await clauses.last().fill('agree what comes next')
    await page.getByRole('button', { name: 'Save Purpose of the meeting' }).click()
    assert.equal(await clauses.last().inputValue(), 'agree what comes next')
    await page.getByRole('button', { name: `Remove clause ${before + 1}` }).click()
    assert.equal(await clauses.count(), before)
    await page.getByRole('button', { name: 'Add a heading' }).click()
    await page.locator('[name=implication-text]').last().fill('It costs nothing.')
    await page.getByRole('button', { name: 'Save Implications' }).click()
    assert.match(await page.locator('.govuk-error-summary').innerText(), /Give a heading/)
    const typed = await Promise.all((await page.locator('[name=implication-text]').all()).map((box) => box.inputValue()))
    assert.ok(typed.includes('It costs nothing.'))
    await context.close()
  })

  test('a director whom nobody asked learns nothing of a report', async () => {
    const [one, other] = [await browser().newContext(), await browser().newContext()]
    const { address } = await openEditor(one, 3)
    const manager = await goIn(other, 'manager')
    const answer = await manager.goto(address)
    assert.equal(answer?.status(), 403)
    await Promise.all([one.close(), other.close()])
  })

  test('the pages of a report fit a phone and have no accessibility fault', async () => {
    const context = await browser().newContext({ viewport: { width: 375, height: 800 } })
    const { page, address } = await openEditor(context, 0)
    for (const below of ['', '/comments', '/clearance', '/pictures', '/appendices', '/import', '/history', '/sharing', '/references?words=panel']) {
      await page.goto(`${address}${below}`)
      assert.deepEqual(await accessibilityFaults(page), [], below)
      assert.equal(await sidewaysScroll(page), 0, below)
    }
    await context.close()
  })
}
