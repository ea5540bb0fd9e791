import { given } from '#core/given.ts'
import { besidePoint } from '../../sheets/judged-sheet.ts'
import type { BesideOther } from '../../sheets/sheet-judgement.ts'
import { seriesOf, type MeasureSheet } from '../../sheets/sheet.ts'
import { inPeriod, periodName, shownValue } from '../../sheets/shown.ts'
import type { Claim, Found, Whom } from './claim.ts'
import { sideVerdict } from './compared-figures.ts'
import { figureNow, type OwnFigure } from './own-figures.ts'

export const whomInWords: Readonly<Record<Whom, string>> = { england: 'England', region: 'the region', neighbours: 'the statistical neighbours' }

/** Tests what is said of a measure beside England, its region or its neighbours; beside all of them where nobody is named. Where it names several, all must bear it. */
export function testBesideOthers(claim: Claim, sheet: MeasureSheet): Found {
  if (claim.sense === 'vague') return { verdict: 'cannot-tell', because: `“${claim.said}” does not say beside whom or what. Name it: England, the region, the neighbours, the target or an earlier period.` }
  const now = figureNow(sheet)
  if (now === undefined) return { verdict: 'cannot-tell', because: `There is no figure for ${periodName(sheet.asOf, sheet.definition)}.` }
  const whom = claim.whom.length > 0 ? claim.whom : sheet.judgement.others.map(({ role }) => role)
  if (whom.length === 0) return { verdict: 'cannot-tell', because: 'No figures of others are held for this measure.' }
  return together(whom.map((one) => testBeside(one, claim, { sheet, now })))
}

/** What several comparisons of a claim come to: all have to bear it. */
export function together(found: readonly Found[]): Found {
  const verdicts = found.map(({ verdict }) => verdict)
  const verdict = verdicts.includes('not-supported') ? 'not-supported' : verdicts.includes('cannot-tell') ? 'cannot-tell' : 'supported'
  const [first] = found.flatMap(({ instead }) => instead ?? [])
  return { verdict, because: found.map(({ because }) => because).join(' '), ...given('instead', first) }
}

function testBeside(whom: Whom, { sense, isSignificant }: Claim, { sheet, now }: { readonly sheet: MeasureSheet; readonly now: OwnFigure }): Found {
  const beside = sheet.judgement.others.find(({ role }) => role === whom)
  const other = otherFigure(whom, sheet)
  if (beside === undefined || other === undefined) return { verdict: 'cannot-tell', because: `No figure of ${beside?.name ?? whomInWords[whom]} is held that could stand beside this one.` }
  const { definition } = sheet
  const when = other.period === sheet.asOf ? '' : ` ${inPeriod(other.period, definition)}`
  const stands = `${shownValue(now.value, definition)}, and ${beside.name} ${shownValue(other.value, definition)}${when}`
  const isPlain = (sense === 'up' || sense === 'down') && !isSignificant
  if (isPlain) return { verdict: sideVerdict(sense, now.value, other.value, definition.polarity), because: `${stands}${beside.found.kind === 'similar' && beside.found.hasInterval ? ', a difference within what chance explains' : ''}.` }
  if (beside.found.kind === 'none') return { verdict: 'cannot-tell', because: `${stands}. Without an interval chance cannot be told from a difference.`, instead: `“was ${shownValue(now.value, definition)}, against ${shownValue(other.value, definition)} of ${beside.name}”` }
  return { verdict: isBorne(sense, beside.found.kind, now.value > other.value) ? 'supported' : 'not-supported', because: `${stands}: ${foundInWords[beside.found.kind]}.` }
}

type FoundKind = BesideOther['found']['kind']

const foundInWords: Readonly<Record<FoundKind, string>> = {
  better: 'better, beyond what chance explains',
  worse: 'worse, beyond what chance explains',
  higher: 'higher, beyond what chance explains',
  lower: 'lower, beyond what chance explains',
  similar: 'similar, since the difference is within what chance explains',
  none: 'not known',
}

function isBorne(sense: Claim['sense'], kind: FoundKind, isHigher: boolean): boolean {
  if (sense === 'good') return kind === 'better'
  if (sense === 'bad') return kind === 'worse'
  if (sense === 'same') return kind === 'similar'
  if (kind === 'similar') return false
  return sense === 'change' || (sense === 'up') === isHigher
}

/** The others’ figure that the judgement holds beside ours. */
function otherFigure(whom: Whom, sheet: MeasureSheet): OwnFigure | undefined {
  const series = seriesOf(sheet, whom)
  const point = series === undefined ? undefined : besidePoint(series, sheet.asOf, sheet.definition)
  return point?.value === undefined ? undefined : { period: point.period, value: point.value }
}
