import type { MembersPaper } from '../publication/members-pack.ts'
import type { IssuedItem, IssuedMeeting } from '../publication/prepare-issue.ts'
import { saysTheSame } from './same-content.ts'

/** What one side of the comparison says: a version that stands, or the draft of the next. */
export interface Said {
  readonly meeting: IssuedMeeting
  readonly papers: readonly MembersPaper[]
}

type ItemChange = 'added' | 'changed' | 'removed' | 'withdrawn' | 'released'

export interface ChangedItem {
  readonly number: number
  readonly title: string
  readonly change: ItemChange
  /** Of a changed item what of it, in words: "the title". */
  readonly what: readonly string[]
}

export interface ChangedPaper {
  readonly id: string
  readonly item: number
  readonly title: string
  readonly change: ItemChange
  /** The public may read it, or could before. */
  readonly isPublic: boolean
}

/** How a draft differs from what stands published. */
export interface Changes {
  /** What is said of the meeting: "the time", "the place". */
  readonly facts: readonly string[]
  /** The state of the meeting: planned, held. */
  readonly state: boolean
  readonly items: readonly ChangedItem[]
  readonly papers: readonly ChangedPaper[]
}

/** How the draft of a meeting differs from the version that stands, withheld papers included. Who sits on the body is no part of it. */
export function changesSince(standing: Said, draft: Said): Changes {
  return {
    facts: changedFacts(standing.meeting, draft.meeting),
    state: standing.meeting.status !== draft.meeting.status,
    items: changedItems(standing.meeting.items, draft.meeting.items),
    papers: changedPapers(standing, draft),
  }
}

const factWords = {
  time: 'the time',
  title: 'the title of the meeting',
  venue: 'the place',
  attendance: 'how to attend',
  webcast: 'the webcast',
  public: 'whether the public may attend',
  privateDevelopment: 'whether it is a private session',
  issued: 'the day of issue',
  lateReason: 'the reason for publishing late',
  contact: 'the contact',
  alsoInvited: 'who is invited',
  movedTo: 'the day to which it moves',
  movedFrom: 'the day from which it moved',
  resumesOn: 'the day on which it goes on',
  resumedFrom: 'the day from which it goes on',
} as const satisfies Partial<Record<keyof IssuedMeeting, string>>

function changedFacts(standing: IssuedMeeting, draft: IssuedMeeting): string[] {
  return namedDifferences(standing, draft, factWords)
}

const itemWords = {
  title: 'the title',
  kind: 'what it is for',
  standing: 'its kind',
  presenter: 'who presents it',
  sponsor: 'its sponsor',
  timing: 'the timing',
  note: 'the note',
  toFollow: 'whether its report is to follow',
  exempt: 'the exemption',
  confidential: 'whether it is confidential',
  lateReason: 'the reason for urgency',
  withdrawn: 'the withdrawal',
  released: 'the release',
} as const satisfies Partial<Record<keyof IssuedItem, string>>

function namedDifferences<Said extends object>(before: Said, after: Said, words: { readonly [Key in keyof Said]?: string }): string[] {
  return Object.entries(words).flatMap(([key, said]) => {
    const field = key as keyof Said
    return saysTheSame(before[field] ?? null, after[field] ?? null) ? [] : [String(said)]
  })
}

function changedItems(before: readonly IssuedItem[], after: readonly IssuedItem[]): ChangedItem[] {
  const removed = before.filter((item) => !after.some((one) => one.number === item.number)).map((item): ChangedItem => ({ number: item.number, title: item.title, change: 'removed', what: [] }))
  const others = after.flatMap((item): ChangedItem[] => {
    const named = { number: item.number, title: item.title }
    const earlier = before.find((one) => one.number === item.number)
    if (earlier === undefined) return [{ ...named, change: 'added', what: [] }]
    const what = [
      ...namedDifferences(earlier, item, itemWords),
      ...(earlier.decision?.publicTitle === item.decision?.publicTitle ? [] : [publicTitleWords]),
      ...(namesNewPapers(earlier, item) ? ['the papers that it names'] : []),
    ]
    if (what.length === 0) return []
    return [{ ...named, change: changeOfItem(earlier, item, what), what }]
  })
  return [...removed, ...others].toSorted((one, other) => one.number - other.number)
}

/** Papers that the agenda names and nobody holds are not among the papers that are compared. */
function namesNewPapers(before: IssuedItem, after: IssuedItem): boolean {
  const named = (item: IssuedItem) => [...item.papers, ...item.withheld].filter((paper) => !paper.held && paper.withdrawn === undefined).map(({ id, title, note }) => ({ id, title, note: note ?? null }))
  return named(after).some((paper) => !named(before).some((one) => saysTheSame(one, paper)))
}

const publicTitleWords = 'the title that the public reads'
const withdrawing: readonly string[] = [itemWords.withdrawn, itemWords.timing]
const lapse: readonly string[] = [itemWords.exempt, itemWords.confidential, itemWords.released]

function changeOfItem(before: IssuedItem, after: IssuedItem, what: readonly string[]): ItemChange {
  if (before.withdrawn === undefined && after.withdrawn !== undefined && what.every((one) => withdrawing.includes(one))) return 'withdrawn'
  if (before.released === undefined && after.released !== undefined && what.every((one) => lapse.includes(one))) return 'released'
  return 'changed'
}

function changedPapers(standing: Said, draft: Said): ChangedPaper[] {
  const withdrawn = new Set(draft.meeting.items.flatMap((item) => [...item.papers, ...item.withheld].flatMap((paper) => (paper.withdrawn === undefined ? [] : [paper.id]))))
  const gone = new Set(draft.meeting.items.flatMap((item) => (item.withdrawn === undefined ? [] : [item.number])))
  const removed = standing.papers
    .filter((paper) => !draft.papers.some((one) => one.id === paper.id))
    .map((paper) => changed(paper, withdrawn.has(paper.id) || gone.has(paper.item) ? 'withdrawn' : isRedactedVersionOf(draft, paper) ? 'released' : 'removed', paper.isPublic))
  const others = draft.papers.flatMap((paper): ChangedPaper[] => {
    const earlier = standing.papers.find((one) => one.id === paper.id)
    if (earlier === undefined) return [changed(paper, 'added', paper.isPublic)]
    const isSame = saysTheSame(content(earlier), content(paper))
    if (!earlier.isPublic && paper.isPublic && isSame) return [changed(paper, 'released', true)]
    return isSame && earlier.isPublic === paper.isPublic ? [] : [changed(paper, 'changed', paper.isPublic || earlier.isPublic)]
  })
  return [...removed, ...others].toSorted((one, other) => one.item - other.item)
}

/** When the papers of an item are released, its redacted version goes: the whole is there to be read. */
function isRedactedVersionOf(draft: Said, paper: MembersPaper): boolean {
  return paper.id.endsWith('-public-version') && draft.meeting.items.some((item) => item.number === paper.item && item.released !== undefined)
}

function changed({ id, item, title }: MembersPaper, change: ItemChange, isPublic: boolean): ChangedPaper {
  return { id, item, title, change, isPublic }
}

function content({ title, frame, blocks, file }: MembersPaper): unknown {
  return { title, frame: frame ?? null, blocks, file: file ?? null }
}

/** What kind of publication a change asks for. */
export type PublicationKind =
  /** The agenda is published for the first time. */
  | 'agenda'
  /** Papers that were to follow and late items, with pages that go on from the pack's. */
  | 'supplement'
  | 'correction'
  | 'withdrawal'
  | 'release'
  /** Nothing but the state of the meeting. */
  | 'state'

/**
 * What the changes since the version that stands ask for; undefined where nothing has changed. A supplement only adds: papers to items, and items after the
 * last one. What touches anything that could be read before is a correction, unless it only withdraws or only releases.
 */
export function kindOfChange(standing: Said | undefined, changes: Changes): PublicationKind | undefined {
  if (standing === undefined || standing.meeting.items.length === 0) return 'agenda'
  const { facts, items, papers, state } = changes
  if (facts.length + items.length + papers.length === 0) return state ? 'state' : undefined
  const is = (...kinds: readonly ItemChange[]) => facts.length === 0 && items.every((item) => kinds.includes(item.change)) && papers.every((paper) => kinds.includes(paper.change))
  if (onlyWithdraws(changes)) return 'withdrawal'
  if (is('released')) return 'release'
  return onlyAdds(standing.meeting, changes) ? 'supplement' : 'correction'
}

/** Whether nothing but the time of an item is another. */
export function isTimeAlone(what: readonly string[]): boolean {
  return what.every((one) => one === itemWords.timing)
}

/** Once an item is withdrawn, the times of those after it follow. */
function onlyWithdraws({ facts, items, papers }: Changes): boolean {
  const withdrawsItem = items.some((item) => item.change === 'withdrawn')
  const isMovedUp = ({ change, what }: ChangedItem) => withdrawsItem && change === 'changed' && isTimeAlone(what)
  return facts.length === 0 && items.every((item) => item.change === 'withdrawn' || isMovedUp(item)) && papers.every((paper) => paper.change === 'withdrawn')
}

function onlyAdds(standing: IssuedMeeting, { facts, items, papers }: Changes): boolean {
  const last = Math.max(...standing.items.map((item) => item.number))
  const isAdded = (item: ChangedItem): boolean => (item.change === 'added' ? item.number > last : item.change === 'changed' && item.what.every((one) => one === itemWords.toFollow))
  return facts.length === 0 && items.every(isAdded) && papers.every((paper) => paper.change === 'added')
}
