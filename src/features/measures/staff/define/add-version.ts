import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import { parsePeriod } from '#core/periods/period.ts'
import type { Definition } from '../../definitions/definition.ts'
import { exampleOf, frequencies, periodOf, type Frequency } from '../../definitions/frequencies.ts'
import { addVersions, versionsOf } from '../../definitions/keep-definitions.ts'
import { likelyPeriodOf } from '../../observations/likely-period.ts'
import type { Change, ChangeTyped } from './changes.ts'
import { nextVersion, type Drafted } from './next-version.ts'
import { once, readVersion, staleVersion, type Said, type SeenVersion } from './read-version.ts'

const notSaved = 'Nothing was saved.'

/** Adds a version with one change to a definition. Refused as a conflict where another version stands than the one that was seen, with what it changed. */
export function addVersion(context: Context, { slug, version }: SeenVersion, { what, typed }: { readonly what: Change; readonly typed: ChangeTyped }, now: Date): Promise<Outcome<number>> {
  return act(context, { verb: 'measures.define', subject: { kind: 'measure', id: slug.slice(0, 200) }, detail: { what, version: version + 1 } }, async (tx) => {
    const versions = await versionsOf(tx.reader, slug)
    const last = versions.at(-1)
    if (last === undefined) return refuse('not-found', 'There is no such measure.')
    if (last.version !== version) return staleVersion(last)
    const draft = nextVersion(last, what, typed)
    const { version: next, said } = await readVersion(tx.reader, draft.given, versions)
    const faults = once([...periodFaults(last, what, typed), ...(next === undefined ? [] : twiceFaults(draft)), ...atFields(said, draft)])
    if (next === undefined || faults.length > 0) return refuse('invalid', notSaved, faults)
    const added = await addVersions(tx, [next], now)
    return added.ok ? ok(next.version) : added
  })
}

/** Periods that are none: those of targets may be of any kind, since a year's target holds for its quarters. */
function periodFaults({ frequency }: Definition, what: Change, { from = '', to = '', period = '' }: ChangeTyped): Fault[] {
  const isPeriod = (text: string) => (what === 'target' ? parsePeriod(text) : periodOf(frequency, text)) !== undefined
  const typed = Object.entries({ from, to, period }).filter(([, text]) => text !== '' && !isPeriod(text))
  const taken: readonly Frequency[] = what === 'target' ? [frequency, ...frequencies] : [frequency]
  return typed.map(([field, found]) => {
    const likely = likelyPeriodOf(found, taken)
    return { field, found, message: likely === undefined ? `There is no such period of this measure. Give one such as ${exampleOf(frequency)}.` : `Write the period as ${likely}.` }
  })
}

/** A break or new limits that stand at that period already. */
function twiceFaults({ given, list }: Drafted): Fault[] {
  const periods = (given[list] as readonly { readonly period?: string }[]).map(({ period }) => period)
  const typed = periods.at(-1)
  return typed !== undefined && periods.indexOf(typed) < periods.length - 1 ? [{ field: 'period', message: 'That is recorded at this period already. Give another period.' }] : []
}

/** Each fault at the field of the form that it is about; one of what stood before has no field here. */
function atFields(said: readonly Said[], { list, place }: Drafted): Fault[] {
  return said.map(({ path, message }) => {
    const field = path[0] === list && path[1] === String(place) ? path[2] : path.length === 1 ? fields[path[0] ?? ''] : undefined
    return { message, ...(field === undefined ? {} : { field }) }
  })
}

/** Of the version itself: what changed is asked for as the reason of a target. */
const fields: Readonly<Record<string, string>> = { 'effective-from': 'effective-from', changed: 'why', targets: 'value' }
