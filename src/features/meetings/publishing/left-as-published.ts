import { given } from '#core/given.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { figuresIn } from '#platform/documents/figures.ts'
import type { QuotedMarks } from '#platform/documents/quoted.ts'
import type { ContentStore } from '#platform/files/content-store.ts'
import type { StandingVersion } from '../publication/build-version.ts'
import type { IssuedPaper } from '../publication/issued-meetings.ts'
import { isOpenPaper } from '../publication/prepare-publication.ts'
import { isOpenMeeting } from '../record/withheld.ts'
import { fingerprintOf, type MeetingDraft, type PaperDraft, type Picture } from '../record/meeting-draft.ts'
import { draftOf, entryOf, paperSlug, type MeetingWithText } from '../work/draft-of-meeting.ts'
import type { ItemInWork, PaperInList } from '../work/meeting-in-work.ts'
import { isPaperWithdrawn } from './withdraw.ts'

/** A paper whose change can be left out of a version. */
export interface PaperThatMayStay {
  /** Its part of an address. */
  readonly id: string
  readonly published: IssuedPaper
  readonly listed: PaperInList
}

/**
 * The papers that can stay as they stand published while the rest goes on: under the same item by number and title, with the same title of their own, and
 * as open to the public now as then. Of any other the version that stands is not the same paper, or may no longer be read by the same people.
 */
export function papersThatMayStay({ meeting }: MeetingWithText, standing: StandingVersion): PaperThatMayStay[] {
  const entry = entryOf(meeting)
  const isOpen = isOpenMeeting(entry)
  return meeting.items.flatMap((item) => {
    const said = entry.items.find((one) => one.number === item.number)
    const isSameItem = standing.meeting.items.some((one) => one.number === item.number && one.title === item.facts.title)
    if (said === undefined || !isSameItem || item.facts.withdrawn !== undefined) return []
    return item.papers.flatMap((listed): PaperThatMayStay[] => {
      const id = paperSlug(item.number, listed)
      const isPublic = isOpen && isOpenPaper({ item: item.number, ...(listed.isPublicVersion ? { isPublicVersion: true } : {}) }, said)
      const published = standing.papers.find((one) => one.id === id && one.title === listed.title && one.isPublic === isPublic)
      return published === undefined || !listed.isHeld || isPaperWithdrawn(item, listed) ? [] : [{ id, published, listed }]
    })
  })
}

/** The draft of a meeting in which these papers say what they say in the version that stands. Refused as `draftOf` refuses; what they say now may be unreadable. */
export async function draftLeaving(next: MeetingWithText, staying: readonly PaperThatMayStay[], files: Pick<ContentStore, 'get'>, quoted?: QuotedMarks): Promise<Outcome<MeetingDraft>> {
  if (staying.length === 0) return draftOf(next, files, quoted)
  const draft = await draftOf(without(next, staying), files, quoted)
  if (!draft.ok) return draft
  const papers = [...draft.value.papers]
  for (const { published, listed } of staying) {
    const pictures = await picturesOf(published, files)
    if (!pictures.ok) return pictures
    papers.push(draftOfPublished(published, listed, pictures.value))
  }
  const order = next.meeting.items.flatMap((item) => item.papers.map((paper) => paperSlug(item.number, paper)))
  const entry = entryOf(next.meeting)
  const inOrder = papers.toSorted((one, other) => order.indexOf(one.id) - order.indexOf(other.id))
  return ok({ entry, papers: inOrder, fingerprint: fingerprintOf(entry, inOrder) })
}

function without({ meeting, papers }: MeetingWithText, staying: readonly PaperThatMayStay[]): MeetingWithText {
  const left = new Set(staying.map(({ listed }) => listed.id))
  const items = meeting.items.map((item): ItemInWork => ({ ...item, papers: item.papers.filter((paper) => !left.has(paper.id)) }))
  return { meeting: { ...meeting, items }, papers }
}

function draftOfPublished({ id, item, title, frame, blocks, file }: IssuedPaper, { kind, note, isPublicVersion }: PaperInList, pictures: readonly Picture[]): PaperDraft {
  // Of what is published the blocks are kept, not the Markdown: in the fingerprint they stand for it.
  const text = { title, blocks, markdown: JSON.stringify(blocks), pictures, ...given('frame', frame) }
  return { id, item, kind, title, text, ...given('note', note), ...given('attachment', file), ...(isPublicVersion ? { isPublicVersion: true } : {}) }
}

async function picturesOf({ title, blocks }: IssuedPaper, files: Pick<ContentStore, 'get'>): Promise<Outcome<Picture[]>> {
  const shown = new Map(figuresIn(blocks).map(({ file }) => [file.checksum, file]))
  const pictures: Picture[] = []
  for (const reference of shown.values()) {
    const bytes = await files.get(reference.checksum)
    if (bytes === undefined) return refuse('unavailable', `A picture of ${title} is missing from the file store. Restore the store from a backup.`)
    pictures.push({ name: reference.checksum, bytes, reference })
  }
  return ok(pictures)
}
