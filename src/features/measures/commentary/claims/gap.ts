import { periodOf } from '../../definitions/frequencies.ts'
import { targetsIn } from '../../definitions/in-force.ts'
import { besidePoint } from '../../sheets/judged-sheet.ts'
import { seriesOf, type MeasureSheet } from '../../sheets/sheet.ts'
import { periodName, shownValue } from '../../sheets/shown.ts'
import { together, whomInWords } from './beside-others.ts'
import type { Claim, Found, Whom } from './claim.ts'
import { breakBetween, figureNow, figureSince, said, type OwnFigure } from './own-figures.ts'
import { testOverTime } from './over-time.ts'

type ToWhom = Whom | 'target'

/**
 * Tests whether the gap to others, or to the target, has narrowed or widened: from the time that is named or, where none is, from the period before and from a year before, as far as they are known. Of a measure that is a gap
 * itself its own figure is meant.
 */
export function testGap(claim: Claim, sheet: MeasureSheet): Found {
  const isNarrowed = claim.sense === 'narrowed'
  if (/\bgap\b/i.test(sheet.definition.name)) return testOverTime({ ...claim, sense: isNarrowed ? 'down' : 'up', about: 'time' }, sheet)
  const others = claim.whom.length > 0 ? claim.whom : sheet.judgement.others.map(({ role }) => role)
  const whom: readonly ToWhom[] = /\btargets?\b/i.test(claim.words) ? ['target'] : others
  const now = figureNow(sheet)
  if (now === undefined) return { verdict: 'cannot-tell', because: `There is no figure for ${periodName(sheet.asOf, sheet.definition)}.` }
  if (whom.length === 0) return { verdict: 'cannot-tell', because: 'No figures of others are held for this measure, so no gap is known.' }
  return together(whom.map((one) => testGapTo(one, { claim, sheet, now })))
}

interface Asked {
  readonly claim: Claim
  readonly sheet: MeasureSheet
  readonly now: OwnFigure
}

function testGapTo(whom: ToWhom, { claim, sheet, now }: Asked): Found {
  const name = whom === 'target' ? 'the target' : (sheet.judgement.others.find(({ role }) => role === whom)?.name ?? whomInWords[whom])
  const sinces = claim.since === undefined ? (['period-before', 'year-before'] as const).map((kind) => ({ kind })) : [claim.since]
  const beside = otherAt(whom, now, sheet)
  const before = sinces.flatMap((since) => figureSince(sheet, since) ?? []).flatMap((figure) => {
    const other = otherAt(whom, figure, sheet)
    return other === undefined ? [] : [{ figure, other }]
  })
  const [first] = before
  if (beside === undefined || first === undefined) return { verdict: 'cannot-tell', because: `Of ${name} no figures are held of both times, so how the gap changed is not known.` }
  const broken = before.map(({ figure }) => breakBetween(figure, now, sheet)).find((one) => one !== undefined)
  if (broken !== undefined) return { verdict: 'cannot-tell', because: broken }
  const shown = ({ value }: OwnFigure) => shownValue(value, sheet.definition)
  const stands = `${said(now, sheet)} beside ${shown(beside)} of ${name}, and ${before.map(({ figure, other }) => `${said(figure, sheet)} beside ${shown(other)}`).join(', ')}`
  if (whom !== 'target' && before.some(({ other }) => other.period === beside.period)) return { verdict: 'cannot-tell', because: `${stands}: no newer figure of ${name} is held.` }
  const [gapNow, ...gaps] = [{ figure: now, other: beside }, ...before].map(({ figure, other }) => Number(Math.abs(figure.value - other.value).toFixed(sheet.definition.decimals)))
  const isBorne = gaps.map((gap) => (claim.sense === 'narrowed' ? gap > (gapNow ?? 0) : gap < (gapNow ?? 0)))
  return { verdict: isBorne.every(Boolean) ? 'supported' : isBorne.some(Boolean) ? 'cannot-tell' : 'not-supported', because: `${stands}.` }
}

/** The others’ figure, or the target, that stands beside one of the council’s. */
function otherAt(whom: ToWhom, { period }: OwnFigure, sheet: MeasureSheet): OwnFigure | undefined {
  if (whom === 'target') {
    const of = periodOf(sheet.definition.frequency, period)
    const target = of && targetsIn(sheet.definition, of)[0]
    return target && { period, value: target.value }
  }
  const series = seriesOf(sheet, whom)
  const point = series === undefined ? undefined : besidePoint(series, period, sheet.definition)
  return point?.value === undefined ? undefined : { period: point.period, value: point.value }
}
