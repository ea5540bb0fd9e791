import assert from 'node:assert/strict'
import { handsOf, type StaffHands } from './staff-hands.ts'
import { startSite, type Site } from './start-site.ts'
import type { Stores } from './stores.ts'

/** A site of its own in which a scrutiny officer has begun the agenda of a coming panel, and an analyst the figures of the quarter that is just over. */
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
    await beginRelease(site)
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

/** The analyst has entered a small number and put it into a release, which nobody has checked yet. */
async function beginRelease(site: Site): Promise<void> {
  const analyst = await handsOf(site, 'analyst')
  const measure = 'children-with-a-protection-plan-and-an-ehc-plan'
  const key = { area: 'E10000034', period: '2023-24-q1', breakdown: '' }
  await analyst.done(`/staff/measures/${measure}/figure`, { ...key, seen: '0', value: '3', status: 'final', note: '', reason: '' })
  const assembling = await analyst.done('/staff/releases/new', { body: 'children-and-families-overview-and-scrutiny-panel', period: key.period })
  await analyst.done(assembling, { revision: '1', title: 'Plans, April to June 2023', [`part-${measure}`]: 'Plans', [`place-${measure}`]: '1' })
}

async function reportCalled(somebody: StaffHands, title: string): Promise<string> {
  const list = (await somebody.get('/staff/reports')).text
  return linkAfter(list, new RegExp(`href="(/staff/papers/[0-9a-f-]{36})">${title}`))
}

function linkAfter(page: string, link: RegExp): string {
  return link.exec(page)?.[1] ?? assert.fail(`no ${link.source} in ${page}`)
}
