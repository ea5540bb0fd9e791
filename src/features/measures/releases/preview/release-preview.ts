import { createHash } from 'node:crypto'
import type { LocalDate } from '#core/dates.ts'
import { given } from '#core/given.ts'
import type { HiddenFigure } from '../../disclosure/protect-sheets.ts'
import type { MeasureSheet } from '../../sheets/sheet.ts'
import type { CheckItem } from '../checks/check-item.ts'
import { checkList } from '../checks/check-list.ts'
import { signersOf } from '../checks/signer-checks.ts'
import type { KeptRelease } from '../model/release-draft.ts'
import type { Release, ReleaseEntry } from '../release.ts'
import { confirmedKey } from '../store/published-entries.ts'
import { besidePublished } from './beside-published.ts'
import { exceptionBeside } from './exception-beside.ts'
import type { ReleaseMaterial } from './release-material.ts'
import { revisedFigures } from './revised-figures.ts'

/** What the public would read, without what only its publication settles. */
type ReleaseOutline = Omit<Release, 'version' | 'publishedAt' | 'approvedBy' | 'approvedOn'>

/** A release as it would be published now. */
export interface ReleasePreview {
  readonly kept: KeptRelease
  readonly outline: ReleaseOutline
  /** Protected; none where what would have to be hidden is public already. */
  readonly entries: readonly ReleaseEntry[]
  readonly hidden: readonly HiddenFigure[]
  readonly found: readonly CheckItem[]
  /** The people who signed what is said in it, each with how many commentaries. */
  readonly signers: ReadonlyMap<string, number>
  /** The same for the same figures, words and order: what was checked is what is approved and published. */
  readonly print: string
}

/** Makes of all that is known what would be published, and holds it against the checks, as of a day. */
export function previewOf(material: ReleaseMaterial, day: LocalDate): ReleasePreview {
  const { kept, hidden } = material
  const entries = hidden.ok ? entriesOf(material, hidden.value.sheets) : []
  const { body, bodyName, period, draft, note } = kept
  const { title, headings, rankings } = draft
  const outline = { body, bodyName, period, title, note, headings: headings.map(({ heading }) => heading), rankings, asked: material.asked, policy: hidden.ok ? hidden.value.policy : '', ...given('invented', draft.invented) }
  return { kept, outline, entries, hidden: hidden.ok ? hidden.value.hidden : [], found: checkList(material, entries, day), signers: new Map(signersOf(material.editions).map(({ name, signed }) => [name, signed])), print: printOf({ ...outline, asked: [] }, entries) }
}

function entriesOf({ kept, commentaries, before, published, confirmed }: ReleaseMaterial, sheets: readonly MeasureSheet[]): readonly ReleaseEntry[] {
  const bySlug = new Map(sheets.map((sheet) => [sheet.definition.slug, sheet]))
  const earlier = new Map(before.map((entry) => [entry.measure, entry]))
  return kept.draft.headings.flatMap(({ heading, measures }) =>
    measures.flatMap((measure): ReleaseEntry[] => {
      const working = bySlug.get(measure)
      const commentary = commentaries.get(measure)
      if (working === undefined) return []
      const sheet = besidePublished(working, published.get(measure))
      const confirmedBefore = commentary === undefined ? confirmed?.get(confirmedKey({ measure, sheet })) : undefined
      return [{ measure, heading, sheet, isConfirmed: commentary !== undefined, ...given('commentary', commentary), ...given('confirmedBefore', confirmedBefore), exception: exceptionBeside(sheet, earlier.get(measure)), revised: revisedFigures(sheet, published.get(measure)) }]
    }),
  )
}

/** Questions that were asked since change nothing of what was approved. */
function printOf(outline: ReleaseOutline, entries: readonly ReleaseEntry[]): string {
  return createHash('sha256').update(JSON.stringify([outline, entries])).digest('hex')
}
