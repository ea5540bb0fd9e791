import { sql } from 'kysely'
import { given } from '#core/given.ts'
import type { Actor } from '#access/actor.ts'
import type { Reader } from '#platform/database/database.ts'
import type { Publication } from '../publication/prepare-publication.ts'
import { isWithheldItem } from '../record/withheld.ts'
import { rightsOn } from '../reports/rights/paper-rights.ts'
import type { ReportsTables } from '../reports/tables.ts'
import type { MeetingsTables } from '../tables.ts'
import { paperSlug } from '../work/draft-of-meeting.ts'
import type { ItemId, ItemInWork, MeetingInWork } from '../work/meeting-in-work.ts'
import type { Proposal } from './to-publish.ts'

/** The items whose papers somebody may read before they are published: as on the page of each paper itself. One query. */
export async function itemsReadableBy(reader: Reader, actor: Actor, { id, items }: Pick<MeetingInWork, 'id' | 'items'>): Promise<ReadonlySet<ItemId>> {
  const claims = await claimsOf(reader, actor, id)
  const claimsOn = (item: ItemInWork) => ({ ...given('author', item.author), isWithheld: isWithheldItem(item.facts), ...(claims.get(item.id) ?? noClaim) })
  return new Set(items.filter((item) => rightsOn(claimsOn(item), actor).read).map((item) => item.id))
}

interface Claim {
  readonly isShared: boolean
  readonly isAsked: boolean
}

const noClaim: Claim = { isShared: false, isAsked: false }

/** Sharing and asking are of the papers of an item together. */
async function claimsOf(reader: Reader, actor: Actor, meeting: MeetingInWork['id']): Promise<ReadonlyMap<ItemId, Claim>> {
  if (actor.kind !== 'person') return new Map()
  const rows = await reader
    .tables<MeetingsTables & ReportsTables>()
    .selectFrom('work.items as item')
    .innerJoin('work.papers as paper', 'paper.item', 'item.id')
    .leftJoin('work.paper_writers as writer', (join) => join.onRef('writer.paper', '=', 'paper.id').on('writer.person', '=', actor.person))
    .leftJoin('work.clearances as asked', (join) => join.onRef('asked.paper', '=', 'paper.id').on('asked.officer', '=', actor.person))
    .select('item.id')
    .select([sql<boolean>`bool_or(writer.paper is not null)`.as('is_shared'), sql<boolean>`bool_or(asked.paper is not null)`.as('is_asked')])
    .where('item.meeting', '=', meeting)
    .groupBy('item.id')
    .execute()
  return new Map(rows.map((row) => [row.id, { isShared: row.is_shared, isAsked: row.is_asked }]))
}

/**
 * What somebody may see of a publication before it is made: the whole agenda, and of its papers those that stand published as they are and those of the
 * items that this person may read.
 */
export function shownTo(readable: ReadonlySet<ItemId>, publication: Publication, { kept, standing, changes }: Proposal): Publication {
  const own = new Set(kept.meeting.items.filter((item) => readable.has(item.id)).flatMap((item) => item.papers.map((paper) => paperSlug(item.number, paper))))
  const changed = new Set(changes?.papers.map((paper) => paper.id))
  const isShown = (id: string) => own.has(id) || (!changed.has(id) && standing?.papers.some((paper) => paper.id === id && paper.isPublic) === true)
  const items = publication.meeting.items.map((item) => ({ ...item, papers: item.papers.map((paper) => (isShown(paper.id) || !paper.held ? paper : notYet(paper))) }))
  return { meeting: { ...publication.meeting, items }, papers: publication.papers.filter((paper) => isShown(paper.id)) }
}

type PaperInAgenda = Publication['meeting']['items'][number]['papers'][number]

function notYet({ file: _file, ...paper }: PaperInAgenda): PaperInAgenda {
  return { ...paper, held: false, note: 'not yet published' }
}
