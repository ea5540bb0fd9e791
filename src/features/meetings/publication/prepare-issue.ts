import { given } from '#core/given.ts'
import { membersOn, type Body } from '#features/bodies'
import type { PackPages } from '../pack/pack-pages.ts'
import type { AgendaItem, PaperInAgenda, PublishedMeeting } from '../record/meeting.ts'
import type { MeetingDraft } from '../record/meeting-draft.ts'
import type { EntryItem, WithheldDetails } from '../record/meetings-file.ts'
import { contactOf, heldPapers, inAgenda, isOpenPaper, withoutPapers, type HeldPaper } from './prepare-publication.ts'
import { isOpenMeeting } from '../record/withheld.ts'

/** A withheld paper as the members' agenda names it; its pages may be of the exempt part. */
export interface IssuedPaperInAgenda extends Omit<PaperInAgenda, 'pages'> {
  readonly pages?: PackPages | undefined
}

/** An item with its true title, and what is withheld of it. */
export interface IssuedItem extends AgendaItem {
  readonly withheld: readonly IssuedPaperInAgenda[]
  /** What the proper officer records of withholding it. */
  readonly decision?: WithheldDetails
}

/** A meeting as its members are given it. */
export interface IssuedMeeting extends Omit<PublishedMeeting, 'items'> {
  readonly items: readonly IssuedItem[]
}

/** What the members of a body may read of a meeting. */
export interface Issue {
  readonly meeting: IssuedMeeting
  /** Every paper that can be read, in the order of the agenda; the public may read those that `isPublic`. */
  readonly papers: readonly (HeldPaper & { readonly isPublic: boolean })[]
}

/** Makes of a meeting what its members may read: everything but what is withdrawn. */
export function issueOf(draft: MeetingDraft, body: Body): Issue {
  const { items, correction: _correction, ...fields } = draft.entry
  const isOpen = isOpenMeeting(fields)
  const papers = items.flatMap((item) => [
    ...heldPapers(draft, item, isOpenPaper).map((paper) => ({ ...paper, isPublic: isOpen })),
    ...heldPapers(draft, item, isForMembersOnly).map((paper) => ({ ...paper, isPublic: false })),
  ])
  const meeting: IssuedMeeting = {
    ...fields,
    bodyName: body.name,
    ...given('contact', contactOf(fields, body)),
    members: items.length > 0 ? membersOn(body.members, fields.date) : [],
    participation: body.termsOfReference?.publicParticipation,
    items: items.map((item) => ({
      ...withoutPapers(item),
      papers: draft.papers.filter((paper) => isOpenPaper(paper, item)).map((paper) => inAgenda(paper, item)),
      withheld: draft.papers.filter((paper) => isForMembersOnly(paper, item)).map((paper) => inAgenda(paper, item)),
      ...given('decision', item.withheld),
    })),
  }
  return { meeting, papers }
}

function isForMembersOnly(paper: MeetingDraft['papers'][number], item: EntryItem): boolean {
  return paper.item === item.number && item.withdrawn === undefined && paper.isPublicVersion !== true && !isOpenPaper(paper, item)
}
