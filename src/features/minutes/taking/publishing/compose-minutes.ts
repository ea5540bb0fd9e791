import { given } from '#core/given.ts'
import type { Fault } from '#core/outcome.ts'
import type { Reader } from '#platform/database/database.ts'
import type { Block } from '#platform/documents/blocks.ts'
import { readMarkdown } from '#platform/documents/read-markdown.ts'
import { bodyNames } from '#features/bodies'
import { isOpenMeeting, isWithheldItem, publishedMeeting, type ItemInWork, type MeetingInWork } from '#features/meetings'
import { publishedFrom } from '../../sitting/record-of-sitting.ts'
import { sittingFacts } from '../../sitting/read-sitting.ts'
import { isNotReached } from '../../sitting/reached.ts'
import { sittingAtItsFullest, sittingFrom, type SittingFacts } from '../../sitting/sitting-from.ts'
import { saidOfItem, saidOfMeeting, whyWithheld } from '../record/by-itself.ts'
import { draftsBefore, minuteNumbers } from '../record/numbering.ts'
import type { PublishedMinute, PublishedMinutes, PublishedResolution } from '../record/published-minutes.ts'
import { letterAt } from '../record/resolution.ts'
import type { MinutesInWork, ResolutionInWork } from '../work/minutes-in-work.ts'
import { carriedOver } from '../work/carried-over.ts'
import { earlierWithoutMinutes, type NotMinuted } from '../work/earlier-without-minutes.ts'
import { confirmedAt, minutesInWork, seriesOf } from '../work/read-minutes.ts'
import { againstSitting, hasAttendance, votesAgainst } from './held-against-sitting.ts'

/** The minutes of a meeting as they would be published now. */
export interface ComposedMinutes {
  readonly meeting: MeetingInWork
  readonly minutes: MinutesInWork
  readonly record: PublishedMinutes
  /** The number of each minute by its item. */
  readonly numbers: ReadonlyMap<number, number>
  /** What the minute of each item says by itself, by its number. */
  readonly said: ReadonlyMap<number, string[]>
  /** What keeps them from being published: a text that cannot be read, a vote that cannot stand by the attendance as it is recorded now. */
  readonly faults: readonly Fault[]
  /** What the attendance as it is recorded says against them. Minutes that were taken elsewhere are loaded as they are. */
  readonly againstSitting: readonly Fault[]
  /** Days of earlier meetings whose minutes are begun and not circulated. */
  readonly draftsBefore: readonly string[]
  /** Earlier meetings of which no minutes are begun. */
  readonly notMinuted: readonly NotMinuted[]
  /** False of a private meeting: its minutes are for its members, and never published. */
  readonly isOpen: boolean
}

/** Puts together what is minuted of a meeting, with what the record of the sitting and the agenda say by themselves. What is withheld is not in it. */
export async function composeMinutes(reader: Reader, meeting: MeetingInWork): Promise<ComposedMinutes> {
  const { body, date, time, title, venue } = meeting.facts
  const minutes = await minutesInWork(reader, meeting.id)
  const series = await seriesOf(reader, body)
  const numbers = minuteNumbers(series.meetings, series.first).get(date) ?? new Map<number, number>()
  const sitting = await sittingFacts(reader, meeting.id, meeting.facts)
  const said = await saidOfItems(reader, meeting, minutes, sitting)
  const titles = await publicTitles(reader, meeting)
  const faults: Fault[] = sitting === undefined ? [] : votesAgainst(sitting, minutes)
  const written = meeting.items.flatMap((item): PublishedMinute[] => {
    const number = numbers.get(item.number)
    if (number === undefined) return []
    const minute = minutes.minutes.get(item.number)
    const blocks = blocksOf(item.number, minute?.text ?? '', faults)
    checkMembersText(item.number, minute?.membersText ?? '', faults)
    if (asksOfExclusion(meeting, item) && minute?.isPublicExcluded === undefined && (sitting === undefined || !isNotReached(sitting.log, item.number))) faults.push(notSaid(item.number))
    return [minuteOf({ item, number, title: titles.get(item.number) ?? item.facts.title, blocks, said: said.get(item.number) ?? [], resolutions: minutes.resolutions.get(item.number) ?? [] })]
  })
  const record: PublishedMinutes = {
    body,
    bodyName: (await bodyNames(reader)).get(body) ?? body,
    date,
    ...given('time', time),
    ...given('title', title),
    ...given('venue', venue),
    state: minutes.state,
    ...given('sitting', sitting && publishedFrom(sitting, meeting)),
    said: saidOfMeeting(meeting.facts),
    minutes: written.toSorted((one, other) => one.number - other.number || one.item - other.item),
    ...given('confirmed', minutes.confirmed),
    ...given('signed', minutes.signed),
    ...given('source', minutes.source),
  }
  const withdrawn = meeting.items.flatMap(({ number, facts }) => (facts.withdrawn === undefined ? [] : number))
  const drafts = draftsBefore(series.meetings, date)
  return {
    meeting,
    minutes,
    record,
    numbers,
    said,
    faults,
    againstSitting: sitting === undefined ? [] : againstSitting(sitting, minutes, withdrawn),
    draftsBefore: drafts,
    notMinuted: (await earlierWithoutMinutes(reader, body, date)).filter((one) => !drafts.includes(one.date)),
    isOpen: isOpenMeeting(meeting.facts),
  }
}

/** What the minute of each item says by itself. */
async function saidOfItems(reader: Reader, meeting: MeetingInWork, { minutes }: MinutesInWork, sitting: SittingFacts | undefined): Promise<ReadonlyMap<number, string[]>> {
  const { facts, items } = meeting
  const carried = await carriedOver(reader, meeting)
  const confirmed = await confirmedAt(reader, facts.body, facts.date)
  return new Map(
    items.map(({ number, facts: item }) => [
      number,
      saidOfItem(item, {
        isPublicExcluded: minutes.get(number)?.isPublicExcluded === true,
        confirmed: confirmed.get(number) ?? [],
        isNotReached: sitting !== undefined && isNotReached(sitting.log, number),
        ...given('carriedOverTo', carried.get(number)),
        ...(sitting === undefined ? {} : quorumIn(sitting, number)),
      }),
    ]),
  )
}

/** Where nobody's attendance is recorded, nothing is known of the quorum. */
function quorumIn(sitting: SittingFacts, item: number): Pick<Parameters<typeof saidOfItem>[1], 'quorum' | 'wasQuorate'> {
  if (!hasAttendance(sitting) || sitting.isDevelopment) return {}
  return { ...given('quorum', sittingFrom(sitting, item).quorum), wasQuorate: sittingAtItsFullest(sitting, item).quorum?.met === true }
}

/** Under which title the public knows each item: of one that is withheld and that it does not know, no more than that it is there. */
async function publicTitles(reader: Reader, { facts, items }: MeetingInWork): Promise<ReadonlyMap<number, string>> {
  const published = await publishedMeeting(reader, facts.body, facts.date)
  const known = new Map(published?.meeting.items.map(({ number, title }) => [number, title]))
  return new Map(items.map(({ number, facts: item }) => [number, known.get(number) ?? (isWithheldItem(item) ? (item.withheld?.publicTitle ?? 'An item that is not open to the public') : item.title)]))
}

/** The text of a minute; what cannot be read is told by its item. */
function blocksOf(item: number, text: string, faults: Fault[]): readonly Block[] {
  const read = readMarkdown(text, { file: `The minute of item ${item}`, numbered: false })
  if (read.ok) return read.value
  const told = read.refusal.faults.map(({ row, message }) => `Item ${item}${row === undefined ? '' : `, line ${row}`}: ${message}`)
  faults.push(...[...new Set(told)].map((message) => ({ field: `text-${item}`, message })))
  return []
}

/** The public is excluded from an exempt item by a resolution (Local Government Act 1972 s100A(4)) or not at all: the minutes of a public meeting say which. */
function asksOfExclusion({ facts }: MeetingInWork, { facts: item }: ItemInWork): boolean {
  return isOpenMeeting(facts) && item.exempt !== undefined && item.withdrawn === undefined
}

function notSaid(item: number): Fault {
  return { field: `excluded-${item}`, message: `Item ${item} is exempt: say in its minute whether the public was excluded by resolution` }
}

function checkMembersText(item: number, text: string, faults: Fault[]): void {
  const read = readMarkdown(text, { file: `The members’ minute of item ${item}`, numbered: false })
  if (read.ok) return
  const told = read.refusal.faults.map(({ row, message }) => `Item ${item}, for members${row === undefined ? '' : `, line ${row}`}: ${message}`)
  faults.push(...[...new Set(told)].map((message) => ({ field: `members-${item}`, message })))
}

interface Written extends Pick<PublishedMinute, 'number' | 'title' | 'blocks' | 'said'> {
  readonly item: ItemInWork
  readonly resolutions: readonly ResolutionInWork[]
}

function minuteOf({ item, number, title, blocks, said: itself, resolutions }: Written): PublishedMinute {
  const open = resolutions.filter(({ withheld }) => !withheld)
  const why = whyWithheld(item.facts)
  return {
    number,
    item: item.number,
    title,
    said: itself,
    blocks,
    ...given('withheld', why === undefined ? undefined : { why, resolutions: resolutions.length - open.length }),
    resolutions: open.map(publishedResolutionOf),
  }
}

/** A resolution as readers see it. */
export function publishedResolutionOf({ id, place, kind, words, whom, due, vote }: ResolutionInWork): PublishedResolution {
  return { id, letter: letterAt(place - 1), kind, words, ...given('whom', whom), ...given('due', due), ...given('vote', vote) }
}
