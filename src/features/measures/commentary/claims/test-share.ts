import type { MeasureSheet } from '../../sheets/sheet.ts'
import { periodName, shownValue } from '../../sheets/shown.ts'
import type { Found } from './claim.ts'
import { sinceIn } from './named-beside.ts'
import { figureNow, figureSince, periodOfSheet, said } from './own-figures.ts'
import type { ShareInWords } from './shares-in-words.ts'

/** Holds a share in words against the figure; where its sentence names an earlier time, it may be the share of then. */
export function testShare({ sentence, least, most }: ShareInWords, sheet: MeasureSheet): Found {
  const now = figureNow(sheet)
  if (now === undefined) return { verdict: 'cannot-tell', because: `There is no figure for ${periodName(sheet.asOf, sheet.definition)}.` }
  const since = sinceIn(sentence, periodOfSheet(sheet))
  const before = since && figureSince(sheet, since)
  const fits = [now, before].find((figure) => figure !== undefined && least <= figure.value && figure.value <= most)
  if (fits !== undefined) return { verdict: 'supported', because: `The figure is ${said(fits, sheet)}.` }
  const because = `The figure is ${said(now, sheet)}.`
  if (since !== undefined && before === undefined) return { verdict: 'cannot-tell', because: `${because} Of the time that is named no figure is known.` }
  return { verdict: 'not-supported', because, instead: `“was ${shownValue(now.value, sheet.definition)}”` }
}
