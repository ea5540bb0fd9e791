/** Longer words are compared by their beginnings, so that a hostile word costs no time. */
const longest = 100

/**
 * How many slips of the hand make one word of the other: a letter put in, left out or changed, or two neighbours swapped
 * (optimal string alignment). Capitals count as other letters.
 */
export function editDistance(one: string, other: string): number {
  const [first, second] = [Array.from(one.slice(0, longest)), Array.from(other.slice(0, longest))]
  let before: readonly number[] = []
  let row = Array.from({ length: second.length + 1 }, (_, column) => column)
  for (const [index, letter] of first.entries()) {
    const next = [index + 1]
    for (const [column, compared] of second.entries()) {
      const isSwap = index > 0 && column > 0 && letter === second[column - 1] && first[index - 1] === compared
      next.push(
        Math.min(
          (row[column] ?? 0) + (letter === compared ? 0 : 1),
          (row[column + 1] ?? 0) + 1,
          (next[column] ?? 0) + 1,
          isSwap ? (before[column - 1] ?? 0) + 1 : Infinity,
        ),
      )
    }
    before = row
    row = next
  }
  return row[second.length] ?? 0
}
