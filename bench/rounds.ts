/** The middle of the values; of two in the middle, the lower. */
export function median(values: readonly number[]): number {
  const middle = values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)]
  if (middle === undefined) throw new Error('There is no median of nothing')
  return middle
}

/**
 * Measures two things in turn, A B A B, so that whatever else the machine does falls on both; the first of each is a rehearsal that does
 * not count.
 */
export async function alternate<A, B>(rounds: number, ours: () => Promise<A>, theirs: () => Promise<B>): Promise<{ ours: A[]; theirs: B[] }> {
  const measured: { ours: A[]; theirs: B[] } = { ours: [], theirs: [] }
  for (let round = 0; round <= rounds; round += 1) {
    const [one, other] = [await ours(), await theirs()]
    if (round === 0) continue
    measured.ours.push(one)
    measured.theirs.push(other)
  }
  return measured
}

/** How long the work takes, in seconds. */
export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return (performance.now() - begun) / 1000
}

/** The value below which this share of them lies: 0.95 for p95. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0
}
