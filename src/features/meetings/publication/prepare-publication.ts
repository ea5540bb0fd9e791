import type { Body } from '#features/bodies'
import { membersOn } from '#features/bodies'
import type { AgendaItem, PaperInAgenda, PublishedMeeting } from '../record/meeting.ts'
import type { MeetingDraft, PaperDraft } from '../import/read-meetings-file.ts'

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
  if (!entry.public || entry.privateDevelopment) return { meeting: announcement(entry, body.name), papers: [] }
  const { items, correction, ...fields } = entry
  const papers = draft.papers.filter((paper) => !isWithheld(items.find((item) => item.number === paper.item)))
  const meeting: PublishedMeeting = {
    ...fields,
    bodyName: body.name,
    members: items.length > 0 ? membersOn(body.members, entry.date) : [],
    participation: body.termsOfReference?.publicParticipation,
    items: items.map(({ report, appendices, ...item }) => ({ ...item, papers: papers.filter((paper) => paper.item === item.number).map(inAgenda) })),
  }
  return { meeting, papers: papers.filter(isHeld) }
}

/** All that is public of a private meeting: that it meets. What is not named here stays out, whatever fields a meeting may come to have. */
function announcement({ body, date, time, status, privateDevelopment }: MeetingDraft['entry'], bodyName: string): PublishedMeeting {
  const when = time === undefined ? { date } : { date, time }
  return { body, bodyName, ...when, status, public: false, privateDevelopment, attendance: 'in-person', webcast: false, alsoInvited: [], members: [], items: [] }
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
