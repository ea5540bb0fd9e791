import { sql } from 'kysely'
import { given } from '#core/given.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Actor, PersonId } from '#access/actor.ts'
import type { Reader } from '#platform/database/database.ts'
import type { ReportFrame } from '../../record/report-file.ts'
import { isWithheld } from '../../record/withheld.ts'
import type { MeetingsTables } from '../../tables.ts'
import type { ItemFacts, ItemId, MeetingFacts, MeetingId, PaperId } from '../../work/meeting-in-work.ts'
import type { ReportsTables } from '../tables.ts'
import { isRecordId } from './record-id.ts'
import { rightsOn, type PaperRights } from './paper-rights.ts'

/** A paper in its place, without its text, with what the person who asks may do with it. */
export interface OpenPaper {
  readonly id: PaperId
  readonly kind: 'report' | 'appendix'
  readonly title: string
  readonly frame?: ReportFrame['frame']
  readonly position: number
  readonly revision: number
  readonly isPublicVersion: boolean
  readonly item: { readonly id: ItemId; readonly number: number; readonly facts: ItemFacts; readonly author?: PersonId }
  readonly meeting: { readonly id: MeetingId; readonly facts: MeetingFacts }
  /** The item is exempt or confidential, or the whole meeting is private. */
  readonly isWithheld: boolean
  /** The report that an appendix, a public version or the report itself belongs to; left out where the item has none. */
  readonly report?: PaperId
  /** The version of it that the public may read, where the item is withheld. */
  readonly publicVersion?: PaperId
  readonly counts: PaperCounts
  readonly rights: PaperRights
}

/** How much there is on the pages of a paper beside its text. */
interface PaperCounts {
  /** Comments that nobody has resolved. */
  readonly comments: number
  readonly pictures: number
  /** Of the item. */
  readonly appendices: number
}

const noSuchPaper = refuse('not-found', 'There is no such paper. It may have been taken off its agenda.')
const notYours = refuse('not-allowed', 'This report is open to its author, to those it is shared with or who were asked to clear it, and to scrutiny officers. Ask its author to share it with you.')

/**
 * Finds a paper for somebody who wants this of it, in one query. A paper of an exempt or confidential item, or of a private meeting, is not there at all for
 * those who may not read it. An id that is no id finds nothing.
 */
export async function openPaper(reader: Reader, actor: Actor, id: string, wanted: keyof PaperRights = 'read'): Promise<Outcome<OpenPaper>> {
  const found = isRecordId(id) ? await paperRow(reader, actor, id as PaperId) : undefined
  if (found === undefined) return noSuchPaper
  const { author, is_shared, is_asked } = found
  const isHeldBack = isWithheld(found.meeting_facts, found.item_facts)
  const rights = rightsOn({ ...given('author', author), isWithheld: isHeldBack, isShared: is_shared, isAsked: is_asked }, actor)
  if (!rights[wanted]) return isHeldBack && !rights.read ? noSuchPaper : notYours
  return ok({
    id: found.id,
    kind: found.kind,
    title: found.title,
    ...given('frame', found.frame),
    position: found.position,
    revision: found.revision,
    isPublicVersion: found.is_public_version,
    item: { id: found.item, number: found.number, facts: found.item_facts, ...given('author', author) },
    meeting: { id: found.meeting, facts: found.meeting_facts },
    isWithheld: isHeldBack,
    ...given('report', found.report),
    ...given('publicVersion', found.public_version),
    counts: { comments: found.open_comments, pictures: found.pictures, appendices: found.appendices },
    rights,
  })
}

/** Whether these rows name the person for any paper of the item: sharing and asking are of its papers together, so that who may write the report may write its appendices. */
function claimOn(table: 'work.paper_writers' | 'work.clearances', column: string, person: PersonId | null) {
  return sql<boolean>`exists (select from ${sql.table(table)} as claim join work.papers as claimed on claimed.id = claim.paper where claimed.item = paper.item and ${sql.ref(`claim.${column}`)} = ${person})`
}

function countOf(those: string) {
  return sql<number>`(select count(*)::integer from ${sql.raw(those)})`
}

function paperRow(reader: Reader, actor: Actor, id: PaperId) {
  const person = actor.kind === 'person' ? actor.person : null
  return reader
    .tables<MeetingsTables & ReportsTables>()
    .selectFrom('work.papers as paper')
    .innerJoin('work.items as item', 'item.id', 'paper.item')
    .innerJoin('work.meetings as meeting', 'meeting.id', 'item.meeting')
    .select(['paper.id', 'paper.kind', 'paper.title', 'paper.frame', 'paper.position', 'paper.revision', 'paper.is_public_version', 'paper.item'])
    .select(['item.number', 'item.facts as item_facts', 'item.author', 'meeting.id as meeting', 'meeting.facts as meeting_facts'])
    .select((one) => [
      one
        .selectFrom('work.papers as main')
        .select('main.id')
        .whereRef('main.item', '=', 'paper.item')
        .where('main.kind', '=', 'report')
        .where('main.is_public_version', '=', false)
        .limit(1)
        .as('report'),
      one
        .selectFrom('work.papers as open')
        .select('open.id')
        .whereRef('open.item', '=', 'paper.item')
        .where('open.is_public_version', '=', true)
        .limit(1)
        .as('public_version'),
      countOf('work.paper_comments as one where one.paper = paper.id and one.resolved_at is null').as('open_comments'),
      countOf("work.papers as one where one.item = paper.item and one.kind = 'appendix'").as('appendices'),
      sql<number>`jsonb_array_length(paper.pictures)`.as('pictures'),
      claimOn('work.paper_writers', 'person', person).as('is_shared'),
      claimOn('work.clearances', 'officer', person).as('is_asked'),
    ])
    .where('paper.id', '=', id)
    .executeTakeFirst()
}
