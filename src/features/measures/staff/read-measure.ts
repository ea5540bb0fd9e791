import { parsePeriod } from '#core/periods/period.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import { areasByCode } from '../comparators/keep-areas.ts'
import { allNeighbours } from '../comparators/keep-neighbours.ts'
import type { Neighbour } from '../comparators/neighbours.ts'
import type { Definition } from '../definitions/definition.ts'
import { definitionOn } from '../definitions/in-force.ts'
import { versionsOf } from '../definitions/keep-definitions.ts'
import { sheetsFor } from '../sheets/read-sheets.ts'
import type { MeasureSheet } from '../sheets/sheet.ts'
import { definersOf, type Definer } from './read-definers.ts'

/** A measure as staff see it: every version, the sheet of the work up to today, and with whom it has been compared. */
export interface MeasureView {
  readonly versions: readonly Definition[]
  /** As it is defined today. */
  readonly definition: Definition
  readonly sheet: MeasureSheet
  readonly neighbours: readonly Neighbour[]
  readonly areaNames: ReadonlyMap<string, string>
  /** Who added which version on a page. */
  readonly definers: ReadonlyMap<number, Definer>
}

export const noMeasure = refuse('not-found', 'There is no such measure. Look for it in the list of measures.')

/** Reads the measure of the address. Nine queries. */
export function lookAtMeasure({ context, params, today }: Pick<StaffRequest, 'context' | 'params' | 'today'>): Promise<Outcome<MeasureView>> {
  const slug = params['slug'] ?? ''
  return look(context, { verb: 'measures.see', subject: { kind: 'measure', id: slug.slice(0, 200) } }, async (reader) => {
    const versions = await versionsOf(reader, slug)
    const until = parsePeriod(today, 'day')
    if (versions.length === 0 || until === undefined) return noMeasure
    const [sheet] = await sheetsFor(reader, [slug], until)
    if (sheet === undefined) return noMeasure
    const areas = await areasByCode(reader)
    const definers = await definersOf(reader, slug)
    return ok({ versions, definition: definitionOn(versions, today), sheet, neighbours: await allNeighbours(reader), areaNames: new Map([...areas].map(([code, { name }]) => [code, name])), definers })
  })
}
