import { periodName } from '../../sheets/shown.ts'
import type { MeasureSheet } from '../../sheets/sheet.ts'
import { countsChildren } from '../../commentary/model/post.ts'
import type { KeptRelease } from '../model/release-draft.ts'
import type { ReleaseEntry } from '../release.ts'
import { besideDefinition } from './beside-definition.ts'
import { wordsOf } from './commentary-checks.ts'

/** Words that the public reads beside a measure. */
export interface Passage {
  /** Whose words: "The commentary on “Missing”". */
  readonly where: string
  readonly text: string
  /** What to do where they tell what they must not, up to what that is: "Take back the signature, and say it without". */
  readonly putRight: string
  /** They say what the measure is: most of their numbers are ages and limits of time. */
  readonly isDefinition?: true
}

/** What is said of a release as a whole, and under whose word it stands, beside every figure of it. */
export function wordsOfWhole({ draft: { title, headings, rankings }, note, standing }: Pick<KeptRelease, 'draft' | 'note' | 'standing'>): readonly string[] {
  const approvedBy = 'approved' in standing ? [standing.approved.by].filter(countsChildren) : []
  return [title, note, ...approvedBy, ...headings.map(({ heading }) => heading), ...rankings.map((ranking) => ranking.title)]
}

/** All that is said of a measure in words: the commentary and who signed it, and with its figures as they are shown the footnotes, the reasons of corrections and of breaks, and all that its definition says. */
export function passagesOf({ commentary, sheet }: Pick<ReleaseEntry, 'commentary' | 'sheet'>): readonly Passage[] {
  const where = `The commentary on “${sheet.definition.name}”`
  const said = commentary === undefined ? [] : [...wordsOf(commentary), ...[commentary.signedBy].filter(countsChildren)].map((text) => ({ where, text, putRight: 'Take back the signature, and say it without' }))
  return [...said, ...besideFigures(sheet), ...inDefinition(sheet)]
}

const putRight = 'Give the figure once more, and say it without'

function besideFigures({ definition, series }: MeasureSheet): readonly Passage[] {
  const found = series.flatMap(({ breakdown, points }) =>
    points.flatMap(({ period, note, before, brokenHere }) => {
      const of = `“${definition.name}”, ${[periodName(period, definition), breakdown].filter((part) => part !== '').join(', ')}`
      const passage = (what: string, text: string | undefined): readonly Passage[] => (text === undefined || text === '' ? [] : [{ where: `${what} ${of}`, text, putRight }])
      return [...passage('The footnote on', note), ...passage('The reason for the correction of', before?.reason), ...passage('The break at', brokenHere)]
    }),
  )
  // The same words often stand beside many figures.
  return [...new Map(found.map((passage) => [passage.text, passage])).values()]
}

/** The definition's words that a page or a download of the release shows; what is set down of its breaks stands beside the figures too. */
function inDefinition(sheet: MeasureSheet): readonly Passage[] {
  const { definition } = sheet
  const { name, why, changed, numerator, denominator, counted, targets, breaks, rebases, source, sourceOfExample, strategies, exempt } = definition
  const texts = [name, definition.definition, why, changed, numerator, denominator, counted, source.name, sourceOfExample, exempt, ...strategies.flatMap((strategy) => [strategy.name, strategy.part]), ...targets.map(({ setBy }) => setBy), ...[...breaks, ...rebases].map(({ reason }) => reason), ...besideDefinition(sheet)]
  const where = `The definition of “${name}”`
  const said = new Set(texts.flatMap((text) => text ?? []))
  return [...said].map((text) => ({ where, text, putRight: 'Give the definition once more, and say it without', isDefinition: true }))
}
