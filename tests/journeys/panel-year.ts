import { after, describe } from 'node:test'
import type { Browser } from 'playwright-core'
import { councilYear } from '../site/council-year.ts'
import type { Stores } from '../site/stores.ts'
import { withoutClearances } from '../site/template-of-year.ts'
import { afterwards } from './panel-year-after.ts'
import { autumn } from './panel-year-autumn.ts'
import { julyMeeting } from './panel-year-meeting.ts'
import { march } from './panel-year-march.ts'
import { septemberAnswers } from './panel-year-september.ts'
import { spring } from './panel-year-spring.ts'
import { summer } from './panel-year-summer.ts'
import { winter } from './panel-year-winter.ts'

const seasons = [spring, summer, julyMeeting, afterwards, septemberAnswers, autumn, winter, march]

/** A year of the Children and Families panel, from May 2024 to March 2025, played by those whose it is; the public reads at each step what is public then. */
export function panelYear(stores: () => Stores, browser: () => Browser): void {
  describe('a year of one panel', () => {
    const year = councilYear(stores, browser, withoutClearances)
    after(() => year.end())
    for (const season of seasons) season(year)
  })
}
