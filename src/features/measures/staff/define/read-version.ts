import { refuse, type Fault } from '#core/outcome.ts'
import type { Reader } from '#platform/database/database.ts'
import { inReadersWords } from '#platform/files/yaml-faults.ts'
import { hyphenated } from '#platform/files/yaml-keys.ts'
import { definition, type Definition } from '../../definitions/definition.ts'
import { knownFor, versionFaults } from '../../definitions/version-faults.ts'

/** Which measure, and the version that was seen as the change was typed. */
export interface SeenVersion {
  readonly slug: string
  readonly version: number
}

/** What is wrong with a version, by the way to its field as files name it; places in lists count from 0. */
export interface Said {
  readonly path: readonly string[]
  readonly message: string
}

/** Reads a version that a form put together, and holds it against all that the import holds one against. No version where its form is wrong. */
export async function readVersion(reader: Reader, given: unknown, standing: readonly Definition[]): Promise<{ readonly version: Definition | undefined; readonly said: readonly Said[] }> {
  const read = definition.safeParse(given, { error: inReadersWords })
  if (!read.success) return { version: undefined, said: read.error.issues.map(({ path, message }) => ({ path: path.map((step) => hyphenated(String(step))), message })) }
  const { faults } = versionFaults(read.data, standing, await knownFor(reader, [read.data]))
  return { version: read.data, said: faults.map(({ field = '', message }) => ({ path: pathOf(field), message })) }
}

/** Another version stands than the one that was seen. */
export function staleVersion({ version, changed }: Definition) {
  return refuse('conflict', `Somebody else has added version ${version} meanwhile: ${changed ?? 'the first'}. Look whether yours still holds.`)
}

/** One fault a field: the first says what to mend. */
export function once(faults: readonly Fault[]): Fault[] {
  return faults.filter(({ field }, place) => field === undefined || faults.findIndex((other) => other.field === field) === place)
}

/** `targets[2].set-by` counts from 1. */
function pathOf(field: string): string[] {
  return [...field.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([name, place]) => (place === undefined ? name : String(Number(place) - 1)))
}
