import type { LocalDate } from '#core/dates.ts'
import { isAlike, type KnownFigure, type KnownFigures } from './known-figures.ts'
import { mayBeOfOne } from './of-one.ts'
import { inWords, type Reckoning } from './reckoning.ts'

/** So many there were, so many came, so many left, so many there are. */
interface Balance {
  readonly before: KnownFigure
  readonly joined: KnownFigure
  readonly left: KnownFigure
  readonly after: KnownFigure
}

type Side = keyof Balance

/** Counts on two days and who came and left between them, of which all but one are shown. */
export function stocksAndFlows(hidden: KnownFigure, known: KnownFigures): readonly Reckoning[] {
  if (!isCount(hidden)) return []
  const found = isStock(hidden) ? besideStock(hidden, known) : besideFlow(hidden, known)
  return found.flatMap((balance): readonly Reckoning[] => {
    const used = [balance.before, balance.joined, balance.left, balance.after].filter((figure) => figure !== hidden)
    const [side] = (Object.keys(balance) as Side[]).filter((one) => balance[one] === hidden)
    if (side === undefined || !isTrue(balance) || !used.every(({ isShown }) => isShown)) return []
    const { joined, left, after } = balance
    return [{ used, words: () => wordsOf(balance, side), isOfOne: [joined, left].every((flow) => mayBeOfOne(flow.definition, after.definition)), again: (other) => isTrueAgain(balance, side, other, known) }]
  })
}

function besideFlow(hidden: KnownFigure, known: KnownFigures): readonly Balance[] {
  const { from, breakdown, to, dayBefore } = hidden
  if (from === undefined || dayBefore === undefined) return []
  const others = flowsBetween(breakdown, from, to, known).filter((flow) => flow.isShown && !isAlike(flow, hidden))
  return known.endingOn(breakdown, to).filter((one) => one.isShown && isCount(one) && isStock(one)).flatMap((after) => {
    const before = stockOn(after, breakdown, dayBefore, known)
    if (before?.isShown !== true) return []
    const grew = after.number - before.number
    return [
      ...others.filter((flow) => flow.number - hidden.number === grew).map((flow): Balance => ({ before, joined: flow, left: hidden, after })),
      ...others.filter((flow) => hidden.number - flow.number === grew).map((flow): Balance => ({ before, joined: hidden, left: flow, after })),
    ]
  })
}

function besideStock(hidden: KnownFigure, known: KnownFigures): readonly Balance[] {
  const { breakdown, to, dayAfter } = hidden
  const since = oneOfEach(known.endingOn(breakdown, to), ({ from }) => from).map(({ from, dayBefore }) => ({ from, to, before: dayBefore && stockOn(hidden, breakdown, dayBefore, known), after: hidden }))
  const until = oneOfEach(known.beginningOn(breakdown, dayAfter), (flow) => flow.to).map((flow) => ({ from: dayAfter, to: flow.to, before: hidden, after: stockOn(hidden, breakdown, flow.to, known) }))
  return [...since, ...until].flatMap(({ from, to: end, before, after }) => {
    if (from === undefined || before === undefined || after === undefined) return []
    const flows = flowsBetween(breakdown, from, end, known).filter(({ isShown }) => isShown)
    const grew = after.number - before.number
    return flows.flatMap((joined) => flows.filter((left) => left !== joined && joined.number - left.number === grew).map((left): Balance => ({ before, joined, left, after })))
  })
}

function isTrueAgain({ joined, left, after: stock }: Balance, side: Side, other: KnownFigure, known: KnownFigures): boolean | undefined {
  const { breakdown } = other
  const span = isStock(other) ? spanBeside(other, side, joined, known) : other
  if (span?.dayBefore === undefined) return undefined
  const [came, went] = [joined, left].map((one) => known.at(one, breakdown, span.to).find((flow) => flow.from === span.from))
  const [before, after] = [span.dayBefore, span.to].map((day) => stockOn(stock, breakdown, day, known))
  if (came === undefined || went === undefined || before === undefined || after === undefined || (came.number === 0 && went.number === 0)) return undefined
  return isTrue({ before, joined: came, left: went, after })
}

/** The time between a count on a day and the one before or after it, as one of the flows counts it. */
function spanBeside(stock: KnownFigure, side: Side, flow: KnownFigure, known: KnownFigures): KnownFigure | undefined {
  return (side === 'after' ? known.at(flow, stock.breakdown, stock.to) : known.since(flow, stock.breakdown, stock.dayAfter))[0]
}

function isTrue({ before, joined, left, after }: Balance): boolean {
  return before.number + joined.number - left.number === after.number
}

/** “On a plan” (40, Q3 2019/20) and “Begun” (12, Q4 2019/20) less “On a plan” (49, Q4 2019/20) */
function wordsOf({ before, joined, left, after }: Balance, side: Side): string {
  const [[first, second], less] = { left: [[before, joined], after], after: [[before, joined], left], joined: [[after, left], before], before: [[after, left], joined] }[side] as [[KnownFigure, KnownFigure], KnownFigure]
  return `${inWords(first)} and ${inWords(second)} together, less ${inWords(less)}`
}

function oneOfEach(figures: readonly KnownFigure[], by: (figure: KnownFigure) => LocalDate | undefined): readonly KnownFigure[] {
  return [...new Map(figures.map((figure) => [by(figure), figure])).values()]
}

function flowsBetween(breakdown: string, from: LocalDate, to: LocalDate, known: KnownFigures): readonly KnownFigure[] {
  return known.endingOn(breakdown, to).filter((one) => one.from === from && isCount(one) && !isStock(one))
}

function stockOn(stock: KnownFigure, breakdown: string, day: LocalDate, known: KnownFigures): KnownFigure | undefined {
  return known.at(stock, breakdown, day)[0]
}

function isCount({ definition, field }: KnownFigure): boolean {
  return definition.unit === 'count' && field === 'value'
}

function isStock({ definition }: KnownFigure): boolean {
  return definition.counting === 'snapshot'
}
