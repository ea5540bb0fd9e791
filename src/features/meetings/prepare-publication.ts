import type { Body } from '#features/bodies'
import { membersOn } from '#features/bodies'
import type { AgendaItem, PaperInAgenda, PublishedMeeting } from './meeting.ts'
import type { MeetingDraft, PaperDraft } from './read-meetings-file.ts'

/** What the public may read of a meeting: the page's content and the papers behind it. */
export interface Publication {
  readonly meeting: PublishedMeeting
  /** The papers that are held and may be read, in the order of the agenda. */
  readonly papers: readonly (PaperDraft & { readonly text: NonNullable<PaperDraft['text']> })[]
}

/**
 * Makes of a meeting what the public may read. The papers of exempt and confidential items stay out altogether (Local Government
 * Act 1972 s100A and Schedule 12A), and a private meeting has no agenda in public: only that it meets.
 */
export function publicationOf(draft: MeetingDraft, body: Body): Publication {
  const { entry } = draft
  const { items, correction, ...fields } = entry
  const isOpen = entry.public && !entry.privateDevelopment
  const papers = isOpen ? draft.papers.filter((paper) => !isWithheld(items.find((item) => item.number === paper.item))) : []
  const meeting: PublishedMeeting = {
    ...fields,
    bodyName: body.name,
    members: isOpen && items.length > 0 ? membersOn(body.members, entry.date) : [],
    participation: body.termsOfReference?.publicParticipation,
    items: isOpen ? items.map(({ report, appendices, ...item }) => ({ ...item, papers: papers.filter((paper) => paper.item === item.number).map(inAgenda) })) : [],
  }
  return { meeting, papers: papers.filter(isHeld) }
}

function isWithheld(item: Pick<AgendaItem, 'exempt' | 'confidential'> | undefined): boolean {
  return item === undefined || item.exempt !== undefined || item.confidential
}

function isHeld(paper: PaperDraft): paper is PaperDraft & { readonly text: NonNullable<PaperDraft['text']> } {
  return paper.text !== undefined
}

function inAgenda(paper: PaperDraft): PaperInAgenda {
  return { id: paper.id, kind: paper.kind, title: paper.title, held: paper.text !== undefined, ...(paper.note === undefined ? {} : { note: paper.note }) }
}

/** The same meeting with the pages that its papers have in the pack. */
export function withPages(meeting: PublishedMeeting, pages: ReadonlyMap<string, { readonly from: number; readonly to: number }>): PublishedMeeting {
  const paged = (paper: PaperInAgenda): PaperInAgenda => {
    const found = pages.get(paper.id)
    return found === undefined ? paper : { ...paper, pages: { from: found.from, to: found.to } }
  }
  return { ...meeting, items: meeting.items.map((item) => ({ ...item, papers: item.papers.map(paged) })) }
}
