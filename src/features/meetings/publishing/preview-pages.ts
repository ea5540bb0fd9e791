import { ok, refuse } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { html, type Html } from '#platform/pages/html.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { itemBody } from '../public/item-page.ts'
import { meetingBody } from '../public/meeting-page.ts'
import { printable } from '../publication/pack-of-meeting.ts'
import type { Publication } from '../publication/prepare-publication.ts'
import { whenInWords } from '../record/meeting-words.ts'
import type { ItemId } from '../work/meeting-in-work.ts'
import { crumbsTo, meetingOf, refusedNoMeeting, staffAddress } from './page-frame.ts'
import { itemsReadableBy, shownTo } from './preview-rights.ts'
import { meetingToPublish, noSuchMeeting, proposalOf, type Proposal } from './to-publish.ts'

/** The public pages of a meeting as they would be, before they are published. */
export const previewPages: readonly StaffPage<MeetingsApp>[] = [
  { path: '/staff/meetings/:meeting/preview', show: previewMeeting },
  { path: '/staff/meetings/:meeting/preview/items/:number', show: previewItem },
  { path: '/staff/meetings/:meeting/preview/pictures/:checksum', show: previewPicture },
  { path: '/staff/meetings/:meeting/preview/files/:checksum/:name', show: previewFile },
]

async function previewMeeting(request: StaffRequest, app: MeetingsApp): Promise<StaffAnswer> {
  return previewed(request, app, (publication, proposal) => {
    const address = `${staffAddress(proposal.kept.meeting.id)}/preview`
    const { meeting } = publication
    return {
      kind: 'page',
      title: `Preview: ${meeting.bodyName}, ${whenInWords(meeting)}`,
      crumbs: crumbsTo(named(proposal)),
      body: html`${notPublished(request, proposal)} ${meetingBody({ meeting }, address, request.today)}`,
    }
  })
}

async function previewItem(request: StaffRequest, app: MeetingsApp): Promise<StaffAnswer> {
  return previewed(request, app, ({ meeting, papers }, proposal) => {
    const address = `${staffAddress(proposal.kept.meeting.id)}/preview`
    const item = meeting.items.find((one) => String(one.number) === request.params['number'])
    if (item === undefined) return { kind: 'refused', refusal: refuse('not-found', 'What the public will see has no item of this number.').refusal }
    const own = papers.filter((paper) => paper.item === item.number).map(printable)
    return {
      kind: 'page',
      title: `Preview: ${item.title}`,
      crumbs: crumbsTo(named(proposal), { text: 'Preview', href: address }),
      body: html`${notPublished(request, proposal)} ${itemBody({ meeting, item, papers: own, address, filesAt: address })}`,
    }
  })
}

async function previewPicture(request: StaffRequest, app: MeetingsApp): Promise<StaffAnswer> {
  return previewed(request, app, async ({ papers }) => {
    const picture = papers.flatMap(({ text }) => [...text.pictures, ...(text.drawings ?? [])]).find(({ reference }) => reference.checksum === request.params['checksum'])
    return picture === undefined ? noSuchFile : { kind: 'file', contentType: picture.reference.mediaType, body: picture.bytes, inline: true }
  })
}

async function previewFile(request: StaffRequest, app: MeetingsApp): Promise<StaffAnswer> {
  return previewed(request, app, async ({ papers }) => {
    const file = papers.flatMap((paper) => paper.attachment ?? []).find((one) => one.checksum === request.params['checksum'])
    const body = file === undefined ? undefined : await app.files.get(file.checksum)
    return file === undefined || body === undefined ? noSuchFile : { kind: 'file', contentType: file.mediaType, body, filename: file.name, inline: file.mediaType === 'application/pdf' }
  })
}

const noSuchFile: StaffAnswer = { kind: 'refused', refusal: refuse('not-found', 'What the public will see has no such file.').refusal }

/** Reads the meeting for somebody who may see it, and shows what would be public of it, as far as this person may read it already. */
async function previewed(request: StaffRequest, app: MeetingsApp, show: (publication: Publication, proposal: Proposal) => StaffAnswer | Promise<StaffAnswer>): Promise<StaffAnswer> {
  const id = meetingOf(request)
  if (id === undefined) return refusedNoMeeting
  const found = await look(request.context, { verb: 'meetings.see', subject: { kind: 'meeting', id } }, async (reader) => {
    const facts = await meetingToPublish(reader, id)
    return facts.ok ? ok({ facts: facts.value, readable: await itemsReadableBy(reader, request.context.actor, facts.value.kept.meeting) }) : noSuchMeeting
  })
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const { facts, readable } = found.value
  const proposal = await proposalOf(request.context, app, facts, { itemReasons: {} })
  return proposal.said === undefined ? unreadable(proposal, readable) : show(shownTo(readable, proposal.said.publication, proposal), proposal)
}

/** A preview shows what can be read; of a text that cannot, what is wrong with it. */
function unreadable(proposal: Proposal, readable: ReadonlySet<ItemId>): StaffAnswer {
  const hidden = new Set(proposal.kept.meeting.items.filter((item) => !readable.has(item.id)).flatMap((item) => item.papers.map((paper) => paper.title)))
  const faults = proposal.draft.ok ? [] : proposal.draft.refusal.faults.filter(({ file }) => !hidden.has(file ?? ''))
  return {
    kind: 'page',
    title: 'Preview',
    crumbs: crumbsTo(named(proposal)),
    body: html`<p class="govuk-body-l">Some papers cannot be read as they stand, so there is nothing to show yet.</p>
      <ul class="govuk-list govuk-list--bullet">${faults.map((fault) => html`<li><bdi>${fault.file ?? ''}</bdi>${fault.row === undefined ? '' : `, line ${fault.row}`}: ${fault.message}</li>`)}</ul>`,
  }
}

function notPublished({ context }: StaffRequest, { kept, isOpen, kind }: Proposal): Html {
  const pages = kind === undefined ? 'Nothing of this differs from what is published.' : 'Page numbers are known once the pack is set.'
  return insetText({
    text: html`<strong>Preview, not published.</strong> ${isOpen ? 'This is what the public would read if it were published now.' : 'Of a private meeting this is all that the public would read.'} ${pages}
      ${context.may(context.actor, 'meetings.publish') && html`<a class="govuk-link" href="${staffAddress(kept.meeting.id)}/publish">Check and publish</a>`}`,
  })
}

function named({ kept, body }: Proposal) {
  return { meeting: kept.meeting, body }
}
