import { test } from 'node:test'
import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import { environmentPanel, meetingWithReport } from '../site/meeting-with-report.ts'
import { readText } from '../site/reading.ts'
import { handsOf } from '../site/staff-hands.ts'
import { signedIn, signedInWithoutScripts, wordsOf } from '../site/staff-visitor.ts'
import { startSite } from '../site/start-site.ts'
import type { Stores } from '../site/stores.ts'

const reason = 'The floods of Wednesday night must be considered before the season begins.'

/** The rule’s own example over Easter, through the screens: a meeting on 14 April 2026 is published by 2 April. */
export function fiveClearDays(stores: () => Stores, browser: () => Browser): void {
  test('over Easter an agenda is published on the last lawful day as it is, and a day later only with the chair’s reason, which the public reads; without JavaScript too', async () => {
    const folder = await stores().copy()
    const economyPanel = 'economy-overview-and-scrutiny-panel'
    const inTime = await startSite(folder, { TODAY: '2026-04-02' })
    const officer = await handsOf(inTime, 'officer')
    const first = await meetingWithReport(officer, environmentPanel, '2026-04-14')
    const second = await meetingWithReport(officer, economyPanel, '2026-04-14')
    await onPage(await signedIn(browser(), inTime, 'officer'), `${inTime.address}${first}/publish`, async (page) => {
      assert.match(await wordsOf(page), /There are 5 clear working days between today, Thursday 2 April 2026, and the meeting.*The last lawful day is Thursday 2 April 2026\./)
      await page.getByText('How the last lawful day was worked out').click()
      assert.match(await wordsOf(page), /Good Friday.*Easter Monday|Easter Monday.*Good Friday/)
      assert.equal(await page.getByLabel('The chair’s reason for publishing late').count(), 0)
      await publish(page)
    })
    assert.doesNotMatch(await readText(inTime, `/bodies/${environmentPanel}/2026-04-14`), /reason for (urgency|publishing)/)
    await inTime.stop()
    const late = await startSite(folder, { TODAY: '2026-04-03' })
    try {
      await onPage(await signedInWithoutScripts(browser(), late, 'officer'), `${late.address}${second}/publish`, async (page) => {
        assert.match(await wordsOf(page), /Only 4 clear working days would be left between today, Friday 3 April 2026, and the meeting/)
        await page.getByRole('button', { name: 'Publish the agenda' }).click()
        await page.getByRole('link', { name: 'Give the chair’s reason for publishing with fewer than 5 clear working days to go' }).click()
        await page.keyboard.insertText(reason)
        await page.getByRole('button', { name: 'Publish the agenda' }).click()
        while ((await page.getByText('Version 2 is published').count()) === 0) await page.getByRole('link', { name: 'Look again' }).click()
      })
      assert.ok((await readText(late, `/bodies/${economyPanel}/2026-04-14`)).includes(reason), 'the public reads the reason')
    } finally {
      await late.stop()
    }
  })
}

async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Publish the agenda' }).click()
  await page.getByText('Version 2 is published').waitFor()
}

async function onPage(page: Page, address: string, look: (page: Page) => Promise<void>): Promise<void> {
  try {
    await page.goto(address)
    await look(page)
  } finally {
    await page.context().close()
  }
}
