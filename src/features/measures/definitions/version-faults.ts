import type { Reader } from '#platform/database/database.ts'
import type { FieldFault } from '#platform/files/placed.ts'
import { bodyNames } from '#features/bodies'
import { personsNames } from '#features/minutes'
import { besideKept } from './beside-kept.ts'
import type { Definition } from './definition.ts'
import { fieldFaults } from './field-faults.ts'
import { allWords, withFigures } from './standing-measures.ts'

/** Against what a definition is held besides itself. */
interface Known {
  readonly bodies: ReadonlyMap<string, unknown>
  readonly namesNobody: (words: string) => string | undefined
  /** The measures that there are, those that are given at the same time among them. */
  readonly measures: ReadonlySet<string>
  /** Those of which figures stand. */
  readonly counted: ReadonlySet<string>
}

/** What these definitions are held against. Five queries. */
export async function knownFor(reader: Reader, given: readonly Pick<Definition, 'slug'>[]): Promise<Known> {
  const slugs = [...new Set(given.map(({ slug }) => slug))]
  return { bodies: await bodyNames(reader), namesNobody: await personsNames(reader), measures: new Set([...(await allWords(reader)), ...slugs]), counted: await withFigures(reader, slugs) }
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
    ...sumOf.flatMap((part, place) => (part !== slug && known.measures.has(part) ? [] : [{ field: `sum-of[${place + 1}]`, found: part, message: part === slug ? 'A measure is no part of itself. Take it out.' : 'No measure has this address word. Define that measure first, or correct the word.' }])),
    ...posts.flatMap(([field, found]) => {
      const message = known.namesNobody(found)
      return message === undefined ? [] : [{ field, found, message }]
    }),
  ]
}
