import { test } from 'node:test'
import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import { hrefs, type DrawnElement } from '../site/drawn.ts'
import { readList, readRecord } from '../site/reading.ts'
import type { Site } from '../site/start-site.ts'

interface ListedBody {
  readonly slug: string
  readonly name: string
  readonly reportsTo: readonly { readonly body: string }[]
}

interface Member {
  readonly person?: string
  readonly capacity: string
  readonly from: string
  readonly to?: string
}

const panelName = 'Children and Families Overview and Scrutiny Panel'

/** A newcomer finds out which bodies there are, who sits on them and whom they answer to. */
export function findABody(site: () => Site, browser: () => Browser): void {
  test('the list of bodies has every body once, and says how many there are', async () => {
    const all = await readList<ListedBody>(site(), '/api/v1/bodies')
    await onPage(browser(), `${site().address}/bodies`, async (page) => {
      const links = page.locator('.gt-body-list a')
      assert.deepEqual(new Set(await links.evaluateAll(hrefs)), new Set(all.map(({ slug }) => `/bodies/${slug}`)))
      assert.equal(await links.count(), all.length)
      assert.equal(await page.getByText(`${all.length} bodies plan, decide on or scrutinise`).count(), 1)
    })
  })

  test('the page of a panel names its chair, who sits on it, whose vote covers education only, and when it meets', async () => {
    await onPage(browser(), `${site().address}/bodies`, async (page) => {
      await page.locator('.gt-body-list').getByRole('link', { name: panelName, exact: true }).click()
      assert.equal(await page.locator('h1').textContent(), panelName)
      const panel = await readRecord<{ readonly members: readonly Member[] }>(site(), `/api/v1${new URL(page.url()).pathname}`)
      const sitting = panel.members.filter((member) => member.from <= '2023-07-03' && (member.to ?? '9999') >= '2023-07-03')
      assert.ok(sitting.length > 8)
      const shown = (await page.locator('.gt-members li strong').allTextContents()).map((name) => name.trim())
      assert.deepEqual(shown.toSorted(), sitting.map(({ person }) => person ?? 'Vacant').toSorted())
      const chair = sitting.find(({ capacity }) => capacity === 'chair')?.person ?? ''
      assert.equal(await page.locator('h3:text-is("Chair") + ul').getByText(chair).count(), 1)
      assert.equal(await page.locator('.gt-members').getByText('votes on education matters only').count(), 2)
      const meetings: string[] = await page.locator('.gt-meetings a').evaluateAll(hrefs)
      const nextOne = `${new URL(page.url()).pathname}/2023-07-06`
      assert.ok(meetings.includes(nextOne) && meetings.every((meeting) => meeting.startsWith(nextOne.slice(0, -10))), meetings.join())
    })
  })

  test('a seat that nobody held is shown as vacant in the record of the day', async () => {
    const address = `${site().address}/bodies/children-and-families-overview-and-scrutiny-panel/2020-07-17`
    await onPage(browser(), address, async (page) => {
      const seat = page.locator('.gt-members li', { hasText: 'Parent governor representative' }).filter({ hasText: 'Vacant' })
      assert.equal(await seat.count(), 1)
    })
  })

  test('the quorum is said in words, as the terms of reference have it', async () => {
    await onPage(browser(), `${site().address}/bodies/health-and-wellbeing-board`, async (page) => {
      const row = page.locator('.govuk-summary-list__row', { has: page.getByText('Quorum', { exact: true }) })
      const words = (await row.locator('dd').innerText()).trim()
      const among = 'among them at least one county councillor and at least one commissioning group member.'
      assert.equal(words, `Eight voting members or their substitutes, ${among}`)
    })
  })

  test('the governance map says in words all that the picture shows', async () => {
    const all = await readList<ListedBody>(site(), '/api/v1/bodies')
    await onPage(browser(), `${site().address}/bodies/map`, async (page) => {
      const boxes: string[] = await page.locator('.gt-map a').evaluateAll(hrefs)
      const named: string[] = await page.locator('.gt-map-list > li > a:first-child').evaluateAll(hrefs)
      assert.deepEqual(boxes.filter((box) => !named.includes(box)), [])
      assert.equal(new Set(boxes).size, boxes.length)
      assert.deepEqual(new Set(named), new Set(all.map(({ slug }) => `/bodies/${slug}`)))
      const told = await page.locator('.gt-map-list > li').evaluateAll(linesOfReporting)
      const known = all.flatMap((body) => body.reportsTo.map((line) => `/bodies/${body.slug} → /bodies/${line.body}`))
      assert.deepEqual(told.toSorted(), known.toSorted())
      assert.equal(await page.locator('.gt-map__line').count(), known.length)
    })
  })

  test('a screen reader names every box of the map by the whole name of its body', async () => {
    const all = await readList<ListedBody>(site(), '/api/v1/bodies')
    await onPage(browser(), `${site().address}/bodies/map`, async (page) => {
      const boxes: string[] = await page.locator('.gt-map a').evaluateAll(hrefs)
      const misnamed: string[] = []
      for (const { slug, name } of all.filter((body) => boxes.includes(`/bodies/${body.slug}`))) {
        const box = page.locator('.gt-map').getByRole('link', { name, exact: true })
        if ((await box.count()) !== 1) misnamed.push(`${name}: ${await page.locator(`.gt-map a[href="/bodies/${slug}"]`).ariaSnapshot()}`)
      }
      assert.deepEqual(misnamed, [])
    })
  })

  test('a body that there is none of is said to be unknown, with the way to those there are', async () => {
    const answer = await fetch(`${site().address}/bodies/ministry-of-silly-walks`)
    assert.equal(answer.status, 404)
    assert.match(await answer.text(), /No body has this address/)
  })
}

async function onPage(browser: Browser, address: string, look: (page: Page) => Promise<void>): Promise<void> {
  const page = await browser.newPage()
  try {
    await page.goto(address)
    await look(page)
  } finally {
    await page.close()
  }
}

/** "/bodies/child → /bodies/parent" for each link after the first of each entry. */
function linesOfReporting(entries: DrawnElement[]): string[] {
  return entries.flatMap((entry) => {
    const [child, ...parents] = Array.from(entry.querySelectorAll('a'), (link) => link.getAttribute('href') ?? '')
    return parents.map((parent) => `${child ?? ''} → ${parent}`)
  })
}
