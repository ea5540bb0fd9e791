import type { Page } from 'playwright-core'
import { accessibilityFaults } from './axe.ts'
import { sidewaysScroll } from './fits-the-screen.ts'

/** Looks at each kind of page the first time that somebody passes it: with axe at a desk, and whether it fits a phone. */
export interface StaffTour {
  readonly arrived: () => Promise<void>
  readonly faults: readonly string[]
}

const phone = { width: 375, height: 800 }

export function staffTour(page: Page): StaffTour {
  const seen = new Set<string>()
  const faults: string[] = []
  const arrived = async (): Promise<void> => {
    const kind = `${new URL(page.url()).pathname.replaceAll(/[\da-f-]{36}/g, ':id')} ${(await page.title()).startsWith('Error: ') ? '(refused)' : ''}`
    const desk = page.viewportSize()
    if (seen.has(kind) || desk === null) return
    seen.add(kind)
    faults.push(...(await accessibilityFaults(page)).map((fault) => `${kind}: ${fault}`))
    await page.setViewportSize(phone)
    const sideways = await sidewaysScroll(page)
    if (sideways > 0) faults.push(`${kind}: ${sideways} px too wide on a phone`)
    await page.setViewportSize(desk)
  }
  return { arrived, faults }
}
