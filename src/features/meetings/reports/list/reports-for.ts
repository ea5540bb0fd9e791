import { sql } from 'kysely'
import { given } from '#core/given.ts'
import type { Actor, PersonId } from '#access/actor.ts'
import type { LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import { bodyNames } from '#features/bodies'
import { commissionsOf } from '../../agenda/commissions.ts'
import { isWithheld } from '../../record/withheld.ts'
import type { MeetingsTables } from '../../tables.ts'
import { usualTemplate, type BodyTemplate, type ClearanceKind } from '../../templates/body-template.ts'
import { allTemplates } from '../../templates/keep-template.ts'
import type { MeetingFacts, PaperId } from '../../work/meeting-in-work.ts'
import { onAgenda, type OnAgenda } from '../frame/awaited.ts'
import { askedOf, standingsOfPapers, type ReportStanding } from '../report-standing.ts'
import type { ReportsTables } from '../tables.ts'

/** A report and what it is to the person who asks. */
export interface ListedReport {
  readonly id: PaperId
  readonly title: string
  readonly item: number
  readonly isWithheld: boolean
  readonly agenda: OnAgenda
  readonly meeting: Pick<MeetingFacts, 'date' | 'time' | 'resumedFrom'>
  readonly bodyName: string
  readonly template: BodyTemplate
  readonly standing: ReportStanding
  /** When it was asked for, where that is known. */
  readonly commissionedOn?: LocalDate
  /** The day agreed with the author for the draft. */
  readonly draftBy?: LocalDate
  readonly author?: PersonId
  /** The person writes it: as its author, or shared. */
  readonly isMine: boolean
  /** What the person was asked to clear and has not answered. */
  readonly toClear: readonly ClearanceKind[]
  readonly wasAsked: boolean
  readonly hasCommented: boolean
}

/** A reader sees so many at once, the nearest meetings first; nobody has more reports under way. */
const most = 200

/**
 * The reports that concern somebody, of meetings from this day on: theirs to write, to clear or commented on; for officers those of every coming meeting.
 * In eight queries. Drafts of withheld items are listed for officers and for those who write or clear them, and for nobody else.
 */
export async function reportsFor(reader: Reader, actor: Actor, from: LocalDate): Promise<ListedReport[]> {
  if (actor.kind !== 'person') return []
  const rows = await reportRows(reader, actor.person, actor.roles.includes('officer'), from)
  if (rows.length === 0) return []
  const papers = rows.map(({ id }) => id)
  const [standings, commissions] = [await standingsOfPapers(reader, papers), await commissionsOf(reader, papers)]
  const [names, templates] = [await bodyNames(reader), await allTemplates(reader)]
  return rows.flatMap((row): ListedReport[] => {
    const standing = standings.get(row.id)
    if (standing === undefined) return []
    const isMine = row.author === actor.person || row.is_shared
    return [
      {
        id: row.id,
        title: row.title,
        item: row.number,
        isWithheld: isWithheld(row.meeting_facts, row.item_facts),
        agenda: onAgenda(row.meeting_facts, row.item_facts),
        meeting: row.meeting_facts,
        bodyName: names.get(row.meeting_facts.body) ?? row.meeting_facts.body,
        template: templates.find(({ body }) => body === row.meeting_facts.body) ?? usualTemplate(row.meeting_facts.body),
        standing,
        ...given('commissionedOn', commissions.get(row.id)),
        ...given('draftBy', row.item_facts.draftBy),
        ...given('author', row.author),
        isMine,
        toClear: askedOf(standing, actor).map(({ kind }) => kind),
        wasAsked: row.was_asked,
        hasCommented: row.has_commented,
      },
    ]
  })
}

function reportRows(reader: Reader, person: PersonId, isOfficer: boolean, from: LocalDate) {
  const shared = sql<boolean>`exists (select from work.paper_writers as writer where writer.paper = paper.id and writer.person = ${person})`
  const asked = sql<boolean>`exists (select from work.clearances as asked where asked.paper = paper.id and asked.officer = ${person})`
  const commented = sql<boolean>`exists (select from work.paper_comments as comment where comment.paper = paper.id and comment.by_person = ${person})`
  const open = sql<boolean>`(item.facts -> 'exempt') is null and coalesce((item.facts ->> 'confidential')::boolean, false) = false
    and coalesce((meeting.facts ->> 'public')::boolean, true) and not coalesce((meeting.facts ->> 'privateDevelopment')::boolean, false)`
  return reader
    .tables<MeetingsTables & ReportsTables>()
    .selectFrom('work.papers as paper')
    .innerJoin('work.items as item', 'item.id', 'paper.item')
    .innerJoin('work.meetings as meeting', 'meeting.id', 'item.meeting')
    .select(['paper.id', 'paper.title', 'item.number', 'item.facts as item_facts', 'item.author', 'meeting.facts as meeting_facts'])
    .select([shared.as('is_shared'), asked.as('was_asked'), commented.as('has_commented')])
    .where('paper.kind', '=', 'report')
    .where('paper.is_public_version', '=', false)
    .where('meeting.meeting_date', '>=', from)
    .$if(!isOfficer, (query) => query.where((one) => one.or([one('item.author', '=', person), shared, asked, one.and([commented, open])])))
    .orderBy('meeting.meeting_date')
    .orderBy('meeting.body')
    .orderBy('item.number')
    .limit(most)
    .execute()
}
