import { periodBefore, yearBefore } from '#core/periods/period-order.ts'
import type { HiddenFigure } from '../../disclosure/protect-sheets.ts'
import { asRead } from '../../disclosure/numbers-told.ts'
import { countedFields } from '../../disclosure/policies.ts'
import { sentencesOf } from '../../commentary/claims/sentences.ts'
import { periodOf } from '../../definitions/frequencies.ts'
import type { MeasureSheet, SheetPoint } from '../../sheets/sheet.ts'
import { changesIn } from './changes-in-words.ts'
import { placesOfElse } from './counts-something-else.ts'

interface Known {
  readonly figures: readonly HiddenFigure[]
  /** As it stands in the work, and as the public sees it. */
  readonly sheet: MeasureSheet
  readonly shown: MeasureSheet
}

/** Numbers that the public sees beside a hidden one, from which it follows or which follow from it. */
interface Neighbours {
  readonly hidden: number
  /** Of the period before, of a year before and of the whole. */
  readonly earlier: readonly number[]
  /** Of the period after and of a year after. */
  readonly later: readonly number[]
}

/** Changes in words that tell a hidden number of a measure beside one that the public sees of it: "it is down six", where the quarter before shows nine. */
export function toldBesideShown(text: string, known: Known): readonly { readonly words: string }[] {
  const sentences = sentencesOf(text).map(asRead).filter((sentence) => changesIn(sentence).length > 0)
  if (sentences.length === 0) return []
  const { definition } = known.sheet
  const neighbours = neighboursOf(known)
  return sentences.flatMap((sentence) => {
    const ofElse = placesOfElse(sentence, [{ definition, breakdown: '' }])
    const tells = changesIn(sentence, ({ at }) => ofElse.has(at)).filter(({ onFrom, backFrom, within = 0 }) =>
      neighbours.some(({ hidden, earlier, later }) => earlier.some((number) => isSame(onFrom(number), hidden, within * number)) || later.some((number) => isSame(backFrom(number), hidden, within * hidden))),
    )
    return tells.map(({ words }) => ({ words }))
  })
}

/** What may be out by half or more tells no whole number. */
function isSame(one: number, other: number, within: number): boolean {
  return within < 0.5 && Math.abs(one - other) < within + 1e-9
}

function neighboursOf({ figures, sheet, shown }: Known): readonly Neighbours[] {
  const { definition } = sheet
  const points = new Map(shown.series.flatMap((series) => series.points.filter(({ confidentiality }) => confidentiality === 'open').map((point) => [keyOf(series.area, series.breakdown, point.period), point] as const)))
  const standing = new Map(sheet.series.flatMap((series) => series.points.map((point) => [keyOf(series.area, series.breakdown, point.period), point] as const)))
  return figures.filter(({ measure }) => measure === definition.slug).flatMap(({ area, breakdown, period, numbers: told }) => {
    const at = (of: string, part = breakdown) => points.get(keyOf(area, part, of)) ?? []
    const own = standing.get(keyOf(area, breakdown, period))
    if (own === undefined) return []
    const before = beforeOf(sheet, period)
    const after = sheet.series.find((series) => series.area === area && series.breakdown === breakdown)?.points.filter((point) => beforeOf(sheet, point.period).includes(period)).map((point) => point.period) ?? []
    const [earlier, later] = [[...before.map((of) => at(of)), ...(breakdown === '' ? [] : [at(period, '')])].flat(), after.flatMap((of) => at(of))]
    return countedFields(definition).flatMap((field): readonly Neighbours[] => {
      const number = own[field]
      const numbers = (of: readonly SheetPoint[]) => of.flatMap((point) => point[field] ?? [])
      return number === undefined || !told.includes(number) ? [] : [{ hidden: number, earlier: numbers(earlier), later: numbers(later) }]
    })
  })
}

function beforeOf({ definition }: MeasureSheet, period: string): readonly string[] {
  const read = periodOf(definition.frequency, period)
  return read === undefined ? [] : [...new Set([periodBefore(read), yearBefore(read)].flatMap((one) => one?.slug ?? []))]
}

function keyOf(area: string, breakdown: string, period: string): string {
  return `${area}|${breakdown}|${period}`
}
