import type { Reader } from '#platform/database/database.ts'
import { comparedTexts } from '#platform/documents/compared-texts.ts'
import { details } from '#platform/pages/components/details.ts'
import { differencesHtml } from '#platform/pages/differences.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { publishedMeeting, publishedPapers, type MeetingVersion, type PublishedPaper } from '../publication/published-meetings.ts'
import { saysTheSame } from '../publishing/same-content.ts'
import type { AgendaItem } from '../record/meeting.ts'
import { changedItems } from '../reading/coming/changed-items.ts'
import { blockWords, paperBlocks } from '../reading/paper-words.ts'

/** How an item differs from the version before: it was not there, its papers or what is said of it changed, or nothing but its time did. */
type ItemTurn = 'new' | 'changed' | 'time'

/** The items that differ from the version before, by their numbers. */
export interface ChangedIn {
  readonly version: number
  readonly items: ReadonlyMap<number, ItemTurn>
}

/** The items that say something else than in the version before; undefined where that had no agenda. Two queries. */
export async function changedIn(reader: Reader, { version, meeting }: MeetingVersion): Promise<ChangedIn | undefined> {
  const { body, date } = meeting
  const before = version === 1 || meeting.items.length === 0 ? undefined : await publishedMeeting(reader, body, date, version - 1)
  if (before === undefined || before.meeting.items.length === 0) return undefined
  const found = await changedItems(reader, [{ body, date, version, readVersion: version - 1 }], false, false)
  const changed = new Set(found.get(`${body}/${date}`))
  const items = meeting.items.flatMap((item): [number, ItemTurn][] => {
    const turn = turnOf(item, before.meeting.items, meeting.items, changed.has(item.number))
    return turn === undefined ? [] : [[item.number, turn]]
  })
  return items.length === 0 ? undefined : { version, items: new Map(items) }
}

function turnOf(item: AgendaItem, before: readonly AgendaItem[], now: readonly AgendaItem[], isChanged: boolean): ItemTurn | undefined {
  const earlier = before.find((one) => one.number === item.number)
  if (earlier === undefined || joinsBetween(item, earlier, before, now)) return 'new'
  if (isChanged) return 'changed'
  return saysTheSame(earlier.timing ?? null, item.timing ?? null) ? undefined : 'time'
}

/** Whether an item took the number of another, which stands elsewhere on the agenda now. */
function joinsBetween({ title }: AgendaItem, earlier: AgendaItem, before: readonly AgendaItem[], now: readonly AgendaItem[]): boolean {
  return earlier.title !== title && !before.some((one) => one.title === title) && now.some((one) => one.title === earlier.title)
}

/** What the papers of one item say otherwise than in the version before, as both were published. */
export async function changedTexts(reader: Reader, { version, meeting: { body, date } }: MeetingVersion, item: number, papers: readonly PublishedPaper[]): Promise<Html | undefined> {
  if (version === 1 || papers.length === 0) return undefined
  const before = await publishedPapers(reader, { body, date, version: version - 1 }, item)
  const changed = papers.flatMap((paper) => {
    const earlier = before.find((one) => one.id === paper.id)
    if (earlier === undefined) return []
    const [old, now] = [wordsOf(earlier), wordsOf(paper)]
    return old === now ? [] : [details({ summary: html`What changed in version ${version}: ${paper.title}`, content: differencesHtml(comparedTexts(old, now)) })]
  })
  return changed.length === 0 ? undefined : html`${changed}`
}

function wordsOf(paper: PublishedPaper): string {
  return paperBlocks(paper).map(blockWords).join('\n\n')
}
