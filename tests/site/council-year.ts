import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { deskOf, type Desk } from './desk.ts'
import { publicEyes, type PublicEyes } from './public-eyes.ts'
import { handsOf, type StaffHands } from './staff-hands.ts'
import { startSite, type Site } from './start-site.ts'
import { goldenThread } from './product.ts'
import { storedRows, type WaitingMail } from './stored-rows.ts'
import { started } from './started.ts'
import type { Stores } from './stores.ts'

const example = readFileSync(new URL('../../example/worcestershire/county.yaml', import.meta.url), 'utf8')

/** A council on the days of its year: one store, which the product serves on one day after the other. */
export interface CouncilYear {
  readonly site: () => Site
  /** Goes on to this day: the example of the store stands at it from now on. Whoever had a page open has it no more; who is signed in stays so. */
  readonly turnTo: (day: string) => Promise<void>
  /** The desk at which an example account works in a browser, on this day. */
  readonly at: (account: string) => Promise<Desk>
  /** Somebody who is not signed in, in a browser. */
  readonly visitor: () => Promise<Desk>
  /** The same account, which sends forms without a browser. */
  readonly hands: (account: string) => Promise<StaffHands>
  /** What anybody reads who is not signed in. */
  readonly public: PublicEyes
  /** `/staff/meetings/…` of a body on a day such as `10 July 2024`. */
  readonly meeting: (body: string, day: string) => Promise<string>
  /** What waits to be sent by mail. The site stands still for it: turn to a day afterwards. */
  readonly mails: () => Promise<WaitingMail[]>
  /** `golden-thread <words>` over this store, on the day that it is; it must come to a good end. Answers what it says. */
  readonly command: (...line: readonly string[]) => Promise<string>
  readonly end: () => Promise<void>
}

/** Begins a year in a copy of the example county; `prepare` may add to the store before it is served. */
export function councilYear(stores: () => Stores, browser: () => Browser, prepare: (folder: string) => Promise<void> = async () => {}): CouncilYear {
  let running: Site | undefined
  let folder = ''
  const desks = new Map<string, Promise<Desk>>()
  const hands = new Map<string, Promise<StaffHands>>()
  const site = () => started(running)
  const command = async (...line: readonly string[]): Promise<string> => {
    const { code, out, err } = await goldenThread(line, { DATA_DIR: folder })
    assert.equal(code, 0, err)
    return out
  }
  const serve = async () => {
    if (folder === '') {
      folder = await stores().copy()
      await prepare(folder)
    }
    running ??= await startSite(folder)
  }
  const goHome = async () => {
    for (const desk of desks.values()) await (await desk).leave()
    desks.clear()
    hands.clear()
    await running?.stop()
    running = undefined
  }
  const handsFor = (account: string) => kept(hands, account, () => handsOf(site(), account))
  return {
    site,
    turnTo: async (day) => {
      await serve()
      for (const desk of desks.values()) await (await desk).page.goto('about:blank')
      const county = join(folder, 'county.yaml')
      await writeFile(county, example.replace(/^today: .*$/m, `today: ${day}`))
      await command('import', 'county', county)
    },
    at: (account) => kept(desks, account, () => deskOf(browser(), site(), account)),
    visitor: () => kept(desks, '', () => deskOf(browser(), site())),
    hands: handsFor,
    public: publicEyes(site),
    meeting: async (body, day) => {
      const list = (await (await handsFor('officer')).get(`/staff/meetings?body=${body}&from=2024-05-01`)).text
      return new RegExp(`href="(/staff/meetings/[0-9a-f-]{36})"[^>]*>[^<]*<span[^>]*>, ${day}<`).exec(list)?.[1] ?? assert.fail(`no meeting on ${day}`)
    },
    mails: async () => {
      await goHome()
      return (await storedRows(folder)).mail
    },
    command,
    end: goHome,
  }
}

function kept<Thing>(things: Map<string, Promise<Thing>>, name: string, make: () => Promise<Thing>): Promise<Thing> {
  const there = things.get(name) ?? make()
  things.set(name, there)
  return there
}
