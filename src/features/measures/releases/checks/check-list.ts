import type { LocalDate } from '#core/dates.ts'
import { given } from '#core/given.ts'
import type { Fault } from '#core/outcome.ts'
import type { Edition } from '../../commentary/model/commentary.ts'
import { outlivedInWords } from '../../commentary/model/outlived-in-words.ts'
import type { MeasureSheet } from '../../sheets/sheet.ts'
import type { ReleaseEntry } from '../release.ts'
import { measuresOf } from '../model/release-draft.ts'
import type { ReleaseMaterial } from '../preview/release-material.ts'
import { isError, type CheckItem } from './check-item.ts'
import { claimChecks, confirmedChecks } from './commentary-checks.ts'
import { definitionCheck, targetCheck } from './definition-checks.ts'
import { figureChecks } from './figure-checks.ts'
import { jumpChecks } from './jump-checks.ts'
import { mayNest } from './may-nest/may-nest.ts'
import { namingChecks } from './naming-checks.ts'
import { hiddenNumbers, numbersInRelease } from './number-checks.ts'
import { partsChecks } from './parts-checks.ts'
import { pastChecks } from './past-checks.ts'
import { leftOutChecks, revisionChecks } from './revision-checks.ts'
import { shareChecks } from './share-checks.ts'
import { signerChecks } from './signer-checks.ts'
import { sumChecks } from './sum-checks.ts'
import { toldByOthers } from './told-by-others/told-by-others.ts'

/** Everything that stops a release or should be known before it goes out: what stops it first, then in the order of the dashboard. */
export function checkList(material: ReleaseMaterial, entries: readonly ReleaseEntry[], day: LocalDate): readonly CheckItem[] {
  const { kept, sheets, hidden, before, published, editions } = material
  const earlier = new Map(before.map((entry) => [entry.measure, entry]))
  const shown = new Set(entries.map(({ measure }) => measure))
  const publicSheets = [...published.values()].map((entry) => entry.sheet)
  const beside = [...entries.map(({ sheet }) => sheet), ...[...published.values()].flatMap(({ measure, sheet }) => (shown.has(measure) ? [] : [sheet]))]
  const found: readonly CheckItem[] = [
    ...wholeChecks(material),
    ...sheets.flatMap((sheet) => [...(sheet.definition.bodies.includes(kept.body) ? [] : [notOfBody(sheet.definition.slug, sheet.definition.name)]), ...workChecks(sheet, published.get(sheet.definition.slug)?.sheet, day)]),
    ...entries.flatMap((entry) => [
      ...confirmedChecks(entry, outlivedOf(editions.get(entry.measure), entry.sheet)),
      ...claimChecks(entry),
      ...hiddenNumbers(entry, material),
      ...targetCheck(entry.sheet, day),
      ...definitionCheck(entry.sheet, earlier.get(entry.measure), published.get(entry.measure)),
      ...revisionChecks(entry),
      ...shareChecks(entry, published.get(entry.measure), beside),
    ]),
    ...namingChecks(material, entries),
    ...signerChecks(editions),
    ...sumChecks(sheets, beside, publicSheets),
    ...(hidden.ok ? [...toldByOthers({ sheets, hidden: hidden.value.hidden }, beside, publicSheets), ...mayNest(sheets, hidden.value.hidden, publicSheets)] : []),
    ...(entries.length === 0 ? [] : leftOutChecks(entries, before)),
  ]
  return [...found.filter(isError), ...found.filter((item) => !isError(item))]
}

/** Of the figures as they stand in the work, beside what the public reads of the measure. */
function workChecks(sheet: MeasureSheet, published: MeasureSheet | undefined, day: LocalDate): readonly CheckItem[] {
  return [...figureChecks(sheet, day), ...jumpChecks(sheet, published), ...pastChecks(sheet, published), ...partsChecks(sheet, published)]
}

function outlivedOf(edition: Edition | undefined, { definition }: MeasureSheet): string | undefined {
  return edition && outlivedInWords(edition, definition)
}

function wholeChecks(material: ReleaseMaterial): readonly CheckItem[] {
  const { kept, sheets, hidden } = material
  const none: readonly CheckItem[] = sheets.length === 0 ? [{ kind: 'no-measure', message: 'Choose the measures that the body reads.' }] : []
  const known = new Set(sheets.map(({ definition }) => definition.slug))
  const unknown = measuresOf(kept.draft).filter((slug) => !known.has(slug)).map((slug): CheckItem => ({ kind: 'unknown-measure', measure: slug, message: `There is no measure “${slug}” any more. Leave it out.` }))
  if (hidden.ok) return [...none, ...unknown, ...numbersInRelease(material)]
  const { message, faults } = hidden.refusal
  const told: readonly Fault[] = faults.length === 0 ? [{ message }] : faults
  return [...none, ...unknown, ...told.map((fault): CheckItem => ({ kind: 'protection', ...given('measure', fault.field), message: fault.message }))]
}

function notOfBody(measure: string, name: string): CheckItem {
  return { kind: 'unknown-measure', measure, message: `The definition of “${name}” does not name this body any more. Leave it out, or add the body there.` }
}
