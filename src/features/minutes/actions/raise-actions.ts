import type { LocalDate } from '#core/dates.ts'
import { dateOf, londonMoment } from '#core/london-time.ts'
import type { Transaction } from '#platform/database/database.ts'
import type { ActionKind, ActionOrigin, Asked as AskedOf } from './action.ts'
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
 * answer may be put right until somebody has answered, and stay as they are afterwards.
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
  const changed = await saveAsked(tx, numbered, at)
  await settleActions(tx, changed, at)
  if (changed.length > 0) await placeOutstanding(tx, [asking.body], dateOf(londonMoment(at.toISOString())))
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
