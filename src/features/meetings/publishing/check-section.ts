import { countOf } from '#core/count-in-words.ts'
import { details } from '#platform/pages/components/details.ts'
import { taskList } from '#platform/pages/components/task-list.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { userText } from '#platform/pages/text.ts'
import type { MeetingId } from '../work/meeting-in-work.ts'
import { staffAddress } from './page-frame.ts'
import type { Finding } from './readiness.ts'
import { reviewAddress } from './reviews-due.ts'
import type { Proposal } from './to-publish.ts'

const mostOpen = 8

/** What stops publication, each with the way to where it is put right, and what is only told. */
export function checkSection({ findings, kept }: Pick<Proposal, 'findings' | 'kept'>): Html {
  const stopping = findings.filter((finding) => finding.severity === 'stops')
  const told = findings.filter((finding) => finding.severity === 'told')
  const toldList = told.length === 0 ? undefined : taskList({ items: told.map((finding) => task(finding, kept.meeting.id)), idPrefix: 'told' })
  return html`<h2 class="govuk-heading-m" id="check">Check</h2>
    <p class="govuk-body">${stopping.length === 0 ? 'Nothing stops publication.' : `${countOf(stopping.length, 'matters')} to put right before this can be published.`}${told.length === 0 ? '' : ` ${countOf(told.length, 'matters')} to know.`}</p>
    ${stopping.length === 0 ? undefined : taskList({ items: stopping.map((finding) => task(finding, kept.meeting.id)), idPrefix: 'stops' })}
    ${toldList !== undefined && told.length > mostOpen ? details({ summary: `${told.length} things to know`, content: toldList }) : toldList}`
}

function task(finding: Finding, meeting: MeetingId) {
  const { message, item, paper, severity } = finding
  const where = item === undefined ? undefined : html`Item ${item.number}, ${userText(paper?.title ?? item.title)}`
  return {
    title: where ?? (finding.isOfFacts === true ? 'Date, time and place' : 'The agenda'),
    hint: userText(message),
    href: placeOf(finding, meeting),
    status: severity === 'stops' ? statusTag('To put right', 'bad') : statusTag('To know', 'neutral'),
  }
}

/** Where it is put right. */
function placeOf({ item, paper, isOfFacts, isOfRelease }: Finding, meeting: MeetingId): string {
  if (item !== undefined && isOfRelease === true) return reviewAddress({ meeting, item: item.id })
  if (isOfFacts === true) return `${staffAddress(meeting)}/facts`
  if (paper !== undefined) return `/staff/papers/${paper.id}`
  return item === undefined ? staffAddress(meeting) : `${staffAddress(meeting)}/items/${item.id}`
}
