import { sql } from 'kysely'
import { given } from '#core/given.ts'
import type { LocalDate } from '#core/dates.ts'
import type { AccessTables } from '#access/tables.ts'
import type { Reader } from '#platform/database/database.ts'
import type { ActionKind, ActionState, Invention } from '../action.ts'
import { finishedFrom, lateBefore } from '../clock.ts'
import { stageOf, stages, type Stage } from '../stages.ts'
import type { ActionsTables } from '../tables.ts'
import type { ActionSight } from './sight.ts'

/** Lists besides those of the stages: what is not finished, what is late, what its body has to close or keep open. */
export const staffStates = ['open', 'late', 'to-decide', ...stages] as const
export type StaffState = (typeof staffStates)[number]

export interface StaffFilter {
  readonly sight: ActionSight
  /** Only what this person is to answer. */
  readonly isMine: boolean
  /** Only what nobody is named to answer yet. */
  readonly isVacant?: boolean
  /** Only what the bodies asked on which this person sits. */
  readonly isOfOwnBodies?: boolean
  readonly body?: string | undefined
  /** `overdue` and `coming` are what whoever was asked has to answer or do, past its day and not; what waits with the rest of a served report is in neither. */
  readonly state?: StaffState | 'overdue' | 'coming' | undefined
  readonly after?: { readonly place: number; readonly number: number } | undefined
  readonly today: LocalDate
  readonly limit: number
}

/** An action in a list behind the sign-in. */
export interface StaffEntry {
  readonly number: number
  readonly kind: ActionKind
  readonly body: string
  readonly words: string
  readonly askedOf: string
  readonly owner?: string
  readonly state: ActionState
  readonly waitsUntil?: LocalDate
  readonly isPublic: boolean
  readonly invented?: Invention
  readonly place: number
}

/** Actions for somebody behind the sign-in, late first; what was asked in private only for whom it concerns. One query. */
export async function staffActions(reader: Reader, filter: StaffFilter): Promise<StaffEntry[]> {
  const { sight, body, state, after, today } = filter
  let query = reader
    .tables<ActionsTables & AccessTables>()
    .selectFrom('work.actions as list')
    .leftJoin('access.person as person', 'person.id', 'list.owner')
    .select(['list.number', 'list.kind', 'list.body', 'list.words', 'list.of_name', 'list.state', 'list.waits_until', 'list.is_public', 'list.invented', 'list.place', 'person.name as owner_name'])
  if (!sight.all) {
    query = query.where((one) =>
      one.or([one('list.is_public', '=', true), ...(sight.person === undefined ? [] : [one('list.owner', '=', sight.person)]), ...(sight.bodies.length === 0 ? [] : [one('list.body', 'in', sight.bodies)])]),
    )
  }
  if (filter.isMine) query = sight.person === undefined ? query.where(sql<boolean>`false`) : query.where('list.owner', '=', sight.person)
  if (filter.isVacant === true) query = query.where('list.owner', 'is', null)
  if (filter.isOfOwnBodies === true) query = sight.sitsOn.length === 0 ? query.where(sql<boolean>`false`) : query.where('list.body', 'in', sight.sitsOn)
  if (body !== undefined) query = query.where('list.body', '=', body)
  if (state === 'late') query = query.where('list.place', '<', lateBefore(today))
  else if (state === 'open') query = query.where('list.place', '<', finishedFrom)
  else if (state === 'overdue' || state === 'coming') {
    query = query.where('list.place', '<', finishedFrom).where('list.state', 'not in', ['done', 'rejected']).where('list.place', state === 'overdue' ? '<' : '>=', lateBefore(today))
    query = query.where((one) => one.or([one('list.state', '<>', 'served'), one('list.report', 'is', null)]))
  }
  else if (state === 'to-decide') query = query.where('list.state', 'in', ['done', 'rejected'])
  else if (state !== undefined) query = query.where('list.state', 'in', statesOf(state))
  if (after !== undefined) query = query.where(sql<boolean>`(list.place, list.number) > (${after.place}::integer, ${after.number}::integer)`)
  const rows = await query.orderBy('list.place').orderBy('list.number').limit(filter.limit).execute()
  return rows.map((row) => ({
    number: row.number,
    kind: row.kind,
    body: row.body,
    words: row.words,
    askedOf: row.of_name,
    ...given('owner', row.owner_name),
    state: row.state,
    ...given('waitsUntil', row.waits_until),
    isPublic: row.is_public,
    ...given('invented', row.invented),
    place: row.place,
  }))
}

function statesOf(stage: Stage): ActionState[] {
  return (Object.keys(stageOf) as ActionState[]).filter((state) => stageOf[state] === stage)
}

/** A served report of which somebody has recommendations to answer. */
export interface ReportToAnswer {
  readonly number: number
  readonly title: string
  readonly recommendations: number
  /** Undefined where no clock runs. */
  readonly until: LocalDate | undefined
}

/** The served reports that wait for this person's answers, what is due first. One query. */
export async function reportsToAnswer(reader: Reader, { person }: Pick<ActionSight, 'person'>, limit: number): Promise<ReportToAnswer[]> {
  if (person === undefined) return []
  const rows = await reader
    .tables<ActionsTables>()
    .selectFrom('work.actions as list')
    .innerJoin('work.served_reports as report', 'report.id', 'list.report')
    .select((one) => ['report.number', 'report.title', one.fn.countAll<number>().as('recommendations'), one.fn.min('list.waits_until').as('until')])
    .where('list.owner', '=', person)
    .where('list.state', '=', 'served')
    .where('list.place', '<', finishedFrom)
    .groupBy(['report.number', 'report.title'])
    .orderBy(sql`min(list.place)`)
    .orderBy('report.number')
    .limit(limit)
    .execute()
  return rows.map(({ number, title, recommendations, until }) => ({ number, title, recommendations, until: until ?? undefined }))
}

/** How many open actions nobody is named to answer yet, and how many are reported as done and wait for their body to close them. */
export async function waitingForOfficers(reader: Reader): Promise<{ readonly vacant: number; readonly done: number }> {
  return reader
    .tables<ActionsTables>()
    .selectFrom('work.actions as list')
    .select((one) => [one.fn.countAll<number>().filterWhere('list.owner', 'is', null).as('vacant'), one.fn.countAll<number>().filterWhere('list.state', '=', 'done').as('done')])
    .where('list.place', '<', finishedFrom)
    .executeTakeFirstOrThrow()
}
