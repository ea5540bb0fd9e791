import assert from 'node:assert/strict'
import type { Browser, Locator, Page } from 'playwright-core'
import { signedInWithoutScripts, wordsOf } from './staff-visitor.ts'
import type { Site } from './start-site.ts'

const longestWait = 12_000

/** What is typed, chosen or ticked, by the words of its label. */
type Filled = Readonly<Record<string, string | boolean>>

/** Somebody at work in a browser that runs no scripts, who goes by the words on the page. */
export interface Desk {
  readonly page: Page
  readonly go: (path: string) => Promise<void>
  readonly follow: (link: string | RegExp) => Promise<void>
  /** Fills fields in by their labels: types into boxes, chooses in lists by their words, ticks boxes and choices. */
  readonly enter: (filled: Filled, within?: Locator) => Promise<void>
  /** Presses a button and waits for the page that comes. */
  readonly press: (button: string | RegExp, within?: Locator) => Promise<void>
  /** What the page says, in one line. */
  readonly says: (...expected: readonly RegExp[]) => Promise<string>
  readonly path: () => string
  readonly leave: () => Promise<void>
}

export async function deskOf(browser: Browser, site: Site, account?: string): Promise<Desk> {
  const page = account === undefined ? await (await browser.newContext({ javaScriptEnabled: false })).newPage() : await signedInWithoutScripts(browser, site, account)
  page.setDefaultTimeout(longestWait)
  return {
    page,
    go: async (path) => {
      const answer = await page.goto(site.address + path)
      assert.equal(answer?.status(), 200, `${account ?? 'anybody'} opens ${path}: ${await wordsOf(page)}`)
    },
    follow: async (name) => arrive(page, page.getByRole('link', nameIs(name)).first()),
    enter: async (filled, within) => {
      for (const [label, value] of Object.entries(filled)) await fillOne(page, (within ?? page.locator('main')).getByLabel(label, { exact: true }).and(page.locator('input, select, textarea')).first(), value)
    },
    press: async (name, within) => arrive(page, (within ?? page).getByRole('button', nameIs(name)).first()),
    says: async (...expected) => {
      const words = await wordsOf(page)
      for (const one of expected) assert.match(words, one, page.url())
      return words
    },
    path: () => new URL(page.url()).pathname,
    leave: () => page.context().close(),
  }
}

function nameIs(name: string | RegExp) {
  return typeof name === 'string' ? { name, exact: true } : { name }
}

/** What stands in a folded part is unfolded first, as somebody would who looks for it. */
async function fillOne(page: Page, field: Locator, value: string | boolean): Promise<void> {
  await unfold(field)
  if (typeof value === 'boolean') await field.setChecked(value)
  else if ((await page.locator('select').and(field).count()) > 0) await field.selectOption({ label: value })
  else await field.fill(value)
}

async function arrive(page: Page, pressed: Locator): Promise<void> {
  await unfold(pressed)
  await Promise.all([page.waitForEvent('load'), pressed.click()])
}

/** Nothing of the page can be run by which to ask it: its folded part is pressed. */
async function unfold(field: Locator): Promise<void> {
  await field.waitFor({ state: 'attached' })
  const folded = field.locator('xpath=ancestor::details[not(@open)]')
  if ((await folded.count()) > 0) await folded.first().locator('summary').first().click()
}
