import { test } from 'node:test'
import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import { accessibilityFaults } from '../site/axe.ts'
import { sidewaysScroll } from '../site/fits-the-screen.ts'
import { faultsInMarkup } from '../site/markup.ts'
import type { StaffAtWork } from '../site/staff-at-work.ts'
import type { StaffCrawled, StaffFound } from '../site/staff-crawl.ts'
import { faultsOfRefusal, formsOf, type FormFound } from '../site/staff-forms.ts'
import { handsOf, type Answered, type StaffHands } from '../site/staff-hands.ts'
import { signedIn } from '../site/staff-visitor.ts'

/** WCAG 2.2 AA on every kind of page behind the sign-in, folded parts opened, and on what it says to a form that cannot be taken. */
export function staffAccessibility(work: () => Promise<StaffAtWork>, browser: () => Browser, crawled: () => Promise<StaffCrawled>): void {
  test('axe finds no fault on any kind of page behind the sign-in, on a desk or on a phone, and none scrolls sideways at 320 px', async () => {
    const faults: string[] = []
    for (const [account, pages] of Map.groupBy(oneOfEachKind(await crawled()), (page) => page.account)) {
      const page = await signedIn(browser(), (await work()).site, account)
      listen(page, faults)
      for (const { address, kind } of pages) {
        await page.goto(`${(await work()).site.address}${address}`)
        await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        for (const width of [1280, 375]) {
          await page.setViewportSize({ width, height: 900 })
          faults.push(...(await accessibilityFaults(page)).map((fault) => `${kind} at ${width}: ${fault}`))
        }
        await page.setViewportSize({ width: 320, height: 700 })
        const pixels = await sidewaysScroll(page)
        if (pixels > 0) faults.push(`${kind}: ${pixels} px too wide at 320`)
      }
      await page.context().close()
    }
    assert.deepEqual([...new Set(faults)], [])
  })

  test('a form sent empty, or filled with nonsense, is answered by an error summary whose links land, with what was typed', async () => {
    const { site } = await work()
    const reader = await browser().newPage()
    await reader.goto(site.address)
    const faults: string[] = []
    for (const [account, pages] of Map.groupBy(oneOfEachKind(await crawled()), (page) => page.account)) {
      const hands = await handsOf(site, account)
      for (const { kind, text, address } of pages) {
        for (const form of (await formsOf(reader, text)).filter(({ isToFill }) => isToFill)) {
          for (const sent of [form.empty, form.nonsense]) {
            const answer = await send(hands, form, sent, address)
            // Taken; or shown once more before it is done; or it meets what was sent just before.
            if ([303, 200, 409].includes(answer.status)) continue
            const wrong = answer.status === 400 ? [...(await faultsOfRefusal(reader, answer.text, sent)), ...(await faultsInMarkup(reader, answer.text, `${site.address}${address}`)).faults] : [`answers ${answer.status}`]
            faults.push(...wrong.map((fault) => `${kind} → ${form.action.replaceAll(/[0-9a-f-]{36}/g, ':id')} ${sent === form.empty ? 'empty' : 'with nonsense'}: ${fault}`))
          }
        }
      }
    }
    await reader.close()
    assert.deepEqual([...new Set(faults)], [])
  })
}

function send(hands: StaffHands, { action, isUpload }: FormFound, fields: Readonly<Record<string, string>>, address: string): Promise<Answered> {
  const to = action === '' ? address : action
  return isUpload ? hands.upload(to, fields) : hands.post(to, fields)
}

/** Of each kind the page that has most in it. */
function oneOfEachKind({ pages }: StaffCrawled): StaffFound[] {
  const sound = pages.filter(({ status }) => status === 200)
  return [...Map.groupBy(sound, ({ kind }) => kind).values()].flatMap((same) => same.toSorted((one, other) => other.text.length - one.text.length).slice(0, 1))
}

/** What breaks the content security policy, or fails in a script, is a fault of the page too. */
function listen(page: Page, faults: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' && /content security policy/i.test(message.text())) faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${String(error)}`))
}
