import { after, test } from 'node:test'
import assert from 'node:assert/strict'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { readPdf } from '#platform/documents/testing/read-pdf.ts'
import { accessibilityFaults } from '../site/axe.ts'
import { sidewaysScroll } from '../site/fits-the-screen.ts'
import { hostileText, writeHostileCounty } from '../site/hostile-county.ts'
import { readCalendar } from '../site/icalendar.ts'
import { goldenThread } from '../site/product.ts'
import { startSite, type Site } from '../site/start-site.ts'
import type { Stores } from '../site/stores.ts'

const meeting = '/bodies/child/2026-06-10'
const lists = ['/', '/meetings', '/meetings?month=2026-06', '/bodies', '/bodies/map', '/accessibility']
const ofFigures = ['/measures', '/measures/hostile', '/dashboards/child/2025-26-q4', '/dashboards/strategies/plan']
const pages = [...lists, ...ofFigures, '/bodies/parent', '/bodies/child', meeting, `${meeting}/items/1`, `${meeting}/items/2`]

/** A county whose every text is hostile is shown as it was written, and harms nobody. */
export function hostileWords(stores: () => Stores, browser: () => Browser): void {
  let loading: Promise<Site> | undefined
  const site = () => (loading ??= loadHostile(stores()))
  after(async () => (await loading)?.stop())

  test('hostile text in every field is published, whole, and runs nowhere', async () => {
    const { address } = await site()
    await onPage(browser(), 1280, async (page) => {
      const strange: string[] = []
      page.on('request', (request) => request.url().startsWith(address) || strange.push(request.url()))
      for (const path of pages) {
        await page.goto(`${address}${path}`)
        assert.equal(await page.evaluate('window.harmed'), undefined, path)
        const text = (await page.evaluate<string>('document.body.textContent')).replaceAll(/\s+/g, ' ')
        assert.ok(text.includes(hostileText), `${path} shows the text as it was written`)
      }
      await page.goto(`${address}${meeting}/items/1`)
      const picture = await page.locator('.gt-document img').first().getAttribute('src')
      await page.goto(`${address}${picture ?? ''}`)
      assert.equal(await page.evaluate('window.harmed'), undefined, 'a picture opened by itself runs nothing')
      assert.deepEqual(strange, [])
    })
  })

  test('very long words make no page scroll sideways, on a phone or with a wide screen', async () => {
    const { address } = await site()
    const wide: string[] = []
    for (const width of [320, 1280]) {
      await onPage(browser(), width, async (page) => {
        for (const path of pages) {
          await page.goto(`${address}${path}`)
          const pixels = await sidewaysScroll(page)
          if (pixels > 0) wide.push(`${path} at ${width}: ${pixels} px`)
        }
      })
    }
    assert.deepEqual(wide, [])
  })

  test('pages of hostile text are as accessible as any', async () => {
    const { address } = await site()
    const faults: string[] = []
    await onPage(browser(), 375, async (page) => {
      for (const path of pages) {
        await page.goto(`${address}${path}`)
        faults.push(...(await accessibilityFaults(page)).map((fault) => `${path}: ${fault}`))
      }
    })
    assert.deepEqual(faults, [])
  })

  test('the pack of hostile text is a tagged PDF that says the same', async () => {
    const { address } = await site()
    const pdf = await readPdf(new Uint8Array(await (await fetch(`${address}${meeting}/pack.pdf`)).arrayBuffer()))
    assert.ok(pdf.isTagged)
    assert.match(pdf.texts.join(' ').replaceAll(/[\s\u200B]+/g, ''), /<script>window\.harmed=1<\/script>/)
  })

  test('the feeds carry hostile text as text', async () => {
    const { address } = await site()
    const [event] = readCalendar(new Uint8Array(await (await fetch(`${address}/meetings.ics`)).arrayBuffer()))
    assert.equal(event?.values.get('SUMMARY'), `Child ${hostileText}`)
    assert.equal(event?.values.get('LOCATION'), hostileText)
    const atom = await (await fetch(`${address}/meetings.atom`)).text()
    await onPage(browser(), 1280, async (page) => {
      await page.goto(`${address}/cookies`)
      const title = await page.evaluate<{ type: string; text: string; asHtml: string }>(`(${titleOfEntry})(${JSON.stringify(atom)})`)
      const read = title.type === 'html' ? title.asHtml : title.text
      assert.ok(read.includes(hostileText), `a reader of news sees the title as it was written, not ${read}`)
    })
  })

  test('the API gives hostile text as it was written', async () => {
    const { address } = await site()
    const body = (await (await fetch(`${address}/api/v1/bodies/child`)).json()) as { name: string; purpose: string }
    assert.deepEqual([body.name, body.purpose], [`Child ${hostileText}`, hostileText])
  })
}

/** RFC 4287 §3.1: a title of type html is read as HTML, one of type text as it stands. */
const titleOfEntry = `(text) => {
  const xml = new DOMParser().parseFromString(text, 'application/xml')
  const title = xml.querySelector('entry > title')
  const html = new DOMParser().parseFromString(title?.textContent ?? '', 'text/html')
  return { type: title?.getAttribute('type') ?? 'text', text: title?.textContent ?? xml.textContent, asHtml: html.body.textContent }
}`

async function loadHostile(stores: Stores): Promise<Site> {
  const DATA_DIR = await stores.empty()
  for (const words of await writeHostileCounty(join(DATA_DIR, 'files-to-load'))) {
    const { code, err } = await goldenThread(words, { DATA_DIR, EXAMPLE: 'none' })
    assert.equal(code, 0, `${words[1] ?? ''}: ${err}`)
  }
  return startSite(DATA_DIR, { EXAMPLE: 'none', TODAY: '2026-06-01' })
}

async function onPage(browser: Browser, width: number, look: (page: Page) => Promise<void>): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height: 800 } })
  try {
    await look(page)
  } finally {
    await page.close()
  }
}
