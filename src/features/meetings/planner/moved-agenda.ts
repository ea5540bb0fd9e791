import { given } from '#core/given.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Context } from '#access/act.ts'
import { actorKey } from '#access/actor.ts'
import type { Block, FileReference } from '#platform/documents/blocks.ts'
import { StoreCannotWrite } from '#platform/files/content-store-errors.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { buildVersion } from '../publication/build-version.ts'
import { issuedMeeting, issuedPapers, type IssuedPaper } from '../publication/issued-meetings.ts'
import type { Issue, IssuedMeeting } from '../publication/prepare-issue.ts'
import type { NewVersion } from '../publication/publish-version.ts'
import type { AgendaItem, PublishedMeeting } from '../record/meeting.ts'
import type { Picture } from '../record/meeting-draft.ts'
import type { ItemInWork } from '../work/meeting-in-work.ts'
import type { MeetingAtHand } from './meeting-at-hand.ts'
import { publishedItemsTimed } from './published-items-timed.ts'

type FactsOfMeeting = Omit<PublishedMeeting, 'items'>

/** A published agenda that was set for print anew. */
export type AgendaAnew = Omit<NewVersion, 'version' | 'note'>

/** Those of the published items that go to the other day, where not all do. */
export interface ChosenItems {
  /** Their numbers there by their numbers here. */
  readonly numbers: ReadonlyMap<number, number>
  /** As staff keep them, by the numbers that they have there. */
  readonly kept: readonly ItemInWork[]
}

/**
 * The published agenda, or the items of it that are chosen, on another day: exactly what is published, for the public and for members, never what staff have written since, set anew in
 * one pack, its items at the times that follow from another start. Undefined where no agenda is published. Outside any transaction, since it is set for print.
 */
export async function movedAgenda(
  context: Context,
  app: MeetingsApp,
  { standing, agendaSince, meeting: kept }: MeetingAtHand,
  move: <Facts extends FactsOfMeeting>(facts: Facts) => Facts,
  chosen?: ChosenItems,
): Promise<Outcome<AgendaAnew | undefined>> {
  if (standing === undefined || agendaSince === undefined) return ok(undefined)
  const { body, date } = standing.meeting
  const { issued, found } = await context.database.read(actorKey(context.actor), async (reader) => ({
    issued: await issuedMeeting(reader, body, date, standing.version),
    found: await issuedPapers(reader, { body, date, version: standing.version }),
  }))
  if (issued === undefined) throw new Error(`Version ${standing.version} of ${body} on ${date} was not issued`)
  const held: Issue['papers'] = await Promise.all(found.map((paper) => heldPaper(paper, app)))
  const papers = chosen === undefined ? held : held.flatMap((paper) => renumbered(paper, paper.item, chosen) ?? [])
  const timed = <Meeting extends FactsOfMeeting & { readonly items: readonly AgendaItem[] }>(meeting: Meeting): Meeting => {
    const moved = move(meeting)
    if (chosen !== undefined) return { ...moved, items: publishedItemsTimed(moved.time, moved.items.flatMap((item) => itemThere(item, chosen) ?? []), chosen.kept) }
    return moved.time === meeting.time ? moved : { ...moved, items: publishedItemsTimed(moved.time, moved.items, kept.items) }
  }
  const publication = { meeting: timed(withoutPlaces(standing.meeting)), papers: papers.filter((paper) => paper.isPublic) }
  const issue = { meeting: timed(membersAgenda(issued.meeting)), papers }
  const setting = { council: await app.council(), today: context.today, origin: app.origin }
  try {
    return await buildVersion({ version: 1, note: '', publication, issue }, { files: app.files, typeset: app.typeset, setting })
  } catch (error) {
    if (error instanceof StoreCannotWrite) return refuse('unavailable', error.plainly)
    throw error
  }
}

/** The paper under the number of its item there; undefined where the item does not go there. */
function renumbered<Paper extends { readonly id: string }>(paper: Paper, item: number, { numbers }: ChosenItems): Paper | undefined {
  const number = numbers.get(item)
  return number === undefined ? undefined : { ...paper, id: paper.id.replace(/^item-\d+-/, `item-${number}-`), ...('item' in paper ? { item: number } : {}) }
}

function itemThere<Item extends AgendaItem & { readonly withheld?: readonly { readonly id: string }[] }>(item: Item, chosen: ChosenItems): Item | undefined {
  const number = chosen.numbers.get(item.number)
  if (number === undefined) return undefined
  const there = <Paper extends { readonly id: string }>(papers: readonly Paper[]) => papers.flatMap((paper) => renumbered(paper, item.number, chosen) ?? [])
  return { ...item, number, papers: there(item.papers), ...(item.withheld === undefined ? {} : { withheld: there(item.withheld) }) }
}

async function heldPaper(paper: IssuedPaper, { files }: Pick<MeetingsApp, 'files'>): Promise<Issue['papers'][number]> {
  const { id, item, title, frame, blocks, file, isPublic } = paper
  const pictures: Picture[] = []
  for (const reference of figuresIn(blocks)) {
    const bytes = await files.get(reference.checksum)
    if (bytes !== undefined) pictures.push({ name: reference.checksum, reference, bytes })
  }
  return {
    id,
    item,
    title,
    kind: frame === undefined ? 'appendix' : 'report',
    text: { title, ...given('frame', frame), blocks, markdown: '', pictures },
    ...given('attachment', file),
    isPublic,
  }
}

function figuresIn(blocks: readonly Block[]): FileReference[] {
  return blocks.flatMap((block): FileReference[] => {
    if (block.kind === 'figure') return [block.file]
    if (block.kind === 'quote' || block.kind === 'note') return figuresIn(block.blocks)
    return block.kind === 'list' ? block.items.flatMap((item) => figuresIn(item)) : []
  })
}

/** Supplements go into the one pack of the new day, so that all pages are counted anew. */
function withoutPlaces<Meeting extends { readonly items: readonly { readonly papers: readonly object[] }[] }>(meeting: Meeting): Meeting {
  const items = meeting.items.map((item) => ({ ...item, papers: item.papers.map(placeless) }))
  return without({ ...meeting, items }, ['supplements'])
}

function membersAgenda(meeting: IssuedMeeting): IssuedMeeting {
  const plain = withoutPlaces(meeting)
  return { ...plain, items: plain.items.map((item) => ({ ...item, withheld: item.withheld.map(placeless) })) }
}

function placeless<Paper extends object>(paper: Paper): Paper {
  return without(paper, ['pages', 'supplement'])
}

/** The record without these of its optional fields. */
function without<Of extends object>(record: Of, fields: readonly string[]): Of {
  return Object.fromEntries(Object.entries(record).filter(([field]) => !fields.includes(field))) as Of
}
