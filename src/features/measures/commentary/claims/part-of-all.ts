import { besidePoint } from '../../sheets/judged-sheet.ts'
import type { MeasureSheet } from '../../sheets/sheet.ts'
import { periodName } from '../../sheets/shown.ts'
import type { Claim, Found } from './claim.ts'
import { betterSide } from './compared-figures.ts'
import { figureNow, said } from './own-figures.ts'

const shares: readonly (readonly [RegExp, number])[] = [[/half/i, 1 / 2], [/third/i, 1 / 3], [/quart/i, 1 / 4], [/fifth|quintile/i, 1 / 5], [/decile/i, 1 / 10]]

/** "In the top quartile": looked for among the statistical neighbours and the council, whose figures are held. */
export function testPartOfAll(claim: Claim, sheet: MeasureSheet): Found {
  const now = figureNow(sheet)
  const { definition, asOf } = sheet
  if (now === undefined) return { verdict: 'cannot-tell', because: `There is no figure for ${periodName(asOf, definition)}.` }
  if (claim.whom.some((whom) => whom !== 'neighbours')) return { verdict: 'cannot-tell', because: 'The figures of all other councils are not held here, only those of the statistical neighbours.' }
  const side = sideOf(claim, sheet)
  if (side === undefined) return { verdict: 'cannot-tell', because: 'Neither higher nor lower is better of this measure, so none is at the top or the bottom.' }
  const others = sheet.series.filter(({ role, breakdown }) => role === 'neighbour' && breakdown === '').flatMap((series) => besidePoint(series, asOf, definition)?.value ?? [])
  const room = Math.floor((others.length + 1) * shareIn(claim.said) + 1e-9)
  if (others.length === 0 || room === 0) return { verdict: 'cannot-tell', because: 'Too few figures of the statistical neighbours are held to tell.' }
  const shown = (value: number) => Number(value.toFixed(definition.decimals))
  const ahead = others.filter((other) => (side === 'up' ? shown(other) > shown(now.value) : shown(other) < shown(now.value))).length
  const because = `Of the ${others.length + 1} figures of the council and its statistical neighbours ${ahead} ${ahead === 1 ? 'is' : 'are'} ${side === 'up' ? 'higher' : 'lower'} than ${said(now, sheet)}.`
  return { verdict: ahead < room ? 'supported' : 'not-supported', because }
}

/** At which end of the figures the part lies. */
function sideOf({ sense, said: words }: Claim, { definition }: MeasureSheet): 'up' | 'down' | undefined {
  if (/^(?:highest|lowest)/i.test(words)) return sense === 'top-part' ? 'up' : 'down'
  return betterSide(sense === 'top-part' ? 'good' : 'bad', definition.polarity)
}

function shareIn(words: string): number {
  const [, percent] = /(\d{1,2})(?: ?%| per cent)/.exec(words) ?? []
  return percent === undefined ? (shares.find(([pattern]) => pattern.test(words))?.[1] ?? 0) : Number(percent) / 100
}
