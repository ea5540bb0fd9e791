import { allRules, type RuleId } from './rules.ts'

const most = 3

/** The rules whose ids are most like what somebody typed: by the words they share, then by how few letters differ. */
export function nearestRules(typed: string): readonly RuleId[] {
  const words = wordsOf(typed)
  const ranked = allRules.map((rule) => ({ id: rule.id, shared: wordsOf(`${rule.id} ${rule.title}`).filter((word) => words.includes(word)).length, distance: editDistance(typed, rule.id) }))
  ranked.sort((one, other) => other.shared - one.shared || one.distance - other.distance)
  return ranked.filter(({ shared, id, distance }) => shared > 0 || distance <= id.length / 2).slice(0, most).map(({ id }) => id)
}

function wordsOf(text: string): readonly string[] {
  return [...new Set(text.toLowerCase().split(/[^a-z0-9]+/).filter((word) => word.length > 2))]
}

/** How many letters must be put in, taken out or changed to make one word of the other (Levenshtein), of the first 60 typed. */
function editDistance(typed: string, id: string): number {
  let row = Array.from({ length: id.length + 1 }, (_, column) => column)
  for (const [index, letter] of Array.from(typed.slice(0, 60).toLowerCase()).entries()) {
    const next = [index + 1]
    for (let column = 1; column <= id.length; column += 1) {
      const changed = (row[column - 1] ?? 0) + (id[column - 1] === letter ? 0 : 1)
      next.push(Math.min(changed, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[id.length] ?? id.length
}
