import type { Fault } from '#core/outcome.ts'
import { isDraftAgenda, type MeetingDraft } from '../record/meeting-draft.ts'
import type { EntryItem, MeetingEntry } from '../record/meetings-file.ts'
import { isWithheldItem } from '../record/withheld.ts'
import { entryOf, type MeetingWithText } from './draft-of-meeting.ts'
import type { ItemId } from './meeting-in-work.ts'

/**
 * What is wrong with a file that opens what was withheld in the meeting loaded before, without a decision that released it (Local Government Act 1972
 * Schedule 12A: somebody decides, on a day). What was withheld is known by its title, by the title that the public read, by its text, and by how many such
 * items there are: one that goes is withdrawn with its reason. A draft agenda has disclosed nothing yet.
 */
export function openedUnreleased(draft: MeetingDraft, kept: MeetingWithText): Fault[] {
  const before = entryOf(kept.meeting)
  if (isDraftAgenda(before)) return []
  const opened = itemsOpened(draft, before, kept)
  if (opened.length > 0) return opened.map((item) => faultAt(draft.entry, item))
  const missing = closedOrReleased(before) - closedOrReleased(draft.entry)
  return missing > 0 ? [{ field: 'items', message: `${inWords(missing)} withheld so far ${missing === 1 ? 'is' : 'are'} not withheld in this file. ${howTo}` }] : []
}

const howTo = 'Say under `released` who decided that it may be read (`decided-by`) and on which day (`decided-on`), or keep it as it was, with `withdrawn` where it is taken off'

function itemsOpened({ entry, papers }: MeetingDraft, before: MeetingEntry, kept: MeetingWithText): EntryItem[] {
  const [closed, open] = [before.items.filter(isWithheldItem), before.items.filter((item) => !isWithheldItem(item))]
  const titlesOf = (items: readonly EntryItem[]) => items.flatMap(({ title, withheld }) => [plain(title), plain(withheld?.publicTitle ?? title)])
  const textsOf = (items: readonly EntryItem[]) => kept.papers.filter((paper) => !paper.isPublicVersion && items.some(({ number }) => number === numberOf(paper))).map(({ parts }) => plain(parts.body?.markdown ?? ''))
  const numberOf = ({ item }: { readonly item: ItemId }) => kept.meeting.items.find(({ id }) => id === item)?.number
  // What an open item said before is not withheld, whoever else says it.
  const titles = without(titlesOf(closed), titlesOf(open))
  const texts = without(textsOf(closed), [...textsOf(open), ''])
  const saysIt = (item: EntryItem) => papers.some((paper) => paper.item === item.number && texts.has(plain(paper.text?.markdown ?? '')))
  return entry.items.filter((item) => !isWithheldItem(item) && item.released === undefined && (titles.has(plain(item.title)) || saysIt(item)))
}

function without(words: readonly string[], others: readonly string[]): ReadonlySet<string> {
  return new Set(words.filter((one) => !others.includes(one)))
}

function closedOrReleased({ items }: MeetingEntry): number {
  return items.filter((item) => isWithheldItem(item) || item.released !== undefined).length
}

/** The words alone: letters and figures, whatever their case and what stands between them. */
function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

function inWords(count: number): string {
  return count === 1 ? 'One item that was' : `${count} items that were`
}

function faultAt({ body, date }: MeetingEntry, { number, title }: EntryItem): Fault {
  return { field: `items.${number}.released`, found: title, message: `Item ${number} of ${body} on ${date} says what is withheld so far. ${howTo}` }
}
