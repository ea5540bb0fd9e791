import { comparedTexts, type TextChange } from '#platform/documents/compared-texts.ts'
import type { IssuedPaper } from '../../publication/issued-meetings.ts'
import type { IssuedItem, IssuedMeeting } from '../../publication/prepare-issue.ts'
import { placeInWords, statusInWords, timingInWords } from '../../record/meeting-words.ts'
import { formatTime } from '#core/date-words.ts'
import { blockWords, paperBlocks } from '../paper-words.ts'

/** A version of a meeting as far as it is compared. */
export interface ComparedVersion {
  readonly meeting: IssuedMeeting
  readonly papers: readonly IssuedPaper[]
}

export interface PaperChange {
  readonly paper: string
  readonly title: string
  readonly kind: 'new' | 'withdrawn' | 'changed'
  /** Why it was withdrawn. */
  readonly reason?: string
  /** What its text says otherwise; none where only its file or its title is another. */
  readonly text?: readonly TextChange[]
}

/** What became of one item. */
export interface ItemChange {
  readonly number: number
  readonly title: string
  /** Sentences: "This item is new." */
  readonly facts: readonly string[]
  readonly papers: readonly PaperChange[]
}

export interface MeetingChanges {
  /** Sentences on the meeting itself. */
  readonly facts: readonly string[]
  readonly items: readonly ItemChange[]
}

/** What a reader of the earlier version has not seen yet, item by item in the order of the agenda. */
export function changesBetween(earlier: ComparedVersion, later: ComparedVersion): MeetingChanges {
  const before = new Map(earlier.meeting.items.map((item) => [item.number, item]))
  const after = new Map(later.meeting.items.map((item) => [item.number, item]))
  const numbers = [...new Set([...before.keys(), ...after.keys()])].toSorted((one, other) => one - other)
  const items = numbers.map((number) => itemChange(number, before.get(number), after.get(number), paperChanges(number, earlier, later)))
  return { facts: meetingFacts(earlier.meeting, later.meeting), items: items.filter((item) => item.facts.length > 0 || item.papers.length > 0) }
}

/** Whether nothing changed that a reader would see. */
export function isUnchanged({ facts, items }: MeetingChanges): boolean {
  return facts.length === 0 && items.length === 0
}

function itemChange(number: number, before: IssuedItem | undefined, after: IssuedItem | undefined, papers: readonly PaperChange[]): ItemChange {
  const title = after?.title ?? before?.title ?? ''
  if (after === undefined) return { number, title, facts: ['This item is no longer on the agenda.'], papers: [] }
  if (before === undefined) return { number, title, facts: ['This item is new.'], papers }
  if (after.withdrawn !== undefined && before.withdrawn === undefined) return { number, title, facts: [`This item was withdrawn: ${after.withdrawn}`], papers: [] }
  return { number, title, facts: itemFacts(before, after), papers }
}

function itemFacts(before: IssuedItem, after: IssuedItem): string[] {
  return [
    ...(before.title === after.title ? [] : [`Its title was “${before.title}”.`]),
    ...differing('Presented by', before.presenter, after.presenter),
    ...differing('Timing', before.timing && timingInWords(before.timing), after.timing && timingInWords(after.timing)),
    ...differing('Note', before.note, after.note),
    ...(before.toFollow && !after.toFollow ? ['What was to follow is there now.'] : []),
    ...(before.withheld.length > 0 && after.withheld.length === 0 ? ['What was withheld is public now.'] : []),
  ]
}

function meetingFacts(before: IssuedMeeting, after: IssuedMeeting): string[] {
  return [
    ...differing('State', statusInWords(before.status, before.movedTo), statusInWords(after.status, after.movedTo)),
    ...differing('Time', before.time && formatTime(before.time), after.time && formatTime(after.time)),
    ...differing('Place', placeInWords(before), placeInWords(after)),
    ...differing('Title', before.title, after.title),
  ]
}

function differing(what: string, before: string | undefined, after: string | undefined): string[] {
  if (before === after) return []
  if (before === undefined) return [`${what}: ${after}`]
  return after === undefined ? [`${what}: no longer “${before}”`] : [`${what}: ${after} (was: ${before})`]
}

function paperChanges(number: number, earlier: ComparedVersion, later: ComparedVersion): PaperChange[] {
  const [before, after] = [earlier, later].map(({ papers }) => papers.filter((paper) => paper.item === number)) as [IssuedPaper[], IssuedPaper[]]
  const gone = before.filter((paper) => !after.some((one) => one.id === paper.id))
  return [
    ...after.flatMap((paper) => paperChange(before.find((one) => one.id === paper.id), paper)),
    ...gone.map((paper): PaperChange => ({ paper: paper.id, title: paper.title, kind: 'withdrawn', ...reasonOf(paper.id, later.meeting) })),
  ]
}

function paperChange(before: IssuedPaper | undefined, after: IssuedPaper): PaperChange[] {
  const known = { paper: after.id, title: after.title }
  if (before === undefined) return [{ ...known, kind: 'new' }]
  const [old, current] = [before, after].map((paper) => paperBlocks(paper).map(blockWords).join('\n\n')) as [string, string]
  if (old !== current) return [{ ...known, kind: 'changed', text: comparedTexts(old, current) }]
  return before.title === after.title && before.file?.checksum === after.file?.checksum ? [] : [{ ...known, kind: 'changed' }]
}

function reasonOf(paper: string, meeting: IssuedMeeting): { readonly reason?: string } {
  const named = meeting.items.flatMap((item) => [...item.papers, ...item.withheld]).find((one) => one.id === paper)
  return named?.withdrawn === undefined ? {} : { reason: named.withdrawn }
}
