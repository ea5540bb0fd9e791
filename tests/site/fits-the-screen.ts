import type { Page } from 'playwright-core'

/** How many pixels the page is wider than what is shown of it; 0 where nobody need scroll sideways. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate<number>('Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)')
}
