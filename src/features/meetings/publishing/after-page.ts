import { html, type Html, type Piece } from '#platform/pages/html.ts'
import { ok } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { taskList } from '#platform/pages/components/task-list.ts'
import { doneBanner } from '#platform/pages/done-banner.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { userText } from '#platform/pages/text.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { supplementsOf, type Supplement } from '../publication/published-files.ts'
import { versionsOf, type VersionInList } from '../publication/published-meetings.ts'
import { publishedInWords } from '../publication/published-words.ts'
import { meetingAddress } from '../record/meeting.ts'
import { pagesInWords } from '../record/meeting-words.ts'
import type { ItemInWork } from '../work/meeting-in-work.ts'
import { proposePublication } from './ask-publication.ts'
import { changesSection } from './changes-section.ts'
import { crumbsTo, meetingOf, momentInWords, refusedNoMeeting, staffAddress } from './page-frame.ts'
import { reviewAddress } from './reviews-due.ts'
import type { Proposal } from './to-publish.ts'

interface History {
  readonly supplements: readonly Supplement[]
  readonly versions: readonly VersionInList[]
}

/** `/staff/meetings/:meeting/after`: what stands published, what has changed since, and the ways to supplement, correct, withdraw and release. */
export const afterPage: StaffPage<MeetingsApp> = {
  path: '/staff/meetings/:meeting/after',
  show: async (request, app) => {
    const id = meetingOf(request)
    if (id === undefined) return refusedNoMeeting
    const proposal = await proposePublication(request.context, app, id)
    if (!proposal.ok) return { kind: 'refused', refusal: proposal.refusal }
    const { body, date } = proposal.value.kept.meeting.facts
    const history = await look(request.context, { verb: 'meetings.publish', subject: { kind: 'meeting', id } }, async (reader) =>
      ok({ supplements: await supplementsOf(reader, body, date), versions: await versionsOf(reader, body, date) }),
    )
    return history.ok ? pageOf(request, proposal.value, history.value) : { kind: 'refused', refusal: history.refusal }
  },
}

const done: Readonly<Record<string, Piece>> = {
  withdrawn: 'It is withdrawn in the draft. Publish what has changed, so that the public reads it.',
  reinstated: 'The withdrawal is taken back in the draft. Publish what has changed, so that the public reads it.',
  released: 'The papers are released in the draft. Publish what has changed, so that the public can read them.',
  kept: 'The papers stay withheld. You are asked again on the day you gave.',
}

function pageOf(request: StaffRequest, proposal: Proposal, history: History): StaffAnswer {
  const { kept, body } = proposal
  const address = staffAddress(kept.meeting.id)
  return {
    kind: 'page',
    title: 'Supplements, corrections and withdrawals',
    crumbs: crumbsTo({ meeting: kept.meeting, body }),
    body: html`${doneBanner(request.query, done)} ${standing(proposal)}
      ${proposal.isFirst ? undefined : html`${changesSection(proposal)}
      ${proposal.kind === undefined && proposal.changes !== undefined ? undefined : html`<p class="govuk-body"><a class="govuk-link" href="${address}/publish">Check and publish what has changed</a></p>`}`}
      ${ways(address)} ${itemsSection(proposal)} ${supplementsSection(proposal, history)} ${versionsSection(proposal, history)}`,
  }
}

function standing({ standing: version, kept }: Proposal): Html {
  if (version === undefined) return html`<p class="govuk-body-l">Nothing of this meeting is published yet. <a class="govuk-link" href="${staffAddress(kept.meeting.id)}/publish">Check and publish</a></p>`
  if (version.meeting.items.length === 0) return html`<p class="govuk-body-l"><a class="govuk-link" href="${meetingAddress(kept.meeting.facts)}">Announced in the calendar</a>, ${publishedInWords(version)}.</p>`
  return html`<p class="govuk-body-l"><a class="govuk-link" href="${meetingAddress(kept.meeting.facts)}">Version ${version.version}</a> stands, ${publishedInWords(version)}.</p>`
}

function ways(address: string): Html {
  return html`<h2 class="govuk-heading-m">How to change what is published</h2>
    <ul class="govuk-list govuk-list--bullet">
      <li>A report that was to follow: once its author hands it in, <a class="govuk-link" href="${address}/publish">publish it as a supplement</a>.</li>
      <li>A late item: <a class="govuk-link" href="${address}/items/new">add it to the agenda</a>, then publish it with the chair’s reason.</li>
      <li>A correction: change the agenda or the paper, then publish it as a new version that says what it corrects.</li>
      <li>To withdraw an item or a paper, or to release what was withheld, choose the item below.</li>
    </ul>`
}

function itemsSection({ kept }: Proposal): Html | undefined {
  if (kept.meeting.items.length === 0) return undefined
  return html`<h2 class="govuk-heading-m" id="items">Items</h2>
    ${taskList({
      idPrefix: 'item',
      items: kept.meeting.items.map((item) => ({ title: html`${item.number}. ${userText(item.facts.title)}`, href: reviewAddress({ meeting: kept.meeting.id, item: item.id }), status: stateOf(item) })),
    })}`
}

/** What is out of the ordinary about an item; nothing of one that is simply open. */
function stateOf({ facts }: ItemInWork): Piece {
  if (facts.withdrawn !== undefined) return statusTag('Withdrawn', 'bad')
  const tags = [
    ...(facts.exempt === undefined ? [] : [statusTag(`Exempt: paragraph ${facts.exempt.paragraph}`, 'withheld')]),
    ...(facts.confidential ? [statusTag('Confidential', 'withheld')] : []),
    ...(facts.toFollow ? [statusTag('To follow', 'caution')] : []),
    ...(facts.withdrawnPapers === undefined ? [] : [statusTag('Paper withdrawn', 'bad')]),
    ...(facts.released === undefined ? [] : [statusTag('Released', 'good')]),
  ]
  return html`${tags.map((tag) => html`${tag} `)}`
}

function supplementsSection({ kept }: Proposal, { supplements }: History): Html | undefined {
  if (supplements.length === 0) return undefined
  const address = meetingAddress(kept.meeting.facts)
  return html`<h2 class="govuk-heading-m">Supplements</h2>
    <ul class="govuk-list govuk-list--bullet">
      ${supplements.map(({ number, pages, note, publishedAt }) => html`<li><a class="govuk-link" href="${address}/supplements/${number}">Supplement ${number}</a>${pages === undefined ? '' : `, ${pagesInWords(pages)}`}, published ${momentInWords(publishedAt)}: ${note}</li>`)}
    </ul>`
}

function versionsSection({ kept }: Proposal, { versions }: History): Html | undefined {
  if (versions.length === 0) return undefined
  const address = meetingAddress(kept.meeting.facts)
  return html`<h2 class="govuk-heading-m">Versions</h2>
    <ul class="govuk-list govuk-list--bullet">
      ${versions.map((one) => html`<li><a class="govuk-link" href="${address}/versions/${one.version}">Version ${one.version}</a>, ${publishedInWords(one)}: ${one.note}</li>`)}
    </ul>`
}
