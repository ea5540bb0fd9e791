import { countOf } from '#core/count-in-words.ts'
import type { Refusal } from '#core/outcome.ts'
import { postedForm, type PostedForm } from '#access/staff/posted-form.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { details } from '#platform/pages/components/details.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { notificationBanner } from '#platform/pages/components/notification-banner.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { dataTable } from '#platform/pages/data-table.ts'
import { faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import { formatDate } from '#core/date-words.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { toldInWords } from '../planner/notices.ts'
import { isWithheldItem } from '../record/withheld.ts'
import { publishedInWords } from '../publication/published-words.ts'
import { meetingAddress } from '../record/meeting.ts'
import { meetingTag, placeInWords, whenInWords } from '../record/meeting-words.ts'
import { askPublication, nameOf, proposePublication } from './ask-publication.ts'
import { changesSection } from './changes-section.ts'
import { checkSection } from './check-section.ts'
import { crumbsTo, meetingOf, refusedNoMeeting, staffAddress } from './page-frame.ts'
import { askedWith, choosesAnew, leaveForm, publishForm, withoutKind } from './publish-form.ts'
import { runPublication } from './run-publication.ts'
import type { Proposal } from './to-publish.ts'

/** `/staff/meetings/:meeting/publish`: what would be published, what stands in its way, who is told; and the deed. */
export const publishPage: StaffPage<MeetingsApp> = {
  path: '/staff/meetings/:meeting/publish',
  show: (request, app) => pageOf(request, app, postedForm([])),
  submit: async (request, app) => {
    const meeting = meetingOf(request)
    if (meeting === undefined) return refusedNoMeeting
    if (choosesAnew(request.form) || request.form.text('step') === 'check') return pageOf(request, app, withoutKind(request.form))
    const asked = await askPublication(request.context, app, meeting, askedWith(request.form))
    if (!asked.ok) return asked.refusal.kind === 'not-allowed' ? { kind: 'refused', refusal: asked.refusal } : pageOf(request, app, request.form, asked.refusal)
    app.background('publication', async () => void (await runPublication(request.context, app, asked.value)))
    return { kind: 'moved', to: `${staffAddress(meeting)}/publications/${asked.value}` }
  },
}

async function pageOf(request: StaffRequest, app: MeetingsApp, typed: PostedForm, refusal?: Refusal): Promise<StaffAnswer> {
  const meeting = meetingOf(request)
  if (meeting === undefined) return refusedNoMeeting
  const { lateReason, itemReasons, leave } = askedWith(typed)
  const proposal = await proposePublication(request.context, app, meeting, { lateReason, itemReasons, leave })
  if (!proposal.ok) return { kind: 'refused', refusal: proposal.refusal }
  const status = refusal === undefined ? {} : { hasFaults: true, status: refusal.kind === 'invalid' ? (400 as const) : (409 as const) }
  return {
    kind: 'page',
    title: proposal.value.isFirst ? 'Publish the agenda' : 'Publish what has changed',
    crumbs: crumbsTo({ meeting: proposal.value.kept.meeting, body: proposal.value.body }),
    body: bodyOf(proposal.value, request, typed, refusal),
    ...status,
  }
}

function bodyOf(proposal: Proposal, request: StaffRequest, typed: PostedForm, refusal: Refusal | undefined): Html {
  const mayGoOn = proposal.kind !== undefined && proposal.underWay === undefined && proposal.findings.every((finding) => finding.severity === 'told')
  return html`${refusal && faultSummary(shownRefusal(refusal, mayGoOn))} ${choosesAnew(typed) && chosen(proposal, mayGoOn)} ${underWay(proposal)} ${meetingNow(proposal, request)} ${changesSection(proposal)}
    ${proposal.kind === undefined && proposal.changes !== undefined ? html`<p class="govuk-body"><a class="govuk-link" href="${staffAddress(proposal.kept.meeting.id)}/after">How to supplement, correct or withdraw</a></p>` : html`${checkSection(proposal)} ${clearDaysSection(proposal)} ${withheldSection(proposal)} ${readersSection(proposal)}`}
    ${mayGoOn ? html`<h2 class="govuk-heading-m">Publish</h2>${publishForm(proposal, typed, request.session.formToken, refusal)}` : proposal.underWay === undefined && leaveForm(proposal, typed, request.session.formToken)}`
}

/** What was chosen shows in all that follows. */
function chosen({ staying }: Proposal, mayGoOn: boolean): Html {
  const left = staying.length === 0 ? 'Every change would be published.' : `${countOf(staying.length, 'papers')} would stay as published.`
  return notificationBanner({ content: html`<p class="govuk-notification-banner__heading">${left}${mayGoOn ? ' Look at what this version would be, then publish.' : ''}</p>` })
}

/** What stops publication is listed below with the ways to it. */
function shownRefusal(refusal: Refusal, mayGoOn: boolean): Refusal {
  return mayGoOn || refusal.faults.length === 0 ? refusal : { ...refusal, faults: [{ field: 'check', message: 'See what stops publication' }] }
}

function underWay({ underWay: record, kept }: Proposal): Html | undefined {
  if (record === undefined) return undefined
  return insetText({ text: html`<bdi>${nameOf(record.askedBy)}</bdi> is publishing this meeting now. <a class="govuk-link" href="${staffAddress(kept.meeting.id)}/publications/${record.id}">See how far it is</a>.` })
}

function meetingNow({ kept, body, standing }: Proposal, { today }: StaffRequest): Html {
  const { facts } = kept.meeting
  const published = standing === undefined ? 'Nothing yet' : html`<a class="govuk-link" href="${meetingAddress(facts)}">${standing.meeting.items.length === 0 ? 'Announced in the calendar' : `Version ${standing.version}`}</a>, ${publishedInWords(standing)}`
  return summaryList({
    rows: [
      { key: 'Meeting', value: body.name },
      { key: 'When', value: whenInWords(facts) },
      { key: 'Where', value: placeInWords(facts) },
      { key: 'State', value: meetingTag(facts, today) },
      { key: 'Published', value: published },
    ],
  })
}

function clearDaysSection({ clearDays, isFirst, lateItems }: Proposal): Html | undefined {
  if (!isFirst && lateItems.length === 0) return undefined
  return html`<h2 class="govuk-heading-m" id="clear-days">Five clear working days</h2>
    <p class="govuk-body">${clearDays.words}</p>
    ${clearDays.working.length === 0
      ? undefined
      : details({
          summary: 'How the last lawful day was worked out',
          content: html`<ol class="govuk-list govuk-list--number">${clearDays.working.map((step) => html`<li>${step}</li>`)}</ol>
            <p class="govuk-body"><a class="govuk-link" href="/rules/agenda-publication">Local Government Act 1972 s100A and s100B</a></p>`,
        })}`
}

function withheldSection({ said, isOpen, next }: Proposal): Html | undefined {
  if (said === undefined || !isOpen) return undefined
  const items = said.issue.meeting.items.filter((item) => isWithheldItem(item) && item.withdrawn === undefined)
  if (said.issue.papers.length === 0) return undefined
  if (items.length === 0) return html`<h2 class="govuk-heading-m" id="withheld">What stays out</h2><p class="govuk-body">Nothing: every paper of this agenda is public.</p>`
  const papers = said.issue.papers.filter((paper) => !paper.isPublic).length
  return html`<h2 class="govuk-heading-m" id="withheld">What stays out</h2>
    <p class="govuk-body">${papers === 0 ? 'No paper of these items is handed in yet; whatever is stays out of what the public reads.' : papers === 1 ? '1 paper stays out of what the public reads. Members have it in the exempt part of their packs.' : `${papers} papers stay out of what the public reads. Members have them in the exempt part of their packs.`}</p>
    ${dataTable({
      caption: 'Items whose papers are withheld',
      captionHidden: true,
      columns: [{ heading: 'Item' }, { heading: 'The public reads' }, { heading: 'Why' }, { heading: 'Decided by' }, { heading: 'To review' }],
      rows: items.map((item) => [
        `${item.number}`,
        userText(said.publication.meeting.items.find((one) => one.number === item.number)?.title ?? ''),
        item.exempt === undefined ? 'Confidential (s100A(2))' : html`Paragraph ${item.exempt.paragraph}: ${userText(item.exempt.reason)}`,
        userText(next.meeting.items.find((one) => one.number === item.number)?.facts.withheld?.decidedBy ?? 'not said'),
        item.decision?.reviewOn === undefined ? 'not said' : formatDate(item.decision.reviewOn),
      ]),
    })}`
}

function readersSection({ kept, isOpen, told, said, staying }: Proposal): Html {
  const items = said === undefined ? '' : ` with its ${countOf(said.publication.meeting.items.length, 'items')}`
  return html`<h2 class="govuk-heading-m">What readers will see</h2>
    <p class="govuk-body"><a class="govuk-link" href="${staffAddress(kept.meeting.id)}/preview">Preview of the public page</a>${isOpen ? items : ''}.${staying.length === 0 ? '' : ' It shows every change, also those that are left out of this version.'}</p>
    <p class="govuk-body">${toldInWords(told)} ${isOpen ? 'Calendars and news feeds that people subscribe to say it by themselves.' : ''}</p>`
}
