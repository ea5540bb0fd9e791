import { sql } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { PersonId } from '#access/actor.ts'
import type { Transaction } from '#platform/database/database.ts'
import type { LoadedFields } from '#platform/files/since-loaded.ts'
import { markPublished } from '#platform/http/publication.ts'
import { isAboutWithheld } from './about-withheld.ts'
import { answerBlocks } from './answering-form.ts'
import type { ReadQuestion } from './asking-form.ts'
import { isShown, type PublicQuestion, type PublicStanding, type Question, type QuestionId, type QuestionNumber, type ShownQuestion, type WithheldQuestion } from './question.ts'
import type { QuestionsTables } from './tables.ts'

export interface NewQuestion extends ReadQuestion {
  /** Of a question that was asked here: follows from the form that was sent. */
  readonly id?: QuestionId
  /** When a member sent it. */
  readonly askedAt?: Date
  readonly asker?: PersonId
  readonly askedBy: string
  readonly askedOn: LocalDate
  /** Of a question that comes in a file: what the file calls it. */
  readonly reference?: string
  /** What that file said. */
  readonly loaded?: LoadedFields
}

/** Keeps a question that nobody but the member and the officers knows. */
export async function insertQuestion(tx: Transaction, asked: NewQuestion): Promise<QuestionId> {
  const { id } = await tx
    .tables<QuestionsTables>()
    .insertInto('work.questions')
    .values({
      ...(asked.id === undefined ? {} : { id: asked.id }),
      body: asked.body,
      asked_at: asked.askedAt ?? null,
      asker: asked.asker ?? null,
      asked_by: asked.askedBy,
      asked_on: asked.askedOn,
      about: JSON.stringify(asked.about),
      meeting_date: asked.about.kind === 'item' ? asked.about.date : null,
      text: asked.text,
      state: 'asked',
      standing: JSON.stringify({ state: 'asked' }),
      reference: asked.reference ?? null,
      loaded: asked.loaded === undefined ? null : JSON.stringify(asked.loaded),
    })
    .returning('work.questions.id')
    .executeTakeFirstOrThrow()
  return id
}

/**
 * Saves what became of a question; false where somebody else changed it since it was seen. What is put is published as the next edition, under a number that it
 * keeps. Each time it is looked at anew whether its item is withheld from the public: then no more is published than that.
 */
export async function saveQuestion(tx: Transaction, question: Question, at: Date, loaded?: LoadedFields): Promise<boolean> {
  const isPublic = question.number !== undefined || question.standing.state === 'put'
  const isWithheld = isPublic && (await isAboutWithheld(tx.reader, question))
  // Others that publish wait at this count until the transaction ends: so no number is given twice.
  if (isPublic) await markPublished(tx)
  const { standing, owner } = question
  const saved = await tx
    .tables<QuestionsTables>()
    .updateTable('work.questions')
    .set({
      body: question.body,
      asked_by: question.askedBy,
      asked_on: question.askedOn,
      about: JSON.stringify(question.about),
      meeting_date: question.about.kind === 'item' ? question.about.date : null,
      text: question.text,
      withheld: isWithheld,
      ...(loaded === undefined ? {} : { loaded: JSON.stringify(loaded) }),
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
  if (saved.number !== null && owner !== undefined) {
    const record = { ...question, number: saved.number, owner }
    await publish(tx, isWithheld ? withheldQuestion(record) : shownQuestion(record), at)
  }
  return true
}

type Numbered = Question & Required<Pick<Question, 'number' | 'owner'>>

function withheldQuestion({ number, body, bodyName, askedBy, askedOn, owner: { role, due } }: Numbered): WithheldQuestion {
  return { number, body, bodyName, askedBy, askedOn, owner: role, due, standing: { state: 'withheld' } }
}

function shownQuestion(question: Numbered): ShownQuestion {
  const { about, text, standing } = question
  return { ...withheldQuestion(question), about, text, standing: publicStanding(standing) }
}

function publicStanding(standing: Question['standing']): PublicStanding {
  if (standing.state === 'answered') {
    const { text, ...answer } = standing
    return { ...answer, blocks: answerBlocks(text) }
  }
  return standing.state === 'withdrawn' ? standing : { state: 'put' }
}

async function publish(tx: Transaction, record: PublicQuestion, at: Date): Promise<void> {
  const tables = tx.tables<QuestionsTables>()
  const json = JSON.stringify(record)
  const { number, body, due, standing } = record
  const { edition } = await tables
    .insertInto('published.questions')
    .values({ number, edition: sql<number>`(select coalesce(max(other.edition), 0) + 1 from published.questions as other where other.number = ${number})`, record: json, published_at: at })
    .returning('published.questions.edition')
    .executeTakeFirstOrThrow()
  const about = isShown(record) ? record.about : undefined
  const place = about?.kind === 'item' ? { meeting_date: about.date, item: about.item } : { meeting_date: null, item: null }
  const changing = { body, ...place, edition, state: standing.state, due, record: json }
  await tables
    .insertInto('published.current_questions')
    .values({ number, ...changing })
    .onConflict((conflict) => conflict.columns(['council', 'number'] as never).doUpdateSet(changing))
    .execute()
}
