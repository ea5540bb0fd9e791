import type { Definition } from '../../definitions/definition.ts'
import type { FieldFault } from '#platform/files/placed.ts'
import { measuresOf, type ReleaseDraft } from './release-draft.ts'

/** More than one reader ever looks through. */
const mostMeasures = 120
export const mostRankings = 10
export const mostTop = 50

/** What is wrong with what was chosen, by the fields of a file. Measures have to name the body: their definition says where they are read. */
export function draftFaults({ headings, rankings }: Pick<ReleaseDraft, 'headings' | 'rankings'>, body: string, definitions: ReadonlyMap<string, Definition>): FieldFault[] {
  const met = new Set<string>()
  const faults: FieldFault[] = []
  for (const [part, { heading, measures }] of headings.entries()) {
    if (headings.slice(0, part).some((other) => other.heading === heading)) faults.push({ field: `headings[${part + 1}].heading`, found: heading, message: 'This heading stands twice. Put its measures together.' })
    for (const [place, slug] of measures.entries()) {
      const message = met.has(slug) ? 'This measure stands twice. Leave one out.' : whyNotHere(slug, body, definitions)
      if (message !== undefined) faults.push({ field: `headings[${part + 1}].measures[${place + 1}]`, found: slug, message })
      met.add(slug)
    }
  }
  const chosen = new Set(measuresOf({ headings }))
  if (chosen.size > mostMeasures) faults.push({ field: 'headings', message: `Choose at most ${mostMeasures} measures: nobody looks through more.` })
  faults.push(...rankings.flatMap((ranking, place) => rankingFaults(ranking, chosen, definitions).map(({ field = '', ...fault }) => ({ ...fault, field: `rankings[${place + 1}].${field}` }))))
  return faults
}

function whyNotHere(slug: string, body: string, definitions: ReadonlyMap<string, Definition>): string | undefined {
  const definition = definitions.get(slug)
  if (definition === undefined) return 'There is no measure of this name. Load it first, or correct the name.'
  return definition.bodies.includes(body) ? undefined : 'The definition of this measure does not name this body. Add the body there with a new version, or leave the measure out.'
}

function rankingFaults({ measure, by }: ReleaseDraft['rankings'][number], chosen: ReadonlySet<string>, definitions: ReadonlyMap<string, Definition>): FieldFault[] {
  if (!chosen.has(measure)) return [{ field: 'measure', found: measure, message: 'A ranking is of a measure that is in the release. Choose it there, or leave the ranking out.' }]
  const names = definitions.get(measure)?.breakdowns.map(({ name }) => name) ?? []
  if (names.includes(by)) return []
  return [{ field: 'by', found: by, message: names.length === 0 ? 'This measure has no breakdown to rank by.' : `Give one of its breakdowns: ${names.join(', ')}.` }]
}
