import { after, test } from 'node:test'
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { readPdf } from '#platform/documents/testing/read-pdf.ts'
import { readCalendar } from '../site/icalendar.ts'
import { byKeyboard } from '../site/by-keyboard.ts'
import { looksRight, looksRightWithoutScripts } from '../site/looks-right.ts'
import { meetingOf, paperOf, publish, rewrite } from '../site/officers-publishing.ts'
import { handsOf } from '../site/staff-hands.ts'
import { startSite, type Site } from '../site/start-site.ts'
import type { Stores } from '../site/stores.ts'
import { signIn } from '../site/visitor.ts'

const panel = 'children-and-families-overview-and-scrutiny-panel'
const pack = `/staff/packs/${panel}/2023-07-07`
const longestWait = 12_000

/** A paragraph of the second appendix of item 6, and what it says after a correction. */
const paragraph = { of: 'item-6-appendix-2', before: "The budget of £109.1m for children's services", after: 'The budget of £109.4m for the services to children' }
const ownNote = 'Is this before the transfer?'

/** A councillor prepares for the panel of 7 July 2023 on a tablet. */
export function member(stores: () => Stores, browser: () => Browser): void {
  let begun: Promise<Site> | undefined
  const work = () => (begun ??= stores().copy().then((store) => startSite(store)))
  after(async () => (await begun)?.stop('SIGKILL'))
  const onTablet = async (read: (page: Page, site: Site) => Promise<void>, more: Parameters<Browser['newContext']>[0] = {}): Promise<void> => {
    const site = await work()
    const context = await browser().newContext({ viewport: { width: 820, height: 1180 }, hasTouch: true, ...more })
    await keepSession(context, site)
    const page = await context.newPage()
    page.setDefaultTimeout(longestWait)
    try {
      await read(page, site)
    } finally {
      await context.close()
    }
  }

  test('a member finds the pack from “Your work” and reads on to its end, with the pages of the PDF', async () => {
    await onTablet(async (page, site) => {
      await page.goto(`${site.address}/staff`)
      await page.getByRole('link', { name: 'All your meetings and packs' }).tap()
      await looksRight(page)
      await page.getByRole('link', { name: /^Children and Families Overview and Scrutiny Panel ?, Friday 7 July 2023$/ }).tap()
      await looksRight(page)
      await page.getByRole('button', { name: 'Read the whole pack' }).tap()
      await looksRight(page, [820])
      const [download] = await Promise.all([page.waitForEvent('download'), page.evaluate(`location.assign('${pack}/pack.pdf')`)])
      const chunks: Buffer[] = []
      for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
      const { labels, texts } = await readPdf(Buffer.concat(chunks))
      const numbered = labels.filter((label) => /^\d+$/.test(label))
      const marked = await page.locator('[id^="page-"]').evaluateAll((marks) => marks.map((mark) => (mark as unknown as { id: string }).id.slice('page-'.length)))
      assert.deepEqual(marked, numbered, 'each page of the PDF is marked once, in its order')
      const begins = await page.evaluate<[string, string][]>(wordsAfterMarks)
      assert.ok(begins.length > 20)
      for (const [number, words] of begins) assert.ok(plain(texts[labels.indexOf(number)] ?? '').includes(plain(words)), `page ${number} of the PDF has “${words}”`)
    })
  })

  test('“go to page” leads to where that page begins, and says what it does not find', async () => {
    await onTablet(async (page, site) => {
      await page.goto(`${site.address}${pack}/read`)
      await page.getByLabel('Page of the pack').fill('31')
      await page.getByRole('button', { name: 'Go to this page' }).tap()
      await page.waitForURL(/#page-31$/)
      const top = await page.locator('#page-31').evaluate((mark) => (mark as unknown as { getBoundingClientRect(): { top: number } }).getBoundingClientRect().top)
      assert.ok(top >= 0 && top < 600, `page 31 begins at ${top}`)
      await page.getByLabel('Page of the pack').fill('E3')
      await page.getByRole('button', { name: 'Go to this page' }).tap()
      await page.locator('.govuk-error-summary').waitFor()
      assert.equal(await page.getByLabel('Page of the pack').inputValue(), 'E3')
    })
  })

  test('a note on a paragraph and a highlight of words are kept where one reads', async () => {
    await onTablet(async (page, site) => {
      await page.goto(`${site.address}${pack}/read`)
      await page.locator(`[data-paper="${paragraph.of}"] p`, { hasText: paragraph.before }).locator('xpath=following-sibling::*[contains(@class, "gt-add-note")][1]/a').tap()
      await page.getByLabel('Your note, which only you can read').fill(ownNote)
      await page.getByRole('button', { name: 'Save note' }).tap()
      const note = page.locator('.gt-own-note', { hasText: ownNote })
      await note.waitFor()
      await page.evaluate(`(${selectWords})('item-4-report', 'Safeguarding Children Partnership')`)
      await page.locator('#selection').getByRole('button', { name: 'Highlight' }).tap()
      await page.getByText('Your highlight', { exact: true }).waitFor()
      await page.reload()
      assert.equal(await page.locator('.gt-own-note').count(), 2)
      assert.equal(await page.locator('.gt-own-note q').innerText(), 'Safeguarding Children Partnership')
      assert.equal(await page.evaluate("[...(CSS.highlights.get('own-words') ?? [])].map(String).join()"), 'Safeguarding Children Partnership')
      await page.goto(`${site.address}${pack}/notes`)
      assert.match(await page.locator('main').innerText(), /2 notes, which only you can read/)
      await looksRight(page)
    })
  })

  test('by keyboard alone a member goes to a page, writes a note and is never lost', async () => {
    await onTablet(async (page, site) => {
      const keys = byKeyboard(page)
      await page.goto(`${site.address}/staff`)
      await keys.press('My packs')
      await keys.press(/^Read the papers of the Children and Families Overview and Scrutiny Panel, Friday 7 July 2023$/)
      await keys.type('Page of the pack', '46')
      await keys.goTo('Go to this page')
      await page.keyboard.press('Enter')
      await page.waitForURL(/#page-46$/)
      await keys.goTo(/^Note on paragraph/)
      await page.keyboard.press('Enter')
      await page.keyboard.insertText('By keyboard.')
      await keys.goTo('Save note')
      await page.keyboard.press('Enter')
      await page.locator('.gt-own-note', { hasText: 'By keyboard.' }).waitFor()
      assert.match(await page.evaluate<string>('document.activeElement.textContent'), /^Note/)
      assert.deepEqual(keys.faults, [])
    })
  })

  test('without JavaScript the same is read, noted and gone to', async () => {
    await onTablet(
      async (page, site) => {
        await page.goto(`${site.address}${pack}/read`)
        await page.getByLabel('Page of the pack').fill('page 47')
        await page.getByRole('button', { name: 'Go to this page' }).tap()
        await page.waitForURL(/#page-47$/)
        await page.locator('[data-paper="item-6-report"] .gt-add-note a').first().tap()
        await page.getByRole('button', { name: 'Save note' }).waitFor()
        await page.waitForLoadState()
        await looksRightWithoutScripts(page, browser())
        await page.getByRole('button', { name: 'Save note' }).tap()
        await page.locator('.govuk-error-summary').waitFor()
        await page.getByLabel('Your note').fill('Without scripts.')
        await page.getByLabel('Words to highlight (optional)').fill('words that stand nowhere')
        await page.getByRole('button', { name: 'Save note' }).tap()
        assert.equal(await page.getByLabel('Your note').inputValue(), 'Without scripts.')
        await page.getByLabel('Words to highlight (optional)').fill('')
        await page.getByRole('button', { name: 'Save note' }).tap()
        await page.waitForURL(/\/read#note-/)
        assert.match(await page.locator(new URL(page.url()).hash).innerText(), /Without scripts\./)
      },
      { javaScriptEnabled: false },
    )
  })

  test('after a correction the member sees what changed since they last read, and every note has its place or is told', async () => {
    const site = await work()
    const officer = await handsOf(site, 'officer')
    const meeting = await meetingOf(officer, panel, '7 July 2023')
    await rewrite(officer, await paperOf(officer, meeting, 6, 'Appendix 2'), (text) => text.replace(paragraph.before, paragraph.after))
    await rewrite(officer, await paperOf(officer, meeting, 7, 'Appendix 1'), (text) => `${text}\n\nA further visit is planned for the autumn.`)
    await publish(officer, meeting, { note: 'The budget under item 6, and a visit under item 7.' })
    await onTablet(async (page) => {
      await page.goto(`${site.address}/staff`)
      assert.match(await page.locator('main').innerText(), /Changed since you last read\s+Items 6 and 7\. The budget under item 6/i)
      await page.goto(site.address + pack)
      const changes = page.locator('#changes ~ ul').first()
      await page.getByText('What changed in the text').first().tap()
      await looksRight(page)
      assert.match(await changes.innerText(), /6\. Performance and 2022\/23 Year End Budget Monitoring[^]*7\. Work Programme/)
      assert.match((await changes.locator('del').allInnerTexts()).join(' '), /109\.1m/)
      assert.match((await changes.locator('ins').allInnerTexts()).join(' '), /109\.4m/)
      await page.goto(`${site.address}${pack}/read`)
      const notes = await page.locator('.gt-own-note').allInnerTexts()
      assert.equal(notes.length, 4, 'none is lost')
      assert.match(notes.find((note) => note.includes(ownNote)) ?? '', /The text has changed since\./)
      assert.deepEqual(notes.filter((note) => note.includes('changed since')).length, 1, 'the others stand as they were')
      assert.match(await page.locator(`#${paragraph.of}`).innerText(), new RegExp(`${paragraph.after}[^]*${ownNote.replace('?', '\\?')}`))
      await page.getByText('Opened: the list of your packs says so.').waitFor()
      await page.goto(site.address + pack)
      assert.match(await page.locator('main').innerText(), /What changed since version 1, which you had read before/)
    })
  })

  test('the copy to take along opens from the disk without a network, whole, with its pictures and its looks', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'golden-thread-offline-'))
    await onTablet(async (page, site) => {
      await page.goto(site.address + pack)
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'The same with my notes in it' }).tap()])
      const file = join(folder, download.suggestedFilename())
      await download.saveAs(file)
      await page.goto(`${site.address}${pack}/read`)
      const online = await page.locator('.gt-paper').evaluateAll((papers) => papers.map((paper) => (paper as unknown as { id: string }).id))
      await page.context().setOffline(true)
      const asked: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      await page.goto(`file://${file}`)
      assert.deepEqual(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('data:')), [], 'it asks nobody for anything')
      assert.deepEqual(await page.locator('article').evaluateAll((papers) => papers.map((paper) => (paper as unknown as { id: string }).id)), online)
      const pictures = await page.locator('img').evaluateAll((images) => images.map((image) => (image as unknown as { naturalWidth: number }).naturalWidth))
      assert.ok(pictures.length > 1 && pictures.every((width) => width > 0), `pictures ${pictures.join()}`)
      assert.notEqual(await page.evaluate("getComputedStyle(document.body).fontFamily"), 'Times New Roman')
      // What is far from the screen is not laid out, and the browser leaves it out of the words it shows.
      assert.match((await page.locator('main').textContent()) ?? '', new RegExp(ownNote.replace('?', '\\?')))
      await looksRight(page, [375])
    })
    await rm(folder, { recursive: true })
  })

  test('the private calendar address is read by a calendar program; a new one ends the old', async () => {
    await onTablet(async (page, site) => {
      await page.goto(`${site.address}/staff/packs`)
      await page.getByRole('link', { name: 'Have these meetings in your own calendar' }).tap()
      await page.getByRole('button', { name: 'Make my address' }).tap()
      const first = await page.getByLabel('Your private calendar address').inputValue()
      await looksRight(page)
      const feed = await fetch(here(site, first))
      assert.match(feed.headers.get('content-type') ?? '', /^text\/calendar/)
      const events = readCalendar(new Uint8Array(await feed.arrayBuffer()))
      assert.ok(events.some(({ values }) => /Children and Families/.test(values.get('SUMMARY') ?? '') && values.get('DTSTART')?.startsWith('20230707')))
      assert.deepEqual(events.map(({ values }) => values.get('SUMMARY') ?? '').filter((summary) => !/Children and Families|County Council|Corporate Parenting/.test(summary)), [], 'the meetings of the member’s own bodies alone')
      await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Make a new address' }).tap()])
      const second = await page.getByLabel('Your private calendar address').inputValue()
      assert.notEqual(second, first)
      assert.equal((await fetch(here(site, first))).status, 404)
      assert.equal((await fetch(here(site, second))).status, 200)
    })
    await (await work()).stop()
  })
}

/** The same address on the port of this test. */
function here({ address }: Site, url: string): string {
  return address + new URL(url).pathname
}

async function keepSession(context: BrowserContext, site: Site): Promise<void> {
  const [name = '', value = ''] = (await signIn(site, 'councillor')).split('=')
  await context.addCookies([{ name, value, url: site.address, httpOnly: true, sameSite: 'Lax' }])
}

function plain(words: string): string {
  return words.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')
}

/** For each mark of one page the first words that follow it, where they are the words of a paragraph. */
const wordsAfterMarks = `[...document.querySelectorAll('.gt-document .gt-page-mark')].flatMap((mark) => {
  const next = mark.nextElementSibling
  if (mark.querySelector('span') !== null || next === null || !next.matches('p, .gt-numbered, h4, h5')) return []
  return [[mark.id.slice('page-'.length), next.textContent.trim().replace(/\\s+/g, ' ').split(' ').slice(0, 8).join(' ')]]
})`

/** Selects words inside a paper, as a finger does. */
const selectWords = `(paper, words) => {
  const walker = document.createTreeWalker(document.querySelector('[data-paper="' + paper + '"]'), NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const at = walker.currentNode.data.indexOf(words)
    if (at < 0 || !walker.currentNode.parentElement.closest('p, li, .gt-numbered')) continue
    getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + words.length)
    return true
  }
  throw new Error('these words do not stand there')
}`
