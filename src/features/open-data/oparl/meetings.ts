import { formatDate } from '#core/date-words.ts'
import { given } from '#core/given.ts'
import { londonInstant } from '#core/london-time.ts'
import { isOpenMeeting, isWithheldItem, meetingAddress, statedIssue, type AgendaItem, type MeetingRecord, type MeetingStatus, type NamedEarlier } from '#features/meetings'
import { typeOf, type OparlAddresses, type OparlObject } from './addresses.ts'
import { minutesFile, packFile, paperFiles, readablePapers, supplementFiles } from './files.ts'
import { outcomeOf, participantsOf, type MinutedMeeting } from './minuted-meetings.ts'
import { dated, goneObject } from './organizations.ts'

/** The three states that the standard recommends: planned, called, minutes released. */
const states: Readonly<Record<MeetingStatus, string>> = {
  planned: 'terminiert',
  'agenda-published': 'eingeladen',
  held: 'eingeladen',
  'minutes-draft': 'eingeladen',
  'minutes-confirmed': 'durchgeführt',
  cancelled: 'terminiert',
  adjourned: 'eingeladen',
}

/** A meeting with its agenda, its minutes and who of these persons was there. */
export function meetingObject(at: OparlAddresses, record: MinutedMeeting, persons: ReadonlySet<string>, omitInternal: boolean): OparlObject {
  const { meeting } = record
  const participants = participantsOf(record, persons)
  const minutes = minutesFile(at, record)
  const location = locationObject(at, record)
  const pack = packFile(at, record)
  const supplements = supplementFiles(at, record)
  return {
    id: at.meeting(meeting),
    type: typeOf('Meeting'),
    name: meeting.title ?? `${meeting.bodyName}, ${formatDate(meeting.date)}`,
    meetingState: states[meeting.status],
    cancelled: meeting.status === 'cancelled',
    ...(meeting.time === undefined ? {} : { start: londonInstant(meeting.date, meeting.time) }),
    ...(location === undefined ? {} : { location }),
    organization: [at.organization(meeting.body)],
    ...(participants.length === 0 ? {} : { participant: participants.map((name) => at.person(name)) }),
    ...(pack === undefined ? {} : { invitation: pack }),
    ...(minutes === undefined ? {} : { resultsProtocol: minutes }),
    ...(omitInternal || supplements.length === 0 ? {} : { auxiliaryFile: supplements }),
    ...(omitInternal ? {} : { agendaItem: meeting.items.map((item, order) => agendaItemObject(at, record, item, order)) }),
    web: `${at.origin}${meetingAddress(meeting)}`,
    ...dated(record),
  }
}

/** An item of an agenda; `order` counts from 0. */
function agendaItemObject(at: OparlAddresses, record: MinutedMeeting, item: AgendaItem, order: number): OparlObject {
  const { meeting } = record
  const { from, to } = item.timing ?? {}
  return {
    id: at.agendaItem(meeting, item.number),
    type: typeOf('AgendaItem'),
    meeting: at.meeting(meeting),
    number: String(item.number),
    order,
    name: item.title,
    public: isOpenMeeting(meeting) && !isWithheldItem(item),
    ...(readablePapers(item).length === 0 ? {} : { consultation: at.consultation(meeting, item.number) }),
    ...outcomeOf(record, item),
    ...(from === undefined ? {} : { start: londonInstant(meeting.date, from) }),
    ...(to === undefined ? {} : { end: londonInstant(meeting.date, to) }),
    ...(item.subjects === undefined ? {} : { keyword: item.subjects }),
    web: `${at.origin}${meetingAddress(meeting)}/items/${item.number}`,
    ...dated(record),
  }
}

/** The papers of one item: its report, and the appendices that belong to it. */
function paperObject(at: OparlAddresses, record: MeetingRecord, item: AgendaItem): OparlObject | undefined {
  const papers = readablePapers(item)
  if (papers.length === 0) return undefined
  const { meeting } = record
  const files = papers.flatMap((paper) => paperFiles(at, record, item, paper).map((object) => ({ paper, object })))
  const main = files.find(({ paper }) => paper.kind === 'report')?.object
  const others = files.flatMap(({ object }) => (object === main ? [] : [object]))
  return {
    id: at.paper(meeting, item.number),
    type: typeOf('Paper'),
    body: at.at('body'),
    name: item.title,
    ...given('date', statedIssue(meeting)),
    paperType: 'Report',
    ...(main === undefined ? {} : { mainFile: main }),
    ...(others.length === 0 ? {} : { auxiliaryFile: others }),
    consultation: [consultationObject(at, record, item)],
    ...(item.subjects === undefined ? {} : { keyword: item.subjects }),
    web: `${at.origin}${meetingAddress(meeting)}/items/${item.number}`,
    ...dated(record),
  }
}

const roles = { decision: 'Decision', consideration: 'Consideration', information: 'Information' } as const

/** That the papers of an item come before a body. */
function consultationObject(at: OparlAddresses, record: MeetingRecord, item: AgendaItem): OparlObject {
  const { meeting } = record
  return {
    id: at.consultation(meeting, item.number),
    type: typeOf('Consultation'),
    paper: at.paper(meeting, item.number),
    agendaItem: at.agendaItem(meeting, item.number),
    meeting: at.meeting(meeting),
    organization: [at.organization(meeting.body)],
    authoritative: item.kind === 'decision',
    ...(item.kind === undefined ? {} : { role: roles[item.kind] }),
    ...dated(record),
  }
}

function locationObject(at: OparlAddresses, record: MeetingRecord): OparlObject | undefined {
  const { meeting } = record
  if (meeting.venue === undefined) return undefined
  return { id: at.location(meeting), type: typeOf('Location'), description: meeting.venue, meetings: [at.meeting(meeting)], ...dated(record) }
}

/** The lists of what hangs on a meeting. */
export const meetingLists = ['agenda-items', 'papers', 'consultations', 'files', 'locations'] as const
export type MeetingList = (typeof meetingLists)[number]

/** What hangs on a meeting, of one kind. */
export function objectsOf(list: MeetingList, at: OparlAddresses, record: MinutedMeeting): OparlObject[] {
  const { items } = record.meeting
  const some = (object: OparlObject | undefined) => (object === undefined ? [] : [object])
  switch (list) {
    case 'agenda-items':
      return items.map((item, order) => agendaItemObject(at, record, item, order))
    case 'papers':
      return items.flatMap((item) => some(paperObject(at, record, item)))
    case 'consultations':
      return items.filter((item) => readablePapers(item).length > 0).map((item) => consultationObject(at, record, item))
    case 'files':
      return [...some(packFile(at, record)), ...supplementFiles(at, record), ...some(minutesFile(at, record)), ...items.flatMap((item) => readablePapers(item).flatMap((paper) => paperFiles(at, record, item, paper)))]
    case 'locations':
      return some(locationObject(at, record))
  }
}

/** What an earlier version of the agenda named and the one that stands does not: the addresses stay and say that the objects are gone. */
export function goneObjects(list: MeetingList, at: OparlAddresses, record: MinutedMeeting, earlier: NamedEarlier): OparlObject[] {
  const { meeting } = record
  const standing = new Set(objectsOf(list, at, record).map(({ id }) => id))
  const gone = (ids: readonly string[], kind: Parameters<typeof goneObject>[1]) => [...new Set(ids)].flatMap((id) => (standing.has(id) ? [] : goneObject(id, kind, record)))
  if (list === 'agenda-items') return gone([...earlier.items].map((number) => at.agendaItem(meeting, number)), 'AgendaItem')
  if (list === 'files') return gone(['pack', ...[...earlier.papers].flatMap((paper) => [paper, `${paper}-supplied`])].map((name) => at.file(meeting, name)), 'File')
  // Whether an earlier version named a place is not looked up: to be told that what nobody knew is gone does no harm.
  if (list === 'locations') return gone([at.location(meeting)], 'Location')
  const itemsWithPapers = [...earlier.papers].flatMap((paper) => Number(/^item-(\d+)-/.exec(paper)?.[1]) || [])
  if (list === 'papers') return gone(itemsWithPapers.map((number) => at.paper(meeting, number)), 'Paper')
  return gone(itemsWithPapers.map((number) => at.consultation(meeting, number)), 'Consultation')
}
