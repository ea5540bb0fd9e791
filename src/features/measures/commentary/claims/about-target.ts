import type { MeasureSheet } from '../../sheets/sheet.ts'
import { periodName, shownValue } from '../../sheets/shown.ts'
import type { Claim, Found } from './claim.ts'
import { sideVerdict } from './compared-figures.ts'
import { figureNow, instead, said } from './own-figures.ts'

/**
 * Tests what is said of a measure’s target. "Met" and "on track" are borne where the judgement says met: the interval decides, so a figure that chance alone may have brought to its
 * side cannot tell. "Above" and "below" compare the figure with the target as they stand.
 */
export function testAboutTarget({ sense, isSignificant }: Claim, sheet: MeasureSheet): Found {
  const { found } = sheet.judgement.target
  const now = figureNow(sheet)
  if (now === undefined) return { verdict: 'cannot-tell', because: `There is no figure for ${periodName(sheet.asOf, sheet.definition)}.` }
  if (found.kind === 'none') return { verdict: 'cannot-tell', because: whyNoTarget(found.why, sheet) }
  const target = `the target of ${shownValue(found.target, sheet.definition)}`
  const stands = `${said(now, sheet)}, and ${target}`
  if (sense === 'up' || sense === 'down') {
    if (isSignificant && found.kind === 'cannot-tell') return { verdict: 'not-supported', because: `${stands}: the difference is within what chance explains.` }
    return { verdict: sideVerdict(sense, now.value, found.target, sheet.definition.polarity), because: `${stands}.` }
  }
  if (sense === 'same') {
    const isWithinChance = found.kind === 'cannot-tell'
    const because = isWithinChance ? `${stands}: the difference is within what chance explains.` : `${stands}: it is ${found.kind}.`
    return { verdict: isWithinChance || now.value === found.target ? 'supported' : 'not-supported', because }
  }
  if (sense !== 'good' && sense !== 'bad') return { verdict: 'cannot-tell', because: `${stands}. Say whether it was met or missed.`, ...instead(sheet) }
  if (found.kind === 'cannot-tell') return { verdict: 'cannot-tell', because: `${stands}: chance alone may decide on which side the figure is.`, instead: `“was ${shownValue(now.value, sheet.definition)}, ${sideInWords(now.value, found.target)} ${target}”` }
  return { verdict: (found.kind === 'met') === (sense === 'good') ? 'supported' : 'not-supported', because: `${stands}: it is ${found.kind}.` }
}

function whyNoTarget(why: string, { asOf, definition }: MeasureSheet): string {
  if (why === 'neither-is-better') return 'Neither higher nor lower is better of this measure, so there is no target to meet.'
  return `No target is set for ${periodName(asOf, definition)}, so nothing says what would meet it or be on track.`
}

function sideInWords(value: number, target: number): string {
  return value === target ? 'at' : value > target ? 'above' : 'below'
}
