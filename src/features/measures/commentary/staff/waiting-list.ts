import { ok, type Outcome } from '#core/outcome.ts'
import type { Period } from '#core/periods/period.ts'
import { look } from '#access/look.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import { bodyNames } from '#features/bodies'
import { periodOf } from '../../definitions/frequencies.ts'
import { definitionsOn } from '../../definitions/keep-definitions.ts'
import { sheetsFor } from '../../sheets/read-sheets.ts'
import { pointOf, type MeasureSheet } from '../../sheets/sheet.ts'
import { commentaryId, type CommentaryKey, type Edition } from '../model/commentary.ts'
import { duePeriods, isOld } from '../store/due-periods.ts'
import { commentariesOf } from '../store/read-commentaries.ts'

/** A measure as it waits to be confirmed: its figure of the period, and what is written of it. */
export interface Waiting extends CommentaryKey {
  readonly sheet: MeasureSheet
  readonly commentary?: Edition
  readonly state: WaitingState
}

export const waitingStates = ['waiting', 'signed', 'older', 'no-figure'] as const
export type WaitingState = (typeof waitingStates)[number]

interface WaitingList {
  readonly until: Period
  readonly waiting: readonly Waiting[]
  /** Names of the bodies by their address words. */
  readonly names: ReadonlyMap<string, string>
}

/** Every measure as of the end of a period, of the quarter whose figures are coming in where none is asked for: exceptions first, then what is not confirmed. A fixed number of queries. */
export function lookAtWaiting({ context, today }: Pick<StaffRequest, 'context' | 'today'>, asked?: Period): Promise<Outcome<WaitingList>> {
  return look(context, { verb: 'measures.see', subject: { kind: 'commentaries', id: asked?.slug ?? 'now' } }, async (reader) => {
    const until = asked ?? (await duePeriods(reader, today)).until
    const slugs = (await definitionsOn(reader, until.to)).map(({ slug }) => slug)
    const sheets = await sheetsFor(reader, slugs, until)
    const kept = await commentariesOf(reader, sheets.map((sheet) => keyOfSheet(sheet)))
    const waiting = sheets.map((sheet): Waiting => {
      const commentary = kept.get(commentaryId(keyOfSheet(sheet)))
      return { ...keyOfSheet(sheet), sheet, state: stateOf(sheet, commentary, until), ...(commentary === undefined ? {} : { commentary }) }
    })
    return ok({ until, waiting: waiting.toSorted((one, other) => placeOf(one) - placeOf(other) || one.sheet.definition.name.localeCompare(other.sheet.definition.name)), names: await bodyNames(reader) })
  })
}

function keyOfSheet({ definition, asOf }: MeasureSheet): CommentaryKey {
  return { measure: definition.slug, period: asOf }
}

function stateOf(sheet: MeasureSheet, commentary: Edition | undefined, until: Period): WaitingState {
  if (commentary?.standing.state === 'signed') return 'signed'
  const isGiven = sheet.series.some(({ role, breakdown }) => role === 'own' && pointOf(sheet, 'own', breakdown) !== undefined)
  if (!isGiven) return 'no-figure'
  const period = periodOf(sheet.definition.frequency, sheet.asOf)
  return period !== undefined && isOld(period, until) ? 'older' : 'waiting'
}

function placeOf({ sheet, state }: Waiting): number {
  return waitingStates.indexOf(state) * 2 + (sheet.judgement.isException ? 0 : 1)
}
