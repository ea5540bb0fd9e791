import { sql } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { PersonId } from '#access/actor.ts'
import type { Transaction } from '#platform/database/database.ts'
import type { Block } from '#platform/documents/blocks.ts'
import { markPublished } from '#platform/http/publication.ts'
import type { ReadQuestion } from './asking-form.ts'
import type { PublicQuestion, PublicStanding, Question, QuestionId, QuestionNumber } from './question.ts'
import type { QuestionsTables } from './tables.ts'

export interface NewQuestion extends ReadQuestion {
  readonly asker?: PersonId
  readonly askedBy: string
  readonly askedOn: LocalDate
  /** Of a question that comes in a file: what the file calls it. */
  readonly reference?: string
}

/** Keeps a question that nobody but the member and the officers knows. */
export async function insertQuestion(tx: Transaction, asked: NewQuestion): Promise<QuestionId> {
  const { id } = await tx
    .tables<QuestionsTables>()
    .insertInto('work.questions')
    .values({
      body: asked.body,
      asker: asked.asker ?? null,
      asked_by: asked.askedBy,
      asked_on: asked.askedOn,
      about: JSON.stringify(asked.about),
      meeting_date: asked.about.kind === 'item' ? asked.about.date : null,
      text: asked.text,
      state: 'asked',
      standing: JSON.stringify({ state: 'asked' }),
      reference: asked.reference ?? null,
    })
    .returning('work.questions.id')
    .executeTakeFirstOrThrow()
  return id
}

/**
 * Saves what became of a question; false where somebody else changed it since it was seen. What is put is published as the next edition, under a number that it
 * keeps; `blocks` are the answer as it is shown.
 */
export async function saveQuestion(tx: Transaction, question: Question, at: Date, blocks: readonly Block[] = []): Promise<boolean> {
  const isPublic = question.number !== undefined || question.standing.state === 'put'
  // Others that publish wait at this count until the transaction ends: so no number is given twice.
  if (isPublic) await markPublished(tx)
  const { standing, owner } = question
  const saved = await tx
    .tables<QuestionsTables>()
    .updateTable('work.questions')
    .set({
      state: standing.state,
      standing: JSON.stringify(standing),
      owner_role: owner?.role ?? null,
      owner: owner?.person ?? null,
      due: owner?.due ?? null,
      ...(isPublic ? { number: sql<QuestionNumber>`coalesce(number, (select coalesce(max(other.number), 0) + 1 from work.questions as other))` } : {}),
      revision: sql<number>`revision + 1`,
    })
    .where('work.questions.id', '=', question.id)
    .where('work.questions.revision', '=', question.revision)
    .returning('work.questions.number')
    .executeTakeFirst()
  if (saved === undefined) return false
  if (saved.number !== null && owner !== undefined) await publish(tx, publicQuestion(question, saved.number, owner, blocks), at)
  return true
}

function publicQuestion({ body, bodyName, askedBy, askedOn, about, text, standing }: Question, number: QuestionNumber, { role, due }: NonNullable<Question['owner']>, blocks: readonly Block[]): PublicQuestion {
  return { number, body, bodyName, askedBy, askedOn, about, text, owner: role, due, standing: publicStanding(standing, blocks) }
}

function publicStanding(standing: Question['standing'], blocks: readonly Block[]): PublicStanding {
  if (standing.state === 'answered') {
    const { on, by, corrected } = standing
    return { state: 'answered', on, by, blocks, ...(corrected === undefined ? {} : { corrected }) }
  }
  return standing.state === 'withdrawn' ? standing : { state: 'put' }
}

async function publish(tx: Transaction, record: PublicQuestion, at: Date): Promise<void> {
  const tables = tx.tables<QuestionsTables>()
  const json = JSON.stringify(record)
  const { number, body, about, due, standing } = record
  const { edition } = await tables
    .insertInto('published.questions')
    .values({ number, edition: sql<number>`(select coalesce(max(other.edition), 0) + 1 from published.questions as other where other.number = ${number})`, record: json, published_at: at })
    .returning('published.questions.edition')
    .executeTakeFirstOrThrow()
  const changing = { edition, state: standing.state, due, record: json }
  const place = about.kind === 'item' ? { meeting_date: about.date, item: about.item } : { meeting_date: null, item: null }
  await tables
    .insertInto('published.current_questions')
    .values({ number, body, ...place, ...changing })
    .onConflict((conflict) => conflict.columns(['council', 'number'] as never).doUpdateSet(changing))
    .execute()
}
