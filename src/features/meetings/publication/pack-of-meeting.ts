import { given } from '#core/given.ts'
import { capacityWords, voteNote } from '#features/bodies'
import { meetingDeadlines } from '#features/rules'
import { formatDate } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import type { Block } from '#platform/documents/blocks.ts'
import type { AttachedFile } from '../record/meeting-draft.ts'
import { meetingAddress, statedIssue, type AgendaItem, type PublishedMeeting } from '../record/meeting.ts'
import { fileKindInWords } from '../record/file-words.ts'
import { kindInWords } from '../record/meeting-words.ts'
import type { ReportFrame } from '../record/report-file.ts'
import type { PackFront, PackItem, PackMembers, PackPaper, PublicPack } from '../pack/pack-content.ts'
import type { HeldPaper, Publication } from './prepare-publication.ts'

/** What the council says of itself on every pack. */
export interface PackCouncil {
  readonly name: string
  readonly alternativeFormats: string
}

/** What a pack needs to know besides the meeting. */
export interface PackSetting {
  readonly council: PackCouncil
  readonly today: LocalDate
  /** `https://council.example`, without a trailing slash. */
  readonly origin: string
}

/** A paper as it is printed. */
export interface PrintablePaper {
  readonly id: string
  readonly item: number
  readonly title: string
  /** Reports only. */
  readonly frame?: ReportFrame
  readonly blocks: readonly Block[]
  readonly file?: AttachedFile
}

/** A paper of a draft as it is printed. */
export function printable({ id, item, title, text, attachment }: HeldPaper): PrintablePaper {
  return { id, item, title, blocks: text.blocks, ...given('frame', text.frame), ...given('file', attachment) }
}

/** The content of the public pack: what the page of the meeting says, for print. */
export function packOf({ meeting, papers }: Publication, setting: PackSetting): PublicPack {
  const addressOf = publicFileAddress(meeting, setting.origin)
  return { audience: 'public', ...packFront(meeting, setting.council), ...packMembers(meeting, setting.today), items: meeting.items.map((item) => publicItem(item, papers.map(printable), addressOf)) }
}

/** Where the public reads a supplied file. */
export function publicFileAddress(meeting: Pick<PublishedMeeting, 'body' | 'date'>, origin: string): (file: AttachedFile) => string {
  return (file) => `${origin}${meetingAddress(meeting)}/files/${file.checksum}/${encodeURIComponent(file.name)}`
}

/** What every document of the meeting says of it. */
export function packFront(meeting: Omit<PublishedMeeting, 'items'>, council: PackCouncil): PackFront {
  const { date, time, title, venue, webcast, contact } = meeting
  return {
    council: council.name,
    body: meeting.bodyName,
    meeting: { date, webcast, ...given('time', time), ...given('title', title), ...given('place', venue), ...given('issued', statedIssue(meeting)) },
    ...(contact === undefined ? {} : { contact: { office: contact.office, ...given('phone', contact.phone), ...given('email', contact.email) } }),
    alternativeFormats: council.alternativeFormats,
    ...given('version', meeting.corrects === undefined ? undefined : correctionInWords(meeting.corrects)),
  }
}

/** "Version 4, 3 July 2023: in place of version 2. Table 3 is put right." */
function correctionInWords({ version, inPlaceOf, on, note }: NonNullable<PublishedMeeting['corrects']>): string {
  return `Version ${version}, ${formatDate(on)}: in place of version ${inPlaceOf}. ${note}`
}

/** Who sits at the meeting and how the public may speak. */
export function packMembers(meeting: Omit<PublishedMeeting, 'items'>, today: LocalDate): PackMembers {
  return {
    members: meeting.members.map((member) => ({
      ...given('name', member.person),
      role: member.seat,
      organisation: member.organisation,
      capacity: capacityWords[member.capacity],
      ...given('vote', voteNote(member)),
      ...given('substitute', member.substitute),
    })),
    alsoInvited: meeting.alsoInvited,
    ...given('publicParticipation', speakingNotice(meeting, today)),
  }
}

function speakingNotice(meeting: Omit<PublishedMeeting, 'items'>, today: LocalDate): string | undefined {
  const { participation } = meeting
  if (participation === undefined) return undefined
  const closing = meetingDeadlines({ date: meeting.date, ...given('time', meeting.time), participation }, today).find((deadline) => deadline.rule === 'public-participation')
  if (closing === undefined) return undefined
  const each = participation.minutesEach === undefined ? '' : ` Each speaker has ${participation.minutesEach} minutes.`
  const inAll = participation.minutesInAll === undefined ? '' : ` There are ${participation.minutesInAll} minutes in all.`
  return `Members of the public may speak on an item of this agenda if they ask by ${closing.words}.${each}${inAll}`
}

/** An item with those of its papers that are given. */
export function publicItem(item: AgendaItem, papers: readonly PrintablePaper[], addressOf: (file: AttachedFile) => string): PackItem & { readonly lateReason?: string } {
  const open = papers.filter((paper) => paper.item === item.number).map((paper) => packPaper(paper, addressOf, item.exempt?.paragraph))
  return { ...itemFacts(item), papers: ownPapers(item, open) }
}

/** What the agenda in print says of an item besides its papers. */
export function itemFacts(item: AgendaItem): Omit<PackItem, 'papers'> & { readonly lateReason?: string } {
  const remarks = [
    ...(item.withdrawn === undefined ? [] : [`Withdrawn: ${item.withdrawn}`]),
    ...(item.released === undefined ? [] : ['Released: its papers were exempt before.']),
    ...item.papers.flatMap((paper) => (paper.withdrawn === undefined ? [] : [`${paper.title} is withdrawn: ${paper.withdrawn}`])),
    ...(item.note === undefined ? [] : [item.note]),
  ]
  return {
    number: item.number,
    title: item.title,
    ...given('kind', item.kind === undefined ? undefined : kindInWords(item.kind)),
    ...given('presenter', item.presenter),
    ...given('timing', item.timing),
    ...given('note', remarks.length === 0 ? undefined : remarks.join(' ')),
    ...given('lateReason', item.lateReason),
  }
}

function ownPapers(item: AgendaItem, open: readonly PackPaper[]): PackItem['papers'] {
  if (item.exempt !== undefined) return { state: 'exempt', paragraph: item.exempt.paragraph, reason: item.exempt.reason, open }
  if (item.confidential) return { state: 'confidential', open }
  return { state: 'open', moreToFollow: item.toFollow, papers: open }
}

/** `redacted` is the paragraph under which parts of an open paper of an exempt item are taken out. */
export function packPaper(paper: PrintablePaper, addressOf: (file: AttachedFile) => string, redacted?: number): PackPaper {
  const { id, title, frame, blocks, file } = paper
  const shared = { id, title, ...given('redacted', redacted) }
  if (frame !== undefined) return { ...shared, kind: 'report', frame, body: blocks }
  if (file === undefined) return { ...shared, kind: 'appendix', blocks }
  return { ...shared, kind: 'file', description: blocks, file: { name: file.name, kind: fileKindInWords(file.mediaType), bytes: file.bytes, address: addressOf(file) } }
}
