import type { BodyRecord } from '#features/bodies'
import { isOpenMeeting, isWithheldItem, meetingAddress, statedIssue, type AgendaItem, type MeetingInList, type PublishedMeeting } from '#features/meetings'
import type { MinutesVersion } from '#features/minutes'
import { attendees, decisionBody, isDecided, minuteBody, minuteOf, minutesDocument } from './minutes.ts'
import { committeeNumbers, itemNumber, markNumbers, meetingNumber } from './numbers.ts'
import { dayWords, statusWords, timeWords } from './words.ts'
import { element, type Element } from './xml.ts'

/** `GetMeetings`: the meetings of each body by day. */
export function meetingsXml(records: readonly BodyRecord[], meetings: readonly MeetingInList[]): Element {
  const numbers = committeeNumbers(records)
  const listed = meetings.flatMap((meeting) => {
    const number = meetingNumber(numbers.get(meeting.body) ?? 0, meeting.date)
    return number === undefined ? [] : [{ ...meeting, number }]
  })
  const byBody = Map.groupBy(listed, ({ body }) => body)
  const bodies = records.flatMap(({ body }) => (byBody.has(body.slug) ? [{ body, own: byBody.get(body.slug) ?? [] }] : []))
  return element('getmeetings', [
    element('meetingscount', listed.length),
    element('committeescount', bodies.length),
    ...bodies.map(({ body, own }) =>
      element('committee', [
        element('committeeid', numbers.get(body.slug) ?? 0),
        element('committeetitle', body.name),
        element('committeemeetingcount', own.length),
        element('committeemeetings', own.map((meeting) =>
          element('meeting', [
            element('meetingid', meeting.number),
            element('meetingdate', dayWords(meeting.date)),
            element('meetingstatus', statusWords[meeting.status]),
            element('meetingtime', timeWords(meeting.time)),
            element('iswebcast', meeting.isWebcast),
          ]),
        )),
      ]),
    ),
  ])
}

interface OneMeeting {
  readonly meeting: PublishedMeeting
  /** That stand; undefined where none are published. */
  readonly minutes: MinutesVersion | undefined
  readonly number: number
  readonly origin: string
}

/** `GetMeeting`: one meeting with its agenda, its public papers, its members and its minutes. */
export function meetingXml(one: OneMeeting): Element {
  const { meeting, minutes, number, origin } = one
  const { opened, closed } = minutes?.minutes.sitting ?? {}
  const papers = markNumbers(meeting.items.flatMap((item) => item.papers.map(({ id }) => `${meeting.body}/${meeting.date}/${id}`)))
  return element('meeting', [
    element('meetingid', number),
    element('meetingdate', dayWords(meeting.date)),
    element('meetingstatus', statusWords[meeting.status]),
    element('isdisplayallowed', true),
    element('meetingtime', timeWords(meeting.time)),
    element('meetingactualstarttime', timeWords(opened)),
    element('meetingplannedfinishtime', timeWords(meeting.items.at(-1)?.timing?.to)),
    element('meetingactualfinishtime', timeWords(closed)),
    element('meetinglocation', meeting.venue ?? ''),
    element('iswebcast', meeting.webcast !== false),
    element('agendaid', number),
    element('agendapublished', meeting.items.length > 0),
    element('decisionpublished', meeting.items.some((item) => isDecided(item, minuteOf(minutes, item)))),
    element('minutepublished', minutes !== undefined),
    element('meetingroom', ''),
    element('agendaitems', meeting.items.map((item) => itemXml(one, item, papers))),
    element('attendees', attendees(meeting, minutes, origin)),
    element('linkeddocuments', minutesDocument(meeting, minutes, origin)),
  ])
}

function itemXml({ meeting, minutes, number, origin }: OneMeeting, item: AgendaItem, papers: ReadonlyMap<string, number>): Element {
  const day = dayWords(meeting.date)
  const issued = statedIssue(meeting)
  const minute = minuteOf(minutes, item)
  const isRestricted = isWithheldItem(item) || !isOpenMeeting(meeting)
  const documents = item.withdrawn === undefined ? item.papers.filter(({ held, withdrawn }) => held && withdrawn === undefined) : []
  const page = `${origin}${meetingAddress(meeting)}`
  return element('agendaitem', [
    element('agendaitemid', itemNumber(number, item.number)),
    element('agendaitemtitle', item.title),
    element('agendatext', item.note ?? ''),
    element('actualmeetingdate', day),
    element('agendaitemnumber', item.number),
    element('agendaitemsubnumber', ''),
    element('fulldisplaynumberformat', `${item.number}.`),
    element('authorusername', ''),
    element('commentlabel1', 'Presented By'),
    element('commenttext1', item.presenter ?? ''),
    element('commentlabel2', 'Actions'),
    element('commenttext2', ''),
    element('decisionnonemptyhtmlbody', decisionBody(item, minutes, minute)),
    element('minutesnonemptyhtmlbody', minuteBody(minutes, minute)),
    element('declarationcount', 0),
    element('iscallin', false),
    element('iscomment', false),
    element('isdecision', item.kind === 'decision'),
    element('isdecisionpublished', isDecided(item, minute)),
    element('isminutepublished', minute !== undefined),
    element('ispubliccanspeak', false),
    element('isrestricted', isRestricted),
    element('isdisplayallowed', true),
    element('meetingdate', day),
    element('meetingtime', timeWords(meeting.time)),
    element('minutesitemnumber', minute?.number ?? 0),
    element('minutesitemsubnumber', ''),
    element('preferreddate', day),
    element('refertocommittee', meeting.bodyName),
    element('linkeddocuments', documents.map((paper, index) =>
      element('linkeddoc', [
        element('attachmentid', papers.get(`${meeting.body}/${meeting.date}/${paper.id}`) ?? 0),
        element('title', paper.title),
        element('isurl', false),
        element('url', paper.file === undefined ? `${page}/items/${item.number}#${paper.id}` : `${page}/files/${paper.file.checksum}/${encodeURIComponent(paper.file.name)}`),
        element('isrestricted', false),
        element('restrictionsRef', ''),
        element('itemnum', index + 1),
        element('publicationdate', issued === undefined ? '' : dayWords(issued)),
        element('meetingdate', day),
        element('decisiondate', day),
        element('committeetitle', meeting.bodyName),
        element('isdecisionattachment', false),
        element('ownertitle', item.title),
      ]),
    )),
  ])
}
