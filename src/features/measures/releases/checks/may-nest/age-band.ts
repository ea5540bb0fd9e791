/** From which year of age to which, both included. */
export interface AgeBand {
  readonly from: number
  readonly to: number
}

const whole = String.raw`(\d{1,2})`
const aged = String.raw`^(?:ages?-|aged-|age-)?`
const years = String.raw`(?:-years?)?(?:-olds?)?$`

/** How values of a breakdown write ages: `0-4`, `5-to-9`, `under-10`, `up-to-9`, `16-and-over`, `over-16`, `17`. */
const ways: readonly (readonly [RegExp, (first: number, second: number) => AgeBand])[] = [
  [new RegExp(`${aged}${whole}-(?:to-|and-)?${whole}${years}`), (from, to) => ({ from, to })],
  [new RegExp(`${aged}(?:under|below|younger-than|less-than)-${whole}${years}`), (below) => ({ from: 0, to: below - 1 })],
  [new RegExp(`${aged}(?:up-to|to)-${whole}${years}`), (to) => ({ from: 0, to })],
  [new RegExp(`${aged}${whole}(?:-years?)?-(?:and|or)-(?:under|below|younger)$`), (to) => ({ from: 0, to })],
  [new RegExp(`${aged}${whole}(?:-years?)?-(?:and|or)-(?:over|above|older|more)$`), (from) => ({ from, to: Infinity })],
  [new RegExp(`${aged}${whole}-?plus$`), (from) => ({ from, to: Infinity })],
  [new RegExp(`${aged}(?:over|above|older-than)-${whole}${years}`), (above) => ({ from: above + 1, to: Infinity })],
  [new RegExp(`${aged}from-${whole}${years}`), (from) => ({ from, to: Infinity })],
  [new RegExp(`${aged}${whole}${years}`), (age) => ({ from: age, to: age })],
]

/** Reads a value of a breakdown by age; undefined where it is no band of years. */
export function ageBand(value: string): AgeBand | undefined {
  for (const [written, read] of ways) {
    const found = written.exec(value)
    const band = found && read(Number(found[1]), Number(found[2]))
    if (band && band.from <= band.to) return band
  }
  return undefined
}

export function liesWithin(inner: AgeBand, outer: AgeBand): boolean {
  return inner.from >= outer.from && inner.to <= outer.to
}
