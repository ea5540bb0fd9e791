import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import { parsePeriod } from '#core/periods/period.ts'
import { bodyNames } from '#features/bodies'
import { personsNames } from '#features/minutes'
import { besideKept } from '../../definitions/beside-kept.ts'
import { definition, type Definition } from '../../definitions/definition.ts'
import { exampleOf, periodOf } from '../../definitions/frequencies.ts'
import { fieldFaults } from '../../definitions/field-faults.ts'
import { knownFaults } from '../../definitions/import-measures.ts'
import { addVersions, versionsOf } from '../../definitions/keep-definitions.ts'
import type { Change, ChangeTyped } from './changes.ts'
import { nextVersion, type Drafted } from './next-version.ts'

/** Which measure, and the version that was seen as the change was typed. */
interface Seen {
  readonly slug: string
  readonly version: number
}

const notSaved = 'Nothing was saved.'

/** Adds a version with one change to a definition. Refused as a conflict where another version stands than the one that was seen, with what it changed. */
export function addVersion(context: Context, { slug, version }: Seen, { what, typed }: { readonly what: Change; readonly typed: ChangeTyped }, now: Date): Promise<Outcome<number>> {
  return act(context, { verb: 'measures.define', subject: { kind: 'measure', id: slug.slice(0, 200) }, detail: { what } }, async (tx) => {
    const versions = await versionsOf(tx.reader, slug)
    const last = versions.at(-1)
    if (last === undefined) return refuse('not-found', 'There is no such measure.')
    if (last.version !== version) return refuse('conflict', `Somebody else has added version ${last.version} meanwhile: ${last.changed ?? 'the first'}. Look whether yours still holds.`)
    const draft = nextVersion(last, what, typed)
    const read = definition.safeParse(draft.given)
    const periods = periodFaults(last, what, typed)
    if (!read.success) return refuse('invalid', notSaved, once([...periods, ...atFields(read.error.issues.map(({ path, message }) => ({ path: path.map(String), message })), draft)]))
    const known = { bodies: await bodyNames(tx.reader), namesNobody: await personsNames(tx.reader) }
    const said = [...fieldFaults(read.data), ...knownFaults(read.data, known), ...besideKept(read.data, versions).faults]
    const faults = once([...periods, ...twiceFaults(draft), ...atFields(said.map(({ field = '', message }) => ({ path: pathOf(field), message })), draft)])
    if (faults.length > 0) return refuse('invalid', notSaved, faults)
    const added = await addVersions(tx, [read.data], now)
    return added.ok ? ok(read.data.version) : added
  })
}

/** Periods that are none: those of targets may be of any kind, since a year's target holds for its quarters. */
function periodFaults({ frequency }: Definition, what: Change, { from = '', to = '', period = '' }: ChangeTyped): Fault[] {
  const isPeriod = (text: string) => (what === 'target' ? parsePeriod(text) : periodOf(frequency, text)) !== undefined
  const typed = Object.entries({ from, to, period }).filter(([, text]) => text !== '' && !isPeriod(text))
  return typed.map(([field, found]) => ({ field, found, message: `There is no such period of this measure. Give one such as ${exampleOf(frequency)}.` }))
}

/** One fault a field: the first says what to mend. */
function once(faults: readonly Fault[]): Fault[] {
  return faults.filter(({ field }, place) => field === undefined || faults.findIndex((other) => other.field === field) === place)
}

/** A break or new limits that stand at that period already. */
function twiceFaults({ given, list }: Drafted): Fault[] {
  const periods = (given[list] as readonly { readonly period?: string }[]).map(({ period }) => period)
  const typed = periods.at(-1)
  return typed !== undefined && periods.indexOf(typed) < periods.length - 1 ? [{ field: 'period', message: 'That is recorded at this period already. Give another period.' }] : []
}

interface Said {
  readonly path: readonly string[]
  readonly message: string
}

/** Each fault at the field of the form that it is about; one of what stood before has no field here. */
function atFields(said: readonly Said[], { list, place }: Drafted): Fault[] {
  return said.map(({ path, message }) => {
    const field = path[0] === list && path[1] === String(place) ? path[2] : path.length === 1 ? fields[path[0] ?? ''] : undefined
    return { message, ...(field === undefined ? {} : { field: hyphened(field) }) }
  })
}

/** Of the version itself: what changed is asked for as the reason of a target. */
const fields: Readonly<Record<string, string>> = { effectiveFrom: 'effective-from', 'effective-from': 'effective-from', changed: 'why', targets: 'value' }

/** `targets[2].set-by` counts from 1; the path that the schema gives counts from 0. */
function pathOf(field: string): string[] {
  return [...field.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([name, place]) => (place === undefined ? name : String(Number(place) - 1)))
}

function hyphened(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
