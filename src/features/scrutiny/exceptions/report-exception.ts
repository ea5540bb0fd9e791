import { isDeepStrictEqual } from 'node:util'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { LocalDate } from '#core/dates.ts'
import { act, type Context } from '#access/act.ts'
import type { PostedForm } from '#access/staff/posted-form.ts'
import { bodyNames, publishedBodies, seatsOf, type Body } from '#features/bodies'
import { instantOf, placeOnNextAgenda, type MeetingsApp } from '#features/meetings'
import { raiseActions, withdrawActions, type ActionOrigin } from '#features/minutes'
import type { Reader, Transaction } from '#platform/database/database.ts'
import { itemOut } from '../groups/agenda/item-out.ts'
import { sentMark } from '../groups/doors/sent-mark.ts'
import { takeTurn } from '../groups/doors/take-turn.ts'
import { exceptionsSubject, type Exception } from './exception.ts'
import { besideExceptions, exceptionFaults } from './exception-faults.ts'
import { keptException, publishException, saveException, updateException } from './keep-exceptions.ts'
import { boardsOf } from './lines.ts'
import { formFieldOf, readExceptionForm, readOutcomeForm } from './read-exception-form.ts'

type ExceptionsApp = Pick<MeetingsApp, 'now' | 'origin'>

/** A panel for which somebody may flag, and the bodies to which it may. */
export interface Line {
  readonly panel: Body
  readonly boards: readonly { readonly slug: string; readonly name: string }[]
}

/** The lines of accountability along which this person may flag: officers along all, a chair those of their own panels. */
export async function linesOf(reader: Reader, { actor, may, today }: Pick<Context, 'actor' | 'may' | 'today'>): Promise<Line[]> {
  const bodies = await publishedBodies(reader)
  const bySlug = new Map(bodies.map((body) => [body.slug, body]))
  const chaired = actor.kind === 'person' && !may(actor, 'groups.edit') ? await chairedBy(reader, actor.person, today) : undefined
  return bodies.flatMap((panel) => {
    const boards = boardsOf(panel, bySlug)
    const isOwn = chaired === undefined || chaired.has(panel.slug)
    return isOwn && boards.length > 0 ? [{ panel, boards }] : []
  })
}

async function chairedBy(reader: Reader, person: Parameters<typeof seatsOf>[1], today: LocalDate): Promise<ReadonlySet<string>> {
  const seats = await seatsOf(reader, person, today)
  return new Set(seats.flatMap(({ body, capacity }) => (capacity === 'chair' || capacity === 'vice-chair' ? body : [])))
}

/**
 * Flags something of a quarter to the body above, and puts the item of exceptions on its next agenda; where no meeting is planned it waits for one.
 * Nothing of it is public before that agenda is; a form that is sent twice is one exception. Refused for a panel that is not one's own to speak for, and for a body that it does not report to.
 */
export function reportException(context: Context, app: ExceptionsApp, form: PostedForm): Promise<Outcome<{ id: string }>> {
  const id = sentMark(context, form)
  return act(context, { verb: 'exceptions.report', subject: { kind: 'exception', id } }, async (tx) => {
    const read = readExceptionForm(form, { id, flaggedOn: context.today })
    if (!read.ok) return read
    const line = (await linesOf(tx.reader, context)).find(({ panel }) => panel.slug === read.value.panel)
    if (line === undefined) return refuse('invalid', '', [{ field: 'panel', message: 'Choose a panel that is yours to speak for' }])
    if (!line.boards.some(({ slug }) => slug === read.value.board)) return refuse('invalid', '', [{ field: 'board', message: `Choose a body that the ${line.panel.name} reports to` }])
    const held = await heldToRecord(tx.reader, context, app, { after: read.value, form })
    if (!held.ok) return held
    await takeTurn(tx, context)
    if ((await keptException(tx.reader, id)) !== undefined) return ok({ id })
    const at = instantOf(context.today, app.now())
    const meeting = await placeExceptions(tx, read.value.board, context.today)
    await saveException(tx, { ...read.value, ...(meeting === undefined ? {} : { meeting }) }, false, { by: nameOf(context), at })
    return ok({ id })
  })
}

interface ToHold {
  readonly before?: Exception
  readonly after: Exception
  readonly form: PostedForm
}

/** An exception from a form is held to what one from a file is; the faults stand at the fields of the form. */
async function heldToRecord(reader: Reader, { today }: Context, { origin }: ExceptionsApp, { before, after, form }: ToHold): Promise<Outcome<void>> {
  const faults = exceptionFaults(after, await besideExceptions(reader, [after], { today, origin }), before)
  const fieldOf = formFieldOf(form)
  return faults.length === 0 ? ok(undefined) : refuse('invalid', '', faults.map((fault) => ({ ...fault, field: fieldOf(fault.field ?? '') })))
}

/** Puts the item of exceptions on the board's next open agenda, once; answers the day of the meeting. */
export async function placeExceptions(tx: Transaction, board: string, today: LocalDate): Promise<LocalDate | undefined> {
  const item = { origin: 'exceptions', title: 'Performance and budget: what the panels flag', kind: 'consideration' as const, note: 'What panels found in a quarter’s figures that they bring to this body by exception.', subjects: [exceptionsSubject] }
  return (await placeOnNextAgenda(tx, { body: board, after: today }, item))?.date
}

/** Records what the board did, and publishes it; what it asks of somebody is followed from then on. What stands already is taken: the form was sent twice. Refused before its agenda is published, and for a chair of another body. */
export function recordOutcome(context: Context, app: ExceptionsApp, seen: { readonly id: string; readonly revision: number }, form: PostedForm): Promise<Outcome<void>> {
  return act(context, { verb: 'exceptions.report', subject: { kind: 'exception', id: seen.id.slice(0, 200) } }, async (tx) => {
    await takeTurn(tx, context)
    const kept = await keptException(tx.reader, seen.id)
    if (kept === undefined) return noException
    const { exception } = kept
    if (!(await maySayFor(tx.reader, context, exception.board))) return refuse('not-allowed', 'What a body did is recorded by an officer, or by the chair of that body.')
    if (exception.meeting === undefined || !kept.isOut) return refuse('not-now', 'The agenda with this exception is not published yet, so the board cannot have considered it.')
    const read = readOutcomeForm(form, exception, await bodyNames(tx.reader))
    if (!read.ok) return read
    if (isDeepStrictEqual(exception.outcome, read.value)) return ok(undefined)
    const decided: Exception & { meeting: LocalDate } = { ...exception, meeting: exception.meeting, outcome: read.value }
    const held = await heldToRecord(tx.reader, context, app, { before: exception, after: decided, form })
    if (!held.ok) return held
    const at = instantOf(context.today, app.now())
    if (kept.revision !== seen.revision || !(await updateException(tx, decided, seen.revision, { by: nameOf(context), at }))) {
      return refuse('conflict', `${kept.changedBy} changed this while you had it open. What you typed is still here: look at what stands, and send it again.`)
    }
    await publishDecided(tx, decided, at)
    if (read.value.did === 'noted') await withdrawActions(tx, [originOf(decided)], 'The record of what the board did was corrected.', at)
    return ok(undefined)
  })
}

/** Publishes an exception with the item it stands at, and has what was asked followed. */
export async function publishDecided(tx: Transaction, one: Exception & { readonly meeting: LocalDate }, at: Date): Promise<boolean> {
  const item = (await itemOut(tx.reader, one.board, one.meeting, exceptionsSubject)) ?? one.item
  const isNew = await publishException(tx, { ...one, ...(item === undefined ? {} : { item }) }, at)
  const { outcome } = one
  if (outcome === undefined || outcome.did === 'noted') return isNew
  const asked = { origin: originOf(one), words: outcome.asks, of: { name: outcome.to, ...(outcome.body === undefined ? {} : { body: outcome.body }) }, kind: 'action' as const, subjects: [exceptionsSubject], ...(outcome.due === undefined ? {} : { due: outcome.due }) }
  await raiseActions(tx, { body: one.board, date: one.meeting, on: outcome.on, isPublic: true, ...(item === undefined ? {} : { item }) }, [asked], at)
  return isNew
}

function originOf({ id }: Pick<Exception, 'id'>): ActionOrigin {
  return { kind: 'exception', id: `exception/${id}` }
}

export const noException = refuse('not-found', 'There is no exception at this address. The list of exceptions has them all.')

/** Whether somebody may say what a body did. */
export async function maySayFor(reader: Reader, { actor, may, today }: Pick<Context, 'actor' | 'may' | 'today'>, board: string): Promise<boolean> {
  if (!may(actor, 'exceptions.report')) return false
  if (may(actor, 'groups.edit') || actor.kind !== 'person') return true
  return (await chairedBy(reader, actor.person, today)).has(board)
}

function nameOf({ actor }: Context): string {
  return actor.kind === 'person' ? actor.name : 'The command line'
}
