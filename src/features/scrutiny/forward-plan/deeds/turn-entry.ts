import type { LocalDate } from '#core/dates.ts'
import { dateTime, time, type LocalDateTime } from '#core/london-time.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import type { Transaction } from '#platform/database/database.ts'
import { instantOf, momentOf, type MeetingsApp } from '#features/meetings'
import { localSettings, type LocalSettings } from '#features/rules'
import type { PlanEntry } from '../entry/plan-entry.ts'
import { follows, stateOf, type EntryState } from '../entry/states.ts'
import { stateTags } from '../entry/words.ts'
import { checkedEntry } from './checked-entry.ts'
import { changedMeanwhile, entryHeld, publishEntry, saveEntry, type KeptEntry } from '../store/keep-entry.ts'

/** Which entry, as the person saw it; without a revision it is taken as it stands. */
export interface EntrySeen {
  readonly reference: string
  readonly revision?: number | undefined
  /** A fingerprint of the form that was sent. */
  readonly press?: string | undefined
}

/** What a turn is given besides the entry. */
export interface Turning {
  readonly today: LocalDate
  readonly moment: LocalDateTime
  readonly local: LocalSettings
  readonly tx: Transaction
  readonly at: Date
}

/** An entry after a turn, and what happened, in a sentence for its history. */
interface Turned {
  readonly entry: PlanEntry
  readonly what: string
}

export type EntryTurn = (entry: PlanEntry, turning: Turning) => Promise<Outcome<Turned>> | Outcome<Turned>

export const noEntry = refuse('not-found', 'The forward plan has no such entry.')

/** Changes an entry in one deed: reads it, turns it, holds the turn to what may follow, saves it and publishes it as a further edition. The same press sent twice is done once, and both are told so. */
export function turnEntry(context: Context, app: Pick<MeetingsApp, 'now'>, seen: EntrySeen, verb: string, turn: EntryTurn): Promise<Outcome<PlanEntry>> {
  return act(context, { verb, subject: { kind: 'plan-entry', id: seen.reference.slice(0, 100) } }, async (tx): Promise<Outcome<PlanEntry>> => {
    const found = await entryHeld(tx, seen.reference)
    if (found === undefined) return noEntry
    if (seen.revision !== undefined && seen.revision !== found.revision) return seen.press !== undefined && seen.press === found.press ? ok(found.entry) : changedMeanwhile
    return turnFound(tx, { ...found, press: seen.press }, { today: context.today, now: app.now() }, turn)
  })
}

/** A line of the history is a sentence. */
const longestLine = 1000

/** The same within a deed that is under way; the entry with the press that turns it. */
export async function turnFound(tx: Transaction, found: KeptEntry, when: { readonly today: LocalDate; readonly now: Date }, turn: EntryTurn): Promise<Outcome<PlanEntry>> {
  const { today } = when
  const turning = { today, moment: momentOf(today, when.now), local: await localSettings(tx.reader), tx, at: instantOf(today, when.now) }
  const before = stateOf(found.entry, turning.moment, turning.local)
  const turned = await turn(found.entry, turning)
  if (!turned.ok) return turned
  const { what } = turned.value
  const checked = checkedEntry({ ...turned.value.entry, history: [...turned.value.entry.history, { on: today, what: what.slice(0, longestLine) }] })
  if (!checked.ok) return checked
  const entry = checked.value
  const after = stateOf(entry, turning.moment, turning.local)
  if (after !== before && !follows[before].includes(after)) return outOfTurn(before)
  const saved = await saveEntry(tx, { ...found, entry }, turning.at)
  if (!saved.ok) return saved
  await publishEntry(tx, entry, what, turning.at)
  return ok(entry)
}

function outOfTurn(state: EntryState): Outcome<never> {
  return refuse('not-now', `This cannot be done now: the entry stands at “${stateTags[state][0]}”.`)
}

/** The day as a moment, for what is read once a day. */
export function startOfDay(today: LocalDate): LocalDateTime {
  return dateTime(today, time('00:00'))
}
