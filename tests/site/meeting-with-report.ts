import { formatDate, weekdayName } from '#core/date-words.ts'
import { date } from '#core/dates.ts'
import { meetingOf, paperOf } from './officers-publishing.ts'
import type { StaffHands } from './staff-hands.ts'

export const environmentPanel = 'environment-overview-and-scrutiny-panel'

/** Below the three standing items of a panel that has no template of its own and hears no members of the public. */
export const itemWithReport = 4

/** Plans a meeting of a panel on a day without a clash, with a report of some length that is ready to be published; answers its `/staff/meetings/…`. */
export async function meetingWithReport(officer: StaffHands, body: string, on: string): Promise<string> {
  const frame = { body, pattern: `weekly on ${weekdayName(date(on))}`, from: on, to: on, time: '10:00', minutes: '120', venue: `Room of the ${body}`, kind: 'public' }
  const chosen = { ...frame, deed: 'create', 'date-0': on, 'time-0': '10:00', 'use-0': 'yes' }
  const first = await officer.post('/staff/meetings/plan', chosen)
  // What speaks against the day has been seen now, and it is chosen all the same.
  const seen = /name="seen" value="([^"]+)"/.exec(first.text)?.[1] ?? ''
  if (first.status !== 303) await officer.done('/staff/meetings/plan', { ...chosen, seen })
  const meeting = await meetingOf(officer, body, formatDate(date(on)))
  await officer.done(`${meeting}/items/new`, { title: 'Flood defences', kind: 'information', minutes: '30', report: 'yes', openness: 'open' })
  const paper = await paperOf(officer, meeting, itemWithReport)
  const paragraphs = Array.from({ length: 120 }, (_, index) => `Paragraph ${index + 1} says how the river is kept within its banks.`)
  await officer.done(`${paper}/parts/recommendations`, { revision: '0', recommendation: 'note the report' })
  await officer.done(`${paper}/parts/body`, { revision: '0', markdown: `## Banks\n\n${paragraphs.join('\n\n')}` })
  await officer.done(`${paper}/parts/closing`, { revision: '0', background: 'none', 'contact-points': 'Rivers team, 01632 960112' })
  return meeting
}

/** The revision that the page for publishing rests on. */
export async function revisionToPublish(officer: StaffHands, meeting: string): Promise<string> {
  return /name="revision" value="(\d+)"/.exec((await officer.get(`${meeting}/publish`)).text)?.[1] ?? ''
}
