import { sql } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { Transaction } from '#platform/database/database.ts'
import { markPublished } from '#platform/http/publication.ts'
import { bodyNames } from '#features/bodies'
import type { Action } from './action.ts'
import { askedOfSlug } from './asked-of.ts'
import { standingOf } from './chain.ts'
import { daysAnsweredLate, isFinished, placeInLists, waitsUntil } from './clock.ts'
import { publicActionOf, type PublicAction } from './public-action.ts'
import { knownOn } from './received.ts'
import { stageOf } from './stages.ts'
import type { ActionsTables } from './tables.ts'

/** Publishes these actions as they stand; of those that are not public nothing is written, and what stood of them in lists is taken out. */
export async function publishActions(tx: Transaction, actions: readonly Action[], at: Date): Promise<void> {
  const names = await bodyNames(tx.reader)
  const shown = actions.filter(({ isPublic }) => isPublic)
  const records = shown.map((action) => ({ action, record: publicActionOf(action, names.get(action.body) ?? action.body) }))
  const former = await tx
    .tables<ActionsTables>()
    .deleteFrom('published.current_actions')
    .where('published.current_actions.number', 'in', actions.map(({ number }) => number))
    .returning(['published.current_actions.number', 'published.current_actions.edition', 'published.current_actions.body', 'published.current_actions.asked_of'])
    .execute()
  if (former.length + records.length === 0) return
  const editions = await lastEditions(tx, shown.map(({ number }) => number))
  const rows = records.map(({ action, record }) => currentRow(action, record, (editions.get(action.number) ?? 0) + 1, at))
  if (rows.length > 0) {
    await tx
      .tables<ActionsTables>()
      .insertInto('published.actions')
      .values(rows.map(({ number, edition, record }) => ({ number, edition, record, published_at: at })))
      .execute()
    await tx.tables<ActionsTables>().insertInto('published.current_actions').values(rows).execute()
  }
  await saveTexts(tx, actions, rows, records.map(({ record }) => record))
  await saveSubjects(tx, actions)
  await countAgain(tx, [...former, ...rows])
  await markPublished(tx)
}

async function lastEditions(tx: Transaction, numbers: readonly number[]): Promise<ReadonlyMap<number, number>> {
  if (numbers.length === 0) return new Map()
  const rows = await tx
    .tables<ActionsTables>()
    .selectFrom('published.actions as kept')
    .select((one) => ['kept.number', one.fn.max<number>('kept.edition').as('edition')])
    .where('kept.number', 'in', numbers)
    .groupBy('kept.number')
    .execute()
  return new Map(rows.map(({ number, edition }) => [number, edition]))
}

function currentRow(action: Action, record: PublicAction, edition: number, at: Date) {
  const steps = action.chain.map(({ step }) => step)
  const standing = standingOf(action, steps)
  const answer = steps.findLast((step) => step.what === 'answered' || step.what === 'done')
  const answered: LocalDate | undefined = answer && knownOn(answer)
  return {
    number: action.number,
    edition,
    kind: action.kind,
    body: action.body,
    meeting_date: action.date ?? null,
    item: action.item ?? null,
    asked_of: askedOfSlug(action.of),
    asked_on: action.on,
    answered_on: answered ?? null,
    finished_on: isFinished(standing.state) ? (steps.findLast(({ what }) => what === 'closed' || what === 'withdrawn')?.on ?? null) : null,
    stage: stageOf[standing.state],
    answered_late: daysAnsweredLate(steps),
    is_invented: action.invented === 'everything',
    changed_at: at,
    record: JSON.stringify(record),
    state: standing.state,
    waits_until: waitsUntil(action, standing) ?? null,
    place: placeInLists(action, standing),
  }
}

function searched({ words, askedOf, bodyName, report }: PublicAction): string {
  return [words, askedOf.name, bodyName, report?.title ?? ''].join('\n').toLowerCase()
}

async function saveTexts(tx: Transaction, actions: readonly Action[], rows: readonly ReturnType<typeof currentRow>[], records: readonly PublicAction[]): Promise<void> {
  const tables = tx.tables<ActionsTables>()
  await tables.deleteFrom('published.current_action_texts').where('published.current_action_texts.number', 'in', actions.map(({ number }) => number)).execute()
  const texts = records.flatMap((record, index) => {
    const row = rows[index]
    return row === undefined ? [] : [{ number: row.number, place: row.place, body: row.body, asked_of: row.asked_of, stage: row.stage, answered_late: row.answered_late, is_invented: row.is_invented, search: searched(record) }]
  })
  if (texts.length > 0) await tables.insertInto('published.current_action_texts').values(texts).execute()
}

async function saveSubjects(tx: Transaction, actions: readonly Action[]): Promise<void> {
  const tables = tx.tables<ActionsTables>()
  await tables.deleteFrom('published.current_action_subjects').where('published.current_action_subjects.number', 'in', actions.map(({ number }) => number)).execute()
  const rows = actions.flatMap(({ isPublic, number, subjects }) => (isPublic ? [...new Set(subjects)].map((subject) => ({ subject, number })) : []))
  if (rows.length > 0) await tables.insertInto('published.current_action_subjects').values(rows).execute()
}

/** Counts those pairs of bodies and answerers again that were touched. */
async function countAgain(tx: Transaction, touched: readonly { readonly body: string; readonly asked_of: string }[]): Promise<void> {
  const pairs = sql.join([...new Map(touched.map((one) => [`${one.body} ${one.asked_of}`, sql`(${one.body}::text, ${one.asked_of}::text)`])).values()])
  await sql`delete from published.action_counts where (body, asked_of) in (${pairs})`.execute(tx.tables())
  await sql`insert into published.action_counts (body, asked_of, asked_of_name, state, actions, invented)
    select body, asked_of, max(record -> 'askedOf' ->> 'name'), state, count(*), count(*) filter (where is_invented)
    from published.current_actions where (body, asked_of) in (${pairs})
    group by body, asked_of, state`.execute(tx.tables())
}
