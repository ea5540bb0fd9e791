import { test } from 'node:test'
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { endGroup, examplePassword, goldenThread, launch } from '../site/product.ts'
import { listedMeetings, readText } from '../site/reading.ts'
import { startSite, type Site } from '../site/start-site.ts'
import type { Stores } from '../site/stores.ts'
import { trySignIn } from '../site/visitor.ts'

const panel = 'children-and-families-overview-and-scrutiny-panel'
/** Three at a time: sign-ins that are cut off count as guesses, of which ten in five minutes are let through. */
const accounts = ['officer', 'chair', 'councillor']

/** `kill -9`, as when the power goes, at moments that nobody chose: what was acknowledged is there, and nothing is there by half. */
export function killed(stores: () => Stores, whole: () => Site): void {
  test('sign-ins that were acknowledged hold after the product was killed in the middle of others', async () => {
    const folder = await stores().copy()
    const acknowledged: string[] = []
    for (let round = 0; round < 3; round += 1) {
      const site = await startSite(folder)
      const enough = acknowledged.length + 1 + Math.floor(Math.random() * 5)
      const people = { haveEnded: false }
      const signIns = Promise.all(accounts.map((account) => keepSignIn(site, account, acknowledged))).finally(() => (people.haveEnded = true))
      while (acknowledged.length < enough && !people.haveEnded) await new Promise((resolve) => setTimeout(resolve, 5))
      assert.ok(!people.haveEnded, `the site signs people in until it is killed: ${site.output()}`)
      await killAfter(Math.random() * 60, () => site.stop('SIGKILL'))
      await signIns
    }
    const site = await startSite(folder)
    try {
      const lost: string[] = []
      for (const cookie of acknowledged) {
        const { status } = await fetch(`${site.address}/staff`, { headers: { cookie }, redirect: 'manual' })
        if (status !== 200) lost.push(cookie)
      }
      assert.deepEqual(lost, [], `of ${acknowledged.length} sign-ins`)
    } finally {
      await site.stop()
    }
    await assertSound(folder)
  })

  test('the product ends when the line that started it is killed, and the next start has its port and its store', async () => {
    const site = await startSite(await stores().copy())
    await site.orphan()
    const again = await startSite(site.folder, { PORT: new URL(site.address).port })
    try {
      assert.equal((await fetch(`${again.address}/health/ready`)).status, 200)
      assert.equal(again.address, site.address)
    } finally {
      await again.stop()
    }
  })

  test('an import that is killed is there whole or not at all; one that said it was done is there', async () => {
    const DATA_DIR = await stores().copy()
    const done: string[] = []
    const days = ['2024-01-11', '2024-02-08', '2024-03-14', '2024-04-11', '2024-05-09']
    for (const [round, day] of days.entries()) {
      const file = await writeMeeting(join(DATA_DIR, `new-${day}`), day)
      const child = launch(['import', 'meetings', file], { DATA_DIR })
      let said = ''
      child.stdout?.on('data', (bytes: Buffer) => (said += bytes.toString()))
      const ended = once(child, 'close')
      // The last round is left alone: what one does after the power is back.
      const kill = () => killAfter(300 + Math.random() * 2500, async () => endGroup(child, 'SIGKILL'))
      if (round < days.length - 1) await Promise.race([ended, kill()])
      await ended
      if (said.includes('Loaded')) done.push(day)
    }
    assert.ok(done.includes(days.at(-1) ?? ''), 'the import that was let alone is done')
    await assertSound(DATA_DIR)
    const site = await startSite(DATA_DIR)
    try {
      const there = (await listedMeetings(site, '?body=cabinet&from=2024-01-01')).map(({ date }) => date)
      assert.deepEqual(done.filter((day) => !there.includes(day)), [], 'what was acknowledged is there')
      for (const day of there) {
        assert.match(await readText(site, `/bodies/cabinet/${day}/items/1`), /The report is whole to its last word\./)
        assert.equal((await fetch(`${site.address}/bodies/cabinet/${day}/pack.pdf`)).status, 200)
        assert.equal((await fetch(`${site.address}/bodies/cabinet/${day}/versions/2`)).status, 404)
      }
    } finally {
      await site.stop()
    }
  })

  test('an example whose loading was killed again and again is complete after the start that is let alone, with nothing twice', async () => {
    const DATA_DIR = join(await stores().empty(), 'data')
    for (let round = 0; round < 3; round += 1) {
      const child = launch(['serve'], { DATA_DIR, PORT: '0', EXAMPLE_PASSWORD: examplePassword })
      const ended = once(child, 'close')
      await killAfter(400 + Math.random() * 4000, async () => endGroup(child, 'SIGKILL'))
      await ended
    }
    const site = await startSite(DATA_DIR)
    try {
      const key = ({ body, date }: { body: string; date: string }) => `${body} ${date}`
      assert.deepEqual((await listedMeetings(site)).map(key), (await listedMeetings(whole())).map(key))
      for (const path of [`/api/v1/bodies/${panel}/meetings/2023-07-07/items`, `/bodies/${panel}/2023-07-07/items/6`]) {
        assert.equal(await readText(site, path), await readText(whole(), path))
      }
      assert.equal((await fetch(`${site.address}/bodies/${panel}/2023-07-07/versions/2`)).status, 404)
    } finally {
      await site.stop()
    }
    await assertSound(DATA_DIR)
    assert.equal((await goldenThread(['user', 'list', '--json'], { DATA_DIR })).out.match(/@example\.test"/g)?.length, 12)
  })
}

/** Waits, then kills; answers when that is done. */
async function killAfter(milliseconds: number, kill: () => Promise<void>): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds))
  await kill()
}

/** Signs in again and again until the site is gone; each cookie that arrived is acknowledged. */
async function keepSignIn(site: Site, account: string, acknowledged: string[]): Promise<void> {
  try {
    for (;;) {
      const answer = await trySignIn(site, { email: `${account}@example.test`, password: examplePassword })
      const session = answer.headers.getSetCookie().find((one) => one.startsWith('golden-thread-session='))
      if (answer.status !== 303 || session === undefined) return
      acknowledged.push(session.split(';')[0] ?? '')
    }
  } catch (problem) {
    // The connection is cut: the product is dead, as it should be.
    if (!(problem instanceof TypeError)) throw problem
  }
}

async function assertSound(DATA_DIR: string): Promise<void> {
  const { code, out, err } = await goldenThread(['audit', 'verify'], { DATA_DIR })
  assert.equal(code, 0, err)
  assert.match(out, /The audit is whole/)
}

async function writeMeeting(folder: string, day: string): Promise<string> {
  await mkdir(folder)
  const items = '  - number: 1\n    title: The budget\n    report: report.md\n'
  const head = `body: cabinet\ndate: ${day}\ntime: '10:00'\nstatus: agenda-published\nissued: 2023-12-01\n`
  await writeFile(join(folder, 'meeting.yaml'), `${head}items:\n${items}`)
  const paragraphs = Array.from({ length: 60 }, (_, index) => `Paragraph ${index + 1} of the report on the budget.`).join('\n\n')
  const front = '---\ntitle: The budget\nframe: panel\n---\n\n## Budget'
  await writeFile(join(folder, 'report.md'), `${front}\n\n${paragraphs}\n\nThe report is whole to its last word.\n`)
  return join(folder, 'meeting.yaml')
}
