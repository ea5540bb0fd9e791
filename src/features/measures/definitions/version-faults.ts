import type { Reader } from '#platform/database/database.ts'
import type { FieldFault } from '#platform/files/placed.ts'
import { bodyNames } from '#features/bodies'
import { personsNames } from '#features/minutes'
import { besideKept } from './beside-kept.ts'
import type { Definition } from './definition.ts'
import { fieldFaults } from './field-faults.ts'
import { allDefinitions } from './keep-definitions.ts'
import { withFigures } from './standing-measures.ts'

/** Against what a definition is held besides itself. */
interface Known {
  readonly bodies: ReadonlyMap<string, unknown>
  readonly namesNobody: (words: string) => string | undefined
  /** The measures that there are, those that are given at the same time among them, each with those that make it up by its newest version. */
  readonly measures: ReadonlyMap<string, readonly string[]>
  /** Those of which figures stand. */
  readonly counted: ReadonlySet<string>
}

/** What these definitions are held against. Five queries. */
export async function knownFor(reader: Reader, given: readonly Pick<Definition, 'slug' | 'version' | 'sumOf'>[]): Promise<Known> {
  const slugs = [...new Set(given.map(({ slug }) => slug))]
  const all = [...[...(await allDefinitions(reader)).values()].flat(), ...given].toSorted((one, other) => one.version - other.version)
  return { bodies: await bodyNames(reader), namesNobody: await personsNames(reader), measures: new Map(all.map(({ slug, sumOf }) => [slug, sumOf])), counted: await withFigures(reader, slugs) }
}

/** Whether a version is new, and everything for which it is refused, whichever way it came: by a file or by a form. */
export function versionFaults(given: Definition, standing: readonly Definition[], known: Known): { readonly isNew: boolean; readonly faults: readonly FieldFault[] } {
  const { isNew, faults } = besideKept(given, standing, known.counted.has(given.slug))
  return { isNew, faults: [...fieldFaults(given), ...knownFaults(given, known), ...faults] }
}

/** Bodies and measures that are not there, and people where a post belongs. */
function knownFaults({ slug, bodies, steward, owner, targets, rebases, sumOf }: Definition, known: Known): FieldFault[] {
  const posts = [
    ['steward', steward] as const,
    ['owner', owner] as const,
    ...targets.map(({ setBy }, place) => [`targets[${place + 1}].set-by`, setBy] as const),
    ...rebases.map(({ decidedBy }, place) => [`rebases[${place + 1}].decided-by`, decidedBy] as const),
  ]
  return [
    ...bodies.flatMap((body, place) => (known.bodies.has(body) ? [] : [{ field: `bodies[${place + 1}]`, found: body, message: 'No body has this address word. Load that body first, or correct the word.' }])),
    ...sumOf.flatMap((found, place) => {
      const message = partFault(found, { slug, sumOf, place }, known)
      return message === undefined ? [] : [{ field: `sum-of[${place + 1}]`, found, message }]
    }),
    ...posts.flatMap(([field, found]) => {
      const message = known.namesNobody(found)
      return message === undefined ? [] : [{ field, found, message }]
    }),
  ]
}

/** Why a measure cannot be this part of another. */
function partFault(part: string, { slug, sumOf, place }: { readonly slug: string; readonly sumOf: readonly string[]; readonly place: number }, { measures }: Known): string | undefined {
  if (part === slug) return 'A measure is no part of itself. Take it out.'
  if (!measures.has(part)) return 'No measure has this address word. Define that measure first, or correct the word.'
  if (sumOf.indexOf(part) < place) return 'This measure is given twice. Take one of them out.'
  return madeUpOf(part, measures).has(slug) ? 'That measure is itself made up of this one. Take it out here, or this one there.' : undefined
}

/** All measures that make one up, and those that make them up in turn. */
function madeUpOf(whole: string, measures: Known['measures']): ReadonlySet<string> {
  const found = new Set<string>([whole])
  for (const one of found) for (const part of measures.get(one) ?? []) found.add(part)
  return found
}
