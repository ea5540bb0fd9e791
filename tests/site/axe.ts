import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const lines = "found.violations.map((one) => one.id + ': ' + one.help + ' — ' + one.nodes.map((node) => node.html.slice(0, 120)).join(' | '))"

/** What axe finds wrong with the page as it stands, by WCAG 2.2 A and AA and its best practices; one line a fault. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // The page's own policy forbids strange scripts; the debugging protocol may run one all the same.
  const session = await page.context().newCDPSession(page)
  await session.send('Runtime.evaluate', { expression: axe })
  const run = `axe.run(document, { runOnly: ${JSON.stringify(rules)} }).then((found) => JSON.stringify(${lines}))`
  const answer = await session.send('Runtime.evaluate', { expression: run, awaitPromise: true, returnByValue: true })
  await session.detach()
  if (answer.exceptionDetails !== undefined) throw new Error(`axe could not run: ${answer.exceptionDetails.text}`)
  return JSON.parse(String(answer.result.value)) as string[]
}
