import { randomUUID } from 'node:crypto'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import type { Database, Transaction } from '#platform/database/database.ts'
import { act, type Context } from '#access/act.ts'
import { actorKey } from '#access/actor.ts'
import { rowChecker, type Known } from './check-row.ts'
import { considerLot } from './standing/consider-lot.ts'
import { jumpFaults } from './standing/jump-faults.ts'
import { findingsOf } from './loading/findings.ts'
import { insertFigures } from './keep-figures.ts'
import type { Loaded } from './loading/loaded.ts'
import { keyOf, type Observation, type RowGiven } from './observation.ts'
import { recordLoads, undoBrokenOff } from './loading/open-loads.ts'
import { standingOf } from './read-figures-kept.ts'
import { whatIsKnown } from './what-is-known.ts'

/** A figure that somebody types, by the columns of an `observations` file, and the revision that they saw: 0 where nothing stood. */
export interface Typed {
  readonly row: RowGiven
  readonly seen: number
}

/** Enters or corrects one figure by the rules of the import. Refused as a conflict where another revision stands than the one that was seen. */
export function enterFigure(context: Context, { row, seen }: Typed, now: Date): Promise<Outcome<Loaded>> {
  return act(context, { verb: 'observations.enter', subject: { kind: 'measure', id: row.measure.slice(0, 200) } }, async (tx) => {
    const known = await whatIsKnown(tx.reader, context.today)
    const checked = rowChecker(known)(row)
    return checked.faults === undefined ? enter(tx, checked.observation, known, { seen, by: actorKey(context.actor), at: now, store: context.database }) : notSaved(checked.faults)
  })
}

interface Entering {
  readonly seen: number
  readonly by: string
  readonly at: Date
  readonly store: Pick<Database, 'kind'>
}

async function enter(tx: Transaction, observation: Observation, { measures }: Known, { seen, by, at, store }: Entering): Promise<Outcome<Loaded>> {
  const origins = [{ file: undefined, what: 'page' as const }]
  const standing = await standingOf(tx.reader, [observation])
  const last = standing.findLast((one) => keyOf(one) === keyOf(observation))
  if ((last?.revision ?? 0) !== seen) return refuse('conflict', last === undefined ? 'No figure stands here any more.' : `Somebody else has entered ${last.value ?? last.status} (${last.status}) meanwhile. Look whether yours still holds.`)
  const { next, faults, jumps, apart } = considerLot([{ source: 0, line: undefined, observation }], { standing, measures, origins })
  const { refused, flags } = jumpFaults(jumps, origins)
  if (faults.length + refused.length > 0) return notSaved([...faults, ...refused])
  const id = randomUUID()
  await undoBrokenOff(tx, store)
  const written = await insertFigures(tx, next.map((one) => ({ ...one, line: undefined })), { id, at })
  if (written < next.length) return refuse('conflict', 'A file that is being loaded has this figure, or somebody else has just entered it. Look at it again in a minute.')
  await recordLoads(tx, [{ id, what: 'page', figures: written }], { by, at })
  const isFirst = next[0]?.revision === 1
  return ok({ rows: 1, first: isFirst ? written : 0, revised: isFirst ? 0 : written, findings: findingsOf({ slip: flags, apart, otherwise: [], overtaken: [] }, () => 0), loads: [id], arePartsApart: apart.length > 0 })
}

function notSaved(faults: readonly Fault[]): Outcome<never> {
  return refuse('invalid', 'The figure was not saved.', faults)
}
