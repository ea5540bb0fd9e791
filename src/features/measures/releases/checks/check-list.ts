import type { LocalDate } from '#core/dates.ts'
import { given } from '#core/given.ts'
import type { Fault } from '#core/outcome.ts'
import type { ProtectedSheets } from '../../disclosure/protect-sheets.ts'
import { smallNumbersIn } from '../../disclosure/small-numbers.ts'
import type { ReleaseEntry } from '../release.ts'
import { measuresOf, type KeptRelease } from '../model/release-draft.ts'
import type { ReleaseMaterial } from '../preview/release-material.ts'
import { isError, type CheckItem } from './check-item.ts'
import { claimChecks, confirmedChecks, wordsOf } from './commentary-checks.ts'
import { definitionCheck, targetCheck } from './definition-checks.ts'
import { figureChecks } from './figure-checks.ts'
import { leftOutChecks, revisionChecks } from './revision-checks.ts'

/** Everything that stops a release or should be known before it goes out: what stops it first, then in the order of the dashboard. */
export function checkList(material: ReleaseMaterial, entries: readonly ReleaseEntry[], day: LocalDate): readonly CheckItem[] {
  const { kept, sheets, before } = material
  const earlier = new Map(before.map((entry) => [entry.measure, entry]))
  const found: readonly CheckItem[] = [
    ...wholeChecks(material),
    ...sheets.flatMap((sheet) => [...(sheet.definition.bodies.includes(kept.body) ? [] : [notOfBody(sheet.definition.slug, sheet.definition.name)]), ...figureChecks(sheet, day)]),
    ...entries.flatMap((entry) => [
      ...confirmedChecks(entry),
      ...claimChecks(entry),
      ...hiddenNumbers(entry, material),
      ...targetCheck(entry.sheet, day),
      ...definitionCheck(entry.sheet, earlier.get(entry.measure)),
      ...revisionChecks(entry),
    ]),
    ...(entries.length === 0 ? [] : leftOutChecks(entries, before)),
  ]
  return [...found.filter(isError), ...found.filter((item) => !isError(item))]
}

function wholeChecks({ kept, sheets, hidden }: ReleaseMaterial): readonly CheckItem[] {
  const none: readonly CheckItem[] = sheets.length === 0 ? [{ kind: 'no-measure', message: 'Choose the measures that the body reads.' }] : []
  const known = new Set(sheets.map(({ definition }) => definition.slug))
  const unknown = measuresOf(kept.draft).filter((slug) => !known.has(slug)).map((slug): CheckItem => ({ kind: 'unknown-measure', measure: slug, message: `There is no measure “${slug}” any more. Leave it out.` }))
  if (hidden.ok) return [...none, ...unknown, ...numbersInWords(kept, hidden.value)]
  const { message, faults } = hidden.refusal
  const told: readonly Fault[] = faults.length === 0 ? [{ message }] : faults
  return [...none, ...unknown, ...told.map((fault): CheckItem => ({ kind: 'protection', ...given('measure', fault.field), message: fault.message }))]
}

function notOfBody(measure: string, name: string): CheckItem {
  return { kind: 'unknown-measure', measure, message: `The definition of “${name}” does not name this body any more. Leave it out, or add the body there.` }
}

/** What is said of the whole stands beside every figure. Such a number may count something else, so whoever checks it decides. */
function numbersInWords({ draft: { title, headings, rankings }, note }: KeptRelease, { hidden }: ProtectedSheets): readonly CheckItem[] {
  const words = [title, note, ...headings.map(({ heading }) => heading), ...rankings.map((ranking) => ranking.title)]
  return words.flatMap((text) => smallNumbersIn(text, hidden)).map((told) => ({ kind: 'number-in-words', message: `“${told.words}”: a number of children that is as large is hidden. Say it without the number, unless it counts something else.` }))
}

/** Numbers in what the owner wrote that the figures hide. */
function hiddenNumbers({ commentary, measure, sheet: { definition } }: ReleaseEntry, { hidden }: ReleaseMaterial): readonly CheckItem[] {
  if (commentary === undefined || !hidden.ok) return []
  const own = hidden.value.hidden.filter((figure) => figure.measure === measure)
  return wordsOf(commentary).flatMap((text) => smallNumbersIn(text, own)).map(({ words }) => ({
    kind: 'number-hidden',
    measure,
    message: `The commentary on “${definition.name}” says “${words}”, and that number is hidden in the figures. Take back the signature, and say it without the number.`,
  }))
}
