import { meetingAddress, type AgendaItem, type MeetingRecord } from '#features/meetings'
import { minutesAddress, minutesPdfAddress, stateInWords } from '#features/minutes'
import { dateOf, londonMoment } from '#core/london-time.ts'
import { typeOf, type OparlAddresses, type OparlObject } from './addresses.ts'
import type { MinutedMeeting } from './minuted-meetings.ts'
import { dated } from './organizations.ts'

const sha256 = 'goldenthread:sha256Checksum'

type Paper = AgendaItem['papers'][number]

/** The papers of an item that the public reads: those that are held and were not withdrawn. */
export function readablePapers(item: AgendaItem): readonly Paper[] {
  return item.withdrawn === undefined ? item.papers.filter(({ held, withdrawn }) => held && withdrawn === undefined) : []
}

/** The public pack of a meeting; undefined where there is none. */
export function packFile(at: OparlAddresses, record: MeetingRecord): OparlObject | undefined {
  const { meeting, packBytes } = record
  if (packBytes === undefined) return undefined
  const url = `${at.origin}${meetingAddress(meeting)}/pack.pdf`
  return file(at, record, 'pack', { name: 'Public agenda pack', fileName: `${meeting.body}-${meeting.date}.pdf`, mimeType: 'application/pdf', size: packBytes, accessUrl: url, downloadUrl: url })
}

/** What came after the pack. */
export function supplementFiles(at: OparlAddresses, record: MeetingRecord): OparlObject[] {
  const { meeting } = record
  return (meeting.supplements ?? []).map(({ number, note, issued }) => {
    const url = `${at.origin}${meetingAddress(meeting)}/supplements/${number}`
    const fileName = `${meeting.body}-${meeting.date}-supplement-${number}.pdf`
    return file(at, record, `supplement-${number}`, { name: `Supplement ${number}: ${note}`, fileName, mimeType: 'application/pdf', date: issued, accessUrl: url, downloadUrl: url })
  })
}

/** The minutes that stand, as the PDF of that very version; undefined where none are published. The standard knows no SHA-256, so it has a name of ours, as it asks of additions. */
export function minutesFile(at: OparlAddresses, record: MinutedMeeting): OparlObject | undefined {
  const { meeting, minutes } = record
  if (minutes === undefined) return undefined
  const url = `${at.origin}${minutesPdfAddress(minutes)}`
  return file(at, record, 'minutes', {
    name: `Minutes: ${stateInWords[minutes.minutes.state]}`,
    fileName: `${meeting.body}-${meeting.date}-minutes-version-${minutes.version}.pdf`,
    mimeType: 'application/pdf',
    date: dateOf(londonMoment(minutes.publishedAt.toISOString())),
    size: minutes.pdf.bytes,
    [sha256]: minutes.pdf.checksum,
    accessUrl: url,
    downloadUrl: url,
    web: `${at.origin}${minutesAddress(minutes.minutes)}`,
  })
}

/** A paper as its accessible text, and beside it the document as it was supplied, where there is one. */
export function paperFiles(at: OparlAddresses, record: MeetingRecord, item: AgendaItem, paper: Paper): OparlObject[] {
  const { meeting } = record
  const page = `${at.origin}${meetingAddress(meeting)}`
  const [own, original] = [at.file(meeting, paper.id), at.file(meeting, `${paper.id}-supplied`)]
  const belongs = { paper: [at.paper(meeting, item.number)], agendaItem: [at.agendaItem(meeting, item.number)] }
  const text = { name: paper.title, mimeType: 'text/html', accessUrl: `${page}/items/${item.number}#${paper.id}`, ...belongs }
  if (paper.file === undefined) return [file(at, record, paper.id, text)]
  const { name, mediaType, bytes, checksum } = paper.file
  const url = `${page}/files/${checksum}/${encodeURIComponent(name)}`
  return [
    file(at, record, paper.id, { ...text, masterFile: original }),
    file(at, record, `${paper.id}-supplied`, { name: `${paper.title}, as it was supplied`, fileName: name, mimeType: mediaType, size: bytes, accessUrl: url, downloadUrl: url, derivativeFile: [own], ...belongs }),
  ]
}

function file(at: OparlAddresses, record: MeetingRecord, name: string, facts: Readonly<Record<string, unknown>>): OparlObject {
  const { meeting } = record
  return { id: at.file(meeting, name), type: typeOf('File'), ...facts, meeting: [at.meeting(meeting)], ...dated(record) }
}
