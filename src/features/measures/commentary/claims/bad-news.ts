import type { MeasureSheet } from '../../sheets/sheet.ts'
import type { Claim, Found } from './claim.ts'
import { betterSide, comparedFigures, nearFigures } from './compared-figures.ts'
import { breakBetween, figureNow, figureSince, said } from './own-figures.ts'

/**
 * What too few figures say of "got worse", "rose" or "fell" as plain arithmetic, so that nobody needs an excuse to tell bad news. Borne where the figure stands on that side of what is
 * named, or of all of the period before and a year before that is known, with no break between. Undefined of good news, which waits for a signal, of "significantly", and where they disagree.
 */
export function borneAsArithmetic(claim: Claim, sheet: MeasureSheet): Found | undefined {
  const side = badOrNeutralSide(claim, sheet)
  const now = figureNow(sheet)
  if (side === undefined || now === undefined) return undefined
  const compared = comparedFigures({ ...claim, sense: side }, sheet)
  if (compared !== undefined) return compared.verdict === 'supported' ? { ...compared, because: `${compared.because} ${ofChance}` } : compared.verdict === 'not-supported' ? compared : undefined
  const near = nearFigures(sheet)
  const last = figureSince(sheet, { kind: 'before' })
  const earlier = near.length > 0 || last === undefined ? near : [last]
  const [before] = earlier
  const { decimals } = sheet.definition
  const bears = earlier.every((figure) => breakBetween(figure, now, sheet) === undefined && sideOf(now.value, figure.value, decimals) === side)
  if (before === undefined || !bears) return undefined
  return { verdict: 'supported', because: `The figure did ${side === 'up' ? 'rise' : 'fall'} from ${said(before, sheet)} to ${said(now, sheet)}. ${ofChance}` }
}

const ofChance = 'There are too few figures to tell whether it is chance.'

/** The side that a claim means, where that is bad news or of a measure of which neither side is better. */
function badOrNeutralSide({ sense, isSignificant }: Claim, { definition: { polarity } }: MeasureSheet): 'up' | 'down' | undefined {
  if (isSignificant) return undefined
  const side = sense === 'bad' ? betterSide('bad', polarity) : sense === 'up' || sense === 'down' ? sense : undefined
  return side === betterSide('good', polarity) ? undefined : side
}

function sideOf(now: number, before: number, decimals: number): 'up' | 'down' | 'same' {
  const [shown, shownBefore] = [now, before].map((value) => Number(value.toFixed(decimals)))
  return shown === shownBefore ? 'same' : now > before ? 'up' : 'down'
}
