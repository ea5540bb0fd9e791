import { sql } from 'kysely'
import { given } from '#core/given.ts'
import type { Actor, PersonId } from '#access/actor.ts'
import type { Reader } from '#platform/database/database.ts'
import type { ReportPartName } from '../record/report-parts.ts'
import type { MeetingsTables } from '../tables.ts'
import type { ClearanceKind } from '../templates/body-template.ts'
import type { MeetingId, PaperId } from '../work/meeting-in-work.ts'
import type { ClearanceId, ReportsTables, TextDigest } from './tables.ts'

/** How far a report has come. */
export interface ReportStanding {
  readonly state: 'not-begun' | 'writing' | 'handed-in' | 'returned'
  /** When it was handed in last, as an instant. */
  readonly handedInAt?: string
  /** Why it was returned. */
  readonly returnedWith?: string
  /** The latest of each kind. */
  readonly clearances: readonly Clearance[]
  /** Comments that nobody has resolved. */
  readonly openComments: number
}

export interface Clearance {
  readonly id: ClearanceId
  readonly kind: ClearanceKind
  /** Whom one asked, by name. */
  readonly officer: string
  readonly person: PersonId
  readonly state: 'asked' | 'cleared' | 'returned'
  /** When it was asked for or answered, as an instant. */
  readonly at: string
  readonly note?: string
  /** The text is no longer the one that was cleared. */
  readonly changedSince: boolean
  /** Which parts of it. */
  readonly changedParts: readonly ReportPartName[]
}

/** What somebody was asked to clear and has not answered; whoever was asked before another officer was has nothing to answer. */
export function askedOf({ clearances }: Pick<ReportStanding, 'clearances'>, actor: Actor): Clearance[] {
  return actor.kind === 'person' ? clearances.filter((one) => one.state === 'asked' && one.person === actor.person) : []
}

/** How far each paper of a meeting has come, in four queries. */
export function reportStandings(reader: Reader, meeting: MeetingId): Promise<ReadonlyMap<PaperId, ReportStanding>> {
  return standingsOf(reader, (tables) => tables.selectFrom('work.papers as own').innerJoin('work.items as item', 'item.id', 'own.item').select('own.id').where('item.meeting', '=', meeting))
}

/** How far these papers have come, in four queries. */
export async function standingsOfPapers(reader: Reader, papers: readonly PaperId[]): Promise<ReadonlyMap<PaperId, ReportStanding>> {
  if (papers.length === 0) return new Map()
  return standingsOf(reader, (tables) => tables.selectFrom('work.papers as own').select('own.id').where('own.id', 'in', papers))
}

type Tables = ReturnType<typeof tablesOf>
type Which = (tables: Tables) => ReturnType<typeof ownIds>

function tablesOf(reader: Reader) {
  return reader.tables<MeetingsTables & ReportsTables>()
}

function ownIds(tables: Tables) {
  return tables.selectFrom('work.papers as own').select('own.id')
}

async function standingsOf(reader: Reader, which: Which): Promise<ReadonlyMap<PaperId, ReportStanding>> {
  const tables = tablesOf(reader)
  const papers = await tables
    .selectFrom('work.papers as paper')
    .leftJoin('work.paper_hand_ins as handed', 'handed.paper', 'paper.id')
    .select(['paper.id', 'handed.state', 'handed.at', 'handed.note'])
    .select((one) => one.exists(one.selectFrom('work.paper_parts as part').select('part.part').whereRef('part.paper', '=', 'paper.id')).as('is_begun'))
    .where('paper.id', 'in', which(tables))
    .execute()
  const clearances = await latestClearances(tables, which)
  const digests = clearances.some((one) => one.state === 'cleared') ? await digestsOf(tables, clearances.map((one) => one.paper)) : new Map<PaperId, TextDigest>()
  const comments = await openComments(tables, which)
  return new Map(
    papers.map((paper): [PaperId, ReportStanding] => [
      paper.id,
      {
        state: paper.state ?? (paper.is_begun === true ? 'writing' : 'not-begun'),
        ...(paper.state === 'handed-in' ? given('handedInAt', paper.at?.toISOString()) : {}),
        ...(paper.state === 'returned' ? given('returnedWith', paper.note) : {}),
        clearances: clearances.filter((one) => one.paper === paper.id).map((one) => clearance(one, digests.get(paper.id) ?? {})),
        openComments: comments.get(paper.id) ?? 0,
      },
    ]),
  )
}

type ClearanceRow = Awaited<ReturnType<typeof latestClearances>>[number]

function clearance(row: ClearanceRow, standing: TextDigest): Clearance {
  const changedParts = row.state === 'cleared' ? changedPartsOf(row.text_cleared ?? {}, standing) : []
  return {
    id: row.id,
    kind: row.kind,
    officer: row.officer_name,
    person: row.officer,
    state: row.state,
    at: (row.answered_at ?? row.asked_at).toISOString(),
    ...given('note', row.note),
    changedSince: changedParts.length > 0,
    changedParts,
  }
}

/** The parts whose text is not the one that was cleared. */
function changedPartsOf(cleared: TextDigest, standing: TextDigest): ReportPartName[] {
  const names = new Set([...Object.keys(cleared), ...Object.keys(standing)] as ReportPartName[])
  return [...names].filter((name) => cleared[name] !== standing[name])
}

function latestClearances(tables: Tables, which: Which) {
  return tables
    .selectFrom('work.clearances as asked')
    .distinctOn(['asked.paper', 'asked.kind'])
    .select(['asked.id', 'asked.paper', 'asked.kind', 'asked.officer', 'asked.officer_name', 'asked.state', 'asked.asked_at', 'asked.answered_at', 'asked.note', 'asked.text_cleared'])
    .where('asked.paper', 'in', which(tables))
    .orderBy('asked.paper')
    .orderBy('asked.kind')
    .orderBy('asked.asked_at', 'desc')
    .execute()
}

async function digestsOf(tables: Tables, papers: readonly PaperId[]): Promise<ReadonlyMap<PaperId, TextDigest>> {
  const rows = await tables
    .selectFrom('work.paper_parts as part')
    .select('part.paper')
    .select(sql<TextDigest>`jsonb_object_agg(part.part, encode(sha256(convert_to(part.content::text, 'UTF8')), 'hex'))`.as('digest'))
    .where('part.paper', 'in', papers)
    .groupBy('part.paper')
    .execute()
  return new Map(rows.map((row) => [row.paper, row.digest]))
}

/** The digest of the text of one paper as it stands. */
export async function textDigestOf(reader: Reader, paper: PaperId): Promise<TextDigest> {
  return (await digestsOf(tablesOf(reader), [paper])).get(paper) ?? {}
}

async function openComments(tables: Tables, which: Which): Promise<ReadonlyMap<PaperId, number>> {
  const rows = await tables
    .selectFrom('work.paper_comments as comment')
    .select(['comment.paper', (one) => one.fn.countAll<number>().as('count')])
    .where('comment.paper', 'in', which(tables))
    .where('comment.resolved_at', 'is', null)
    .groupBy('comment.paper')
    .execute()
  return new Map(rows.map((row) => [row.paper, row.count]))
}
