import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import { actorKey } from '#access/actor.ts'
import { rowChecker } from './check-row.ts'
import { loadFigures, type Loaded } from './load-figures.ts'
import type { RowGiven } from './observation.ts'
import { historyOf } from './read-figures-kept.ts'
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
    if (checked.faults !== undefined) return refuse('invalid', 'The figure was not saved.', checked.faults.map((fault): Fault => fault))
    const last = (await historyOf(tx.reader, checked.observation)).at(-1)
    if ((last?.revision ?? 0) !== seen) return refuse('conflict', last === undefined ? 'No figure stands here any more.' : `Somebody else has entered ${last.value ?? last.status} (${last.status}) meanwhile. Look whether yours still holds.`)
    const loaded = await loadFigures(tx, [{ file: undefined, what: 'page', rows: [{ line: undefined, observation: checked.observation }] }], known, { by: actorKey(context.actor), at: now, tell: () => undefined, areJumpsAsked: true })
    return loaded.ok ? ok(loaded.value) : loaded
  })
}
