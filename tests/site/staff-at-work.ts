import assert from 'node:assert/strict'
import { handsOf, type StaffHands } from './staff-hands.ts'
import { startSite, type Site } from './start-site.ts'
import type { Stores } from './stores.ts'

/** A site of its own in which a scrutiny officer has begun the agenda of a coming panel. */
export interface StaffAtWork {
  readonly site: Site
  /** `/staff/meetings/…` of the panel of 6 December 2023, whose agenda is not published. */
  readonly meeting: string
  /** `/staff/papers/…` of the reports that the director is to write. */
  readonly report: string
  readonly withheldReport: string
}

export const openTitle = 'Recruiting and keeping foster carers'
export const withheldTitle = 'The contract for residential placements'

/** Starts a site and has its officer put two reports on an agenda, one of them exempt, both to be written by the director. */
export async function beginStaffWork(stores: Stores): Promise<StaffAtWork> {
  const site = await startSite(await stores.copy())
  try {
    return await beginAgenda(site)
  } catch (problem) {
    await site.stop()
    throw problem
  }
}

async function beginAgenda(site: Site): Promise<StaffAtWork> {
  const officer = await handsOf(site, 'officer')
  const meeting = linkAfter((await officer.get('/staff/meetings')).text, /href="(\/staff\/meetings\/[0-9a-f-]{36})"[^>]*>[^<]*<span[^>]*>, 6 December 2023/)
  const form = (await officer.get(`${meeting}/items/new`)).text
  const author = linkAfter(form, /<option value="([0-9a-f-]{36})">Marguerite Thornbury/)
  const open = { kind: 'consideration', presenter: 'Director of Children’s Services', minutes: '30', report: 'yes', author, openness: 'open' }
  await officer.done(`${meeting}/items/new`, { ...open, title: openTitle })
  const ground = { openness: 'exempt', paragraph: '3', 'public-interest': 'Disclosure would weaken the council while prices are negotiated.' }
  const decision = { 'public-title': 'A contract', 'decided-by': 'Monitoring Officer', 'decided-on': '2023-07-01', 'review-on': '2024-01-01' }
  await officer.done(`${meeting}/items/new`, { ...open, ...ground, ...decision, title: withheldTitle })
  return { site, meeting, report: await reportCalled(officer, openTitle), withheldReport: await reportCalled(officer, withheldTitle) }
}

async function reportCalled(somebody: StaffHands, title: string): Promise<string> {
  const list = (await somebody.get('/staff/reports')).text
  return linkAfter(list, new RegExp(`href="(/staff/papers/[0-9a-f-]{36})">${title}`))
}

function linkAfter(page: string, link: RegExp): string {
  return link.exec(page)?.[1] ?? assert.fail(`no ${link.source} in ${page}`)
}
