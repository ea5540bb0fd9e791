import { given } from '#core/given.ts'
import { voteNote, type Body } from '#features/bodies'
import { meetingDeadlines } from '#features/rules'
import type { LocalDate } from '#core/dates.ts'
import type { AgendaItem, PublishedMeeting } from '../record/meeting.ts'
import { kindInWords } from '../record/meeting-words.ts'
import type { PackContent, PackItem, PackPaper } from '../pack/pack-content.ts'
import type { Publication } from './prepare-publication.ts'

const capacities: Readonly<Record<Body['members'][number]['capacity'], string>> = {
  chair: 'Chair',
  'vice-chair': 'Vice-chair',
  voting: 'Member',
  'co-opted': 'Co-opted member',
  associate: 'Associate member',
  observer: 'Observer',
  invited: 'Invited',
}

/** What the council says of itself on every pack. */
export interface PackCouncil {
  readonly name: string
  readonly alternativeFormats: string
}

/** The content of the public pack: what the page of the meeting says, for print. */
export function packOf({ meeting, papers }: Publication, council: PackCouncil, today: LocalDate): PackContent {
  const { date, time, title, venue, webcast, issued, contact } = meeting
  const speaking = speakingNotice(meeting, today)
  return {
    audience: 'public',
    council: council.name,
    body: meeting.bodyName,
    meeting: { date, webcast, ...given('time', time), ...given('title', title), ...given('place', venue), ...given('issued', meeting.issuedSource === 'computed' ? undefined : issued) },
    members: meeting.members.map((member) => ({
      ...given('name', member.person),
      role: member.seat,
      organisation: member.organisation,
      capacity: capacities[member.capacity],
      ...given('vote', voteNote(member)),
      ...given('substitute', member.substitute),
    })),
    alsoInvited: meeting.alsoInvited,
    ...(contact === undefined ? {} : { contact: { office: contact.office, ...given('phone', contact.phone), ...given('email', contact.email) } }),
    alternativeFormats: council.alternativeFormats,
    ...given('publicParticipation', speaking),
    items: meeting.items.map((item) => itemOf(item, papers)),
  }
}

function speakingNotice(meeting: PublishedMeeting, today: LocalDate): string | undefined {
  const { participation } = meeting
  if (participation === undefined) return undefined
  const closing = meetingDeadlines({ date: meeting.date, ...given('time', meeting.time), participation }, today).find((deadline) => deadline.rule === 'public-participation')
  if (closing === undefined) return undefined
  const each = participation.minutesEach === undefined ? '' : ` Each speaker has ${participation.minutesEach} minutes.`
  const inAll = participation.minutesInAll === undefined ? '' : ` There are ${participation.minutesInAll} minutes in all.`
  return `Members of the public may speak on an item of this agenda if they ask by ${closing.words}.${each}${inAll}`
}

function itemOf(item: AgendaItem, papers: Publication['papers']): PackItem {
  return {
    number: item.number,
    title: item.title,
    ...given('kind', item.kind === undefined ? undefined : kindInWords(item.kind)),
    ...given('presenter', item.presenter),
    ...given('timing', item.timing),
    ...given('note', item.lateReason === undefined ? item.note : `Added late. The chair’s reason for urgency: ${item.lateReason} ${item.note ?? ''}`.trim()),
    papers: papersOf(item, papers),
  }
}

function papersOf(item: AgendaItem, papers: Publication['papers']): PackItem['papers'] {
  if (item.exempt !== undefined) return { state: 'exempt', paragraph: item.exempt.paragraph, reason: item.exempt.reason }
  if (item.confidential) return { state: 'confidential' }
  return { state: 'open', moreToFollow: item.toFollow, papers: papers.filter((paper) => paper.item === item.number).map(paperOf) }
}

function paperOf({ id, title, text }: Publication['papers'][number]): PackPaper {
  return text.frame === undefined ? { kind: 'appendix', id, title, blocks: text.blocks } : { kind: 'report', id, title, frame: text.frame, body: text.blocks }
}
