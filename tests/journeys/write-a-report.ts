import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { accessibilityFaults } from '../site/axe.ts'
import { sidewaysScroll } from '../site/fits-the-screen.ts'
import { examplePassword } from '../site/product.ts'
import type { Site } from '../site/start-site.ts'

/** One red dot. */
const redDot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==', 'base64')

/** What is wrong with where the page says whether the focused part is saved: not seen at all, or over what has the focus. */
const whatIsSeen = `(() => {
  const focused = document.activeElement
  const field = focused.getBoundingClientRect()
  const line = focused.closest('[data-part]').querySelector('[data-saved]')
  const isSeen = (element) => {
    const { left, top, width, height } = element.getBoundingClientRect()
    const point = document.elementFromPoint(left + Math.min(width / 2, 20), top + height / 2)
    return width > 0 && point !== null && element.contains(point)
  }
  const note = document.querySelector('.gt-saved-note')
  const place = note.getBoundingClientRect()
  const isNoted = !note.hidden && place.top >= 0 && place.bottom <= innerHeight && note.textContent === line.textContent
  const overlaps = !note.hidden && place.left < field.right && field.left < place.right && place.top < field.bottom && field.top < place.bottom
  return [...(isSeen(line) || isNoted ? [] : ['not seen']), ...(overlaps ? ['over the field'] : [])]
})()`

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

  test('whether the text is saved is seen wherever its author writes, and never over the field that is written in', async () => {
    for (const viewport of [{ width: 1280, height: 600 }, { width: 375, height: 600 }, { width: 320, height: 256 }]) {
      const context = await browser().newContext({ viewport })
      const { page } = await openEditor(context, 0)
      const at = `${viewport.width}×${viewport.height}`
      await page.locator('#markdown').focus()
      await page.keyboard.press('Control+End')
      await page.keyboard.insertText(Array.from({ length: 30 }, (_, index) => `\n\nParagraph ${index} at ${at}.`).join(''))
      await state(page, /^Saved \d/)
      assert.deepEqual(await page.evaluate<string[]>(whatIsSeen), [], at)
      await page.mouse.wheel(0, 400)
      await page.waitForTimeout(100)
      assert.deepEqual(await page.evaluate<string[]>(whatIsSeen), [], `${at}, scrolled on`)
      const clause = page.locator('[name=recommendation]').last()
      await clause.focus()
      await page.keyboard.type(' in a clause')
      await page.locator('#part-recommendations [data-saved]').filter({ hasText: /^Saved \d/ }).waitFor()
      assert.deepEqual(await page.evaluate<string[]>(whatIsSeen), [], `${at}, in a clause`)
      await context.close()
    }
  })

  test('a table is made and changed in a grid by keyboard alone, and is plain Markdown in the text', async () => {
    const context = await browser().newContext({ viewport: { width: 375, height: 700 } })
    const { page } = await openEditor(context, 0)
    await typeAtEnd(page, '\n\nBefore the table.')
    const open = async () => {
      await page.getByRole('button', { name: 'Table', exact: true }).focus()
      await page.keyboard.press('Enter')
      return page.locator('dialog[open]')
    }
    const dialog = await open()
    await page.keyboard.type('Places by year')
    for (const words of ['Year', 'Places']) {
      await page.keyboard.press('Tab')
      await page.keyboard.type(words)
    }
    await page.keyboard.press('Tab')
    await dialog.getByRole('button', { name: 'Remove column 3' }).press('Enter')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.type('120')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.type('2023 | 24')
    for (const row of [3, 2]) {
      await dialog.getByLabel(`Row ${row}, column 1, Year`).focus()
      await dialog.getByRole('button', { name: `Remove row ${row}` }).press('Enter')
    }
    assert.match(await dialog.getByRole('status').innerText(), /Row 2 removed\. 1 row, 2 columns\./)
    assert.deepEqual(await accessibilityFaults(page), [])
    assert.equal(await sidewaysScroll(page), 0)
    await dialog.getByRole('button', { name: 'Put in the table' }).press('Enter')
    const text = () => page.locator('#markdown').inputValue()
    assert.match(await text(), /Before the table\.\n\nTable: Places by year\n\n\| Year \| Places \|\n\| --- \| ---: \|\n\| 2023 \\\| 24 \| 120 \|\n\n$/)
    await page.evaluate("(() => { const box = document.querySelector('#markdown'); box.setSelectionRange(box.value.indexOf('| 2023') + 3, box.value.indexOf('| 2023') + 3) })()")
    await open()
    assert.equal(await dialog.locator('[name=table-caption]').inputValue(), 'Places by year')
    assert.equal(await dialog.getByLabel('Row 1, column 1, Year').inputValue(), '2023 | 24')
    await dialog.getByLabel('Row 1, column 2, Places').fill('125')
    await page.keyboard.press('Enter')
    await page.keyboard.type('2024')
    await dialog.getByRole('button', { name: 'Put in the table' }).press('Enter')
    assert.match(await text(), /\| --- \| ---: \|\n\| 2023 \\\| 24 \| 125 \|\n\| 2024 \|   \|\n\n$/)
    await page.locator('[data-preview-page] table').filter({ hasText: '2023 | 24' }).waitFor()
    await context.close()
  })

  test('a comment is answered below it, by its author and by whoever made it', async () => {
    const context = await browser().newContext({ javaScriptEnabled: false })
    const { page, address } = await openEditor(context, 2)
    await page.goto(`${address}/comments`)
    await page.locator('#comment').fill('Where is this from?')
    await page.getByRole('button', { name: 'Make the comment' }).click()
    const comment = page.locator('.gt-comments__comment').filter({ hasText: 'Where is this from?' })
    await comment.locator('summary').click()
    await comment.getByRole('button', { name: 'Send the reply' }).click()
    assert.match(await page.locator('.govuk-error-summary').innerText(), /Write your reply/)
    await comment.locator('textarea').fill('It is from\nthe census.')
    await comment.getByRole('button', { name: 'Send the reply' }).click()
    assert.match(await page.locator('.govuk-notification-banner').innerText(), /Your reply is sent/)
    assert.match(await comment.locator('.gt-comments__replies').innerText(), /It is from\s+the census\./)
    await comment.getByRole('button', { name: 'Resolve' }).click()
    assert.equal(await page.locator('.gt-comments__comment form textarea').count(), 0, 'who would answer opens it again')
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
