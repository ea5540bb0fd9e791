import type { LocalDate } from '#core/dates.ts'
import { dateOf, londonMoment } from '#core/london-time.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import type { Action, ActionId, ActionKind, ActionOrigin, Asked as AskedOf } from './action.ts'
import { isFinished } from './clock.ts'
import { standingOf } from './chain.ts'
import { addSteps, holdNumbers, nextNumber, saveAsked, settleActions } from './keep-actions.ts'
import { placeOutstanding } from './outstanding.ts'
import { actionsFrom, actionsWith } from './read-actions.ts'

/** What is asked of somebody. */
export interface Asked {
  /** Unique and stable: the same origin raised again is the same action. */
  readonly origin: ActionOrigin
  readonly words: string
  /** A role, a body or an organisation in words; `body` is its address word where it is one of the council's record. */
  readonly of: AskedOf
  readonly due?: LocalDate
  readonly kind: ActionKind
  readonly subjects?: readonly string[]
}

/** Who asks, and where. */
export interface Asking {
  readonly body: string
  /** The meeting. */
  readonly date?: LocalDate
  readonly item?: number
  readonly minute?: number
  readonly on: LocalDate
  /** False for what is asked in private or of an exempt item: it is never published. */
  readonly isPublic: boolean
}

/**
 * Keeps and publishes what a body asked of others, in the deed of whoever records it. An origin that is known keeps its reference; its words, its day and who must
 * answer may be put right until it is served or somebody has answered, and stay as they are afterwards: the chain then tells how the minute reads now.
 */
export async function raiseActions(tx: Transaction, asking: Asking, asked: readonly Asked[], at: Date): Promise<void> {
  if (asked.length === 0) return
  await holdNumbers(tx)
  const known = await actionsFrom(tx.reader, asked.map(({ origin }) => origin))
  let next = await nextNumber(tx, 'work.actions')
  const numbered = asked.map((one) => {
    const number = known.find(({ kind, id }) => kind === one.origin.kind && id === one.origin.id)?.number ?? next++
    return { ...asking, ...one, number, subjects: one.subjects ?? [] }
  })
  const changed = [...(await saveAsked(tx, numbered, at)), ...(await tellCorrected(tx, asked, asking, at))]
  await settleActions(tx, changed, at)
  if (changed.length > 0) await placeOutstanding(tx, [asking.body], dateOf(londonMoment(at.toISOString())))
}

/** An action that keeps the words in which it was served or answered, though its minute was corrected. */
export interface KeepsItsWords {
  readonly action: Action
  /** How the minute reads now. */
  readonly now: string
}

/** Which actions of resolutions keep other words than these, which are not told in their chains yet: nothing changes what was served or answered. */
export async function keepingTheirWords(reader: Reader, asked: readonly Asked[]): Promise<KeepsItsWords[]> {
  const found = await actionsFrom(reader, asked.map(({ origin }) => origin).filter(({ kind }) => kind === 'resolution'))
  const actions = await actionsWith(reader, found.map(({ action }) => action))
  return actions.flatMap((action): KeepsItsWords[] => {
    const one = asked.find(({ origin }) => origin.kind === action.origin.kind && origin.id === action.origin.id)
    if (one === undefined || action.chain.length === 0) return []
    const now = correctedWords(action, one)
    const told = action.chain.map(({ step }) => step).findLast(({ what }) => what === 'corrected')
    return now === (told?.what === 'corrected' ? told.words : action.words) ? [] : [{ action, now }]
  })
}

/** The words of the minute, and whom it asks where that is somebody else than was asked. The day is not compared: another may have been agreed since. */
function correctedWords({ of, kind }: Pick<Action, 'of' | 'kind'>, asked: Asked): string {
  const other = [
    ...(asked.of.name === of.name || (asked.of.body !== undefined && asked.of.body === of.body) ? [] : [`asked of ${asked.of.name}`]),
    ...(asked.kind === kind ? [] : [`as ${asked.kind === 'recommendation' ? 'a recommendation' : 'an action'}`]),
  ]
  return other.length === 0 ? asked.words : `${asked.words} (${other.join(', ')})`
}

/** What became private is not told in the chain of what is public. */
async function tellCorrected(tx: Transaction, asked: readonly Asked[], { isPublic }: Asking, at: Date): Promise<ActionId[]> {
  const kept = (await keepingTheirWords(tx.reader, asked)).filter(({ action }) => isPublic || !action.isPublic)
  const on = dateOf(londonMoment(at.toISOString()))
  await addSteps(tx, kept.map(({ action: { id, chain }, now }) => ({ action: id, number: chain.length + 1, step: { what: 'corrected' as const, on, words: now } })), { by: 'Corrected with the minutes', at })
  return kept.map(({ action }) => action.id)
}

/** Takes back what these origins asked, with the reason, on the day of `at`; what is closed or taken back already stays as it is. */
export async function withdrawActions(tx: Transaction, origins: readonly ActionOrigin[], reason: string, at: Date): Promise<void> {
  const found = await actionsFrom(tx.reader, origins)
  const actions = await actionsWith(tx.reader, found.map(({ action }) => action))
  const open = actions.filter((action) => !isFinished(standingOf(action, action.chain.map(({ step }) => step)).state))
  const today = dateOf(londonMoment(at.toISOString()))
  const steps = open.map(({ id, chain, on }) => {
    const last = chain.at(-1)?.step.on ?? on
    return { action: id, number: chain.length + 1, step: { what: 'withdrawn' as const, on: last > today ? last : today, reason } }
  })
  await addSteps(tx, steps, { by: 'Withdrawn with what it came of', at })
  await settleActions(tx, open.map(({ id }) => id), at)
}
