import { test } from 'node:test'
import assert from 'node:assert/strict'
import { environmentPanel, itemWithReport, meetingWithReport, revisionToPublish } from '../site/meeting-with-report.ts'
import { goldenThread } from '../site/product.ts'
import { handsOf, words, type StaffHands } from '../site/staff-hands.ts'
import { startSite, type Site } from '../site/start-site.ts'
import type { Stores } from '../site/stores.ts'

const longestWait = 60_000

/** `kill -9` while a pack is being made: published whole or not at all, and taken up again without anybody asking. */
export function killedPublication(stores: () => Stores): void {
  const address = `/bodies/${environmentPanel}/2023-09-12`

  test('a publication whose machine is killed is not public by half, says where it is, and is carried through after the start by itself', async () => {
    const folder = await stores().copy()
    const site = await startSite(folder)
    const officer = await handsOf(site, 'officer')
    const meeting = await meetingWithReport(officer, environmentPanel, '2023-09-12')
    const publication = await officer.done(`${meeting}/publish`, { kind: 'agenda', revision: await revisionToPublish(officer, meeting) })
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 150))
    await site.stop('SIGKILL')
    const again = await startSite(folder)
    try {
      const back = await handsOf(again, 'officer')
      const { state } = await stateOf(back, publication)
      const isThere = await isPublished(again, address)
      // It may be carried through just between the two questions.
      if ((await stateOf(back, publication)).state === state) assert.equal(isThere, state === 'done', `the page says ${state}`)
      assert.match(words((await back.get(publication)).text), /Version 2 is published|it goes on without you\. Nothing is public until all of it is\./)
      await untilDone(back, publication)
      assert.equal(await isPublished(again, address), true)
      assert.equal((await fetch(`${again.address}${address}/versions/3`)).status, 404, 'it is published once')
      assert.match(words((await back.get(`${meeting}/after`)).text), /Version 2 stands/)
    } finally {
      await again.stop()
    }
    const audit = await goldenThread(['audit', 'verify'], { DATA_DIR: folder })
    assert.equal(audit.code, 0, audit.err)
  })
}

async function stateOf(officer: StaffHands, publication: string): Promise<{ state: string; words: string }> {
  return JSON.parse((await officer.get(`${publication}/state`)).text) as { state: string; words: string }
}

/** Whole: the agenda with its report, and the pack; else none of them. */
async function isPublished(site: Site, address: string): Promise<boolean> {
  const [item, pack, version] = await Promise.all([`/items/${itemWithReport}`, '/pack.pdf', '/versions/2'].map(async (path) => (await fetch(`${site.address}${address}${path}`)).status))
  assert.ok(item === pack && pack === version, `half of it is there: ${String(item)} ${String(pack)} ${String(version)}`)
  return item === 200
}

async function untilDone(officer: StaffHands, publication: string): Promise<void> {
  const begun = performance.now()
  for (;;) {
    const { state, words: said } = await stateOf(officer, publication)
    if (state === 'done') return
    if (state === 'failed' || performance.now() - begun > longestWait) assert.fail(`the publication is ${state}: ${said}`)
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}
