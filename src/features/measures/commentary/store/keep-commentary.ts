import { isDeepStrictEqual } from 'node:util'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { actorKey, type Actor } from '#access/actor.ts'
import { roleWords } from '#access/role-words.ts'
import type { Transaction } from '#platform/database/database.ts'
import { commentaryId, type CommentaryKey, type Content, type Deed, type Edition, type KeptStanding } from '../model/commentary.ts'
import type { FigureSigned } from '../model/figures-signed.ts'
import { figuresStanding } from './figures-standing.ts'
import { editionNow } from './read-commentaries.ts'
import type { CommentaryTables } from './tables.ts'

/** An edition that is to stand. */
export interface NewEdition extends CommentaryKey {
  readonly deed: Deed
  readonly content: Content
  readonly standing: KeptStanding
  readonly reason?: string
}

interface By {
  readonly actor: Actor
  readonly at: Date
}

const changedMeanwhile = 'Somebody else has changed this commentary while you had it open. What you typed is still here: compare it with what stands now, and save again.'

/**
 * Adds an edition after the one that was seen: 0 where nothing stood. The same press sent twice adds one. Refused as a conflict where another edition stands than the one that was
 * seen.
 */
export async function addEdition(tx: Transaction, edition: NewEdition, seen: number, by: By): Promise<Outcome<number>> {
  const stands = await editionNow(tx.reader, edition)
  if ((stands?.revision ?? 0) !== seen) return stands !== undefined && stands.revision === seen + 1 && isSame(stands, edition, by) ? ok(stands.revision) : refuse('conflict', changedMeanwhile)
  const added = await tx.tables<CommentaryTables>().insertInto('work.commentaries').values(rowOf(edition, seen + 1, by, await figuresSigned(tx, [edition]))).onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
  return Number(added.numInsertedOrUpdatedRows ?? 0) === 1 ? ok(seen + 1) : refuse('conflict', changedMeanwhile)
}

/** Adds many editions that are known to follow what stands, in one statement, with one query for the figures that are signed. */
export async function addEditions(tx: Transaction, editions: readonly { readonly edition: NewEdition; readonly revision: number }[], by: By): Promise<boolean> {
  if (editions.length === 0) return true
  const figures = await figuresSigned(tx, editions.map(({ edition }) => edition))
  const rows = editions.map(({ edition, revision }) => rowOf(edition, revision, by, figures))
  const added = await tx.tables<CommentaryTables>().insertInto('work.commentaries').values(rows).onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
  return Number(added.numInsertedOrUpdatedRows ?? 0) === rows.length
}

/** The figures as they stand, of those editions that are signed. */
function figuresSigned(tx: Transaction, editions: readonly NewEdition[]): Promise<ReadonlyMap<string, readonly FigureSigned[]>> {
  return figuresStanding(tx.reader, editions.filter(({ standing }) => standing.state === 'signed'))
}

function rowOf({ measure, period, deed, content, standing, reason }: NewEdition, revision: number, { actor, at }: By, figures: ReadonlyMap<string, readonly FigureSigned[]>) {
  const signature = standing.state === 'signed' ? standing.signature : undefined
  return {
    measure,
    period,
    revision,
    deed,
    content: JSON.stringify(content),
    signed_by: signature?.by ?? null,
    signed_on: signature?.on ?? null,
    figures: signature === undefined ? null : JSON.stringify(figures.get(commentaryId({ measure, period })) ?? []),
    reason: reason ?? '',
    by_name: nameOf(actor),
    by_role: roleOf(actor),
    at,
  }
}

function isSame(stands: Edition, { deed, content, standing, reason }: NewEdition, { actor }: By): boolean {
  return stands.deed === deed && stands.byName === nameOf(actor) && stands.reason === (reason ?? '') && isDeepStrictEqual(stands.content, content) && isDeepStrictEqual(stands.standing, standing)
}

function nameOf(actor: Actor): string {
  return actor.kind === 'person' ? actor.name : actorKey(actor)
}

function roleOf(actor: Actor): string {
  const [role] = actor.kind === 'person' ? actor.roles : []
  return role === undefined ? 'the system' : roleWords[role]
}
