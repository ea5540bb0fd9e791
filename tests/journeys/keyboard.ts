import { test } from 'node:test'
import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import { leftBehind, rememberFocus } from '../site/focus.ts'
import type { Site } from '../site/start-site.ts'

const panel = '/bodies/children-and-families-overview-and-scrutiny-panel/2023-07-07'
const ofFigures = ['/measures?theme=carers', '/measures/attendance-in-primary-schools', '/dashboards/health-and-wellbeing-board/2016-17-q3']
const pages = ['/', '/meetings', '/meetings?month=2023-07', panel, `${panel}/items/6`, '/bodies/map', ...ofFigures, '/rules/agenda-publication', '/sign-in']
const longestWay = 400

interface Stop {
  readonly text: string
  readonly href: string | null
  /** The element's place among all that can take the focus, in the order of the page. */
  readonly place: number
  readonly isInView: boolean
  readonly isCovered: boolean
}

/** Everything can be done with a keyboard alone, and one always sees where one is. */
export function keyboard(site: () => Site, browser: () => Browser): void {
  test('the panel of 7 July 2023, a report and the pack are found by keyboard alone', async () => {
    const page = await browser().newPage({ viewport: { width: 1280, height: 900 } })
    await page.goto(site().address)
    await tabTo(page, (stop) => stop.href === '/meetings' && stop.text === 'All coming meetings')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/meetings$/)
    await tabTo(page, (stop) => stop.href === panel)
    await page.keyboard.press('Enter')
    await page.waitForURL(`**${panel}`)
    await tabTo(page, (stop) => stop.href === `${panel}/pack.pdf`)
    await tabTo(page, (stop) => stop.text.startsWith('Report: Performance and 2022/23'))
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/items\/6#item-6-report$/)
    await page.close()
  })

  test('the first stop of every page skips to its content, and the next stop is there', async () => {
    const page = await browser().newPage({ viewport: { width: 1280, height: 900 } })
    for (const address of pages) {
      await page.goto(`${site().address}${address}`)
      await page.keyboard.press('Tab')
      const skip = await focused(page)
      assert.match(skip.text, /^Skip to main content$/, address)
      assert.ok(skip.isInView && !skip.isCovered, `the skip link of ${address} is seen when it has the focus`)
      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      assert.equal(await page.evaluate("document.querySelector('main').contains(document.activeElement)"), true, `after skipping on ${address}`)
    }
    await page.close()
  })

  test('a box is a stop for the keyboard where it scrolls, and none where everything in it fits', async () => {
    const page = await browser().newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(`${site().address}${panel}/items/6`)
    const kinds = await page.evaluate<string[]>(boxKinds)
    for (const width of [375, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      // The script looks again when the new size is drawn.
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
      kinds.push(...(await page.evaluate<string[]>(boxKinds)))
    }
    await page.close()
    assert.deepEqual(new Set(kinds), new Set(['scrolls, a stop', 'fits, no stop']))
  })

  for (const width of [1280, 375]) {
    test(`by keyboard every control is reached in the order of the page, in view and visibly focused, at ${width} px`, async () => {
      const page = await browser().newPage({ viewport: { width, height: 800 } })
      const faults: string[] = []
      for (const address of pages) {
        await page.goto(`${site().address}${address}`)
        faults.push(...(await faultsOnTheWay(page)).map((fault) => `${address}: ${fault}`))
      }
      await page.close()
      assert.deepEqual(faults, [])
    })
  }
}

async function faultsOnTheWay(page: Page): Promise<string[]> {
  const faults: string[] = []
  const reachable = Number(await page.evaluate(`${focusable}.length`))
  const seen: number[] = []
  for (let press = 0; press < longestWay; press += 1) {
    await page.keyboard.press('Tab')
    const stop = await focused(page)
    const looksTheSame = await page.evaluate<string | null>(leftBehind)
    if (looksTheSame !== null) faults.push(`no visible focus on "${looksTheSame}"`)
    if (stop.place === -1 || stop.place === seen[0]) break
    if (!stop.isInView) faults.push(`out of view: "${stop.text}"`)
    if (stop.isCovered) faults.push(`covered by something else: "${stop.text}"`)
    // The browser's own field for a month is one control of several stops.
    if (stop.place === seen.at(-1)) continue
    if (seen.length > 0 && stop.place <= (seen.at(-1) ?? -1)) faults.push(`goes back to "${stop.text}"`)
    seen.push(stop.place)
    await page.evaluate(rememberFocus)
  }
  if (seen.length !== reachable) faults.push(`${seen.length} of ${reachable} controls are reached`)
  return faults
}

async function tabTo(page: Page, isIt: (stop: Stop) => boolean): Promise<void> {
  for (let press = 0; press < longestWay; press += 1) {
    await page.keyboard.press('Tab')
    if (isIt(await focused(page))) return
  }
  assert.fail(`no such tab stop on ${page.url()}`)
}

function focused(page: Page): Promise<Stop> {
  return page.evaluate<Stop>(focusedStop)
}

/** What a keyboard should reach: shown, not switched off, and not taken out of the order. */
const focusable = `Array.from(document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')).filter(
  (one) => !one.disabled && one.type !== 'hidden' && one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true }))`

const focusedStop = `(() => {
  const at = document.activeElement
  const box = at.getClientRects()[0] ?? at.getBoundingClientRect()
  const [x, y] = [box.left + Math.min(box.width, innerWidth - box.left) / 2, box.top + Math.min(box.height, 40) / 2]
  const top = document.elementFromPoint(x, y)
  return {
    text: (at.textContent || at.getAttribute('aria-label') || at.name || at.tagName).trim().replace(/\\s+/g, ' ').slice(0, 90),
    href: at.getAttribute('href'),
    place: ${focusable}.indexOf(at),
    isInView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    isCovered: top !== null && !at.contains(top) && !top.contains(at),
  }
})()`

/** Of each box that may scroll: whether it does, and whether it is a stop. */
const boxKinds = `Array.from(document.querySelectorAll('.gt-table-region, .gt-map'), (box) =>
  (box.scrollWidth > box.clientWidth ? 'scrolls' : 'fits') + (box.tabIndex === 0 ? ', a stop' : ', no stop'))`
