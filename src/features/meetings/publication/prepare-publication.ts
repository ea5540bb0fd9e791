import { given } from '#core/given.ts'
import { membersOn, type Body } from '#features/bodies'
import type { PackPages } from '../pack/pack-pages.ts'
import type { AgendaItem, PaperInAgenda, PublishedMeeting } from '../record/meeting.ts'
import type { MeetingDraft, PaperDraft, PaperText } from '../record/meeting-draft.ts'
import type { EntryItem } from '../record/meetings-file.ts'
import { isOpenMeeting, isWithheldItem } from '../record/withheld.ts'

/** A paper that is there to be read. */
export type HeldPaper = PaperDraft & { readonly text: PaperText }

/** What the public may read of a meeting: the page's content and the papers behind it. */
export interface Publication {
  readonly meeting: PublishedMeeting
  /** The papers that are held and may be read, in the order of the agenda. */
  readonly papers: readonly HeldPaper[]
}

/**
 * Makes of a meeting what the public may read. The papers of exempt and confidential items stay out altogether (Local Government
 * Act 1972 s100A and Schedule 12A), those of withdrawn items too, and a private meeting has no agenda in public: only that it meets.
 */
export function publicationOf(draft: MeetingDraft, body: Body): Publication {
  const { entry } = draft
  if (!isOpenMeeting(entry)) return { meeting: announcement(entry, body.name), papers: [] }
  const { items, correction: _correction, ...fields } = entry
  const meeting: PublishedMeeting = {
    ...fields,
    bodyName: body.name,
    ...given('contact', contactOf(fields, body)),
    members: items.length > 0 ? membersOn(body.members, entry.date) : [],
    participation: body.termsOfReference?.publicParticipation,
    items: items.map((item) => ({ ...publicFields(item), papers: draft.papers.filter((paper) => isOpenPaper(paper, item)).map((paper) => inAgenda(paper, item)) })),
  }
  return { meeting, papers: items.flatMap((item) => heldPapers(draft, item, isOpenPaper)) }
}

/** Whom to ask: where a meeting names nobody, whoever answers for its body. */
export function contactOf(meeting: Pick<PublishedMeeting, 'contact'>, body: Pick<Body, 'contact'>): PublishedMeeting['contact'] {
  return meeting.contact ?? body.contact
}

/** Of a withheld item the public may read its redacted version, of any other all but that. */
export function isOpenPaper(paper: Pick<PaperDraft, 'item' | 'isPublicVersion'>, item: EntryItem): boolean {
  return paper.item === item.number && item.withdrawn === undefined && (paper.isPublicVersion === true) === isWithheldItem(item)
}

/** The papers of an item that can be read and are not withdrawn, of those that `which` chooses. */
export function heldPapers(draft: MeetingDraft, item: EntryItem, which: (paper: PaperDraft, item: EntryItem) => boolean): HeldPaper[] {
  return draft.papers.filter((paper) => which(paper, item) && withdrawalOf(paper, item) === undefined).flatMap((paper) => held(paper) ?? [])
}

/** A document without an accessible text is there as well, with nothing to read beside it. */
function held(paper: PaperDraft): HeldPaper | undefined {
  if (paper.text !== undefined) return { ...paper, text: paper.text }
  return paper.attachment === undefined ? undefined : { ...paper, text: { title: paper.title, blocks: [], markdown: '', pictures: [] } }
}

function withdrawalOf(paper: PaperDraft, item: EntryItem): string | undefined {
  return item.withdrawnPapers?.find((one) => `item-${item.number}-${one.paper}` === paper.id)?.reason
}

/** What the public may read of an item: where its true title would disclose, so may what else is said of it. */
function publicFields(entry: EntryItem): Omit<AgendaItem, 'papers'> {
  const item = { ...withoutPapers(entry), ...given('reviewOn', isWithheldItem(entry) ? entry.withheld?.reviewOn : undefined) }
  const publicTitle = isWithheldItem(item) ? entry.withheld?.publicTitle : undefined
  if (publicTitle === undefined) return item
  const { note: _note, presenter: _presenter, sponsor: _sponsor, pagesInOriginal: _pages, subjects: _subjects, ...rest } = item
  return { ...rest, title: publicTitle }
}

/** An item's own facts. What is withdrawn takes no time. */
export function withoutPapers({ report: _report, publicVersion: _public, appendices: _appendices, minutes: _minutes, draftBy: _draftBy, withheld: _withheld, withdrawnPapers: _papers, origin: _origin, timing, ...item }: EntryItem): Omit<AgendaItem, 'papers'> {
  return { ...item, ...given('timing', item.withdrawn === undefined ? timing : undefined) }
}

/** All that is public of a private meeting: that it meets. What is not named here stays out, whatever fields a meeting may come to have. */
function announcement({ body, date, time, status, privateDevelopment }: MeetingDraft['entry'], bodyName: string): PublishedMeeting {
  const when = time === undefined ? { date } : { date, time }
  return { body, bodyName, ...when, status, public: false, privateDevelopment, attendance: 'in-person', webcast: false, alsoInvited: [], members: [], items: [] }
}

/** How the agenda names a paper. */
export function inAgenda(paper: PaperDraft, item: EntryItem): PaperInAgenda {
  const withdrawn = withdrawalOf(paper, item)
  const isHeld = withdrawn === undefined && held(paper) !== undefined
  return {
    id: paper.id,
    kind: paper.kind,
    title: paper.title,
    held: isHeld,
    ...given('note', paper.note),
    ...given('withdrawn', withdrawn),
    ...given('file', isHeld ? paper.attachment : undefined),
  }
}

/** Where the papers stand in print, by their ids. */
export interface PlacesOfPapers {
  readonly pages: ReadonlyMap<string, PackPages>
  /** Papers that came in a supplement, with its number. */
  readonly supplements?: ReadonlyMap<string, number>
}

/** The same meeting with the pages that its papers have in the pack, or in the supplement they came with. */
export function withPages<Meeting extends { readonly items: readonly { readonly papers: readonly PaperInAgenda[] }[] }>(meeting: Meeting, { pages, supplements }: PlacesOfPapers): Meeting {
  const paged = (paper: PaperInAgenda): PaperInAgenda => {
    const found = pages.get(paper.id)
    return found === undefined ? paper : { ...paper, pages: { from: found.from, to: found.to }, ...given('supplement', supplements?.get(paper.id)) }
  }
  return { ...meeting, items: meeting.items.map((item) => ({ ...item, papers: item.papers.map(paged) })) }
}
