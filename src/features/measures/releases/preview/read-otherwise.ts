import type { Fault } from '#core/outcome.ts'
import { shortPeriod } from '#core/periods/period-words.ts'
import { parsePeriod, type Period } from '#core/periods/period.ts'
import type { Reader } from '#platform/database/database.ts'
import { periodOf } from '../../definitions/frequencies.ts'
import { protectSheets } from '../../disclosure/protect-sheets.ts'
import type { FigureKey, Observation } from '../../observations/observation.ts'
import { sheetsFor } from '../../sheets/read-sheets.ts'
import type { MeasureSheet } from '../../sheets/sheet.ts'
import { periodName, shownPoint } from '../../sheets/shown.ts'
import { areAnyPublished, everythingPublished, newestOf, type PublishedEntry } from '../store/published-entries.ts'

/** What is told of a figure, and which it is where that was given. */
export interface OtherFault extends Fault {
  readonly figure?: FigureKey
}

/** A figure that was given, and where it stands in what was given. */
export interface FigureGiven {
  readonly figure: Pick<Observation, 'measure' | 'area' | 'breakdown' | 'period'>
  readonly where: Pick<OtherFault, 'file' | 'row' | 'figure'>
}

export interface FiguresGiven {
  readonly measures: readonly string[]
  /** Asked for only where something of the measures is published. */
  readonly figures: () => Iterable<FigureGiven>
}

/**
 * What whoever gave figures should know of those that the public reads: each that it reads otherwise than it stands now, and each with which a small number could be worked out from what is public, so that the release that has it
 * cannot be published again. Only each measure's newest release is looked at.
 */
export async function readOtherwise(reader: Reader, { measures, figures }: FiguresGiven): Promise<readonly OtherFault[]> {
  if (!(await areAnyPublished(reader, measures))) return []
  const published = await everythingPublished(reader)
  const asked = new Set(measures)
  const releases = newestOf(published).filter((release) => release.some(({ entry }) => asked.has(entry.measure)))
  const given = [...figures()]
  const earlier = published.map(({ entry }) => entry.sheet)
  const told: OtherFault[] = []
  for (const release of releases) {
    const period = parsePeriod(release[0]?.period ?? '')
    const inIt = period === undefined ? [] : given.filter((one) => isIn(one, release, period))
    if (period === undefined || inIt.length === 0) continue
    const now = await sheetsFor(reader, release.map(({ entry }) => entry.measure), period)
    const hidden = await protectSheets(now, earlier)
    if (!hidden.ok) told.push(...hidden.refusal.faults.map((fault) => notAgain(fault, inIt, { now, name: releaseName(release) })))
    told.push(...inIt.flatMap((one) => otherThanRead(one, release, now)))
  }
  return told
}

/** Whether a release has the measure in it, and its period. */
function isIn({ figure }: FigureGiven, release: readonly PublishedEntry[], { to }: Period): boolean {
  const frequency = release.find(({ entry }) => entry.measure === figure.measure)?.entry.sheet.definition.frequency
  const own = frequency && periodOf(frequency, figure.period, 'others')
  return own !== undefined && own.to <= to
}

function otherThanRead({ figure, where }: FigureGiven, release: readonly PublishedEntry[], sheets: readonly MeasureSheet[]): readonly OtherFault[] {
  const out = release.find(({ entry }) => entry.measure === figure.measure)
  const [was, is] = [shownIn(out?.entry.sheet, figure), shownIn(sheets.find(({ definition }) => definition.slug === figure.measure), figure)]
  if (out === undefined || was === undefined || was === is) return []
  const read = was.startsWith('[c]') ? 'This figure is hidden' : `The public reads ${was} here`
  return [{ ...where, field: 'value', message: `${read}, in the figures of ${releaseName(release)}. Amend them, so that the correction is read with its reason.` }]
}

/** As it is read; what is marked as revised is the same figure. */
function shownIn(sheet: MeasureSheet | undefined, figure: FigureGiven['figure']): string | undefined {
  const point = sheet?.series.find((series) => series.area === figure.area && series.breakdown === figure.breakdown)?.points.find(({ period }) => period === figure.period)
  return sheet && point && shownPoint(point, sheet.definition).replace(/ \[[prb]\]/g, '')
}

function releaseName(release: readonly PublishedEntry[]): string {
  const { body, period: name } = release[0] ?? { body: '', period: '' }
  const period = parsePeriod(name)
  return `${period === undefined ? name : shortPeriod(period)} (${body})`
}

/** At the figure itself where it was given, and else at the first of the measure or of the release. */
function notAgain({ field, found, message }: Fault, given: readonly FigureGiven[], { now, name }: { readonly now: readonly MeasureSheet[]; readonly name: string }): OtherFault {
  const ofMeasure = given.filter(({ figure }) => figure.measure === field)
  const named = ofMeasure.find(({ figure }) => nameOf(figure, now) === found)
  const { where = {} } = named ?? ofMeasure[0] ?? given[0] ?? {}
  return { ...where, field: 'value', message: `The figures of ${name} cannot be published again as they stand now. ${message} Put the figure back if it is wrong; if it is right, leave its measure out of the next version.` }
}

function nameOf({ measure, breakdown, period }: FigureGiven['figure'], sheets: readonly MeasureSheet[]): string | undefined {
  const sheet = sheets.find(({ definition }) => definition.slug === measure)
  return sheet && [sheet.definition.name, breakdown, periodName(period, sheet.definition)].filter((part) => part !== '').join(', ')
}
