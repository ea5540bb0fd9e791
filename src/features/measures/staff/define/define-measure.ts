import { isDeepStrictEqual } from 'node:util'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { parsePeriod } from '#core/periods/period.ts'
import { parseTypedDay } from '#core/typed-day.ts'
import { act, type Context } from '#access/act.ts'
import type { Reader } from '#platform/database/database.ts'
import type { Definition } from '../../definitions/definition.ts'
import { exampleOf, kindOf } from '../../definitions/frequencies.ts'
import { addVersions, allDefinitions } from '../../definitions/keep-definitions.ts'
import { colonFaults, definitionFaults } from './definition-faults.ts'
import { givenFrom, wordFrom, type DefinitionTyped, type NamesInUse } from './definition-typed.ts'
import { once, readVersion, staleVersion, type Said, type SeenVersion } from './read-version.ts'

const notDefined = 'The measure was not saved.'
const notChanged = 'Nothing was saved.'

/** Defines a measure: its first version, by the rules of the import. Gives its address word. Refused at the field where another measure has that word. */
export function defineMeasure(context: Context, typed: DefinitionTyped, now: Date): Promise<Outcome<string>> {
  const slug = wordFrom(typed)
  return act(context, { verb: 'measures.define', subject: { kind: 'measure', id: /^[a-z0-9-]{1,200}$/.test(slug) ? slug : 'new' }, detail: { what: 'measure', version: 1 } }, async (tx) => {
    const kept = await allDefinitions(tx.reader)
    const isTaken = kept.has(slug)
    const { version, said } = await readVersion(tx.reader, { ...givenFrom(typed, namesInUse(kept)), slug }, [])
    const taken: Fault[] = isTaken ? [{ field: 'slug', message: 'A measure has this address word already. Give another word, or change that measure.' }] : []
    const faults = once([...taken, ...colonFaults(typed), ...definitionFaults(slug === '' ? withoutWord(said, typed) : said)])
    if (version === undefined || faults.length > 0) return refuse('invalid', notDefined, faults)
    const added = await addVersions(tx, [version], now)
    return added.ok ? ok(slug) : added
  })
}

/** Nobody need type an address word: where none follows from the name, the name is at fault, which says so itself where there is none. */
function withoutWord(said: readonly Said[], { text }: DefinitionTyped): readonly Said[] {
  const others = said.filter(({ path }) => path[0] !== 'slug')
  return text('name') === '' ? others : [...others, { path: ['name'], message: 'No address word follows from this name. Give a name with letters or figures from A to Z and 0 to 9, or an address word beside it.' }]
}

/**
 * Changes a definition: the version that follows the last, with why and from which day or period. Targets, breaks and new limits stay as they are. Refused as a conflict
 * where another version stands than the one that was seen, and where nothing is different.
 */
export function changeDefinition(context: Context, { slug, version: seen }: SeenVersion, typed: DefinitionTyped, now: Date): Promise<Outcome<number>> {
  return act(context, { verb: 'measures.define', subject: { kind: 'measure', id: slug.slice(0, 200) }, detail: { what: 'definition', version: seen + 1 } }, async (tx) => {
    const kept = await allDefinitions(tx.reader)
    const versions = kept.get(slug) ?? []
    const last = versions.at(-1)
    if (last === undefined) return refuse('not-found', 'There is no such measure.')
    if (last.version !== seen) return staleVersion(last)
    const { version, said } = await nextFrom(tx.reader, typed, versions, last, kept)
    const faults = once([...fromFaults(typed, last), ...colonFaults(typed), ...definitionFaults(said)])
    if (version === undefined || faults.length > 0) return refuse('invalid', notChanged, faults)
    if (isSame(version, last)) return refuse('invalid', 'Nothing is different from the version that stands. Change what is to be another.')
    const added = await addVersions(tx, [version], now)
    return added.ok ? ok(version.version) : added
  })
}

function nextFrom(reader: Reader, typed: DefinitionTyped, versions: readonly Definition[], last: Definition, kept: ReadonlyMap<string, readonly Definition[]>) {
  const { slug, targets, breaks, rebases, invented, sourceOfExample, version } = last
  const stays = { slug, targets, breaks, rebases, ...(invented === undefined ? {} : { invented }), ...(sourceOfExample === undefined ? {} : { sourceOfExample }) }
  const given = { ...givenFrom(typed, namesInUse(kept, last)), ...stays, version: version + 1, changed: typed.text('changed'), effectiveFrom: dayFrom(typed, last) }
  return readVersion(reader, given, versions)
}

/** The day that was typed, or the first of the period. */
function dayFrom({ text }: DefinitionTyped, { frequency }: Definition): string | undefined {
  return parseTypedDay(text('from')) ?? parsePeriod(text('from'), kindOf(frequency))?.from
}

function fromFaults(typed: DefinitionTyped, last: Definition): Fault[] {
  return dayFrom(typed, last) === undefined ? [{ field: 'from', message: `Say from when this version holds: a day such as 1 April 2024, or a period such as ${exampleOf(last.frequency)}.` }] : []
}

function isSame({ version: _one, effectiveFrom: _day, changed: _words, ...next }: Definition, last: Definition): boolean {
  const { version: _last, effectiveFrom: _from, changed: _why, ...before } = last
  return isDeepStrictEqual(next, before)
}

/** Of two that have the same name the measure's own counts, and a word before a name. */
function namesInUse(kept: ReadonlyMap<string, readonly Definition[]>, own?: Definition): NamesInUse {
  const last = [...[...kept.values()].flatMap((versions) => versions.at(-1) ?? []), ...(own === undefined ? [] : [own])]
  return {
    measures: new Map([...last.map(({ name, slug }) => [name.toLowerCase(), slug] as const), ...last.map(({ slug }) => [slug, slug] as const)]),
    strategies: new Map(last.flatMap(({ strategies }) => strategies.map(({ name, slug }) => [name.toLowerCase(), slug] as const))),
  }
}
